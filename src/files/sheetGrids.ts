import { emptyCell, MOST_CELLS, type GridCell, type SheetGrid } from "../intake/grid.js";
import { isDateFormat } from "../registers/values/numberFormat.js";
import type { Sheet, Workbook } from "../xlsx/index.js";

/** What 1 January 1904 is in the calendar that counts from 1900: workbooks made on old Macs count from there. */
const DAYS_TO_1904 = 1_462;

/** Every worksheet of a file as the intake sees it. Only reads; a sheet that is too large to be a table is given empty, with how many cells it has. */
export function sheetGrids(workbook: Workbook): SheetGrid[] {
  return workbook.sheets.map((sheet) => sheetGrid(sheet, workbook.date1904 ? DAYS_TO_1904 : 0));
}

function sheetGrid(sheet: Sheet, daysLater: number): SheetGrid {
  const used = sheet.usedRange(true) ?? { row: 0, column: 0, rows: 0, columns: 0 };
  const cellsTooMany = used.rows * used.columns > MOST_CELLS ? used.rows * used.columns : undefined;
  const { row: top, column: left, rows, columns } = cellsTooMany === undefined ? used : { ...used, rows: 0, columns: 0 };
  const cells: GridCell[][] = Array.from({ length: rows }, () => Array.from({ length: columns }, () => emptyCell));
  for (const { row, column, content } of sheet.cells()) {
    const line = cells[row - top];
    if (line === undefined || column < left || column >= left + columns) continue;
    const { value, formula } = content;
    const base = { numberFormat: sheet.numberFormat(row, column), isFormula: formula !== undefined };
    if (value === null) line[column - left] = { ...base, value: "", type: "Empty" };
    else if (typeof value === "object") line[column - left] = { ...base, value: value.error, type: "Error" };
    else if (typeof value === "number") line[column - left] = { ...base, value: isDateFormat(base.numberFormat) ? value + daysLater : value, type: "Double" };
    // A formula that gives "" has a value; one that the file has no value of has none.
    else line[column - left] = { ...base, value, type: typeof value === "boolean" ? "Boolean" : value === "" && !base.isFormula ? "Empty" : "String" };
  }
  const hiddenRows = new Set([...cells.keys()].map((index) => top + index).filter((row) => sheet.rowHidden(row)));
  const hiddenColumns = new Set(Array.from({ length: columns }, (_, index) => left + index).filter((column) => sheet.columnHidden(column)));
  const grid = { name: sheet.name, isHidden: sheet.visibility !== "visible", top, left, cells, merges: sheet.merges, hiddenRows, hiddenColumns };
  return cellsTooMany === undefined ? grid : { ...grid, cellsTooMany };
}
