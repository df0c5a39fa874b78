import { officeWorkbook } from "../../src/excel/officeWorkbook.js";
import { sheetGrids } from "../../src/files/sheetGrids.js";
import { openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { WEB_LIMITS } from "../../src/workbench/limits.js";
import { createXlsx, openXlsx, type Workbook } from "../../src/xlsx/index.js";
import { messyWorkbook } from "../intake/messyWorkbooks.js";
import { laidOut, type Laid } from "../intake/takenIn.js";

jest.setTimeout(60_000);

function inExcel(workbook: Workbook) {
  const excel = new EmbeddedExcel(workbook, { limits: WEB_LIMITS });
  return { excel, port: officeWorkbook(openClient(excel).Excel) };
}

const sorted = (grids: ReturnType<typeof sheetGrids>) => grids.map((grid) => ({ ...grid, merges: [...grid.merges].sort((a, b) => a.row - b.row || a.column - b.column) }));

test("the sheets of the open workbook are the same as those of its file", async () => {
  for (const seed of [1, 4, 9, 16, 25, 33]) {
    const file = messyWorkbook(seed).workbook.save();
    const { port, excel } = inExcel(openXlsx(file));
    const read = await port.readSheets();
    // What is computed may differ in its last digit from what the file remembers; nothing here does.
    expect(sorted([...read])).toEqual(sorted(sheetGrids(openXlsx(file))));
    expect(excel.traffic.requests).toBe(4);
  }
});

test("hidden, very hidden and protected sheets are read, hidden rows and columns told, merged cells found; a sheet that is gone is left out", async () => {
  const workbook = laidOut({ Öppet: [["Mått", "Utfall", "Not"], ["Andel nöjda", { value: 2, formula: "1+1" }, "x"], ["Antal", { value: { error: "#N/A" } }, true]], Gömt: [["a"]], Tomt: [] }, ({ sheets }) => {
    const [open, hidden] = sheets;
    open?.setRowHidden(1, 1, true);
    open?.setColumnHidden(2, 1, true);
    open?.merge({ row: 0, column: 0, rows: 1, columns: 2 });
    open?.protect({});
    if (hidden !== undefined) hidden.visibility = "veryHidden";
  });
  const { port, excel } = inExcel(workbook);
  const [open, hidden, empty, ...more] = await port.readSheets(["Öppet", "Gömt", "Tomt", "Borta"]);
  expect(more).toEqual([]);
  expect(excel.traffic.requests).toBe(3);
  expect(open).toMatchObject({ isHidden: false, hiddenRows: new Set([1]), hiddenColumns: new Set([2]), merges: [{ row: 0, column: 0, rows: 1, columns: 2 }] });
  expect(open?.cells[1]?.[1]).toEqual({ value: 2, type: "Double", numberFormat: "General", isFormula: true });
  expect(open?.cells[2]?.slice(1)).toMatchObject([{ value: "#N/A", type: "Error" }, { value: true, type: "Boolean" }]);
  expect(hidden).toMatchObject({ isHidden: true, cells: [[{ value: "a" }]] });
  expect(empty).toMatchObject({ cells: [] });
});

test("what is too large for one answer comes in several, and long texts in smaller ones still", async () => {
  const long = "å".repeat(2_000);
  const rows = Array.from({ length: 3_000 }, (_, row): Laid[] => [row, `Rad ${row}`, row < 1_200 ? long : null, ...Array.from({ length: 17 }, (): Laid => 1)]);
  const { port, excel } = inExcel(laidOut({ Blad1: rows }));
  const [grid] = await port.readSheets(["Blad1"]);
  expect(grid?.cells.map(([first]) => first?.value)).toEqual(rows.map(([first]) => first));
  expect(grid?.cells.filter((cells) => cells[2]?.value === long)).toHaveLength(1_200);
  // 60 000 cells are three blocks, the first of which is halved.
  expect(excel.traffic.requests).toBeLessThanOrEqual(9);
});

test("a sheet with hundreds of merged areas gives them all", async () => {
  const workbook = laidOut({ Blad1: Array.from({ length: 600 }, (_, row): Laid[] => [row, null, "x"]) }, ({ activeSheet }) => {
    for (let row = 0; row < 600; row += 1) activeSheet.merge({ row, column: 0, rows: 1, columns: 2 });
  });
  const { port, excel } = inExcel(workbook);
  const [grid] = await port.readSheets(["Blad1"]);
  expect(grid?.merges).toHaveLength(600);
  expect(excel.traffic.requests).toBeLessThanOrEqual(9);
});

test("a sheet that is used to its last row is told of, not read", async () => {
  const workbook = createXlsx();
  workbook.activeSheet.setCell(0, 0, { value: "Mått" });
  workbook.activeSheet.setCell(1_048_575, 5, { value: 1 });
  const { port } = inExcel(workbook);
  await expect(port.readSheets()).resolves.toMatchObject([{ cells: [], cellsTooMany: 6_291_456 }]);
});

test("when Excel fails, it is told", async () => {
  const { port, excel } = inExcel(laidOut({ Blad1: [["Mått"]] }));
  excel.faults.isBusy = true;
  await expect(port.readSheets()).rejects.toMatchObject({ name: "WorkbookError", code: "cell-edit-mode" });
  excel.faults.clear();
  excel.faults.dropNext("after");
  await expect(port.readSheets()).rejects.toMatchObject({ code: "connection" });
});
