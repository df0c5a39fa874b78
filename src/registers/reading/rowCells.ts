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

/** Whether a cell of the body holds nothing: then there is nothing to read. */
export function isEmptyAt({ types }: TableImage, row: number, column: number): boolean {
  return (types[row]?.[column] ?? "Empty") === "Empty";
}

/** Half of a workbook's cells are like it: they share one. */
export const EMPTY_CELL: CellInput = { value: "", type: "Empty", numberFormat: "General" };

const IMAGE = Symbol("image");
const ROW = Symbol("row");

/**
 * The cells of any row of a table, which only look into it: few of them are asked for once they have been read, and a large workbook would hold millions.
 * @param indexOf where the table has each column, by key
 */
export function rowCells(image: TableImage, indexOf: ReadonlyMap<string, number>): (row: number) => RowCells {
  const columns = [...indexOf];
  const places = columns.join();
  const Cells = kinds.get(places) ?? kindOf(columns);
  kinds.set(places, Cells);
  return (row) => new Cells(image, row);
}

type Kind = new (image: TableImage, row: number) => RowCells;

/** Rows of tables with the same columns in the same places are of one kind, from one reading to the next: what the engine has learnt of them then holds the next time too. */
const kinds = new Map<string, Kind>();

function kindOf(columns: readonly (readonly [key: string, index: number])[]): Kind {
  class Cells {
    readonly [key: string]: CellInput;
    declare readonly [IMAGE]: TableImage;
    declare readonly [ROW]: number;

    constructor(image: TableImage, row: number) {
      this[IMAGE] = image;
      this[ROW] = row;
    }
  }
  for (const [key, index] of columns) {
    Object.defineProperty(Cells.prototype, key, {
      enumerable: true,
      get(this: Cells) {
        return cellAt(this[IMAGE], this[ROW], index);
      },
    });
  }
  return Cells;
}
