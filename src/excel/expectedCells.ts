// Requires ExcelApi 1.4 (getItemOrNullObject).
import type { CellValue } from "../registers/cell.js";
import type { ExpectedCell } from "../usecases/port.js";
import { WorkbookError } from "../usecases/workbookError.js";
import { cellValue, rowsOf } from "./cellMatrix.js";

/** A column of a sheet, from the first to the last of the cells asked about. */
interface Stretch {
  readonly range: Excel.Range;
  readonly sheet: string;
  readonly top: number;
  readonly cells: readonly ExpectedCell[];
}

/** What is to be looked at before anything is written. */
export interface ExpectedCells {
  readonly stretches: readonly Stretch[];
  readonly sheets: readonly { readonly name: string; readonly protection: Excel.WorksheetProtection }[];
  readonly headers: readonly Headers[];
}

/** A table whose headers are asked about, and the cells that stand under them. */
interface Headers {
  readonly sheet: string;
  readonly table: Excel.Table;
  readonly columns: Excel.TableColumnCollection;
  readonly range: Excel.Range;
  readonly cells: readonly ExpectedCell[];
}

/** Puts a question about cells into the next request: of their sheets, of the headers above them, and one for each column that they stand in. */
export function askForCells(context: Excel.RequestContext, expected: readonly ExpectedCell[]): ExpectedCells {
  const { worksheets, tables } = context.workbook;
  const sheets = [...new Set(expected.map(({ at }) => at.sheet))].map((name) => ({ name, protection: worksheets.getItem(name).protection.load("protected") }));
  const headers = [...new Set(expected.flatMap(({ under }) => (under === undefined ? [] : [under.table])))].map((name) => {
    const table = tables.getItemOrNullObject(name).load("name");
    const cells = expected.filter(({ under }) => under?.table === name);
    return { sheet: cells[0]?.at.sheet ?? name, table, columns: table.columns.load("items/name"), range: table.getRange().load("columnIndex"), cells };
  });
  return { stretches: stretchesOf(context, expected), sheets, headers };
}

function stretchesOf(context: Excel.RequestContext, expected: readonly ExpectedCell[]): readonly Stretch[] {
  const columns = new Map<string, ExpectedCell[]>();
  for (const cell of expected) {
    const key = JSON.stringify([cell.at.sheet, cell.at.column]);
    const same = columns.get(key);
    if (same === undefined) columns.set(key, [cell]);
    else same.push(cell);
  }
  return [...columns.values()].flatMap((cells) => {
    const [first] = cells;
    if (first === undefined) return [];
    const { sheet, column } = first.at;
    const top = cells.reduce((least, { at }) => Math.min(least, at.row), first.at.row);
    const bottom = cells.reduce((most, { at }) => Math.max(most, at.row), first.at.row);
    const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(top, column, bottom - top + 1, 1).load("values");
    return [{ range, sheet, top, cells }];
  });
}

/**
 * Refuses to go on where a cell says something else than the caller read: somebody has written there since, or rows or columns have moved.
 * @throws WorkbookError `workbook-changed`, `sheet-protected`
 */
export function refuseChanged({ stretches, sheets, headers }: ExpectedCells): void {
  for (const { name, protection } of sheets) {
    if (protection.protected) throw sheetProtected(name);
  }
  for (const { sheet, table, columns, range, cells } of headers) {
    if (table.isNullObject || cells.some(({ at, under }) => columns.items[at.column - range.columnIndex]?.name !== under?.header)) throw sheetChanged(sheet);
  }
  for (const { range, sheet, top, cells } of stretches) {
    const standing: readonly CellValue[] = rowsOf(range.values).map((row) => cellValue(row[0]));
    if (cells.some(({ at, value }) => standing[at.row - top] !== value)) throw sheetChanged(sheet);
  }
}

function sheetChanged(sheet: string): WorkbookError {
  return new WorkbookError("workbook-changed", {
    sv: `Någon har ändrat på bladet ${sheet} under tiden. Inget har skrivits. Kontrollera arbetsboken och försök igen.`,
    en: `Somebody has changed the sheet ${sheet} in the meantime. Nothing has been written. Check the workbook and try again.`,
  });
}

export function sheetProtected(sheet: string): WorkbookError {
  return new WorkbookError("sheet-protected", {
    sv: `Bladet ${sheet} är skyddat. Inget har skrivits. Ta bort skyddet under Granska och försök igen.`,
    en: `The sheet ${sheet} is protected. Nothing has been written. Remove the protection on the Review tab and try again.`,
  });
}
