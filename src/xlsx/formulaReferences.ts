/**
 * Rewriting what formulas refer to: cells that move, sheets, tables and columns that get new names.
 * Formulas are as in the file: English, A1, without "=". What a formula says otherwise is kept to the letter.
 */
import { tokenize } from "@borgar/fx/xlsx";
import { columnIndex, columnLetters, maximumColumns, maximumRows } from "./areas.js";
import type { Rect } from "./model.js";

interface Bound {
  readonly absoluteRow: boolean;
  readonly absoluteColumn: boolean;
  /** -1 in a whole column. */
  readonly row: number;
  /** -1 in a whole row. */
  readonly column: number;
}

/** A reference as it stands in a formula: what is before the last "!", and one or two corners. */
interface Reference {
  /** With its "!" and quotes; empty when there is none. */
  readonly prefix: string;
  readonly from: Bound;
  readonly to: Bound | undefined;
}

const lostReference = "#REF!";

/** The formula as a copy of it reads, that many rows and columns further on. References past an edge come in at the other, as in Excel. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const move = (bound: Bound): Bound => ({
    ...bound,
    row: bound.row < 0 || bound.absoluteRow ? bound.row : wrap(bound.row + rows, maximumRows),
    column: bound.column < 0 || bound.absoluteColumn ? bound.column : wrap(bound.column + columns, maximumColumns),
  });
  return rewriteReferences(formula, (reference) => ({ ...reference, from: move(reference.from), to: reference.to === undefined ? undefined : move(reference.to) }));
}

/**
 * The formula after cells on one sheet have moved.
 * @param onSheet tells of a reference's sheet name (undefined: none written) whether it is the sheet that changed
 * @param move where an area is now; undefined when it is gone
 */
export function shiftFormula(formula: string, onSheet: (sheet: string | undefined) => boolean, move: (area: Rect) => Rect | undefined): string {
  return rewriteReferences(formula, (reference) => {
    const sheet = sheetOf(reference.prefix);
    // A reference across several sheets, or into another workbook, stands still.
    if (sheet === null || !onSheet(sheet)) return reference;
    const area = areaOf(reference);
    const moved = move(area);
    if (moved === undefined) return undefined;
    if (moved.row === area.row && moved.column === area.column && moved.rows === area.rows && moved.columns === area.columns) return reference;
    return withArea(reference, moved);
  });
}

/** The formula after a sheet has got a new name, or, with undefined, has been removed. */
export function renameSheetInFormula(formula: string, oldName: string, newName: string | undefined): string {
  const wanted = oldName.toLowerCase();
  if (!formula.toLowerCase().includes(wanted.replaceAll("'", "''"))) return formula;
  return rewriteTokens(formula, (type, value) => {
    if (!(type.startsWith("range") || type === "context" || type === "context_quote" || type === "structured")) return value;
    const bang = type.startsWith("context") ? value.length : value.lastIndexOf("!");
    if (bang < 0) return value;
    const names = sheetNames(value.slice(0, bang));
    if (names === undefined || !names.some((name) => name.toLowerCase() === wanted)) return value;
    if (newName === undefined) return type.startsWith("context") ? lostReference.slice(0, -1) : lostReference;
    return quoteSheets(names.map((name) => (name.toLowerCase() === wanted ? newName : name))) + value.slice(bang);
  });
}

/** The formula after a table has got a new name. */
export function renameTableInFormula(formula: string, oldName: string, newName: string): string {
  if (!formula.toLowerCase().includes(oldName.toLowerCase())) return formula;
  return rewriteTokens(formula, (type, value) => {
    if (type === "structured" && value.slice(0, oldName.length).toLowerCase() === oldName.toLowerCase() && value[oldName.length] === "[") return newName + value.slice(oldName.length);
    // A table's name alone stands for its body.
    if (type === "range_named" && value.toLowerCase() === oldName.toLowerCase()) return newName;
    return value;
  });
}

/** The formula after a column of a table has got a new name, or, with undefined, has been deleted. `inTable` says that the formula stands in the table, where the table's name may be left out. */
export function renameColumnInFormula(formula: string, table: string, oldColumn: string, newColumn: string | undefined, inTable: boolean): string {
  if (!formula.includes("[")) return formula;
  const escaped = escapeColumn(oldColumn).toLowerCase();
  if (!formula.toLowerCase().includes(escaped)) return formula;
  return rewriteTokens(formula, (type, value) => {
    if (type !== "structured") return value;
    const bracket = value.indexOf("[");
    const owner = value.slice(0, bracket);
    if (owner === "" ? !inTable : owner.toLowerCase() !== table.toLowerCase()) return value;
    const inside = value.slice(bracket).replace(/\[(@?)((?:'.|[^[\]'])+)\]/g, (match, at: string, column: string) => (column.toLowerCase() === escaped ? bracketed(at, escapeColumn(newColumn ?? "")) : match));
    return newColumn === undefined && inside !== value.slice(bracket) ? lostReference : owner + inside;
  });
}

