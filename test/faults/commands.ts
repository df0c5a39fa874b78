// Every command that the add-in has, with a workbook to give it in.
import { reports } from "../../src/reports/reports.js";
import type { Quantity } from "../../src/registers/values/quantity.js";
import type { RegisterRows } from "../../src/registers/template.js";
import { acceptFinding, takeBack } from "../../src/usecases/acceptFinding.js";
import { applyFixes } from "../../src/usecases/applyFixes.js";
import { beginPeriod } from "../../src/usecases/beginPeriod.js";
import { buildReport } from "../../src/usecases/buildReport.js";
import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { chooseLanguage } from "../../src/usecases/chooseLanguage.js";
import { chooseUnitAndPeriod } from "../../src/usecases/chooseUnitAndPeriod.js";
import { createTemplate, makeMissingRegisters } from "../../src/usecases/createTemplate.js";
import { lookOver } from "../../src/usecases/lookOver.js";
import type { WorkbookPort } from "../../src/usecases/port.js";
import { collectAnswers } from "../../src/usecases/round/collect.js";
import { makeFiles, makeSheets } from "../../src/usecases/round/makeForms.js";
import { switchRule } from "../../src/usecases/switchRule.js";
import { takeIn } from "../../src/usecases/takeIn/takeIn.js";
import { writeUpdate } from "../../src/usecases/updating/writeUpdate.js";
import { planUpdate } from "../../src/updating/planUpdate.js";
import { createXlsx, openXlsx, type Scalar } from "../../src/xlsx/index.js";
import { aleFirstQuarterRows } from "../fixtures/ale-arenden/aleFirstQuarterRows.js";
import { aleBeslutRows } from "../fixtures/ale-beslut/aleBeslutRows.js";
import { aleInternkontrollRows } from "../fixtures/ale-internkontroll/aleInternkontrollRows.js";
import { aleRows } from "../fixtures/ale/aleRows.js";
import { norrkopingRows } from "../fixtures/norrkoping/norrkopingRows.js";
import { ostersundMalRows } from "../fixtures/ostersund-mal/ostersundMalRows.js";
import { ostersundRows } from "../fixtures/ostersund/ostersundRows.js";
import { ovanakerRows } from "../fixtures/ovanaker/ovanakerRows.js";
import { laidOut } from "../intake/takenIn.js";
import { filledIn } from "../round/filledIn.js";
import { municipality, T1, TODAY } from "../round/municipality.js";
import { brings } from "../updating/bringing.js";
import { inExcel, registersAsFile } from "../usecases/inExcel.js";

export type Size = "small" | "medium";

export interface Command {
  /** The workbook that it is given in. */
  readonly file: (size: Size) => Promise<Uint8Array>;
  /** Prepared on the workbook as it is in the file, which it leaves so. */
  readonly prepare: (port: WorkbookPort) => Promise<(port: WorkbookPort) => Promise<unknown>>;
  /** The report's own sheet, whose cells are all of the add-in's making. */
  readonly report?: true;
  /** What giving the command again does not mend, which is told of in docs/proof.md. */
  readonly stays?: RegExp;
}

const always = (give: (port: WorkbookPort) => Promise<unknown>): Command["prepare"] => () => Promise.resolve(give);

const files = new Map<string, Promise<Uint8Array>>();
/** Each is made once. */
function kept(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const made = files.get(name) ?? make();
  files.set(name, made);
  return made;
}

const percent = (value: number): Quantity => ({ kind: "number", value, percent: "format", bound: null, unit: null, fromText: false });
const units = { small: 1, medium: 5 } as const;
const town = (size: Size) => kept(`town ${size}`, () => registersAsFile(municipality(units[size])));

/** With something to fix and something to accept. */
const faulty = (size: Size) =>
  kept(`faulty ${size}`, async () => {
    const workbook = openXlsx(await town(size));
    put(workbook, "Matt", 0, "Riktning", "öka");
    put(workbook, "Matt", 1, "Riktning", "öka ");
    put(workbook, "Utfall", 1, "Period", "t1  2026");
    return workbook.save();
  });

