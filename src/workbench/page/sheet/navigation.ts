// Keys that move about in a sheet, as in Excel.
import type { CellPosition } from "../../../xlsx/model.js";
import type { Direction } from "../../user/session.js";
import { endOf, extendTo, isOneCell, selectCell, type Selection, type SheetShape, wholeCell } from "./selection.js";

/** What of a keyboard event counts. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const STEPS: Readonly<Record<Direction, CellPosition>> = { up: { row: -1, column: 0 }, down: { row: 1, column: 0 }, left: { row: 0, column: -1 }, right: { row: 0, column: 1 } };
const ARROWS: ReadonlyMap<string, Direction> = new Map([["ArrowUp", "up"], ["ArrowDown", "down"], ["ArrowLeft", "left"], ["ArrowRight", "right"]]);

/**
 * The selection after a key; undefined for keys that do not move.
 * @param pageRows Rows that fit in view, for Page Up and Page Down.
 */
export function selectionAfter(press: KeyPress, selection: Selection, shape: SheetShape, pageRows: number): Selection | undefined {
  const { key, shiftKey, altKey } = press;
  const isCtrl = press.ctrlKey || press.metaKey;
  if (altKey) return undefined;
  if (key === "Enter" && !isCtrl) return advance(selection, shiftKey ? "up" : "down", shape);
  if (key === "Tab" && !isCtrl) return advance(selection, shiftKey ? "left" : "right", shape);
  if (key === "a" && isCtrl) return extendTo({ row: 0, column: 0 }, shape.lastUsed, shape.merges);
  if (key === " " && isCtrl !== shiftKey) return isCtrl ? wholeColumns(selection, shape) : wholeRows(selection, shape);
  const from = shiftKey ? endOf(selection) : selection.active;
  const to = target(key, isCtrl, from, shape, pageRows);
  if (to === undefined) return undefined;
  return shiftKey ? extendTo(selection.active, to, shape.merges) : selectCell(to, shape.merges);
}

function target(key: string, isCtrl: boolean, from: CellPosition, shape: SheetShape, pageRows: number): CellPosition | undefined {
  const arrow = ARROWS.get(key);
  if (arrow !== undefined) return isCtrl ? edge(from, arrow, shape) : neighbour(from, arrow, shape);
  switch (key) {
    case "Home":
      return visible({ row: isCtrl ? 0 : from.row, column: 0 }, "right", shape);
    case "End":
      return isCtrl ? shape.lastUsed : edge({ row: from.row, column: shape.lastUsed.column + 1 }, "left", shape);
    case "PageUp":
      return isCtrl ? undefined : visible({ row: Math.max(0, from.row - pageRows), column: from.column }, "down", shape);
    case "PageDown":
      return isCtrl ? undefined : visible({ row: Math.min(shape.rows - 1, from.row + pageRows), column: from.column }, "up", shape);
    default:
      return undefined;
  }
}

/** The next cell in a direction that can be seen; the cell itself at the sheet's edge. Merged cells are stepped over as one. */
function neighbour(from: CellPosition, direction: Direction, shape: SheetShape): CellPosition {
  const whole = wholeCell(from, shape.merges);
  const start = {
    row: direction === "down" ? whole.row + whole.rows - 1 : from.row,
    column: direction === "right" ? whole.column + whole.columns - 1 : from.column,
  };
  const step = STEPS[direction];
  return nextVisible({ row: start.row + step.row, column: start.column + step.column }, step, shape) ?? from;
}

/** As far as the page shows the sheet. */
function edge(from: CellPosition, direction: Direction, shape: SheetShape): CellPosition {
  const { row, column } = shape.edge(from.row, from.column, direction);
  return { row: Math.min(row, shape.rows - 1), column: Math.min(column, shape.columns - 1) };
}

function nextVisible(cell: CellPosition, step: CellPosition, shape: SheetShape): CellPosition | undefined {
  let { row, column } = cell;
  while (row >= 0 && column >= 0 && row < shape.rows && column < shape.columns) {
    const isHidden = step.row === 0 ? shape.isColumnHidden(column) : shape.isRowHidden(row);
    if (!isHidden) return { row, column };
    row += step.row;
    column += step.column;
  }
  return undefined;
}

/** The cell, or when it is hidden the nearest one in a direction. */
function visible(cell: CellPosition, direction: Direction, shape: SheetShape): CellPosition {
  return nextVisible(cell, STEPS[direction], shape) ?? cell;
}

/** Enter and Tab: the next cell, and within several selected ones round and round, column by column or row by row, past what cannot be seen. */
function advance(selection: Selection, direction: Direction, shape: SheetShape): Selection {
  const { rect, active } = selection;
  if (isOneCell(selection, shape.merges)) return selectCell(neighbour(active, direction, shape), shape.merges);
  const isByRow = direction === "left" || direction === "right";
  const length = isByRow ? rect.columns : rect.rows;
  const count = rect.rows * rect.columns;
  const step = direction === "down" || direction === "right" ? 1 : count - 1;
  const cellAt = (index: number): CellPosition => {
    const [along, across] = [index % length, Math.floor(index / length)];
    return isByRow ? { row: rect.row + across, column: rect.column + along } : { row: rect.row + along, column: rect.column + across };
  };
  let index = isByRow ? (active.row - rect.row) * length + active.column - rect.column : (active.column - rect.column) * length + active.row - rect.row;
  for (let tried = 0; tried < count; tried += 1) {
    index = (index + step) % count;
    const cell = cellAt(index);
    if (canBeActive(cell, shape)) return { rect, active: cell };
  }
  return selection;
}

function canBeActive(cell: CellPosition, shape: SheetShape): boolean {
  const { row, column } = wholeCell(cell, shape.merges);
  return row === cell.row && column === cell.column && !shape.isRowHidden(row) && !shape.isColumnHidden(column);
}

function wholeColumns({ rect, active }: Selection, shape: SheetShape): Selection {
  return { active, rect: { row: 0, rows: shape.rows, column: rect.column, columns: rect.columns } };
}

function wholeRows({ rect, active }: Selection, shape: SheetShape): Selection {
  return { active, rect: { row: rect.row, rows: rect.rows, column: 0, columns: shape.columns } };
}
