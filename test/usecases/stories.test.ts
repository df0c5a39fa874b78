// The sample stories, from the first look to the finished report, through the very actions that the pane calls.
import { workAreas } from "../../src/registers/workAreas.js";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PaneActions } from "../../src/taskpane/paneActions.js";
import { workbookActions } from "../../src/taskpane/workbookActions.js";
import { openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { createXlsx, openXlsx, type Scalar, type Sheet, type Workbook } from "../../src/xlsx/index.js";
import { put, told } from "../messy/findingsOf.js";

jest.setTimeout(60_000);
const TODAY = 44_500;

interface Story {
  readonly excel: EmbeddedExcel;
  readonly actions: PaneActions;
  readonly workbook: Workbook;
}

/** What opens when the pane's example is chosen in an empty workbook. */
async function openedExample(example: "ale" | "ostersund"): Promise<Story> {
  const empty = story(createXlsx().save());
  expect((await empty.actions.check()).state).toBe("empty");
  await empty.actions.openExample(example);
  const [file] = empty.excel.openedCopies;
  if (file === undefined) throw new Error("nothing was opened");
  return story(file);
}

function story(file: Uint8Array): Story {
  const excel = new EmbeddedExcel(openXlsx(file));
  const fetchFile = (path: string) => Promise.resolve(new Uint8Array(readFileSync(join(__dirname, "../..", path))));
  return { excel, workbook: excel.workbook, actions: workbookActions(openClient(excel).Excel, () => TODAY, undefined, fetchFile) };
}

function texts(sheet: Sheet): string[][] {
  const used = sheet.usedRange(true);
  if (used === undefined) return [];
  return Array.from({ length: used.rows }, (_, row) => Array.from({ length: used.columns }, (__, column) => text(sheet.cell(used.row + row, used.column + column)?.value ?? "")));
}

function text(value: Scalar): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function sheetOf(workbook: Workbook, name: string): Sheet {
  const sheet = workbook.sheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

async function builtSheet({ actions, workbook }: Story, report: string, edits: Parameters<PaneActions["build"]>[0]["edits"] = "ask"): Promise<Sheet> {
  const outcome = await actions.build({ report, unit: undefined, period: undefined, edits });
  if (outcome.kind !== "built") throw new Error("not built");
  return sheetOf(workbook, outcome.written.sheet);
}

test("Östersund: six statuses are missing; filled in, the report is built, kept through edits, and rebuilt without a change", async () => {
  const ostersund = await openedExample("ostersund");
  const { actions, workbook, excel } = ostersund;
  const first = await actions.check();
  expect(first.choice).toEqual({ unit: null, period: "T2 2021" });
  expect(first.next).toEqual({ kind: "mend", errors: 6 });
  expect(first.progress).toEqual([{ what: "followUps", done: 12, of: 18 }]);
  const missing = first.findings.filter(({ ruleId }) => ruleId === "uppfoljning.status-saknas");
  expect(missing.map(({ subject }) => subject?.key)).toEqual(["UPP-2, T2 2021, VON", ...[8, 9, 10, 11, 12].map((number) => `UPP-${number}, T2 2021, SAN`)]);

  // A click on a finding stands in its cell, where the user then writes.
  for (const { at } of missing) {
    if (at === undefined) throw new Error("no place");
    await actions.goTo(at);
    expect(excel.selection).toMatchObject({ sheet: "Uppföljning", row: at.row, column: at.column });
    workbook.sheet(at.sheet)?.setCell(at.row, at.column, { value: "pågår" });
  }
  excel.workbookChanged();
  const spelt = (await actions.check()).findings.filter(({ fix }) => fix !== undefined);
  expect(spelt.map(({ ruleId }) => ruleId)).toEqual(missing.map(() => "cell.stavning"));
  await actions.fix(spelt);

  const rest = (await actions.check()).findings;
  expect(rest.filter(({ severity }) => severity === "fel")).toEqual([]);
  const comment = rest.find(({ ruleId }) => ruleId === "uppfoljning.status-kommentar");
  if (comment === undefined) throw new Error("no finding to accept");
  await actions.accept(comment, "Nämnden har bestämt det så.");
  const ready = await actions.check();
  expect(ready.accepted.map(({ finding: { ruleId } }) => ruleId)).toEqual(["uppfoljning.status-kommentar"]);
  expect(ready.progress).toEqual([{ what: "followUps", done: 18, of: 18 }]);

  const preview = await actions.preview({ report: "uppdragsuppfoljning", unit: undefined, period: undefined });
  expect(preview).toMatchObject({ sheetExists: false, edits: [], errors: [] });
  const sheet = await builtSheet(ostersund, "uppdragsuppfoljning");
  expect(sheet.name).toBe(preview.sheet);
  const rows = texts(sheet);
  const table = rows.slice(rows.findIndex(([, header]) => header === "T2 2021 Uppdrag") + 1);
  expect(table.map(([committee]) => committee)).toEqual([
    ...Array.from({ length: 7 }, () => "Vård- och omsorgsnämnden"),
    ...Array.from({ length: 7 }, () => "Social- och arbetsmarknadsnämnden"),
    ...Array.from({ length: 4 }, () => "Gemensam överförmyndarnämnd"),
  ]);
  expect(table.filter((row) => row[3] === "► Pågående")).toHaveLength(14);

  const before = excel.save();
  expect(await actions.preview({ report: "uppdragsuppfoljning", unit: undefined, period: undefined })).toMatchObject({ sheetExists: true, changedCells: 0 });
  await builtSheet(ostersund, "uppdragsuppfoljning");
  expect(texts(sheetOf(openXlsx(excel.save()), sheet.name))).toEqual(texts(sheetOf(openXlsx(before), sheet.name)));

  const used = sheet.usedRange(true);
  const [at, column] = [rows.findIndex((row) => row[3] === "● Genomfört"), 2];
  sheet.setCell((used?.row ?? 0) + at, (used?.column ?? 0) + column, { value: "ändrat för hand" });
  excel.workbookChanged();
  const asked = await actions.build({ report: "uppdragsuppfoljning", unit: undefined, period: undefined, edits: "ask" });
  expect(asked).toMatchObject({ kind: "edited", edits: [{ found: "ändrat för hand" }] });
  expect(texts(await builtSheet(ostersund, "uppdragsuppfoljning", "keep"))[at]?.[column]).toBe("ändrat för hand");
  expect(texts(await builtSheet(ostersund, "uppdragsuppfoljning", "replace"))).toEqual(rows);
});

test("Ale: what moved the wrong way is seen, a misspelling is mended, and the report is built for the committee and for all", async () => {
  const ale = await openedExample("ale");
  const { actions, workbook, excel } = ale;
  const first = await actions.check();
  expect(first.choice.unit?.code).toBe("OAN");
  expect(told(first.findings)).toContain("varning utfall.fel-hall Utfall!D4");
  expect(first.next).toEqual({ kind: "build", report: "maluppfoljning" });

  put(workbook, "Matt", 0, "Riktning", "minska");
  excel.workbookChanged();
  const [misspelt] = (await actions.check()).findings.filter(({ fix }) => fix !== undefined);
  if (misspelt === undefined) throw new Error("nothing to mend");
  await actions.fix([misspelt]);
  expect(told((await actions.check()).findings)).toEqual(told(first.findings));

  const own = await builtSheet(ale, "maluppfoljning");
  expect(texts(own).flat()).toContain("0.148");
  await actions.choose({ unit: "" });
  const all = await builtSheet(ale, "maluppfoljning");
  expect(all.name).not.toBe(own.name);
  expect((await actions.check()).reports.find(({ name }) => name === "maluppfoljning")?.built?.sheet).toBe(all.name);
});

test("an empty workbook: registers are created, committee and period are chosen, and nothing is found wrong", async () => {
  const { actions, workbook, excel } = story(createXlsx().save());
  await actions.createRegisters(workAreas);
  put(workbook, "Enheter", 0, "Kod", "KS");
  put(workbook, "Enheter", 0, "Namn", "Kommunstyrelsen");
  put(workbook, "Enheter", 0, "Typ", "Styrelse");
  excel.workbookChanged();
  expect((await actions.check()).next).toEqual({ kind: "choosePeriod" });
  await actions.choose({ unit: "Kommunstyrelsen", period: "tertial 1 2026" });
  const overview = await actions.check();
  expect(overview.choice).toEqual({ unit: { code: "KS", name: "Kommunstyrelsen" }, period: "T1 2026" });
  expect(overview.findings).toEqual([]);
});
