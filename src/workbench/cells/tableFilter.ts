// What a table's filter lets through: read from the records of Excel.FilterCriteria, kept in the file, and carried out by hiding rows.
import { criterion } from "../../formulas/index.js";
import type { ColumnFilter, FilterCondition, Table } from "../../xlsx/model.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Json } from "../richApi/response.js";
import { RichApiError } from "../richApi/richApiError.js";
import { displayText } from "./displayText.js";
import { isError } from "./errorValues.js";
import { asOneOf, asRecord, asText } from "./propertyValues.js";
import { bodyOf } from "./resolveAddress.js";

/** Ways to filter that are implemented; the others (colours, top items, dates by period) answer ApiNotFound. */
const FILTER_ON = ["Values", "Custom"];
const ALL: Readonly<Record<string, boolean>> = { And: true, Or: false };
const SIGNS: Readonly<Record<string, FilterCondition["operator"]>> = {
  "=": "equal", "<>": "notEqual", ">": "greaterThan", ">=": "greaterThanOrEqual", "<": "lessThan", "<=": "lessThanOrEqual",
};

/** Reads an Excel.FilterCriteria. Throws InvalidArgument, and ApiNotFound for a way to filter that is not implemented. */
export function readCriteria(input: unknown): ColumnFilter {
  const { filterOn, values, criterion1, criterion2, operator } = asRecord(input);
  const way = asText(filterOn);
  if (!FILTER_ON.includes(way)) {
    throw new RichApiError("ApiNotFound", `FilterOn ${way} is not implemented in the embedded Excel.`);
  }
  return way === "Values" ? valuesFilter(values) : customFilter(criterion1, criterion2, operator);
}

/** Texts as the cells show them, "" for blank cells. */
export function valuesFilter(input: unknown): ColumnFilter {
  if (!Array.isArray(input)) {
    throw new RichApiError("InvalidArgument");
  }
  const texts = input.map((value: unknown) => {
    if (typeof value === "object" && value !== null) {
      throw new RichApiError("ApiNotFound", "FilterDatetime is not implemented in the embedded Excel.");
    }
    return asText(value);
  });
  return { kind: "values", values: texts.filter((text) => text !== ""), blanks: texts.includes("") };
}

/** One or two conditions as ">100", "=Nä*" or "<>"; both must be met unless the operator is "Or". */
export function customFilter(first: unknown, second: unknown, operator: unknown): ColumnFilter {
  const given = [first, second].filter((text) => text !== undefined && text !== null && text !== "");
  if (given.length === 0) {
    throw new RichApiError("InvalidArgument");
  }
  return { kind: "conditions", all: operator === undefined || operator === null || asOneOf(operator, ALL), conditions: given.map((text) => condition(asText(text))) };
}

function condition(text: string): FilterCondition {
  const [, sign = "=", value = ""] = /^(<=|>=|<>|=|<|>)?(.*)$/s.exec(text) ?? [];
  return { operator: SIGNS[sign] ?? "equal", value };
}

/** As Filter.criteria gives it; null for a column that is not filtered. */
export function shownCriteria(table: Table, columnIndex: number): Json {
  const found = table.filterColumns.find((column) => column.columnIndex === columnIndex);
  if (found === undefined) {
    return null;
  }
  const { filter } = found;
  if (filter?.kind === "values") {
    return { filterOn: "Values", values: [...filter.values, ...(filter.blanks ? [""] : [])] };
  }
  const [first, second] = (filter?.conditions ?? []).map(({ operator, value }) => `${signOf(operator)}${value}`);
  return { filterOn: "Custom", criterion1: first, criterion2: second, operator: filter?.all === false ? "Or" : "And" };
}

function signOf(operator: FilterCondition["operator"]): string {
  return Object.keys(SIGNS).find((sign) => SIGNS[sign] === operator) ?? "=";
}

/** Filters a column, or with undefined no longer; the rows of the table are hidden and shown accordingly. Throws AccessDenied on a protected sheet. */
export function filterColumn(table: Table, columnIndex: number, filter: ColumnFilter | undefined, host: OpenWorkbook): void {
  ensureFilterable(table, host);
  ensureKnown(table, columnIndex);
  table.setFilter(columnIndex, filter);
  hideRows(table, host);
}

/** Carries out the filter anew, after values have changed. */
export function reapplyFilters(table: Table, host: OpenWorkbook): void {
  ensureFilterable(table, host);
  ensureKnown(table);
  if (table.filterColumns.length > 0) {
    hideRows(table, host);
  }
}

/** Every row of the table is shown. */
export function clearFilters(table: Table, host: OpenWorkbook): void {
  ensureFilterable(table, host);
  if (table.filterColumns.length > 0) {
    const body = bodyOf(table);
    table.clearFilters();
    table.sheet.setRowHidden(body.row, body.rows, false);
    host.changed({ sheet: table.sheet, rect: body });
  }
}

function ensureFilterable({ sheet }: Table, host: OpenWorkbook): void {
  host.ensureUnprotected(sheet, sheet.protection?.options.allowAutoFilter);
}

/** A filter of the file that cannot be carried out here must not be taken for one that lets everything through. */
function ensureKnown(table: Table, replaced = -1): void {
  if (table.filterColumns.some(({ columnIndex, filter }) => filter === undefined && columnIndex !== replaced)) {
    throw new RichApiError("UnsupportedOperation", "The table has a filter of a kind that is not implemented in the embedded Excel.");
  }
}

function hideRows(table: Table, host: OpenWorkbook): void {
  host.compute();
  const { sheet, filterColumns } = table;
  const body = bodyOf(table);
  const tests = filterColumns.flatMap(({ columnIndex, filter }) => (filter === undefined ? [] : [cellTest(table, body.column + columnIndex, filter, host)]));
  for (let row = body.row; row < body.row + body.rows; row += 1) {
    sheet.setRowHidden(row, 1, !tests.every((passes) => passes(row)));
  }
  host.changed({ sheet, rect: body });
}

function cellTest({ sheet }: Table, column: number, filter: ColumnFilter, host: OpenWorkbook): (row: number) => boolean {
  const valueAt = (row: number) => sheet.cell(row, column)?.value ?? null;
  if (filter.kind === "values") {
    const wanted = new Set(filter.values.map((text) => text.toLowerCase()));
    return (row) => {
      const shown = displayText(valueAt(row), sheet.numberFormat(row, column), host.culture);
      return shown === "" ? filter.blanks : wanted.has(shown.toLowerCase());
    };
  }
  const criteria = filter.conditions.map(({ operator, value }) => criterion(`${signOf(operator)}${value}`));
  return (row) => {
    const value = valueAt(row);
    const passes = criteria.map((each) => each.matches(isError(value) ? { error: value.error } : value));
    return filter.all ? passes.every(Boolean) : passes.some(Boolean);
  };
}
