import type { Rect, Sheet, Table } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { clear } from "../cells/clear.js";
import { contains, intersection } from "../cells/rectangles.js";
import { asFlag, asText } from "../cells/propertyValues.js";
import { bodyOf, headerOf, resolveAddress, totalsOf } from "../cells/resolveAddress.js";
import { insertCells } from "../cells/shiftCells.js";
import { clearFilters, reapplyFilters } from "../cells/tableFilter.js";
import { checkTableName } from "../cells/tableName.js";
import { resizeTable } from "../cells/tableRows.js";
import { showTotals } from "../cells/tableTotals.js";
import { EventType, WHOLE_WORKBOOK } from "../events.js";
import { sheetId, tableId } from "../ids.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Arguments } from "../richApi/arguments.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area, HostObject, TableScope } from "../subjects.js";
import { handlers } from "./handlers.js";

const DEFAULT_STYLE = "TableStyleMedium2";

/** Tables of the workbook or of a sheet. */
export const tableCollection: Behaviour<TableScope> = {
  scalars: { Count: { get: ({ tables }) => tables().length } },
  items: ({ tables }) => tables().map(exposed),
  /** By name, whatever its case, or by id. */
  item: (scope, key) => exposed(required(find(scope, key))),
  objectMethods: {
    GetItemOrNullObject: (scope, args) => {
      const table = find(scope, args.raw(0));
      return table && exposed(table);
    },
    GetItemAt: ({ tables }, args) => exposed(required(tables()[args.integer(0)], "InvalidArgument")),
    /** Makes a table of the cells at an address or of a range. Without headers a row for them is inserted above. Throws InvalidArgument where a table is already. */
    Add: addTable,
  },
  methods: { GetCount: ({ tables }) => tables().length },
  actions: {
    ...handlers("DataChanged", EventType.tableChanged, scopeId),
    ...handlers("Added", EventType.tableAdded, scopeId),
    ...handlers("Deleted", EventType.tableDeleted, scopeId),
  },
};

/** What the client knows a collection by: a sheet's, or the workbook's. */
function scopeId({ sheet }: TableScope): string {
  return sheet === undefined ? WHOLE_WORKBOOK : sheetId(sheet);
}

/** Tables that a range touches. */
export const tableScopedCollection: Behaviour<TableScope> = {
  items: ({ tables }) => tables().map(exposed),
  item: (scope, key) => exposed(required(find(scope, key))),
  objectMethods: {
    GetFirst: ({ tables }) => exposed(required(tables()[0])),
    GetItemOrNullObject: (scope, args) => {
      const table = find(scope, args.raw(0));
      return table && exposed(table);
    },
  },
  methods: { GetCount: ({ tables }) => tables().length },
};

export const table: Behaviour<Table> = {
  id: { name: "Id", of: tableId },
  scalars: {
    Id: { get: tableId },
    LegacyId: { get: (target) => String(target.id) },
    /** Unique in the workbook among tables and names, whatever its case; not like a cell address. Throws InvalidArgument. */
    Name: { get: (target) => target.name, set: rename },
    /** A name of Excel's gallery, "TableStyleMedium2", or "" for none. */
    Style: { get: (target) => target.style ?? "", set: changing((target, value) => (target.style = asText(value) === "" ? undefined : asText(value))) },
    /** Whether the header row is shown. It cannot be switched here. */
    ShowHeaders: { get: (target) => target.headerRow, set: onlyAsItIs((target) => target.headerRow, "showHeaders") },
    /** Whether there is a totals row. A new one sums or counts the last column. */
    ShowTotals: { get: (target) => target.totalsRow, set: (target, value, host) => showTotals(target, asFlag(value), host) },
    ShowBandedRows: { get: (target) => target.showBandedRows, set: changing((target, value) => (target.showBandedRows = asFlag(value))) },
    ShowBandedColumns: { get: (target) => target.showBandedColumns, set: changing((target, value) => (target.showBandedColumns = asFlag(value))) },
    ShowFilterButton: { get: (target) => target.showFilterButton, set: changing((target, value) => (target.showFilterButton = asFlag(value))) },
    HighlightFirstColumn: { get: (target) => target.showFirstColumn, set: changing((target, value) => (target.showFirstColumn = asFlag(value))) },
    HighlightLastColumn: { get: (target) => target.showLastColumn, set: changing((target, value) => (target.showLastColumn = asFlag(value))) },
  },
  objects: {
    Worksheet: ({ sheet }) => ({ kind: "Worksheet", target: sheet }),
    Columns: (target) => ({ kind: "TableColumnCollection", target }),
    Rows: (target) => ({ kind: "TableRowCollection", target }),
    AutoFilter: (target) => ({ kind: "AutoFilter", target: { sheet: target.sheet, table: target } }),
    Sort: (target) => ({ kind: "TableSort", target }),
  },
  objectMethods: {
    /** Header, body and totals. */
    GetRange: (target) => cells(target, target.range),
    GetHeaderRowRange: (target) => cells(target, headerOf(target)),
    GetDataBodyRange: (target) => cells(target, bodyOf(target)),
    GetTotalRowRange: (target) => cells(target, totalsOf(target)),
    /** The table goes, its cells stay. */
    ConvertToRange: (target, _args, host) => {
      const { sheet, range } = target;
      host.ensureUnprotected(sheet);
      host.events.tableDeleted(target);
      sheet.removeTable(target);
      host.changed();
      return { kind: "Range", target: { sheet, rect: range } };
    },
  },
  actions: {
    ...handlers("DataChanged", EventType.tableChanged, tableId),
    ...handlers("SelectionChanged", EventType.tableSelection, tableId),
    /** The table goes with its cells' contents. */
    Delete: (target, _args, host) => {
      const { sheet, range } = target;
      host.ensureUnprotected(sheet);
      host.events.tableDeleted(target);
      sheet.removeTable(target);
      clear([{ sheet, rect: range }], "All", host);
      host.changed();
    },
    /**
     * To a range or address on the same sheet that overlaps the table and has its header in the same row; else InvalidArgument. New rows get the
     * formulas of calculated columns, and the formats and validation of the row above.
     */
    Resize: (target, args, host) => {
      const area = args.object(0, "Range") ?? resolveAddress(args.text(0), target.sheet, host.workbook);
      if (area.sheet !== target.sheet || area.rect.row !== target.range.row || intersection(area.rect, target.range) === undefined) {
        throw new RichApiError("InvalidArgument");
      }
      resizeTable(target, area.rect, host);
    },
    ClearFilters: (target, _args, host) => clearFilters(target, host),
    ReapplyFilters: (target, _args, host) => reapplyFilters(target, host),
  },
};

