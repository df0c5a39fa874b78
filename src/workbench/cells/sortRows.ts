import type { CellContent, Rect, Scalar, Sheet } from "../../xlsx/model.js";
import type { OpenWorkbook, SortKey } from "../openWorkbook.js";
import { movedContent } from "./copyCells.js";
import { isError } from "./errorValues.js";

/** Puts the rows of a block in order by the values of some of its columns; rows that are alike keep their order, relative references move along. Throws AccessDenied on a protected sheet. */
export function sortRows(sheet: Sheet, rect: Rect, keys: readonly SortKey[], host: OpenWorkbook): void {
  host.ensureUnprotected(sheet, sheet.protection?.options.allowSort);
  host.compute();
  const rows = Array.from({ length: rect.rows }, (_row, from) => ({
    from,
    contents: Array.from({ length: rect.columns }, (_column, column) => sheet.cell(rect.row + from, rect.column + column) ?? { value: null }),
  }));
  rows.sort((a, b) => compareRows(a.contents, b.contents, keys));
  for (const [row, { from, contents }] of rows.entries()) {
    for (const [column, content] of contents.entries()) {
      sheet.setCell(rect.row + row, rect.column + column, movedContent(content, { rows: row - from, columns: 0 }));
    }
  }
  host.changed({ sheet, rect });
  host.events.edited(sheet, rect);
  host.events.sorted(sheet, rect);
}

function compareRows(a: readonly CellContent[], b: readonly CellContent[], keys: readonly SortKey[]): number {
  for (const { column, ascending } of keys) {
    const [left, right] = [a[column]?.value ?? null, b[column]?.value ?? null];
    if (left === null || right === null) {
      // Empty cells come last whatever the order.
      if (left !== right) {
        return left === null ? 1 : -1;
      }
      continue;
    }
    const order = compareValues(left, right);
    if (order !== 0) {
      return ascending ? order : -order;
    }
  }
  return 0;
}

/** Numbers, then text without regard to case, then FALSE and TRUE, then errors. */
export function compareValues(a: Scalar, b: Scalar): number {
  const rank = (value: Scalar) => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : isError(value) ? 3 : 2);
  if (rank(a) !== rank(b)) {
    return rank(a) - rank(b);
  }
  if (typeof a === "string" && typeof b === "string") {
    return a.localeCompare(b, "sv-SE", { sensitivity: "accent" });
  }
  return isError(a) || isError(b) ? 0 : Number(a) - Number(b);
}
