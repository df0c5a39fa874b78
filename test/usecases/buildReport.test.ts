import type { Sheet } from "../../src/xlsx/index.js";
import { aleRows } from "../fixtures/ale/aleRows.js";
import { aleInExcel, build, built, inExcel, registersInExcel, type InExcel } from "./inExcel.js";
import { createXlsx, openXlsx } from "../../src/xlsx/index.js";

const SHEET = "Måluppföljning T1 2019 OAN";

function reportSheet({ workbook }: InExcel): Sheet {
  const sheet = workbook.sheet(SHEET);
  if (sheet === undefined) throw new Error(`${SHEET} missing; sheets: ${workbook.sheets.map(({ name }) => name).join(", ")}`);
  return sheet;
}

function valuesOf(sheet: Sheet): Map<string, unknown> {
  return new Map([...sheet.cells()].map(({ row, column, content }) => [`${row}:${column}`, content.value]));
}

/** Where a text stands; the first cell from the top. */
function placeOf(sheet: Sheet, text: string): { row: number; column: number } {
  const found = [...sheet.cells()].find(({ content }) => content.value === text);
  if (found === undefined) throw new Error(`${text} is not on the sheet`);
  return found;
}

test("the Ale report shows the printed figures", async () => {
  const ale = await aleInExcel();
  await built(ale.port);
  const sheet = reportSheet(ale);
  const youth = placeOf(sheet, "Andel arbetslösa och i program i åldern 18–24 år").row;
  expect([1, 2, 3].map((column) => sheet.cell(youth, column)?.value)).toEqual([0.055, 0.055, 1]);
  const newcomers = placeOf(sheet, "Andel nyanlända av det totala antalet arbetslösa/i program").row;
  expect(sheet.cell(newcomers, 1)?.value).toBe(0.148);
  expect([2, 3].map((column) => sheet.cell(newcomers, column)?.value ?? null)).toEqual([null, null]);
});

test("a measure that moved the wrong way is a finding", async () => {
  const ale = await aleInExcel();
  const { findings } = await built(ale.port);
  const wrongWay = findings.filter(({ message }) => message.sv.includes("14,8") && message.sv.includes("14,2"));
  expect(wrongWay).toHaveLength(1);
  expect(wrongWay[0]?.at?.sheet).toBe("Utfall");
});

test("a build is two requests, also the second time", async () => {
  const ale = await aleInExcel();
  await built(ale.port);
  expect(ale.excel.traffic.requests).toBe(2);
  const again = inExcel(openXlsx(ale.excel.save()));
  await built(again.port);
  expect(again.excel.traffic.requests).toBe(2);
});

test("an older report that is named by unit and period is rebuilt in two requests too", async () => {
  const ale = await aleInExcel();
  await built(ale.port, { period: "T1 2018" });
  await built(ale.port);
  ale.excel.traffic.reset();
  const { written } = await built(ale.port, { unit: "OAN", period: "April 2018" });
  expect(written.sheet).toBe("Måluppföljning T1 2018 OAN");
  expect(ale.excel.traffic.requests).toBe(2);
  expect((await built(ale.port, { unit: "omsorgs- och arbetsmarknadsnämnden", period: "T1 2018" })).written.sheet).toBe("Måluppföljning T1 2018 OAN");
});

test("building an unchanged workbook again changes nothing", async () => {
  const ale = await aleInExcel();
  await built(ale.port);
  const first = ale.excel.save();
  const again = inExcel(openXlsx(first));
  const outcome = await built(again.port);
  expect(outcome.written.putBack).toBe(0);
  expect(Buffer.from(again.excel.save()).equals(Buffer.from(first))).toBe(true);
});

test("shuffled rows give the same report", async () => {
  const ale = await aleInExcel();
  await built(ale.port);
  const shuffled = await registersInExcel({
    ...aleRows,
    mal: [...(aleRows.mal ?? [])].reverse(),
    matt: [...(aleRows.matt ?? [])].reverse(),
    utfall: [...(aleRows.utfall ?? [])].reverse(),
  });
  await built(shuffled.port);
  expect(valuesOf(reportSheet(shuffled))).toEqual(valuesOf(reportSheet(ale)));
});

test("no cell of a report is merged", async () => {
  const ale = await aleInExcel();
  await built(ale.port);
  expect(reportSheet(ale).merges).toEqual([]);
});

