import type { Area, CellLook, SheetLayout } from "./sheetLayout.js";

/** One cell's look. */
export interface LookAt {
  readonly look: CellLook;
  readonly row: number;
  readonly column: number;
}

/**
 * Cells gathered into few rectangles per look: neighbours in a row first, then rows whose stretches are alike. The cells come row by
 * row, left to right; every cell is in exactly one area.
 */
export function areasOfLooks(cells: readonly LookAt[]): SheetLayout["looks"] {
  const areas = new Map<CellLook, Area[]>();
  for (const [look, stretches] of stretchesByLook(cells)) areas.set(look, mergedDown(stretches));
  return [...areas].map(([look, found]) => ({ look, areas: found }));
}

/** An area that still grows. */
type Growing = { -readonly [Side in keyof Area]: Area[Side] };

function stretchesByLook(cells: readonly LookAt[]): Map<CellLook, Growing[]> {
  const byLook = new Map<CellLook, Growing[]>();
  for (const { look, row, column } of cells) {
    const stretches = byLook.get(look);
    const last = stretches?.at(-1);
    if (last !== undefined && last.row === row && last.column + last.columns === column) last.columns += 1;
    else if (stretches === undefined) byLook.set(look, [{ row, column, rows: 1, columns: 1 }]);
    else stretches.push({ row, column, rows: 1, columns: 1 });
  }
  return byLook;
}

/** More than the columns of any sheet. */
const COLUMNS = 2 ** 15;

function mergedDown(stretches: readonly Growing[]): Area[] {
  const open = new Map<number, Growing>();
  const areas: Growing[] = [];
  for (const stretch of stretches) {
    const span = stretch.column * COLUMNS + stretch.columns;
    const above = open.get(span);
    if (above !== undefined && above.row + above.rows === stretch.row) {
      above.rows += 1;
    } else {
      areas.push(stretch);
      open.set(span, stretch);
    }
  }
  // By the row and column they begin in: as the stretches came.
  return areas;
}
