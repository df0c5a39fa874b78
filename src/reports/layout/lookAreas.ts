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

function stretchesByLook(cells: readonly LookAt[]): Map<CellLook, Area[]> {
  const byLook = new Map<CellLook, Area[]>();
  for (const { look, row, column } of cells) {
    const stretches = byLook.get(look) ?? [];
    byLook.set(look, stretches);
    const last = stretches.at(-1);
    if (last !== undefined && last.row === row && last.column + last.columns === column) {
      stretches[stretches.length - 1] = { ...last, columns: last.columns + 1 };
    } else {
      stretches.push({ row, column, rows: 1, columns: 1 });
    }
  }
  return byLook;
}

function mergedDown(stretches: readonly Area[]): Area[] {
  const open = new Map<string, Area>();
  const done: Area[] = [];
  for (const stretch of stretches) {
    const span = `${stretch.column}:${stretch.columns}`;
    const above = open.get(span);
    if (above !== undefined && above.row + above.rows === stretch.row) {
      open.set(span, { ...above, rows: above.rows + 1 });
    } else {
      if (above !== undefined) done.push(above);
      open.set(span, stretch);
    }
  }
  return [...done, ...open.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}
