import fc from "fast-check";
import { addressText } from "../../src/registers/address.js";
import type { CellAddress } from "../../src/registers/cell.js";
import type { Finding } from "../../src/registers/finding.js";
import { readRegisters } from "../../src/registers/readRegisters.js";
import type { TableImage } from "../../src/registers/tableImage.js";
import { checkRules } from "../../src/rules/checkRules.js";
import { measureResult, workbookOf } from "../../src/rules/measures/measureResults.js";
import { anyWorkbook } from "./agreementCases.js";
import { imagesOf, percent, type Written, type WrittenWorkbook } from "./testWorkbook.js";

const TODAY = 43_600;

type Images = ReadonlyMap<string, TableImage>;

function check(images: Images) {
  const { contents, settings, findings } = readRegisters(images);
  return { contents, settings, findings: [...findings, ...checkRules(contents, settings, TODAY)] };
}

/** The tables after the cells of a fix have been written, as Excel takes them: an apostrophe marks text. */
function mended(images: Images, fix: NonNullable<Finding["fix"]>): Images {
  const changed = new Map(images);
  for (const { at, value, numberFormat } of fix.cells) {
    const [name, image] = [...changed].find(([, { sheet }]) => sheet === at.sheet) ?? [];
    if (name === undefined || image === undefined) throw new Error(`no table on ${at.sheet}`);
    const [row, column] = [at.row - image.top - 1, at.column - image.left];
    const put = <Value>(matrix: readonly (readonly Value[])[], written: Value) =>
      matrix.map((cells, r) => (r === row ? cells.map((cell, c) => (c === column ? written : cell)) : cells));
    const written = typeof value === "string" ? value.replace(/^'/u, "") : value;
    const type = written === "" ? "Empty" : typeof written === "string" ? "String" : typeof written === "number" ? "Double" : "Boolean";
    changed.set(name, {
      ...image,
      values: put(image.values, written),
      types: put(image.types, type),
      numberFormats: numberFormat === undefined ? image.numberFormats : put(image.numberFormats, numberFormat),
    });
  }
  return changed;
}

const known = ({ ruleId, at }: Finding): string => `${ruleId} ${at === undefined ? "" : addressText(at)}`;
const onRow = (at: CellAddress | undefined, sheet: string, row: number): boolean => at !== undefined && at.sheet === sheet && at.row === row;

/** Any workbook with some cells as nobody foresaw them: a unit of text, a dash for a target, an answer among numbers. */
const oddWorkbook: fc.Arbitrary<WrittenWorkbook> = fc
  .tuple(
    anyWorkbook,
    fc.array(
      fc.oneof(
        fc.tuple(fc.constant("matt" as const), fc.nat(4), fc.constant("Måttenhet"), fc.constantFrom<Written>("text", "Ja/Nej", "%", "")),
        fc.tuple(fc.constantFrom("matt" as const, "utfall" as const), fc.nat(9), fc.constant("Målvärde"), fc.constantFrom<Written>("---", "85–90 %", "Ja", 5, percent(0.95), "", "oklart")),
        fc.tuple(fc.constant("utfall" as const), fc.nat(9), fc.constant("Utfall"), fc.constantFrom<Written>("Ja", "högst 5", "85–90 %", 5, "Ej mätt", "tre", "5 dagar")),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([workbook, cells]) =>
    cells.reduce<WrittenWorkbook>(
      (changed, [key, at, header, written]) => ({ ...changed, [key]: (changed[key] ?? []).map((row, index) => (index === at ? { ...row, [header]: written } : row)) }),
      workbook,
    ));

describe("no doubt is silent", () => {
  test("an outcome without status, or whose target is missing, has a finding at its row or its measure's", () => {
    fc.assert(fc.property(oddWorkbook, (written) => {
      const { contents, settings, findings } = check(imagesOf(written));
      const workbook = workbookOf(contents, settings);
      for (const row of contents.utfall?.rows ?? []) {
        const measure = workbook.outcomes.measureOf(row);
        if (measure === undefined) continue;
        const { status } = measureResult(workbook, measure, row, workbook.outcomes.unitOf(row), row.values.period);
        if (status !== null && status !== "Mål saknas") continue;
        // A dash for the period's own target is somebody's word that there is none this time.
        if (status === "Mål saknas" && row.values.malvarde?.kind === "notMeasured") continue;
        const ofTheMeasure = (contents.utfall?.rows ?? []).filter((other) => workbook.outcomes.measureOf(other) === measure);
        const rows = status === null ? [row] : ofTheMeasure;
        const told = findings.filter(({ at, severity }) =>
          severity !== "upplysning" && (onRow(at, "Mått", measure.row) || rows.some((other) => onRow(at, "Utfall", other.row))));
        expect({ status, measure: measure.values, outcome: row.values, told: told.length > 0 ? "told" : "silent" }).toEqual({ status, measure: measure.values, outcome: row.values, told: "told" });
      }
    }), { numRuns: 150 });
  });

  test("a cell has one fault of one kind: nothing is told twice", () => {
    fc.assert(fc.property(oddWorkbook, (written) => {
      const { findings } = check(imagesOf(written));
      const faults = findings.filter(({ severity, at }) => severity === "fel" && at !== undefined).map(({ at, ruleId }) => [at && addressText(at), ruleId]);
      const cells = faults.map(([at]) => at);
      expect(faults.filter(([at]) => cells.filter((other) => other === at).length > 1)).toEqual([]);
    }), { numRuns: 150 });
  });
});

const sound: WrittenWorkbook = {
  installningar: [{ Nyckel: "period", "Värde": "T1 2019" }, { Nyckel: "grans-delvis", "Värde": percent(0.9, "0%") }, { Nyckel: "minska-formel", "Värde": "målvärde / utfall" }],
  enheter: [{ Kod: "OAN", Namn: "Omsorgs- och arbetsmarknadsnämnden", Typ: "Nämnd", Alias: "Omsorgen" }],
  mal: [
    { "Mål-id": "MÅL-1", "Nivå": "Nämndmål", "Mål": "Fler i arbete", Enhet: "OAN", "Giltigt från": { value: 43_101, format: "yyyy-mm-dd" } },
    { "Mål-id": "MÅL-2", "Nivå": "Nämndmål", "Mål": "God ekonomi", Enhet: "OAN" },
  ],
  matt: [
    { "Mått-id": "MÅTT-1", "Mål-id": "MÅL-1", "Mått": "Andel arbetslösa", "Måttenhet": "%", Riktning: "Minska", "Målvärde": percent(0.055) },
    { "Mått-id": "MÅTT-2", "Mål-id": "MÅL-2", "Mått": "Resultat", "Måttenhet": "tkr", Riktning: "Öka", "Målvärde": 2000 },
    { "Mått-id": "MÅTT-3", "Mål-id": "MÅL-2", "Mått": "Rutinen finns", "Måttenhet": "Ja/Nej", Riktning: "Ja/Nej", "Målvärde": "Ja" },
    { "Mått-id": "MÅTT-4", "Mål-id": "MÅL-2", "Mått": "Andel nöjda", "Måttenhet": "%", Riktning: "Inom intervall", "Målvärde": percent(0.85), "Målvärde till": percent(0.9) },
  ],
  utfall: [
    { "Mått-id": "MÅTT-1", Period: "T1 2019", Enhet: "OAN", Utfall: percent(0.055), Kvinnor: percent(0.05), "Män": percent(0.06) },
    { "Mått-id": "MÅTT-2", Period: "T1 2019", Utfall: 2400 },
    { "Mått-id": "MÅTT-3", Period: "T1 2019", Utfall: "Ja" },
    { "Mått-id": "MÅTT-4", Period: "T1 2019", Utfall: percent(0.87) },
  ],
};

type Register = keyof typeof sound;

/** What people write where something else belongs, by the cell they write it in. */
const faults: readonly (readonly [register: Register, row: number, header: string, ...typed: Written[]])[] = [
  ["installningar", 1, "Värde", "90 %", "90", 90, "0,9"],
  ["installningar", 2, "Värde", "2 - utfall / målvärde", "Målvärde / utfall"],
  ["enheter", 0, "Typ", "nämnd", " Nämnd", "Namnd"],
  ["mal", 0, "Nivå", "nämndmål", "Namndmal"],
  ["mal", 0, "Enhet", "oan", "Omsorgen", " OAN ", "Omsorgs- och arbetsmarknadsnämnden", "XYZ"],
  ["mal", 0, "Giltigt från", "2018-01-01", "1 jan 2018", "2018.01.01", "i våras", 43_101],
  ["mal", 0, "Agenda 2030", "4; 10", 4, "4,10"],
  ["mal", 1, "Nr", 2.1, { value: 43_467, format: "yyyy-mm-dd" }],
  ["matt", 0, "Riktning", "minska", "Öka", "ner", ""],
  ["matt", 0, "Måttenhet", "procent", "antal", "text", ""],
  ["matt", 0, "Målvärde", "5,5 %", "5.5%", "5,5 procent", "högst 5,5 %", "Minst 75 %", 5.5, 0.5, 0, "samtliga", "---", "<6%", "85–90 %", "1.234", percent(-0.1)],
  ["matt", 0, "Startvärde", "5,5 %", 5.5, "Ej mätt"],
  ["matt", 0, "Gräns delvis", 90, "90 %", 0.9, 0, 900, "90"],
  ["matt", 0, "Vikt", "2", 0, "tung"],
  ["matt", 1, "Målvärde", "2 000 tkr", "2 mnkr", "10,2 mnkr", "2000000 kr", "2 000", percent(0.5), "över 2 000"],
  ["matt", 2, "Målvärde", "ja", 5, true, "Kanske"],
  ["matt", 3, "Målvärde", "85–90 %", "minst 85 %", 85, 0.85, percent(0.95)],
  ["matt", 3, "Målvärde till", "90 %", 90, ""],
  ["matt", 3, "Mål-id", "mål-2", " MÅL-2", "MÅL-9", ""],
  ["utfall", 0, "Utfall", "5,5 %", "5.5%", "5,5", 5.5, 0.5, "−5,5 %", "Ej mätt", "-", "..", "5,5 tkr", "Ja", "minst 5 %", "5–6 %"],
  ["utfall", 0, "Kvinnor", "5,0 %", 5, "ca 5 %", 0.5],
  ["utfall", 0, "Period", "April 2019", "2019-04", "T1-2019", "Tertial 1, 2019", "hösten", "Mars 2019"],
  ["utfall", 0, "Enhet", "oan", "Omsorgen", "", "BUN"],
  ["utfall", 0, "Mått-id", "mått-1", "MÅTT-1 ", "MÅTT-9"],
  ["utfall", 1, "Utfall", "2 400 tkr", "2,4 mnkr", "2 400", "2400 kr", "2 400 dagar", percent(0.5)],
  ["utfall", 1, "Målvärde", "2,2 mnkr", 2500, "2 500 tkr", "---", "okänt"],
  ["utfall", 2, "Utfall", "ja", "JA", true, 5, "Vet ej"],
];

type Plant = readonly [register: Register, row: number, header: string, typed: Written];

const plants: readonly Plant[] = faults.flatMap(([register, row, header, ...typed]) => typed.map((value): Plant => [register, row, header, value]));

function planted(...planting: readonly Plant[]): WrittenWorkbook {
  let workbook = sound;
  for (const [register, row, header, typed] of planting) {
    workbook = { ...workbook, [register]: (workbook[register] ?? []).map((cells, index) => (index === row ? { ...cells, [header]: typed } : cells)) };
  }
  return workbook;
}

describe("a proposed fix", () => {
  test("the sound workbook has nothing to mend", () => {
    expect(check(imagesOf(sound)).findings.map(known)).toEqual([]);
  });

  const fixesOf = (workbook: WrittenWorkbook) => {
    const images = imagesOf(workbook);
    const { findings } = check(images);
    return findings.flatMap((finding) => (finding.fix === undefined ? [] : [{ finding, before: findings.map(known), after: check(mended(images, finding.fix)).findings.map(known) }]));
  };

  test.each(plants)("in %s row %d, %s: %j is gone once mended, and brings nothing new", (...plant) => {
    for (const { finding, before, after } of fixesOf(planted(plant))) {
      expect({ message: finding.message.sv, left: after.filter((each) => each === known(finding)), new: after.filter((each) => !before.includes(each)) })
        .toEqual({ message: finding.message.sv, left: [], new: [] });
    }
  });

  /** A row that can be used again may be judged by rules that passed over it, so that something else may be told. */
  test("is gone whatever else is wrong in the workbook", () => {
    fc.assert(fc.property(fc.uniqueArray(fc.constantFrom(...plants), { minLength: 2, maxLength: 6, selector: ([register, row, header]) => `${register} ${row} ${header}` }), (several) => {
      for (const { finding, after } of fixesOf(planted(...several))) {
        expect({ message: finding.message.sv, left: after.filter((each) => each === known(finding)) }).toEqual({ message: finding.message.sv, left: [] });
      }
    }), { numRuns: 100 });
  });
});

describe("a number that is text", () => {
  const about = (plant: Plant) => check(imagesOf(planted(plant))).findings.filter(({ ruleId }) => ruleId.startsWith("varde.") || ruleId === "cell.text-for-tal").map(({ ruleId }) => ruleId);
  test.each([
    ["2,4 mnkr", 1, "varde.omraknat"], ["2 400 dagar", 1, "varde.enhet-avviker"], ["50 %", 1, "varde.procent-i-annan-enhet"], ["2 400 tkr", 1, "cell.text-for-tal"],
    ["5,5", 0, "varde.procent-antaget"], ["0,5", 0, "varde.procent-tvetydig"], ["5,5 %", 0, "cell.text-for-tal"],
  ] as const)("%s is told of once", (typed, row, ruleId) => {
    expect(about(["utfall", row, "Utfall", typed])).toEqual([ruleId]);
  });
});
