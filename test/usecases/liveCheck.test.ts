// What is written in the registers is checked as it is written: on the genuine client, whose handlers hear of the user's edits and of the add-in's own.
import { workbookActions } from "../../src/taskpane/workbookActions.js";
import { acceptFinding } from "../../src/usecases/acceptFinding.js";
import { applyFixes } from "../../src/usecases/applyFixes.js";
import { unchanged, withChange, type Changed } from "../../src/usecases/changed.js";
import { workbookChecks } from "../../src/usecases/liveCheck.js";
import { lookOver } from "../../src/usecases/lookOver.js";
import type { Overview } from "../../src/usecases/overview.js";
import type { WorkbookChange } from "../../src/usecases/port.js";
import { openClient } from "../../src/workbench/client.js";
import { WorkbookSession } from "../../src/workbench/user/workbookSession.js";
import { aleInExcel, build, type InExcel } from "./inExcel.js";

jest.setTimeout(60_000);
const TODAY = 43_605;

/** The columns of Utfall that are written in here, and its first row under the header. */
const PERIOD = 1;
const OUTCOME = 3;

const heard = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A workbook that has been checked and is followed. */
async function followed(ale?: InExcel) {
  const inExcel = ale ?? (await aleInExcel());
  const { port, excel, workbook } = inExcel;
  const checks = workbookChecks(port);
  const first = await checks.everything(TODAY);
  let changed: Changed = unchanged;
  const told: WorkbookChange[] = [];
  const stop = await port.watch((change) => {
    told.push(change);
    changed = withChange(changed, change);
  });
  /** What has been told since the last time, and the check of it with the requests that it took. */
  async function check(): Promise<{ readonly overview: Overview | undefined; readonly requests: number }> {
    await heard();
    const before = excel.traffic.requests;
    const taken = changed;
    changed = unchanged;
    const overview = await checks.changes(taken, TODAY);
    return { overview, requests: excel.traffic.requests - before };
  }
  const sheetName = (id: string | undefined) => sheetIds(inExcel).then((ids) => ids.get(id ?? "") ?? "");
  return { ...inExcel, user: new WorkbookSession(excel), first, told, stop, check, sheetName, top: workbook.table("Utfall")!.range.row };
}

async function sheetIds({ port }: Pick<InExcel, "port">): Promise<Map<string, string>> {
  const { sheets } = await port.read({ tables: [], sheets: [] });
  return new Map(sheets.map(({ id, name }) => [id, name]));
}

const texts = (overview: Overview | undefined) => overview?.findings.map(({ ruleId, message }) => `${ruleId} ${message.sv}`);

describe("an edit in a register", () => {
  test("is found by one request for its own sheet, and gives what a check of everything gives; mended, the finding is gone", async () => {
    const { user, check, first, port, top } = await followed();
    user.type("Utfall", top + 1, PERIOD, "hösten");
    const faulty = await check();
    expect(faulty.requests).toBe(1);
    expect(texts(faulty.overview)).toContainEqual(expect.stringContaining("hösten"));
    expect(faulty.overview).toEqual(await lookOver(port, TODAY));
    user.undo();
    const mended = await check();
    expect(mended.requests).toBe(1);
    expect(mended.overview).toEqual(first);
  });

  test("that changes nothing is read and not checked; one on a sheet without registers is not even read", async () => {
    const { user, check, excel, top, port } = await followed();
    user.type("Utfall", top + 1, PERIOD, "T1 2018");
    user.undo();
    expect(await check()).toEqual({ overview: undefined, requests: 1 });
    excel.workbook.addSheet("Egna anteckningar");
    user.excel.workbookChanged();
    user.type("Egna anteckningar", 0, 0, "Ring om ledningen");
    // A sheet that has come since could hold anything: looked at once.
    expect((await check()).requests).toBe(1);
    user.type("Egna anteckningar", 1, 0, "Klart");
    expect(await check()).toEqual({ overview: undefined, requests: 0 });
    expect((await lookOver(port, TODAY)).state).toBe("registers");
  });

  test("in the row just under the table, and rows that are sorted, moved or inserted, are followed too", async () => {
    const { user, check, port, workbook } = await followed();
    const { range } = workbook.table("Utfall")!;
    user.type("Utfall", range.row + range.rows, 0, "MÅTT-SAKNAS");
    const grown = await check();
    const place = ({ overview }: { readonly overview: Overview | undefined }) => overview?.findings.find(({ ruleId }) => ruleId === "cell.saknas")?.at?.row;
    expect(place(grown)).toBe(range.row + range.rows);
    user.sort("Utfall", 0, "descending");
    const sorted = await check();
    expect(sorted.overview).toEqual(await lookOver(port, TODAY));
    expect(place(sorted)).not.toBe(place(grown));
    user.insertTableRow("Utfall", 0);
    const inserted = await check();
    expect(inserted.overview).toEqual(await lookOver(port, TODAY));
    expect([grown, sorted, inserted].map(({ requests }) => requests)).toEqual([1, 1, 1]);
  });

  test("of a header, or a table that goes, leads to a reading of everything", async () => {
    const { user, check, port, workbook, excel } = await followed();
    const { range } = workbook.table("Utfall")!;
    user.type("Utfall", range.row, OUTCOME, "Utfallet");
    const renamed = await check();
    expect(renamed.requests).toBe(2);
    expect(renamed.overview).toEqual(await lookOver(port, TODAY));
    const other = openClient(excel);
    await other.Excel.run(async (context) => {
      context.workbook.tables.getItem("Uppfoljning").convertToRange();
      await context.sync();
    });
    const gone = await check();
    expect(gone.overview).toEqual(await lookOver(port, TODAY));
    expect(gone.overview?.registers.map(({ table }) => table)).not.toContain("Uppfoljning");
    await other.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Uppdrag").delete();
      await context.sync();
    });
    const deleted = await check();
    expect(deleted.overview?.registers.map(({ table }) => table)).not.toContain("Uppdrag");
    expect(deleted.overview).toEqual(await lookOver(port, TODAY));
  });

  test("on a sheet that has been renamed is found where it now stands", async () => {
    const { user, check, port, workbook, top } = await followed();
    workbook.sheet("Utfall")!.name = "Årets utfall";
    user.excel.workbookChanged();
    user.type("Årets utfall", top + 1, PERIOD, "hösten");
    const { overview } = await check();
    expect(overview?.findings.find(({ message }) => message.sv.includes("hösten"))?.at?.sheet).toBe("Årets utfall");
    expect(overview).toEqual(await lookOver(port, TODAY));
  });

  test("made by a co-author is told as anybody's", async () => {
    const { told, check, workbook, excel, top, sheetName } = await followed();
    const sheet = workbook.sheet("Utfall")!;
    sheet.setCell(top + 1, PERIOD, { value: "hösten" });
    excel.workbookChanged();
    excel.open.events.edited(sheet, { row: top + 1, column: PERIOD, rows: 1, columns: 1 });
    excel.tellEvents("Unknown");
    const { overview } = await check();
    expect(texts(overview)).toContainEqual(expect.stringContaining("hösten"));
    expect(told.map(({ isOurs }) => isOurs)).toEqual([false]);
    expect(await sheetName(told[0]?.sheet)).toBe("Utfall");
  });
});

