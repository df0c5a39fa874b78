import type { Rect } from "../../xlsx/model.js";
import { RichApiError } from "../richApi/richApiError.js";

/**
 * A 2-D array given to a range, by offset from its first cell; undefined where the cell is to stay as it is (null on the wire).
 * One value that is no array stands for every cell. Throws InvalidArgument when the shape is not that of the range.
 */
export function readMatrix(input: unknown, { rows, columns }: Rect): (row: number, column: number) => unknown {
  if (!Array.isArray(input)) {
    return () => input ?? undefined;
  }
  const lines: readonly unknown[] = input;
  const fits = lines.length === rows && lines.every((line) => Array.isArray(line) && line.length === columns);
  if (!fits) {
    throw new RichApiError("InvalidArgument", "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  }
  return (row, column) => {
    const line = lines[row];
    const value: unknown = Array.isArray(line) ? line[column] : undefined;
    return value ?? undefined;
  };
}

/** Builds the 2-D array of a range. */
export function matrixOf<T>(rect: Rect, at: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rect.rows }, (_row, row) => Array.from({ length: rect.columns }, (_column, column) => at(rect.row + row, rect.column + column)));
}
