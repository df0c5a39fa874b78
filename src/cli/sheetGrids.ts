import { emptyCell, type GridCell, type SheetGrid } from "../intake/grid.js";
import type { Sheet, Workbook } from "../xlsx/index.js";

/** More cells than this are formats that somebody dragged to the edge of the sheet, and not a table. */
const MOST_CELLS = 5_000_000;

/** Every worksheet of a file as the intake sees it. Only reads; a sheet that is too large to be a table is given empty. */
export function sheetGrids(workbook: Workbook): SheetGrid[] {
  return workbook.sheets.map(sheetGrid);
}

function sheetGrid(sheet: Sheet): SheetGrid {
  const used = sheet.usedRange(true) ?? { row: 0, column: 0, rows: 0, columns: 0 };
  const { row: top, column: left, rows, columns } = withinReason(used);
  const cells: GridCell[][] = Array.from({ length: rows }, () => Array.from({ length: columns }, () => emptyCell));
  for (const { row, column, content } of sheet.cells()) {
    const line = cells[row - top];
    if (line === undefined || column < left || column >= left + columns) continue;
    const { value, formula } = content;
    const base = { numberFormat: sheet.numberFormat(row, column), isFormula: formula !== undefined };
    if (value === null) line[column - left] = { ...base, value: "", type: "Empty" };
    else if (typeof value === "object") line[column - left] = { ...base, value: value.error, type: "Error" };
    else line[column - left] = { ...base, value, type: typeof value === "string" ? (value === "" ? "Empty" : "String") : typeof value === "number" ? "Double" : "Boolean" };
  }
  const hiddenRows = new Set([...cells.keys()].map((index) => top + index).filter((row) => sheet.rowHidden(row)));
  const hiddenColumns = new Set(Array.from({ length: columns }, (_, index) => left + index).filter((column) => sheet.columnHidden(column)));
  return { name: sheet.name, isHidden: sheet.visibility !== "visible", top, left, cells, merges: sheet.merges, hiddenRows, hiddenColumns };
}

function withinReason(used: { row: number; column: number; rows: number; columns: number }) {
  return used.rows * used.columns > MOST_CELLS ? { ...used, rows: 0, columns: 0 } : used;
}
