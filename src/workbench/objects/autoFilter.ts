import type { Table } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { clearFilters, customFilter, filterColumn, readCriteria, reapplyFilters, shownCriteria, valuesFilter } from "../cells/tableFilter.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { ColumnOfTable, Subjects } from "../subjects.js";

/** The filter of a table. That of a worksheet without a table is always absent here: it can be asked for, not applied. */
export const autoFilter: Behaviour<Subjects["AutoFilter"]> = {
  scalars: {
    Enabled: { get: ({ table }) => table?.showFilterButton ?? false },
    /** True when any column has a criterion. */
    IsDataFiltered: { get: ({ table }) => (table?.filterColumns.length ?? 0) > 0 },
    /** One member a column; null for one that is not filtered. */
    Criteria: { get: ({ table }) => table?.columns.map((_column, index) => shownCriteria(table, index)) ?? [] },
  },
  objectMethods: {
    GetRange: ({ sheet, table }) => table && { kind: "Range", target: { sheet, rect: table.range } },
    GetRangeOrNullObject: ({ sheet, table }) => table && { kind: "Range", target: { sheet, rect: table.range } },
  },
  actions: {
    /** Range, 0-based column in it, criteria. Without criteria only the buttons are shown. */
    Apply: ({ table }, args, host) => {
      const target = ofTable(table, "apply");
      if (args.has(1)) {
        filterColumn(target, columnAt(target, args.integer(1)), args.has(2) ? readCriteria(args.raw(2)) : undefined, host);
      } else {
        showButtons(target, true, host);
      }
    },
    ClearCriteria: ({ table }, _args, host) => {
      if (table !== undefined) {
        clearFilters(table, host);
      }
    },
    ClearColumnCriteria: ({ table }, args, host) => {
      const target = ofTable(table, "clearColumnCriteria");
      filterColumn(target, columnAt(target, args.integer(0)), undefined, host);
    },
    Reapply: ({ table }, _args, host) => {
      if (table !== undefined) {
        reapplyFilters(table, host);
      }
    },
    Remove: ({ table }, _args, host) => {
      if (table !== undefined) {
        showButtons(table, false, host);
      }
    },
  },
};

/** The filter of one column. */
export const filter: Behaviour<ColumnOfTable> = {
  scalars: { Criteria: { get: (target) => shownCriteria(target.table, indexOf(target)) } },
  actions: {
    Apply: (target, args, host) => filterColumn(target.table, indexOf(target), readCriteria(args.raw(0)), host),
    /** Values as the cells show them. */
    ApplyValuesFilter: (target, args, host) => filterColumn(target.table, indexOf(target), valuesFilter(args.raw(0)), host),
    /** Criterion, second criterion, operator. */
    ApplyCustomFilter: (target, args, host) => filterColumn(target.table, indexOf(target), customFilter(args.raw(0), args.raw(1), args.raw(2)), host),
    Clear: (target, _args, host) => filterColumn(target.table, indexOf(target), undefined, host),
  },
};

function indexOf({ table, column }: ColumnOfTable): number {
  const index = table.columns.findIndex(({ id }) => id === column.id);
  if (index < 0) {
    throw new RichApiError("ItemNotFound");
  }
  return index;
}

function columnAt(table: Table, index: number): number {
  if (table.columns[index] === undefined) {
    throw new RichApiError("InvalidArgument");
  }
  return index;
}

function ofTable(table: Table | undefined, method: string): Table {
  if (table === undefined) {
    throw new RichApiError("ApiNotFound", `AutoFilter.${method} on a worksheet is not implemented in the embedded Excel; on a table it is.`);
  }
  return table;
}

function showButtons(table: Table, shown: boolean, host: OpenWorkbook): void {
  clearFilters(table, host);
  table.showFilterButton = shown;
}
