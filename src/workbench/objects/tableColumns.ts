import type { Rect, Table } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { readMatrix } from "../cells/matrix.js";
import { asText } from "../cells/propertyValues.js";
import { values } from "../cells/readCells.js";
import { bodyOf, headerOf, totalsOf } from "../cells/resolveAddress.js";
import { writeCells } from "../cells/writeCells.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Arguments } from "../richApi/arguments.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area, ColumnOfTable, HostObject } from "../subjects.js";

export const tableColumnCollection: Behaviour<Table> = {
  scalars: { Count: { get: (table) => table.columns.length } },
  items: (table) => table.columns.map((column) => ({ kind: "TableColumn", target: { table, column } })),
  /** By name, whatever its case, or by id. */
  item: (table, key) => required(find(table, key)),
  objectMethods: {
    GetItemOrNullObject: (table, args) => find(table, args.raw(0)),
    GetItemAt: (table, args) => {
      const column = table.columns[args.integer(0)];
      if (column === undefined) {
        throw new RichApiError("InvalidArgument");
      }
      return { kind: "TableColumn", target: { table, column } };
    },
    /** At a 0-based index, or last. Values are those of header and body, a column's matrix or one value for all; the name wins over the first value. */
    Add: addColumn,
  },
  methods: { GetCount: (table) => table.columns.length },
};

export const tableColumn: Behaviour<ColumnOfTable> = {
  id: { name: "Id", of: ({ column }) => column.id },
  scalars: {
    Id: { get: ({ column }) => column.id },
    /** 0-based place in the table. */
    Index: { get: indexOf },
    /** Unique in the table, whatever its case. Throws InvalidArgument. */
    Name: { get: ({ column }) => column.name, set: rename },
    /** Of header, body and totals: a matrix of one column. */
    Values: {
      get: (target, host) => values(areaOf(target, target.table.range), host),
      set: (target, value, host) => writeCells(areaOf(target, target.table.range), value, host),
      onlyByName: true,
    },
  },
  objects: { Filter: (target) => ({ kind: "Filter", target }) },
  objectMethods: {
    GetRange: (target) => ({ kind: "Range", target: areaOf(target, target.table.range) }),
    GetHeaderRowRange: (target) => part(target, headerOf(target.table)),
    GetDataBodyRange: (target) => part(target, bodyOf(target.table)),
    GetTotalRowRange: (target) => part(target, totalsOf(target.table)),
  },
  actions: {
    Delete: (target, _args, host) => {
      const { table } = target;
      host.ensureUnprotected(table.sheet);
      if (table.columns.length === 1) {
        throw new RichApiError("InvalidOperation", "A table must keep one column.");
      }
      const { rect } = areaOf(target, table.range);
      table.deleteColumn(indexOf(target));
      host.events.tableChanged(table, rect, "ColumnDeleted");
      host.changed();
    },
  },
};

function find(table: Table, key: unknown): HostObject | undefined {
  const column =
    typeof key === "number" ? table.columns.find(({ id }) => id === key) : table.columns.find(({ name }) => name.toLowerCase() === asText(key).toLowerCase());
  return column && { kind: "TableColumn", target: { table, column } };
}

function required(object: HostObject | undefined): HostObject {
  if (object === undefined) {
    throw new RichApiError("ItemNotFound");
  }
  return object;
}

function indexOf({ table, column }: ColumnOfTable): number {
  const index = table.columns.findIndex(({ id }) => id === column.id);
  if (index < 0) {
    throw new RichApiError("ItemNotFound");
  }
  return index;
}

function areaOf(target: ColumnOfTable, rect: Rect): Area {
  return { sheet: target.table.sheet, rect: { ...rect, column: rect.column + indexOf(target), columns: 1 } };
}

function part(target: ColumnOfTable, rect: Rect | undefined): HostObject {
  if (rect === undefined) {
    throw new RichApiError("ItemNotFound");
  }
  return { kind: "Range", target: areaOf(target, rect) };
}

function rename({ table, column }: ColumnOfTable, value: unknown, host: OpenWorkbook): void {
  host.ensureUnprotected(table.sheet);
  const name = asText(value);
  const isTaken = table.columns.some((other) => other.id !== column.id && other.name.toLowerCase() === name.toLowerCase());
  if (name === "" || isTaken) {
    throw new RichApiError("InvalidArgument");
  }
  column.name = name;
  host.changed();
}

function addColumn(table: Table, args: Arguments, host: OpenWorkbook): HostObject {
  host.ensureUnprotected(table.sheet);
  const last = table.columns.length;
  const wanted = args.integerOr(0, -1);
  const index = wanted === -1 ? last : wanted;
  if (index < 0 || index > last) {
    throw new RichApiError("InvalidArgument");
  }
  const given = args.has(1) ? args.raw(1) : undefined;
  const firstValue: unknown = Array.isArray(given) && Array.isArray(given[0]) ? given[0][0] : undefined;
  const name = args.textOr(2, undefined) ?? (typeof firstValue === "string" && firstValue !== "" ? firstValue : freeName(table));
  if (table.columns.some((column) => column.name.toLowerCase() === name.toLowerCase())) {
    throw new RichApiError("InvalidArgument");
  }
  if (Array.isArray(given)) {
    // Read before the column is there, so that what is refused changes nothing.
    readMatrix(given, { ...table.range, columns: 1 });
  }
  table.insertColumns(index, [name]);
  const column = table.columns[index];
  if (column === undefined) {
    throw new RichApiError("GeneralException");
  }
  host.changed();
  const target: ColumnOfTable = { table, column };
  host.events.tableChanged(table, areaOf(target, table.range).rect, "ColumnInserted");
  if (given !== undefined) {
    writeCells(areaOf(target, Array.isArray(given) ? table.range : bodyOf(table)), given, host);
    column.name = name;
  }
  return { kind: "TableColumn", target };
}

function freeName(table: Table): string {
  for (let number = table.columns.length + 1; ; number += 1) {
    if (!table.columns.some(({ name }) => name === `Column${number}`)) {
      return `Column${number}`;
    }
  }
}
