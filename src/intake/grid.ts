import type { CellInput } from "../registers/cell.js";

/** A cell of a sheet that people have made: its value as Excel gives it, and whether a formula computed it. */
export interface GridCell extends CellInput {
  readonly isFormula: boolean;
}

/** 0-based, on the sheet. */
export interface GridArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** One sheet as it stands, whatever is on it: what the file model and Excel can both fill. */
export interface SheetGrid {
  readonly name: string;
  readonly isHidden: boolean;
  /** 0-based place of the first cell of `cells`. */
  readonly top: number;
  readonly left: number;
  /** Row by row; every row is as long as the first. */
  readonly cells: readonly (readonly GridCell[])[];
  /** Merged areas; only their first cell holds a value. */
  readonly merges: readonly GridArea[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** How many cells are in use, on a sheet with more than can be a table: `cells` is then empty. */
  readonly cellsTooMany?: number;
}

/** More cells than this are formats that somebody dragged to the edge of the sheet, and not a table. */
export const MOST_CELLS = 2_000_000;

export const emptyCell: GridCell = { value: "", type: "Empty", numberFormat: "General", isFormula: false };

/** The cell at a place of the sheet, 0-based; an empty one outside what is used. */
export function cellAt(sheet: SheetGrid, row: number, column: number): GridCell {
  return sheet.cells[row - sheet.top]?.[column - sheet.left] ?? emptyCell;
}

/** The first row below and the first column to the right of what is used. */
export function bottomOf(sheet: SheetGrid): number {
  return sheet.top + sheet.cells.length;
}

export function rightOf(sheet: SheetGrid): number {
  return sheet.left + (sheet.cells[0]?.length ?? 0);
}

/** The merged area that a cell is in, if any: looked up by cell, since a sheet can have thousands. */
export function mergeIndex(sheet: SheetGrid): (row: number, column: number) => GridArea | undefined {
  const byCell = new Map<string, GridArea>();
  const [bottom, right] = [bottomOf(sheet), rightOf(sheet)];
  for (const area of sheet.merges) {
    for (let row = Math.max(area.row, sheet.top); row < Math.min(area.row + area.rows, bottom); row++) {
      for (let column = Math.max(area.column, sheet.left); column < Math.min(area.column + area.columns, right); column++) byCell.set(`${row},${column}`, area);
    }
  }
  return (row, column) => byCell.get(`${row},${column}`);
}
