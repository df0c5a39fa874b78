import type { Chart, ChartCorner, Sheet } from "../../xlsx/model.js";
import { columnPoints, rowPoints } from "./sizes.js";

/** Where a chart stands on its sheet, in points from the sheet's corner. */
export interface ChartBounds {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const EMU_PER_POINT = 12_700;
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/** Undefined for a chart that does not stand between two cells. */
export function chartBounds(sheet: Sheet, { place }: Chart): ChartBounds | undefined {
  if (place === undefined) {
    return undefined;
  }
  const [from, to] = [pointOf(sheet, place.from), pointOf(sheet, place.to)];
  return { left: from.x, top: from.y, width: to.x - from.x, height: to.y - from.y };
}

export function placeChart(sheet: Sheet, chart: Chart, { left, top, width, height }: ChartBounds): void {
  chart.setPlace(cornerAt(sheet, left, top), cornerAt(sheet, left + width, top + height));
}

function pointOf(sheet: Sheet, corner: ChartCorner): { readonly x: number; readonly y: number } {
  return {
    x: sum(corner.column, (column) => columnPoints(sheet, column)) + corner.columnOffset / EMU_PER_POINT,
    y: sum(corner.row, (row) => rowPoints(sheet, row)) + corner.rowOffset / EMU_PER_POINT,
  };
}

function cornerAt(sheet: Sheet, x: number, y: number): ChartCorner {
  const across = cellAt(x, MAX_COLUMNS, (column) => columnPoints(sheet, column));
  const down = cellAt(y, MAX_ROWS, (row) => rowPoints(sheet, row));
  return { row: down.cell, column: across.cell, rowOffset: down.offset, columnOffset: across.offset };
}

/** The cell that a distance ends in, and how far into it in EMU. */
function cellAt(points: number, count: number, sizeOf: (cell: number) => number): { readonly cell: number; readonly offset: number } {
  let left = Math.max(0, points);
  for (let cell = 0; cell < count; cell += 1) {
    const size = sizeOf(cell);
    if (left < size) {
      return { cell, offset: Math.round(left * EMU_PER_POINT) };
    }
    left -= size;
  }
  return { cell: count - 1, offset: 0 };
}

function sum(count: number, sizeOf: (cell: number) => number): number {
  let total = 0;
  for (let cell = 0; cell < count; cell += 1) {
    total += sizeOf(cell);
  }
  return total;
}