describe("a cell changed by hand", () => {
  async function edited() {
    const ale = await aleInExcel();
    await built(ale.port);
    const sheet = reportSheet(ale);
    const { row } = placeOf(sheet, "Andel arbetslösa och i program i åldern 18–24 år");
    sheet.setCell(row, 6, { value: "Nämndens egen kommentar" });
    return { ale, sheet, row };
  }

  test("is listed, and nothing is written", async () => {
    const { ale, sheet } = await edited();
    const before = valuesOf(sheet);
    const outcome = await build(ale.port);
    expect(outcome.kind === "edited" && outcome.edits.map(({ found }) => found)).toEqual(["Nämndens egen kommentar"]);
    expect(valuesOf(sheet)).toEqual(before);
  });

  test("is kept when asked, and is still known as an edit afterwards", async () => {
    const { ale, sheet, row } = await edited();
    const outcome = await built(ale.port, { edits: "keep" });
    expect(outcome.keptEdits).toHaveLength(1);
    expect(sheet.cell(row, 6)?.value).toBe("Nämndens egen kommentar");
    expect((await build(ale.port)).kind).toBe("edited");
  });

  test("is replaced when asked", async () => {
    const { ale, sheet, row } = await edited();
    await built(ale.port, { edits: "replace" });
    expect(sheet.cell(row, 6)?.value).not.toBe("Nämndens egen kommentar");
    expect((await build(ale.port)).kind).toBe("built");
  });
});

test("an edit whose measure is gone is kept as a note below the report", async () => {
  const ale = await aleInExcel();
  await built(ale.port);
  const sheet = reportSheet(ale);
  sheet.setCell(placeOf(sheet, "Andel arbetslösa och i program i åldern 18–24 år").row, 6, { value: "Nämndens egen kommentar" });
  const measures = ale.workbook.table("Matt");
  measures?.sheet.setCell(measures.range.row + 1, 2, { value: "Ett helt annat mått" });
  const outcome = await built(ale.port, { edits: "keep" });
  expect(outcome.lostEdits.map(({ found }) => found)).toEqual(["Nämndens egen kommentar"]);
  const last = [...sheet.cells()].filter(({ content }) => content.value !== null).at(-1);
  expect(last?.content.value).toContain("Nämndens egen kommentar");
});

describe("refused before anything is written", () => {
  async function refusal(prepare: (ale: InExcel) => void, request: Parameters<typeof build>[1] = {}) {
    const ale = await aleInExcel();
    prepare(ale);
    const before = ale.excel.save();
    const error: unknown = await build(ale.port, request).catch((reason: unknown) => reason);
    expect(Buffer.from(ale.excel.save()).equals(Buffer.from(before))).toBe(true);
    return error;
  }

  test("somebody else's sheet with the report's name", async () => {
    expect(await refusal(({ workbook }) => workbook.addSheet(SHEET).setCell(0, 0, { value: "Mina anteckningar" }))).toMatchObject({ code: "sheet-not-ours" });
  });

  test("a protected report sheet", async () => {
    expect(await refusal(({ workbook }) => workbook.addSheet(SHEET).protect({}))).toMatchObject({ code: "sheet-protected" });
  });

  test("a workbook that no sheet can be added to; a report that stands there is rebuilt all the same", async () => {
    const ale = await aleInExcel();
    // The embedded Excel reads no such protection.
    const locked = { ...ale.port, read: async (request: Parameters<typeof ale.port.read>[0]) => ({ ...(await ale.port.read(request)), isStructureProtected: true }) };
    const before = ale.excel.save();
    await expect(build(locked)).rejects.toMatchObject({ code: "workbook-protected" });
    expect(Buffer.from(ale.excel.save()).equals(Buffer.from(before))).toBe(true);
    await built(ale.port);
    expect((await build(locked)).kind).toBe("built");
  });

  test("a unit that does not exist", async () => {
    expect(await refusal(() => undefined, { unit: "XYZ" })).toMatchObject({ code: "unit-unknown" });
  });

  test("a period that cannot be read", async () => {
    expect(await refusal(() => undefined, { period: "T9 2019" })).toMatchObject({ code: "period-unreadable" });
  });

  test("a workbook without registers", async () => {
    const empty = inExcel(createXlsx());
    await expect(build(empty.port, { period: "T1 2019" })).rejects.toMatchObject({ code: "register-missing" });
  });
});

test("users' sheets and column widths on the report stay as they are", async () => {
  const ale = await aleInExcel();
  ale.workbook.addSheet("Eget").setCell(3, 3, { value: 42 });
  await built(ale.port);
  reportSheet(ale).setColumnWidth(0, 1, 33);
  await built(ale.port);
  expect(reportSheet(ale).columnWidth(0)).toBe(33);
  expect(ale.workbook.sheet("Eget")?.cell(3, 3)?.value).toBe(42);
});
