// What the menus of a table do: sort, filter, and rows in and out.
import type { Scalar, Table } from "../../xlsx/model.js";
import { bodyOf } from "../cells/resolveAddress.js";
import { compareValues, sortRows } from "../cells/sortRows.js";
import { clearFilters, filterColumn, reapplyFilters } from "../cells/tableFilter.js";
import { displayText } from "../cells/displayText.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { Refusal } from "./refusals.js";
import type { FilterChoice, TableView } from "./session.js";

export function tableView(table: Table, open: OpenWorkbook): TableView {
  const [key] = open.sortedBy.get(table) ?? [];
  return {
    name: table.name,
    range: table.range,
    headerRow: table.headerRow,
    totalsRow: table.totalsRow,
    hasFilterButtons: table.headerRow && table.showFilterButton,
    columns: table.columns.map(({ name }, index) => ({
      name,
      isFiltered: table.filterColumns.some(({ columnIndex }) => columnIndex === index),
      sorted: key?.column === index ? (key.ascending ? "ascending" : "descending") : undefined,
    })),
  };
}

/** Throws Refusal when the table is not there any more. */
export function tableNamed(name: string, open: OpenWorkbook): Table {
  const table = open.workbook.table(name);
  if (table === undefined) {
    throw new Refusal("Tabellen finns inte", `Det finns ingen tabell som heter ${name} i arbetsboken längre.`);
  }
  return table;
}

export function sortTable(table: Table, columnIndex: number, ascending: boolean, open: OpenWorkbook): void {
  const keys = [{ column: columnIndex, ascending }];
  sortRows(table.sheet, bodyOf(table), keys, open);
  open.sortedBy.set(table, keys);
  if (table.filterColumns.length > 0) {
    reapplyFilters(table, open);
  }
}

/** Texts as cells show them to add-ins: a filter in the file has no language. */
export function filterTable(table: Table, columnIndex: number, texts: readonly string[] | undefined, open: OpenWorkbook): void {
  const isLast = table.filterColumns.every((filtered) => filtered.columnIndex === columnIndex);
  if (texts === undefined && isLast) {
    clearFilters(table, open);
  } else {
    filterColumn(table, columnIndex, texts && { kind: "values", values: texts.filter((text) => text !== ""), blanks: texts.includes("") }, open);
  }
}

export function choicesOf(table: Table, columnIndex: number, open: OpenWorkbook): readonly FilterChoice[] {
  open.compute();
  const { sheet } = table;
  const body = bodyOf(table);
  const own = table.filterColumns.find((filtered) => filtered.columnIndex === columnIndex);
  const othersFilter = table.filterColumns.some((filtered) => filtered !== own);
  const found = new Map<string, { readonly value: Scalar; isShown: boolean }>();
  for (let row = body.row; row < body.row + body.rows; row += 1) {
    const value = sheet.cell(row, body.column + columnIndex)?.value ?? null;
    const text = displayText(value, sheet.numberFormat(row, body.column + columnIndex), open.culture);
    const isHidden = sheet.rowHidden(row);
    // A row that is hidden while this column has no filter is hidden by another.
    if (isHidden && othersFilter && (own === undefined || isLetThrough(own.filter, text))) {
      continue;
    }
    const choice = found.get(text);
    if (choice === undefined) {
      found.set(text, { value: text === "" ? null : value, isShown: !isHidden });
    } else {
      choice.isShown ||= !isHidden;
    }
  }
  return [...found].sort(([, a], [, b]) => inOrder(a.value, b.value)).map(([text, { isShown }]) => ({ text, isShown }));
}

function isLetThrough(filter: Table["filterColumns"][number]["filter"], text: string): boolean {
  if (filter?.kind !== "values") {
    return false;
  }
  return text === "" ? filter.blanks : filter.values.some((value) => value.toLowerCase() === text.toLowerCase());
}

/** Empty cells last. */
function inOrder(a: Scalar, b: Scalar): number {
  if (a === null || b === null) {
    return a === b ? 0 : a === null ? 1 : -1;
  }
  return compareValues(a, b);
}
