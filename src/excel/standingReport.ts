// Requires ExcelApi 1.1.
import type { CellValue } from "../registers/cell.js";
import type { SheetContent } from "../usecases/port.js";
import { cellValue, rowsOf } from "./cellMatrix.js";
import { mapInTurns } from "./turns.js";

/** What stands on a report's sheet in the moment before it is cleared. Office.js answers it when the same request has written over it. */
export interface StandingReport {
  readonly read: SheetContent | undefined;
  readonly range: Pick<Excel.Range, "formulas">;
}

/** Asks what is about to be cleared, in the request that clears it: formulas and values in one. The clearing must come after. */
export function askForStanding(range: Excel.Range, read: SheetContent | undefined): StandingReport {
  // The same range cannot be asked again for what it holds afterwards, so this is one of its own.
  return { read, range: range.load("formulas") };
}

/** What stood there, from A1, where somebody had written since it was read; else undefined. Formats are not looked at: those that were read go with it. */
export async function changedSinceRead({ read, range }: StandingReport): Promise<SheetContent | undefined> {
  const formulas = await mapInTurns(rowsOf(range.formulas), (cells) => cells.map(cellValue));
  const readAt = <Value>(matrix: readonly (readonly Value[])[] | undefined, row: number, column: number): Value | undefined =>
    read === undefined ? undefined : matrix?.[row - read.row]?.[column - read.column];
  const isAsRead = (formula: CellValue, row: number, column: number) => (readAt(read?.formulas, row, column) ?? "") === formula;
  const rowsAsRead = await mapInTurns(formulas, (cells, row) => cells.every((formula, column) => isAsRead(formula, row, column)));
  if (rowsAsRead.every((asRead) => asRead)) return undefined;
  return {
    row: 0,
    column: 0,
    formulas,
    values: await mapInTurns(formulas, (cells, row) => cells.map((formula, column) => (isAsRead(formula, row, column) ? (readAt(read?.values, row, column) ?? "") : shownBy(formula)))),
    numberFormats: await mapInTurns(formulas, (cells, row) => cells.map((_, column) => readAt(read?.numberFormats, row, column) ?? "General")),
  };
}

/** What a formula came to nobody asked: it counts as a formula, which it does when it shows something else than itself. */
function shownBy(formula: CellValue): CellValue {
  return typeof formula === "string" && formula.startsWith("=") ? "" : formula;
}