/** `[Kod]`, or `[@Kod]` for this row; there a name of more than letters and digits has brackets of its own. */
function bracketed(at: string, column: string): string {
  return at === "" || /^[\p{L}\p{N}_]+$/u.test(column) ? `[${at}${column}]` : `[${at}[${column}]]`;
}

/** A column's name as it stands inside the brackets of a structured reference: `[ ] # ' @` are preceded by an apostrophe. */
export function escapeColumn(name: string): string {
  return name.replace(/[[\]#'@]/g, (character) => `'${character}`);
}

/** A sheet's name as a formula writes it, quoted when it must be. */
export function quoteSheet(name: string): string {
  return quoteSheets([name]);
}

function quoteSheets(names: readonly string[]): string {
  const joined = names.join(":");
  const plain = names.every((name) => /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}[0-9]+$/.test(name) && !/^(?:[rR][0-9]*)?(?:[cC][0-9]*)?$/.test(name) && !/^(?:true|false)$/i.test(name));
  return plain ? joined : `'${joined.replaceAll("'", "''")}'`;
}

/** The sheets named before a "!" (two for a span of sheets); undefined for another workbook's. */
function sheetNames(prefix: string): string[] | undefined {
  const bare = prefix.startsWith("'") && prefix.endsWith("'") ? prefix.slice(1, -1).replaceAll("''", "'") : prefix;
  if (bare.includes("[")) return undefined;
  return bare.split(":");
}

/** The one sheet a prefix names; undefined when there is no prefix, null when it names several or another workbook's. */
function sheetOf(prefix: string): string | undefined | null {
  if (prefix === "") return undefined;
  const names = sheetNames(prefix.slice(0, -1));
  return names?.length === 1 ? (names[0] ?? null) : null;
}

function rewriteReferences(formula: string, change: (reference: Reference) => Reference | undefined): string {
  return rewriteTokens(formula, (type, value) => {
    if (type !== "range" && type !== "range_beam") return value;
    const reference = parseReference(value);
    if (reference === undefined) return value;
    const changed = change(reference);
    if (changed === reference) return value;
    return changed === undefined ? reference.prefix + lostReference : writeReference(changed);
  });
}

/** The formula with each token passed through `change`; token types are those of @borgar/fx. */
export function rewriteTokens(formula: string, change: (type: string, value: string) => string): string {
  let text = "";
  for (const token of tokenize(formula, { mergeRefs: true })) text += change(token.type, token.value);
  return text;
}

function parseReference(text: string): Reference | undefined {
  const bang = text.lastIndexOf("!");
  const prefix = text.slice(0, bang + 1);
  const [first = "", second] = text.slice(bang + 1).split(":");
  const from = parseBound(first);
  const to = second === undefined ? undefined : parseBound(second);
  if (from === undefined || (second !== undefined && to === undefined)) return undefined;
  return { prefix, from, to };
}

function parseBound(text: string): Bound | undefined {
  const match = /^(\$?)([A-Za-z]{1,3})?(\$?)([0-9]{1,7})?$/.exec(text);
  if (match === null) return undefined;
  const [, first = "", letters, second = "", digits] = match;
  if (letters === undefined && digits === undefined) return undefined;
  const column = letters === undefined ? -1 : columnIndex(letters);
  const row = digits === undefined ? -1 : Number(digits) - 1;
  if ((letters !== undefined && column < 0) || (digits !== undefined && (row < 0 || row >= maximumRows))) return undefined;
  return { row, column, absoluteColumn: letters !== undefined && first === "$", absoluteRow: letters === undefined ? first === "$" : second === "$" };
}

function writeReference(reference: Reference): string {
  return reference.prefix + writeBound(reference.from) + (reference.to === undefined ? "" : `:${writeBound(reference.to)}`);
}

function writeBound(bound: Bound): string {
  const column = bound.column < 0 ? "" : (bound.absoluteColumn ? "$" : "") + columnLetters(bound.column);
  return column + (bound.row < 0 ? "" : `${bound.absoluteRow ? "$" : ""}${bound.row + 1}`);
}

function areaOf(reference: Reference): Rect {
  const { from } = reference;
  const to = reference.to ?? from;
  const row = from.row < 0 ? 0 : Math.min(from.row, to.row);
  const column = from.column < 0 ? 0 : Math.min(from.column, to.column);
  return {
    row,
    column,
    rows: from.row < 0 ? maximumRows : Math.max(from.row, to.row) - row + 1,
    columns: from.column < 0 ? maximumColumns : Math.max(from.column, to.column) - column + 1,
  };
}

function withArea(reference: Reference, area: Rect): Reference {
  const place = (bound: Bound, last: boolean): Bound => ({
    ...bound,
    row: bound.row < 0 ? -1 : last ? area.row + area.rows - 1 : area.row,
    column: bound.column < 0 ? -1 : last ? area.column + area.columns - 1 : area.column,
  });
  return { ...reference, from: place(reference.from, false), to: reference.to === undefined ? undefined : place(reference.to, true) };
}

function wrap(value: number, size: number): number {
  return ((value % size) + size) % size;
}
