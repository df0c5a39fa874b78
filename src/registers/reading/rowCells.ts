import type { CellInput } from "../cell.js";
import type { TableImage } from "../tableImage.js";

/** The cells of a row as typed, by column key. */
export type RowCells = Readonly<Record<string, CellInput>>;

/** The cell of a table's body at a 0-based place. */
export function cellAt({ values, types, numberFormats }: TableImage, row: number, column: number): CellInput {
  const type = types[row]?.[column] ?? "Empty";
  const value = values[row]?.[column] ?? "";
  const numberFormat = numberFormats[row]?.[column] ?? "General";
  if (type === "Empty" && value === "" && numberFormat === "General") return EMPTY_CELL;
  return { value, type, numberFormat };
}

/** Half of a workbook's cells are like it: they share one. */
export const EMPTY_CELL: CellInput = { value: "", type: "Empty", numberFormat: "General" };

const ROW = Symbol("row");

/**
 * The cells of any row of a table, which only look into it: few of them are asked for once they have been read, and a large workbook would hold millions.
 * @param indexOf where the table has each column, by key
 */
export function rowCells(image: TableImage, indexOf: ReadonlyMap<string, number>): (row: number) => RowCells {
  class Cells {
    readonly [key: string]: CellInput;
    readonly [ROW]: number;

    constructor(row: number) {
      this[ROW] = row;
    }
  }
  for (const [key, index] of indexOf) {
    Object.defineProperty(Cells.prototype, key, {
      enumerable: true,
      get(this: Cells) {
        return cellAt(image, this[ROW], index);
      },
    });
  }
  return (row) => new Cells(row);
}
