// Requires: nothing by itself. Which cells of a report that is written in several requests must not be cleared first.
import type { Area } from "../reports/layout/sheetLayout.js";
import { asGivenBack } from "../reports/layout/sheetText.js";
import type { ReportWrite } from "../usecases/port.js";

/** A cell that somebody changed by hand and that is kept; 0-based. */
export interface EditedCell {
  readonly row: number;
  readonly column: number;
  /** It stands there already. */
  readonly stays: boolean;
}

/** In the order of the rows. */
export function editedCells({ layout, asBuilt = layout.values, standing }: ReportWrite): readonly EditedCell[] {
  if (asBuilt === layout.values) return [];
  return layout.values.flatMap((cells, row) =>
    cells.flatMap((value, column) => {
      if (value === (asBuilt[row]?.[column] ?? "")) return [];
      const found = standing === undefined ? undefined : standing.formulas[row - standing.row]?.[column - standing.column];
      return [{ row, column, stays: value !== "" && found === asGivenBack(value) }];
    }),
  );
}

/** All cells of a block from the first of a sheet but some, which come in the order of the rows. */
export function around(cells: readonly EditedCell[], { rows, columns }: { readonly rows: number; readonly columns: number }): readonly Area[] {
  const areas: Area[] = [];
  let [row, column] = [0, 0];
  const restOfRow = () => {
    if (column > 0 && column < columns) areas.push({ row, column, rows: 1, columns: columns - column });
  };
  for (const cell of cells) {
    if (cell.row > row) {
      restOfRow();
      const next = column > 0 ? row + 1 : row;
      if (cell.row > next) areas.push({ row: next, column: 0, rows: cell.row - next, columns });
      [row, column] = [cell.row, 0];
    }
    if (cell.column > column) areas.push({ row, column, rows: 1, columns: cell.column - column });
    column = cell.column + 1;
  }
  restOfRow();
  const next = column > 0 ? row + 1 : row;
  if (rows > next) areas.push({ row: next, column: 0, rows: rows - next, columns });
  return areas;
}