describe("what the add-in writes itself", () => {
  /** Everybody else's edits among what was told. */
  const others = (told: readonly WorkbookChange[]) => told.filter(({ isOurs, sheet }) => !isOurs && sheet !== undefined);

  test("is told as its own, and what the user writes meanwhile as the user's", async () => {
    const { user, told, port, first, check, top, sheetName, excel } = await followed();
    await build(port);
    await heard();
    expect(told.length).toBeGreaterThan(0);
    expect(others(told)).toEqual([]);

    user.type("Utfall", top + 2, OUTCOME, "'5,5");
    const faulty = await check();
    const fixable = faulty.overview?.findings.filter(({ fix }) => fix !== undefined) ?? [];
    expect(fixable).not.toEqual([]);
    told.length = 0;
    // The user types while the request is on its way.
    excel.faults.delay = 5;
    const fixing = applyFixes(port, fixable.slice(0, 1), TODAY);
    user.type("Mål", 1, 3, "Ett annat mål");
    await fixing;
    excel.faults.clear();
    await heard();
    expect(told.some(({ isOurs }) => isOurs)).toBe(true);
    expect(await Promise.all(others(told).map(({ sheet }) => sheetName(sheet)))).toEqual(["Mål"]);
    expect((await check()).overview).toEqual(await lookOver(port, TODAY));
    expect(first.findings.length).toBeGreaterThanOrEqual(0);
  });

  test("has been read already when it is told: nothing new comes of it", async () => {
    const ale = await aleInExcel();
    const session = new WorkbookSession(ale.excel);
    session.type("Utfall", ale.workbook.table("Utfall")!.range.row + 1, PERIOD, "hösten");
    const { port, check } = await followed(ale);
    const finding = (await lookOver(port, TODAY)).findings.find(({ subject }) => subject !== undefined);
    if (finding !== undefined) await acceptFinding(port, finding, "Det är avtalat.", TODAY);
    const { overview } = await check();
    expect(overview ?? (await lookOver(port, TODAY))).toEqual(await lookOver(port, TODAY));
    expect((await check()).overview).toBeUndefined();
  });
});

test("a reading that Excel refuses loses nothing: what had changed is read the next time", async () => {
  const { excel, port, workbook } = await aleInExcel();
  const checks = workbookChecks(port);
  await checks.everything(TODAY);
  new WorkbookSession(excel).type("Utfall", workbook.table("Utfall")!.range.row + 1, PERIOD, "våren");
  excel.isCellEdited = true;
  await expect(checks.changes("anything", TODAY)).rejects.toMatchObject({ code: "cell-edit-mode" });
  excel.isCellEdited = false;
  expect(texts(await checks.changes("anything", TODAY))).toContainEqual(expect.stringContaining("våren"));
});

test("before the first check, and after the last, nothing is followed", async () => {
  const { port, excel, workbook } = await aleInExcel();
  expect(await workbookChecks(port).changes("anything", TODAY)).toBeUndefined();
  expect(excel.traffic.requests).toBe(0);
  const heardOf: WorkbookChange[] = [];
  const actions = workbookActions(openClient(excel).Excel, () => TODAY);
  const stop = await actions.watch((change) => heardOf.push(change));
  expect(excel.traffic.requests).toBe(1);
  const user = new WorkbookSession(excel);
  // Excel does not let go of a handler while a cell is being edited; nothing is told all the same.
  excel.isCellEdited = true;
  stop();
  await heard();
  excel.isCellEdited = false;
  user.type("Utfall", workbook.table("Utfall")!.range.row + 1, PERIOD, "hösten");
  await heard();
  expect(heardOf).toEqual([]);

  const again = await actions.watch((change) => heardOf.push(change));
  user.undo();
  await heard();
  expect(heardOf).toHaveLength(1);
  const before = excel.traffic.requests;
  again();
  await heard();
  expect(excel.traffic.requests).toBe(before + 1);
});
