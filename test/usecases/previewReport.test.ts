import { previewReport } from "../../src/usecases/previewReport.js";
import { openXlsx, type Sheet } from "../../src/xlsx/index.js";
import { aleInExcel, build, built, inExcel, type InExcel } from "./inExcel.js";

const SHEET = "Måluppföljning T1 2019 OAN";
const YOUTH = "Andel arbetslösa och i program i åldern 18–24 år";

function preview({ port }: InExcel, request: Partial<Parameters<typeof previewReport>[1]> = {}) {
  return previewReport(port, { report: "maluppfoljning", unit: undefined, period: undefined, today: 43_605, ...request });
}

function report({ workbook }: InExcel): Sheet {
  const sheet = workbook.sheet(SHEET);
  if (sheet === undefined) throw new Error(`${SHEET} is not there`);
  return sheet;
}

function rowOf(sheet: Sheet, text: string): number {
  const found = [...sheet.cells()].find(({ content }) => content.value === text);
  if (found === undefined) throw new Error(`${text} is not on the sheet`);
  return found.row;
}

test("a preview is one request, and leaves every byte of the workbook as it is", async () => {
  const ale = await aleInExcel();
  await built(ale.port);
  report(ale).setCell(rowOf(report(ale), YOUTH), 6, { value: "Nämndens egen kommentar" });
  const before = ale.excel.save();
  ale.excel.traffic.reset();
  await preview(ale);
  expect(ale.excel.traffic.requests).toBe(1);
  expect(Buffer.from(ale.excel.save()).equals(Buffer.from(before))).toBe(true);
});

test("an older report that is not named by code and period costs one request more", async () => {
  const ale = await aleInExcel();
  await built(ale.port, { period: "T1 2018" });
  await built(ale.port);
  ale.excel.traffic.reset();
  expect(await preview(ale, { period: "T1 2018" })).toMatchObject({ sheet: "Måluppföljning T1 2018 OAN", changedCells: 0 });
  expect(ale.excel.traffic.requests).toBe(2);
});

test("a preview tells what the build then does", async () => {
  const ale = await aleInExcel();
  const told = await preview(ale);
  const { written, document } = await built(ale.port);
  expect(told).toMatchObject({
    title: "Måluppföljning T1 2019", periodLabel: "T1 2019", unitName: document.unitName, sheet: written.sheet, address: written.address, sheetExists: false,
  });
  expect(told.tables).toBe(document.blocks.filter(({ kind }) => kind === "table").length);
  const filled = [...report(ale).cells()].filter(({ content }) => content.value !== null && content.value !== "");
  expect(told.changedCells).toBe(filled.length);
});

describe("cells that change", () => {
  async function afterBuild(change: (ale: InExcel) => void, request: Parameters<typeof preview>[1] = {}) {
    const ale = await aleInExcel();
    await built(ale.port);
    change(ale);
    ale.excel.workbookChanged();
    return preview(ale, request);
  }

  function outcomes({ workbook }: InExcel) {
    const table = workbook.table("Utfall");
    if (table === undefined) throw new Error("no table");
    return { sheet: table.sheet, row: table.range.row + 3, column: (header: string) => table.range.column + table.columns.findIndex(({ name }) => name === header) };
  }

  test("are none after a fresh build, nor when only the day is another", async () => {
    expect(await afterBuild(() => undefined)).toMatchObject({ sheetExists: true, changedCells: 0, edits: [] });
    expect(await afterBuild(() => undefined, { today: 43_700 })).toMatchObject({ changedCells: 0, edits: [] });
  });

  test("are those whose value becomes another", async () => {
    const told = await afterBuild((ale) => {
      const { sheet, row, column } = outcomes(ale);
      sheet.setCell(row, column("Kommentar"), { value: "Siffran är preliminär." });
    });
    expect(told).toMatchObject({ changedCells: 1, edits: [] });
  });

  test("are not those that were changed by hand, which are told by themselves", async () => {
    const told = await afterBuild((ale) => {
      report(ale).setCell(rowOf(report(ale), YOUTH), 6, { value: "Nämndens egen kommentar" });
    });
    expect(told).toMatchObject({ changedCells: 0, edits: [{ written: "", found: "Nämndens egen kommentar" }] });
  });

  test("are only its own where a row comes, not those it moves down", async () => {
    const ale = await aleInExcel();
    await built(ale.port);
    const goals = ale.workbook.table("Mal");
    if (goals === undefined) throw new Error("no table");
    const description = goals.range.column + goals.columns.findIndex(({ name }) => name === "Beskrivning");
    goals.sheet.setCell(goals.range.row + 1, description, { value: "En ny mening om målområdet." });
    const told = await preview(ale);
    expect(told.changedCells).toBe(1);
  });

  test("are all of them when the sheet has been emptied", async () => {
    const whole = (await preview(await aleInExcel())).changedCells;
    const told = await afterBuild((ale) => {
      for (const { row, column } of [...report(ale).cells()]) report(ale).setCell(row, column, { value: null });
    });
    expect(told).toMatchObject({ changedCells: whole, edits: [] });
  });
});

