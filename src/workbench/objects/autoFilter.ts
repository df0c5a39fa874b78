import type { Behaviour } from "../behaviour.js";
import { bodyOf } from "../cells/resolveAddress.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Json } from "../richApi/response.js";
import type { ColumnOfTable, Subjects } from "../subjects.js";
import type { Table } from "../../xlsx/model.js";

/** The filter of a table. Filters are read and cleared here, not set. */
export const autoFilter: Behaviour<Subjects["AutoFilter"]> = {
  scalars: {
    Enabled: { get: ({ table }) => table?.showFilterButton ?? false },
    /** True when any column has a criterion. */
    IsDataFiltered: { get: ({ table }) => (table?.filterColumns.length ?? 0) > 0 },
    /** One member a column; null for one that is not filtered. */
    Criteria: { get: ({ table }) => table?.columns.map((_column, index) => criterion(table, index)) ?? [] },
  },
  objectMethods: {
    GetRange: ({ sheet, table }) => table && { kind: "Range", target: { sheet, rect: table.range } },
    GetRangeOrNullObject: ({ sheet, table }) => table && { kind: "Range", target: { sheet, rect: table.range } },
  },
  actions: {
    ClearCriteria: ({ table }, _args, host) => {
      if (table !== undefined) {
        clearFilters(table, host);
      }
    },
  },
};

/** The filter of one column. */
export const filter: Behaviour<ColumnOfTable> = {
  scalars: { Criteria: { get: ({ table, column }) => criterion(table, table.columns.indexOf(column)) } },
};

function clearFilters(table: Table, host: OpenWorkbook): void {
  host.ensureUnprotected(table.sheet, table.sheet.protection?.options.allowAutoFilter);
  if (table.filterColumns.length > 0) {
    const body = bodyOf(table);
    table.clearFilters();
    table.sheet.setRowHidden(body.row, body.rows, false);
    host.changed();
  }
}

function criterion(table: Table, index: number): Json {
  const xml = table.filterColumns.find(({ columnIndex }) => columnIndex === index)?.xml;
  if (xml === undefined) {
    return null;
  }
  const values = [...xml.matchAll(/<(?:\w+:)?filter\s[^>]*?val="([^"]*)"/g)].map((match) => match[1] ?? "");
  return values.length > 0 ? { filterOn: "Values", values } : { filterOn: "Custom" };
}
