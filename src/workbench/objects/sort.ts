import type { CellContent, Rect, Scalar, Sheet, Table } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { movedContent } from "../cells/copyCells.js";
import { isError } from "../cells/errorValues.js";
import { asRecord } from "../cells/propertyValues.js";
import { bodyOf } from "../cells/resolveAddress.js";
import type { OpenWorkbook, SortKey } from "../openWorkbook.js";
import type { Arguments } from "../richApi/arguments.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area } from "../subjects.js";

/** Sorts the rows of a block by the values of some of its columns. */
export const rangeSort: Behaviour<Area> = {
  actions: {
    /** Fields, match case, has headers. */
    Apply: ({ sheet, rect }, args, host) => {
      const hasHeaders = args.flag(2, false);
      sortRows(sheet, hasHeaders ? { ...rect, row: rect.row + 1, rows: rect.rows - 1 } : rect, keysOf(args, rect.columns), host);
    },
  },
};

/** Sorts the body of a table. What it was sorted by is remembered while the workbook is open, not in the file. */
export const tableSort: Behaviour<Table> = {
  scalars: {
    Fields: { get: (table, host) => (host.sortedBy.get(table) ?? []).map(({ column, ascending }) => ({ key: column, ascending })) },
    MatchCase: { get: () => false },
  },
  actions: {
    Apply: (table, args, host) => {
      const keys = keysOf(args, table.columns.length);
      sortRows(table.sheet, bodyOf(table), keys, host);
      host.sortedBy.set(table, keys);
    },
    Reapply: (table, _args, host) => {
      const keys = host.sortedBy.get(table);
      if (keys !== undefined) {
        sortRows(table.sheet, bodyOf(table), keys, host);
      }
    },
    Clear: (table, _args, host) => {
      host.sortedBy.delete(table);
    },
  },
};

function keysOf(args: Arguments, columns: number): readonly SortKey[] {
  const fields = args.raw(0);
  if (!Array.isArray(fields) || fields.length === 0) {
    throw new RichApiError("InvalidArgument");
  }
  return fields.map((field) => {
    const { key, ascending, sortOn } = asRecord(field);
    if (typeof key !== "number" || !Number.isInteger(key) || key < 0 || key >= columns || (sortOn !== undefined && sortOn !== "Value")) {
      throw new RichApiError("InvalidArgument");
    }
    return { column: key, ascending: ascending !== false };
  });
}

function sortRows(sheet: Sheet, rect: Rect, keys: readonly SortKey[], host: OpenWorkbook): void {
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
function compareValues(a: Scalar, b: Scalar): number {
  const rank = (value: Scalar) => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : isError(value) ? 3 : 2);
  if (rank(a) !== rank(b)) {
    return rank(a) - rank(b);
  }
  if (typeof a === "string" && typeof b === "string") {
    return a.localeCompare(b, "sv-SE", { sensitivity: "accent" });
  }
  return isError(a) || isError(b) ? 0 : Number(a) - Number(b);
}