test("errors that are open are told, and do not stop a preview", async () => {
  const ale = await aleInExcel();
  const table = ale.workbook.table("Utfall");
  table?.sheet.setCell(table.range.row + 3, 1, { value: "T9 2019" });
  expect((await preview(ale)).errors).toEqual([expect.objectContaining({ severity: "fel", register: "Utfall" })]);
});

describe("what stops a build stops its preview", () => {
  const cases: readonly (readonly [string, (ale: InExcel) => void, Parameters<typeof preview>[1]])[] = [
    ["sheet-not-ours", ({ workbook }) => workbook.addSheet(SHEET).setCell(0, 0, { value: "Mina anteckningar" }), {}],
    ["sheet-protected", ({ workbook }) => workbook.addSheet(SHEET).protect({}), {}],
    ["unit-unknown", () => undefined, { unit: "XYZ" }],
    ["period-unreadable", () => undefined, { period: "T9 2019" }],
    ["report-unknown", () => undefined, { report: "arsredovisning" }],
    ["register-missing", ({ workbook }) => {
      const table = workbook.table("Matt");
      table?.sheet.removeTable(table);
    }, {}],
  ];
  test.each(cases)("%s", async (code, prepare, request) => {
    const ale = await aleInExcel();
    prepare(ale);
    await expect(preview(ale, request)).rejects.toMatchObject({ code });
    await expect(build(ale.port, request)).rejects.toMatchObject({ code });
  });
});

describe("work that is stopped", () => {
  test.each(["reading", "checking", "writing"] as const)("before %s writes nothing, and the workbook is the same to the byte", async (at) => {
    const ale = inExcel(openXlsx((await aleInExcel()).excel.save()));
    const before = ale.excel.save();
    const stop = new AbortController();
    const steps: string[] = [];
    // Stopped just before the step: as the one before it is told.
    const stopsAfter = { reading: undefined, checking: "reading", writing: "checking" }[at];
    if (stopsAfter === undefined) stop.abort();
    const work = {
      signal: stop.signal,
      onStep: (step: string) => {
        steps.push(step);
        if (step === stopsAfter) stop.abort();
      },
    };
    await expect(build(ale.port, {}, work)).rejects.toMatchObject({ name: "WorkbookError", code: "cancelled" });
    expect(steps).toEqual({ reading: [], checking: ["reading"], writing: ["reading", "checking"] }[at]);
    expect(ale.excel.traffic.requests).toBe(at === "reading" ? 0 : 1);
    expect(Buffer.from(ale.excel.save()).equals(Buffer.from(before))).toBe(true);
  });

  test("after the write has been sent is done all the same", async () => {
    const ale = await aleInExcel();
    const stop = new AbortController();
    const outcome = await build(ale.port, {}, { signal: stop.signal, onStep: (step) => step === "writing" && stop.abort() });
    expect(outcome.kind).toBe("built");
    expect((await preview(ale)).changedCells).toBe(0);
  });
});
