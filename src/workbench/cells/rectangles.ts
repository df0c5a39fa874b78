import type { CellPosition, Rect } from "../../xlsx/model.js";

/** The smallest rectangle that covers both. */
export function boundingRect(a: Rect, b: Rect): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** The cells that both cover; undefined when there are none. */
export function intersection(a: Rect, b: Rect): Rect | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

export function contains(outer: Rect, inner: Rect): boolean {
  const common = intersection(outer, inner);
  return common?.rows === inner.rows && common.columns === inner.columns;
}

export function cellCount(rect: Rect): number {
  return rect.rows * rect.columns;
}

/** The cells of a rectangle, row by row. */
export function* positionsIn(rect: Rect): Generator<CellPosition> {
  for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
    for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
      yield { row, column };
    }
  }
}
