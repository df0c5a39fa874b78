import type { CellFormat, Rect, Sheet } from "../../xlsx/model.js";
import type { Areas } from "../subjects.js";
import { cellCount, contains, intersection } from "./rectangles.js";

/** A block of so many cells is walked sooner than the sheet, of which every row is looked at to see where its use ends. */
const FEW_CELLS = 10_000;

/**
 * The part of a block where formats can differ from cell to cell. Beyond the used range every cell is as its row or column says, so one row and
 * one column past the end stand for all the rest, and whole columns need not be walked.
 */
export function formatSample(sheet: Sheet, rect: Rect): Rect {
  if (cellCount(rect) <= FEW_CELLS) {
    return rect;
  }
  const used = sheet.usedRange(false) ?? { row: 0, column: 0, rows: 0, columns: 0 };
  const reach = { row: 0, column: 0, rows: used.row + used.rows + 1, columns: used.column + used.columns + 1 };
  return contains(reach, rect) ? rect : (intersection(reach, rect) ?? { ...rect, rows: 1, columns: 1 });
}

/** What all cells have in common, or null where they differ: as Office.js gives formats. */
export function commonFormat<T extends string | number | boolean | null>(areas: Areas, read: (format: CellFormat) => T): T | null {
  const values = new Set<T>();
  for (const { sheet, rect } of areas) {
    const { row, column, rows, columns } = formatSample(sheet, rect);
    for (let r = row; r < row + rows && values.size < 2; r += 1) {
      for (let c = column; c < column + columns && values.size < 2; c += 1) {
        values.add(read(sheet.format(r, c)));
      }
    }
  }
  const [first] = values;
  return values.size === 1 && first !== undefined ? first : null;
}
