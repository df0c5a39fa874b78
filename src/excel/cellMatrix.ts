// Requires: nothing by itself. What Excel gives of cells, typed: Office.js types matrices as `any`.
import type { CellType, CellValue } from "../registers/cell.js";
import { tooLargeToRead, type Attempt } from "./hostError.js";

/**
 * The rows of a matrix that Excel gave. It may answer null, and no error, when a range is too large to hand over; that must not pass for an empty one
 * (docs: "Read or write to a large range"; office-js-docs-pr#5821).
 * @throws WorkbookError `too-large`
 */
export function rowsOf(matrix: unknown, attempt?: Attempt): unknown[][] {
  const rows = cellMatrix(matrix);
  if (rows === undefined) throw tooLargeToRead(attempt);
  return rows;
}

/** As `rowsOf`, with undefined for null. */
export function cellMatrix(matrix: unknown): unknown[][] | undefined {
  return Array.isArray(matrix) ? matrix.map((row: unknown): unknown[] => (Array.isArray(row) ? row : [row])) : undefined;
}

export function cellValue(value: unknown): CellValue {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : "";
}

export function formatCode(value: unknown): string {
  return typeof value === "string" ? value : "General";
}

/** Rich values are texts to us. */
export function cellType(type: unknown): CellType {
  switch (type) {
    case "Empty":
    case "Double":
    case "Boolean":
    case "Error":
      return type;
    case "Integer":
      return "Double";
    default:
      return "String";
  }
}