function put(workbook: ReturnType<typeof openXlsx>, name: string, row: number, header: string, value: Scalar): void {
  const table = workbook.table(name);
  const column = table?.columns.findIndex((each) => each.name === header) ?? -1;
  if (table === undefined || column < 0) throw new Error(`No ${header} in ${name}`);
  table.sheet.setCell(table.range.row + 1 + row, table.range.column + column, { value });
}

async function changedFile(name: string, from: Promise<Uint8Array>, change: (port: WorkbookPort) => Promise<unknown>): Promise<Uint8Array> {
  return kept(name, async () => {
    const made = inExcel(openXlsx(await from));
    await change(made.port);
    return made.excel.save();
  });
}

const fixable = async (port: WorkbookPort) => (await lookOver(port, TODAY)).findings.filter(({ fix }) => fix !== undefined);
async function acceptable(port: WorkbookPort) {
  const found = (await lookOver(port, TODAY)).findings.find(({ subject }) => subject !== undefined);
  if (found === undefined) throw new Error("Nothing to accept");
  return found;
}

const reportRows: Readonly<Record<string, RegisterRows>> = {
  maluppfoljning: aleRows, uppdragsuppfoljning: ostersundRows, malsida: ostersundMalRows, verksamhetsplan: norrkopingRows, tjansteutlatande: aleFirstQuarterRows,
  "ej-verkstallda-beslut": aleBeslutRows, "ej-verkstallda-beslut-publik": aleBeslutRows, "ej-verkstallda-beslut-ivo": aleBeslutRows,
  internkontroll: aleInternkontrollRows, kvalitetsbokslut: ovanakerRows, oversikt: aleFirstQuarterRows,
};

/** The first rows of each register: what they refer to may be missing, and a report is built all the same. */
function firstRows(rows: RegisterRows, count: number): RegisterRows {
  return Object.fromEntries(Object.entries(rows).map(([key, all]) => [key, key === "installningar" || key === "enheter" ? all : all.slice(0, count)]));
}

const reportFile = (name: string, size: Size) => {
  const rows = reportRows[name] ?? {};
  const [origin = name] = Object.entries(reportRows).find(([, each]) => each === rows) ?? [];
  return kept(`report ${origin} ${size}`, () => registersAsFile(size === "small" ? firstRows(rows, 4) : rows));
};
const DAY = 43_605;
const build = (report: string, today: number) => async (port: WorkbookPort) => {
  const outcome = await buildReport(port, { report, unit: undefined, period: undefined, edits: "ask", today });
  if (outcome.kind !== "built") throw new Error(`Not built: ${JSON.stringify(outcome.edits)}`);
  return outcome;
};

const round = { period: "T2 2026", today: TODAY, newId: "a1b2c3" };
const answered = (size: Size) => changedFile(`round ${size}`, town(size), (port) => makeFiles(port, round));

const underlag = (): Uint8Array =>
  laidOut({ Kommunstyrelsen: [["Mått", "Målvärde", "Utfall T1 2026"], ["Andel trygga", "Minst 75 %", "60 %"], ["Andel trötta", "Högst 20 %", "15 %"], ["Andel nya", "Minst 5 %", "-"]] }).save();
const readIn = { kind: "file", name: "underlag.xlsx", bytes: underlag() } as const;

