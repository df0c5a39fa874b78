import type { Table } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { values } from "../cells/readCells.js";
import { bodyOf } from "../cells/resolveAddress.js";
import { addRows, deleteRows, rowOf } from "../cells/tableRows.js";
import { writeCells } from "../cells/writeCells.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Arguments } from "../richApi/arguments.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { HostObject, Subjects } from "../subjects.js";

export const tableRowCollection: Behaviour<Table> = {
  scalars: { Count: { get: (table) => bodyOf(table).rows } },
  items: (table) => Array.from({ length: bodyOf(table).rows }, (_row, index) => ({ kind: "TableRow", target: { table, index } })),
  objectMethods: {
    /** Throws InvalidArgument beyond the last row. */
    GetItemAt: (table, args) => rowAt(table, args.integer(0)),
    /** Adds rows at a 0-based index, or last: as many as the matrix has, one for a single value or none. Cells below move down. */
    Add: addTableRows,
  },
  methods: {
    GetCount: (table) => bodyOf(table).rows,
  },
  actions: {
    /** By their indexes, as they are before any is deleted. */
    DeleteRows: (table, args, host) => {
      const rows = args.raw(0);
      const indexes = (Array.isArray(rows) ? rows : []).filter((row): row is number => typeof row === "number");
      for (const index of [...new Set(indexes)].sort((a, b) => b - a)) {
        deleteRows(table, index, 1, host);
      }
    },
    DeleteRowsAt: (table, args, host) => deleteRows(table, args.integer(0), args.integerOr(1, 1), host),
  },
};

export const tableRow: Behaviour<Subjects["TableRow"]> = {
  scalars: {
    /** 0-based place in the body. */
    Index: { get: ({ index }) => index },
    Values: {
      get: ({ table, index }, host) => values({ sheet: table.sheet, rect: rowOf(table, index) }, host),
      set: ({ table, index }, value, host) => writeCells({ sheet: table.sheet, rect: rowOf(table, index) }, value, host),
    },
  },
  objectMethods: { GetRange: ({ table, index }) => ({ kind: "Range", target: { sheet: table.sheet, rect: rowOf(table, index) } }) },
  actions: { Delete: ({ table, index }, _args, host) => deleteRows(table, index, 1, host) },
};

function rowAt(table: Table, index: number): HostObject {
  rowOf(table, index);
  return { kind: "TableRow", target: { table, index } };
}

function addTableRows(table: Table, args: Arguments, host: OpenWorkbook): HostObject {
  const given: unknown = args.raw(1);
  const rows: readonly unknown[] | undefined = Array.isArray(given) ? given : undefined;
  const isFlat = rows !== undefined && rows.length > 0 && !Array.isArray(rows[0]);
  const matrix = isFlat ? [rows] : rows;
  if (matrix?.some((row) => !Array.isArray(row) || row.length !== table.columns.length) || matrix?.length === 0) {
    throw new RichApiError("InvalidArgument", "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  }
  const at = args.integerOr(0, -1);
  const body = bodyOf(table);
  if (at < -1 || at > body.rows) {
    throw new RichApiError("InvalidArgument");
  }
  const rect = addRows(table, at === -1 ? undefined : at, matrix?.length ?? 1, host);
  if (given !== undefined) {
    writeCells({ sheet: table.sheet, rect }, matrix ?? given, host);
  }
  return rowAt(table, rect.row - bodyOf(table).row);
}
