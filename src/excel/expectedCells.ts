// Requires ExcelApi 1.1.
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

/** Puts a question about cells into the next request: one for each column that they stand in. */
export function askForCells(context: Excel.RequestContext, expected: readonly ExpectedCell[]): readonly Stretch[] {
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
 * Refuses to go on where a cell says something else than the caller read: somebody has written there since, or rows have moved.
 * @throws WorkbookError `workbook-changed`
 */
export function refuseChanged(stretches: readonly Stretch[]): void {
  for (const { range, sheet, top, cells } of stretches) {
    const standing: readonly CellValue[] = rowsOf(range.values).map((row) => cellValue(row[0]));
    if (cells.some(({ at, value }) => standing[at.row - top] !== value)) {
      throw new WorkbookError("workbook-changed", {
        sv: `Någon har ändrat på bladet ${sheet} under tiden. Inget har skrivits. Kontrollera arbetsboken och försök igen.`,
        en: `Somebody has changed the sheet ${sheet} in the meantime. Nothing has been written. Check the workbook and try again.`,
      });
    }
  }
}