export const commands: Readonly<Record<string, Command>> = {
  check: { file: faulty, prepare: always((port) => lookOver(port, TODAY)) },
  fix: {
    file: faulty,
    prepare: async (port) => {
      const findings = await fixable(port);
      return (on) => applyFixes(on, findings, TODAY);
    },
  },
  accept: {
    file: faulty,
    prepare: async (port) => {
      const finding = await acceptable(port);
      return (on) => acceptFinding(on, finding, "Det är avtalat.", TODAY);
    },
  },
  takeBack: {
    file: (size) => changedFile(`accepted ${size}`, faulty(size), async (port) => {
      const { findings } = await lookOver(port, TODAY);
      for (const finding of findings.filter(({ subject }) => subject !== undefined).slice(0, 2)) await acceptFinding(port, finding, "Det är avtalat.", TODAY);
    }),
    prepare: async (port) => {
      const [acceptance] = (await checkWorkbook(port, TODAY)).accepted;
      if (acceptance === undefined) throw new Error("Nothing is accepted");
      return (on) => takeBack(on, acceptance.finding, TODAY);
    },
  },
  choose: { file: town, prepare: always((port) => chooseUnitAndPeriod(port, { unit: "E01", period: "T1 2026" })) },
  switchRule: { file: town, prepare: always((port) => switchRule(port, "mal.utan-matt", "off")) },
  createRegisters: {
    file: () => Promise.resolve(createXlsx().save()),
    prepare: always((port) => createTemplate(port, {}, ["decisions"])),
  },
  makeMissingRegisters: { file: town, prepare: always((port) => makeMissingRegisters(port, ["ursprung", "synpunkter"])) },
  beginPeriod: { file: town, prepare: always((port) => beginPeriod(port, { period: "T3 2026", today: TODAY })) },
  takeIn: { file: town, prepare: always((port) => takeIn(port, readIn, {}, TODAY)) },
  // A form that failed in its very last calls is filled in and collected like any other, but is not locked: it is left as it is, for somebody may have begun to fill it in.
  makeSheets: { file: town, prepare: always((port) => makeSheets(port, round)), stays: /T2 2026 (?:is set up|looks) otherwise/u },
  makeFiles: { file: town, prepare: always((port) => makeFiles(port, round)) },
  collectAnswers: {
    file: answered,
    prepare: async (port) => {
      const forms = await makeFiles(port, round);
      const sources = forms.flatMap(({ unit, name, bytes }) => (unit === "KS" ? [] : [{ kind: "file" as const, name, read: () => Promise.resolve(filledIn(bytes, { "MÅTT-1.utfall": 0.85, "MÅTT-1.kommentar": "Fler är nöjda", "MÅTT-3.utfall": 400 })) }]));
      return (on) => collectAnswers(on, sources, { today: TODAY, period: "T2 2026" }, {});
    },
  },
  writeUpdate: {
    file: (size) => changedFile(`traced ${size}`, town(size), (port) => makeMissingRegisters(port, ["ursprung"])),
    prepare: always(async (port) => {
      const { image, contents, settings } = await checkWorkbook(port, TODAY);
      const at = (row: number) => ({ sheet: "Svar", row });
      const plan = planUpdate(contents, settings, [
        brings("utfall", { mattId: "MÅTT-1", period: T1, enhet: "KS", utfall: percent(0.5), kommentar: "=SUMMA(1;2)" }, at(6)),
        brings("utfall", { mattId: "MÅTT-2", period: T1, enhet: "KS", kommentar: "Två" }, at(7)),
        brings("utfall", { mattId: "MÅTT-1", period: T1, enhet: "E01", kommentar: "Ny kommentar" }, at(8)),
      ]);
      return writeUpdate(port, image, contents, plan, { today: TODAY });
    }),
  },
  chooseLanguage: { file: town, prepare: always((port) => chooseLanguage(port, "en")) },
  ...Object.fromEntries(
    reports.flatMap(({ name }): [string, Command][] => [
      [name, { file: (size) => reportFile(name, size), prepare: always(build(name, DAY)), report: true }],
      [`${name} again`, { file: (size) => changedFile(`built ${name} ${size}`, reportFile(name, size), build(name, DAY - 30)), prepare: always(build(name, DAY)), report: true }],
    ]),
  ),
};
