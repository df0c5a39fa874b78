import type { Rect, Sheet, Table, Workbook } from "../../xlsx/model.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area, Areas } from "../subjects.js";
import { parseRect, splitSheet } from "./address.js";

/** The cells that an address or a name stands for, seen from a sheet. Throws InvalidArgument for what is neither, ItemNotFound for a sheet that does not exist. */
export function resolveAddress(text: string, from: Sheet, workbook: Workbook): Area {
  const parts = splitSheet(text.trim().replace(/^=/, ""));
  if (parts === undefined) {
    throw new RichApiError("InvalidArgument");
  }
  const sheet = parts.sheet === undefined ? from : workbook.sheet(parts.sheet);
  if (sheet === undefined) {
    throw new RichApiError("ItemNotFound", `There is no worksheet "${parts.sheet ?? ""}".`);
  }
  const rect = parseRect(parts.rest);
  if (rect !== undefined) {
    return { sheet, rect };
  }
  const named = resolveName(parts.rest, sheet, workbook) ?? resolveTableReference(parts.rest, workbook);
  if (named === undefined) {
    throw new RichApiError("InvalidArgument", `"${text}" is not an address or a name of cells.`);
  }
  return named;
}

/** "A1:B2, D5" and the like: every part on one sheet. */
export function resolveAddresses(text: string, from: Sheet, workbook: Workbook): Areas {
  const [first, ...rest] = text.split(",").map((part) => resolveAddress(part, from, workbook));
  if (first === undefined || rest.some((area) => area.sheet !== first.sheet)) {
    throw new RichApiError("InvalidArgument");
  }
  return [first, ...rest];
}

/** The cells of a defined name; undefined when there is no such name, or it does not stand for one block of cells. */
export function resolveName(name: string, from: Sheet, workbook: Workbook): Area | undefined {
  const same = workbook.names.filter((defined) => defined.name.toLowerCase() === name.toLowerCase());
  const defined = same.find(({ scope }) => scope === from) ?? same.find(({ scope }) => scope === undefined);
  return defined === undefined ? undefined : cellsOfFormula(defined.formula, from, workbook);
}

/** The cells that a formula refers to, when it is nothing but one reference. */
export function cellsOfFormula(formula: string, from: Sheet, workbook: Workbook): Area | undefined {
  const parts = splitSheet(formula.replace(/^=/, ""));
  const sheet = parts?.sheet === undefined ? from : workbook.sheet(parts.sheet);
  const rect = parts && parseRect(parts.rest);
  return sheet !== undefined && rect !== undefined ? { sheet, rect } : resolveTableReference(formula.replace(/^=/, ""), workbook);
}

/** Matt, Matt[#All], Matt[#Headers], Matt[#Data], Matt[#Totals], Matt[Utfall], Matt[[#All],[Utfall]]. */
function resolveTableReference(text: string, workbook: Workbook): Area | undefined {
  const match = /^([\p{L}_\\][\p{L}\p{N}_.\\]*)(?:\[(.*)\])?$/su.exec(text.trim());
  const table = match?.[1] === undefined ? undefined : workbook.table(match[1]);
  if (table === undefined) {
    return undefined;
  }
  const inner = match?.[2];
  const parts = inner === undefined || inner === "" ? [] : inner.startsWith("[") ? inner.slice(1, -1).split(/\]\s*,\s*\[/) : [inner];
  const item = parts.find((part) => part.startsWith("#"))?.toLowerCase();
  const columnName = parts.find((part) => !part.startsWith("#"));
  const rows = rowsOf(table, item);
  const index = columnName === undefined ? undefined : table.columns.findIndex((column) => column.name.toLowerCase() === unescaped(columnName).toLowerCase());
  if (rows === undefined || index === -1) {
    return undefined;
  }
  return { sheet: table.sheet, rect: index === undefined ? rows : { ...rows, column: rows.column + index, columns: 1 } };
}

function rowsOf(table: Table, item: string | undefined): Rect | undefined {
  switch (item) {
    case undefined:
    case "#data":
      return bodyOf(table);
    case "#all":
      return table.range;
    case "#headers":
      return headerOf(table);
    case "#totals":
      return totalsOf(table);
    default:
      return undefined;
  }
}

/** In a structured reference these are escaped by an apostrophe. */
function unescaped(columnName: string): string {
  return columnName.replace(/'([[\]#'@])/g, "$1");
}

export function headerOf({ range, headerRow }: Table): Rect | undefined {
  return headerRow ? { ...range, rows: 1 } : undefined;
}

/** The rows between header and totals; a table always has at least one. */
export function bodyOf({ range, headerRow, totalsRow }: Table): Rect {
  const above = headerRow ? 1 : 0;
  return { ...range, row: range.row + above, rows: range.rows - above - (totalsRow ? 1 : 0) };
}

export function totalsOf({ range, totalsRow }: Table): Rect | undefined {
  return totalsRow ? { ...range, row: range.row + range.rows - 1, rows: 1 } : undefined;
}
