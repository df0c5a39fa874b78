import type { Table } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { asRecord } from "../cells/propertyValues.js";
import { bodyOf } from "../cells/resolveAddress.js";
import { sortRows } from "../cells/sortRows.js";
import type { SortKey } from "../openWorkbook.js";
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
