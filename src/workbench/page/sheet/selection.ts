// What is selected in a sheet, as Excel has it: a block of cells, one of which is the active cell that typing goes to.
import type { CellPosition, Rect } from "../../../xlsx/model.js";
import { boundingRect, intersection } from "../../cells/rectangles.js";
import type { Direction } from "../../user/session.js";

export interface Selection {
  readonly rect: Rect;
  /** Within `rect`. */
  readonly active: CellPosition;
}

/** What of a sheet selecting and moving about go by. */
export interface SheetShape {
  /** Rows and columns that can be gone to. */
  readonly rows: number;
  readonly columns: number;
  readonly merges: readonly Rect[];
  isRowHidden(row: number): boolean;
  isColumnHidden(column: number): boolean;
  /** Where Ctrl+arrow goes: the end of the run of filled cells, else the next filled cell, else the sheet's edge. */
  edge(row: number, column: number, direction: Direction): CellPosition;
  /** Last row and column with content; 0, 0 in an empty sheet. */
  readonly lastUsed: CellPosition;
}

export function cellRect({ row, column }: CellPosition): Rect {
  return { row, column, rows: 1, columns: 1 };
}

/** The merged cells that a cell is one of, or the cell itself. */
export function wholeCell(cell: CellPosition, merges: readonly Rect[]): Rect {
  const rect = cellRect(cell);
  return merges.find((merge) => intersection(merge, rect) !== undefined) ?? rect;
}

/** One cell; of merged ones all, with the first active. */
export function selectCell(cell: CellPosition, merges: readonly Rect[]): Selection {
  const rect = wholeCell(cell, merges);
  return { rect, active: { row: rect.row, column: rect.column } };
}

/** From the active cell to another one, merged cells whole. */
export function extendTo(active: CellPosition, end: CellPosition, merges: readonly Rect[]): Selection {
  return { active, rect: withWholeMerges(boundingRect(wholeCell(active, merges), wholeCell(end, merges)), merges) };
}

function withWholeMerges(rect: Rect, merges: readonly Rect[]): Rect {
  const grown = merges.reduce((all, merge) => (intersection(all, merge) === undefined ? all : boundingRect(all, merge)), rect);
  return grown.rows === rect.rows && grown.columns === rect.columns ? rect : withWholeMerges(grown, merges);
}

/** The corner across from the active cell: what moves when the selection is extended. */
export function endOf({ rect, active }: Selection): CellPosition {
  const lastRow = rect.row + rect.rows - 1;
  const lastColumn = rect.column + rect.columns - 1;
  return { row: active.row === rect.row ? lastRow : rect.row, column: active.column === rect.column ? lastColumn : rect.column };
}

/** Whether the selection is one cell, merged or not. */
export function isOneCell({ rect, active }: Selection, merges: readonly Rect[]): boolean {
  const whole = wholeCell(active, merges);
  return whole.rows === rect.rows && whole.columns === rect.columns;
}

export function contains(rect: Rect, row: number, column: number): boolean {
  return row >= rect.row && row < rect.row + rect.rows && column >= rect.column && column < rect.column + rect.columns;
}
