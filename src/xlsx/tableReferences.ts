/** Structured references to a table that is going away, turned into what they stand for. */
import { parseStructRef } from "@borgar/fx/xlsx";
import { columnLetters } from "./areas.js";
import { quoteSheet, rewriteTokens } from "./formulaReferences.js";
import type { Table } from "./model.js";

/** The formula with references to the table made absolute cell references, as Excel does when a table becomes a range. @param row the formula's row, for "this row" @param inTable whether the table's name may be left out */
export function resolveTableInFormula(formula: string, table: Table, row: number | undefined, inTable: boolean): string {
  return rewriteTableReferences(formula, table, inTable, (reference) => cellsOf(reference, table, row) ?? "#REF!");
}

/** The formula with references to the table made #REF!, as when the table's cells are deleted. */
export function loseTableInFormula(formula: string, table: Table, inTable: boolean): string {
  return rewriteTableReferences(formula, table, inTable, () => "#REF!");
}

function rewriteTableReferences(formula: string, table: Table, inTable: boolean, resolve: (reference: string) => string): string {
  const name = table.name.toLowerCase();
  if (!formula.includes("[") && !formula.toLowerCase().includes(name)) return formula;
  return rewriteTokens(formula, (type, value) => {
    if (type === "range_named") return value.toLowerCase() === name ? resolve(`${value}[]`) : value;
    if (type !== "structured") return value;
    const owner = value.slice(0, value.indexOf("["));
    return (owner === "" ? inTable : owner.toLowerCase() === name) ? resolve(value) : value;
  });
}

/** The cells a structured reference stands for; undefined when it names a column or part the table does not have. */
function cellsOf(reference: string, table: Table, row: number | undefined): string | undefined {
  const parsed = parseStructRef(reference);
  if (parsed === undefined) return undefined;
  const { range } = table;
  const columnNamed = (name: string): number => table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());
  const columns = (parsed.columns ?? []).map((name) => columnNamed(name));
  if (columns.includes(-1)) return undefined;
  const first = range.column + Math.min(...columns, columns.length === 0 ? 0 : Infinity);
  const last = range.column + (columns.length === 0 ? range.columns - 1 : Math.max(...columns));
  const sections = (parsed.sections ?? []).map((section) => section.toLowerCase());
  const body = { from: range.row + (table.headerRow ? 1 : 0), to: range.row + range.rows - 1 - (table.totalsRow ? 1 : 0) };
  const prefix = `${quoteSheet(table.sheet.name)}!`;
  if (sections.some((section) => section === "this row" || section === "@")) {
    if (row === undefined || row < body.from || row > body.to) return undefined;
    const cell = (column: number): string => `$${columnLetters(column)}${row + 1}`;
    return prefix + (first === last ? cell(first) : `${cell(first)}:${cell(last)}`);
  }
  let { from, to } = body;
  if (sections.includes("all")) {
    from = range.row;
    to = range.row + range.rows - 1;
  } else if (sections.length > 0) {
    from = sections.includes("headers") ? range.row : sections.includes("data") ? body.from : range.row + range.rows - 1;
    to = sections.includes("totals") ? range.row + range.rows - 1 : sections.includes("data") ? body.to : range.row;
    if ((sections.includes("headers") && !table.headerRow) || (sections.includes("totals") && !table.totalsRow)) return undefined;
  }
  const start = `$${columnLetters(first)}$${from + 1}`;
  const end = `$${columnLetters(last)}$${to + 1}`;
  return prefix + (start === end ? start : `${start}:${end}`);
}
