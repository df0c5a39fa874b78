import { emptyMapping } from "../../../src/intake/mapping.js";
import type { CellAddress } from "../../../src/registers/cell.js";
import type { Finding } from "../../../src/registers/finding.js";
import type { CellUpdate } from "../../../src/updating/updatePlan.js";
import type { IntakePreview, PreviewRow, PreviewTable } from "../../../src/usecases/takeIn/intakePreview.js";

const at = (row: number, column: number, sheet = "Uppföljning 2019"): CellAddress => ({ sheet, row, column });

const NAMES = ["Sjukfrånvaro i förskolan", "Skolor med elevråd", "Elever behöriga till gymnasiet"];

/** 30 rows of measures with outcome and an unknown column; a row's outcome cannot be read. */
const rows: PreviewRow[] = Array.from({ length: 30 }, (_, index) => ({
  id: `'Uppföljning 2019'!A${index + 5}`,
  at: at(index + 4, 0),
  isLeftOut: false,
  cells: [
    { at: at(index + 4, 0), typed: `${NAMES[index % 3] ?? ""} ${index + 1}`, value: `${NAMES[index % 3] ?? ""} ${index + 1}` },
    { at: at(index + 4, 1), typed: index === 1 ? "tolv" : "5.5 procent", value: index === 1 ? null : "5,5 %" },
    { at: at(index + 4, 2), typed: "●", value: null },
  ],
}));

export const measures: PreviewTable = {
  id: "'Uppföljning 2019'!A4",
  sheet: "Uppföljning 2019",
  isHidden: false,
  register: "matt",
  registers: ["matt", "utfall"],
  confidence: 0.5,
  isLeftOut: false,
  columns: [
    { header: "Nyckeltal", at: at(3, 0), target: "matt.matt", period: null, confidence: 0.93, reason: { sv: "”Nyckeltal” är ett annat namn för Mått.", en: "“Nyckeltal” is another name for Mått." } },
    { header: "Utf T1 2019", at: at(3, 1), target: "utfall.utfall", period: "T1 2019", confidence: 0.5, reason: { sv: "”Utf” liknar Utfall.", en: "“Utf” resembles Utfall." } },
    { header: "Prick", at: at(3, 2), target: null, period: null, confidence: 0, reason: { sv: "”Prick” är ingen kolumn som registren har.", en: "“Prick” is not a column that the registers have." } },
  ],
  rows,
  rowCount: 120,
  targets: [
    { target: "matt.matt", register: "Mått", header: "Mått" },
    { target: "matt.malvarde", register: "Mått", header: "Målvärde" },
    { target: "utfall.utfall", register: "Utfall", header: "Utfall" },
    { target: "utfall.kommentar", register: "Utfall", header: "Kommentar" },
  ],
  period: "T1 2019",
  unit: null,
};

export const tolv: Finding = { ruleId: "inlasning.text", severity: "fel", register: "Utfall", at: at(5, 1), column: "Utfall", message: { sv: "”tolv” går inte att läsa som Utfall.", en: "“tolv” cannot be read as Utfall." } };
export const noDirection: Finding = { ruleId: "inlasning.saknas", severity: "varning", register: "Matt", at: at(4, 0), column: "Riktning", message: { sv: "Riktning går inte att läsa ut för 120 rader.", en: "Riktning cannot be told for 120 rows." } };

export const changedCell = (row: number, standing = "4,1 %"): CellUpdate => ({
  register: "utfall", column: "utfall", header: "Utfall", key: `MÅTT-${row} · T1 2019`, at: { sheet: "Utfall", row, column: 3 }, standing, brought: "5,5 %", value: 0.055, numberFormat: "0.0%",
  origin: { file: "", at: at(row, 1) },
});

/** A preview of two new measures with outcomes, two changed outcomes, one unchanged row and one missing. */
export const somePreview: IntakePreview = {
  file: "",
  tables: [measures],
  otherSheets: ["Omslag"],
  unitsNamed: [],
  registersToMake: ["utfall"],
  plan: {
    added: [1, 2].map((row) => ({ key: `MÅTT-${row}`, row: { register: "matt", values: {}, sources: {}, origin: { file: "", at: at(row + 3, 0) } } })),
    changed: [changedCell(6), changedCell(7)],
    unchanged: [{ register: "matt", key: "MÅTT-9" }],
    missing: [{ register: "matt", key: "MÅTT-10", at: { sheet: "Mått", row: 10, column: 0 } }],
    findings: [],
  },
  findings: [noDirection, tolv],
  mapping: emptyMapping,
  fingerprint: "f1",
};
