import type { CellValue } from "../cell.js";
import { placesOfColumns } from "../reading/headers.js";
import type { Register, RowOf } from "../register.js";
import { InvalidRowError, rowsToCells } from "./rowsToCells.js";

/** One cell of a row to be added, as Range.values and Range.numberFormat take it. */
export interface RowCell {
  readonly value: CellValue;
  readonly numberFormat: string;
}

/**
 * A typed row as cells in the order of a table whose columns somebody may have moved, renamed or added to: one cell for each of its `headers`,
 * an empty one where the column is not the register's.
 * @throws InvalidRowError when the row does not fit the register, or says something that the table has no column for.
 */
export function cellsOfRow<R extends Register>(register: R, row: RowOf<R>, headers: readonly string[]): readonly RowCell[] {
  return cellsOfRows(register, [row], headers)[0] ?? [];
}

/** Several rows as `cellsOfRow` gives each. */
export function cellsOfRows<R extends Register>(register: R, rows: readonly RowOf<R>[], headers: readonly string[]): readonly (readonly RowCell[])[] {
  const { values, numberFormats } = rowsToCells(register, rows);
  const places = placesOfColumns(register, headers);
  return values.map((row, rowIndex) => {
    const cells: RowCell[] = headers.map(() => ({ value: "", numberFormat: "General" }));
    const homeless: string[] = [];
    for (const [index, [key, column]] of Object.entries(register.columns).entries()) {
      const value = row[index] ?? "";
      const place = places.get(key);
      if (place !== undefined) cells[place] = { value, numberFormat: numberFormats[rowIndex]?.[index] ?? "General" };
      else if (value !== "" && column.kind !== "calculated") homeless.push(`kolumnen ${column.header} saknas i tabellen`);
    }
    if (homeless.length > 0) throw new InvalidRowError(register.table, rowIndex, homeless);
    return cells;
  });
}