function exposed(target: Table): HostObject {
  return { kind: "Table", target };
}

function cells({ sheet }: Table, rect: Rect | undefined): HostObject {
  if (rect === undefined) {
    throw new RichApiError("ItemNotFound");
  }
  return { kind: "Range", target: { sheet, rect } };
}

function find({ tables }: TableScope, key: unknown): Table | undefined {
  const text = typeof key === "number" ? String(key) : asText(key);
  return tables().find((candidate) => tableId(candidate) === text || String(candidate.id) === text || candidate.name.toLowerCase() === text.toLowerCase());
}

function required(found: Table | undefined, code: "ItemNotFound" | "InvalidArgument" = "ItemNotFound"): Table {
  if (found === undefined) {
    throw new RichApiError(code);
  }
  return found;
}

function changing(apply: (target: Table, value: unknown) => void) {
  return (target: Table, value: unknown, host: OpenWorkbook): void => {
    host.ensureUnprotected(target.sheet);
    apply(target, value);
  };
}

function onlyAsItIs(current: (target: Table) => boolean, name: string) {
  return (target: Table, value: unknown): void => {
    if (asFlag(value) !== current(target)) {
      throw new RichApiError("UnsupportedOperation", `Switching Table.${name} is not implemented in the embedded Excel.`);
    }
  };
}

function rename(target: Table, value: unknown, host: OpenWorkbook): void {
  host.ensureUnprotected(target.sheet);
  const name = asText(value);
  checkTableName(name, host.workbook, target);
  target.name = name;
  host.changed();
}

function addTable(scope: TableScope, args: Arguments, host: OpenWorkbook): HostObject {
  const from = scope.sheet ?? host.workbook.activeSheet;
  const area = args.object(0, "Range") ?? resolveAddress(args.text(0), from, host.workbook);
  if (scope.sheet !== undefined && area.sheet !== scope.sheet) {
    throw new RichApiError("InvalidArgument");
  }
  host.ensureUnprotected(area.sheet);
  const hasHeaders = args.flag(1, false);
  if (area.sheet.tables.some((other) => intersection(other.range, area.rect) !== undefined)) {
    throw new RichApiError("InvalidArgument", "A table can't overlap another table.");
  }
  const range = withRoom(area, hasHeaders, host);
  const created = area.sheet.addTable(range, { name: freeName(host), headerRow: true, style: DEFAULT_STYLE });
  host.changed();
  host.events.tableAdded(created);
  return exposed(created);
}

/** A table has a header row and at least one row beneath; where one is missing, cells are moved down to make room for it. */
function withRoom({ sheet, rect }: Area, hasHeaders: boolean, host: OpenWorkbook): Rect {
  if (!hasHeaders) {
    insertCells({ sheet, rect: { ...rect, rows: 1 } }, "down", host);
    return { ...rect, rows: rect.rows + 1 };
  }
  if (rect.rows > 1) {
    return rect;
  }
  const beneath = { ...rect, row: rect.row + 1 };
  if (isOccupied(sheet, beneath)) {
    insertCells({ sheet, rect: beneath }, "down", host);
  }
  return { ...rect, rows: 2 };
}

function isOccupied(sheet: Sheet, rect: Rect): boolean {
  for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
    if (sheet.cell(rect.row, column) !== undefined) {
      return true;
    }
  }
  return sheet.tables.some((other) => intersection(other.range, rect) !== undefined && !contains(rect, other.range));
}

function freeName({ workbook }: OpenWorkbook): string {
  const taken = new Set([...workbook.sheets.flatMap((sheet) => sheet.tables), ...workbook.names].map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    if (!taken.has(`table${number}`)) {
      return `Table${number}`;
    }
  }
}
