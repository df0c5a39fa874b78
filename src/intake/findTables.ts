import { headerText } from "../registers/reading/headers.js";
import { isBlank, plainSpaces, typedText } from "../registers/values/reading.js";
import { columnNames } from "./columnNames.js";
import type { FitContext } from "./fit.js";
import { bottomOf, cellAt, mergeIndex, rightOf, type GridArea, type SheetGrid } from "./grid.js";
import { partsOf } from "./headerParts.js";
import { bestMapping, type FamilyMapping, type HeaderColumn } from "./mapColumns.js";
import { choicesOf } from "./said.js";

/** Rows of a sheet under headers that registers know, before it is seen where they end. */
export interface FoundTable {
  /** 0-based sheet rows of the header: one or two. */
  readonly headerTop: number;
  readonly headerBottom: number;
  /** The first row that cannot belong to it: the next header, or the end of what is used. */
  readonly limit: number;
  readonly left: number;
  readonly right: number;
  /** The headers with the first cells under them: what the mapping was made of. */
  readonly headers: readonly HeaderColumn[];
  readonly mapping: FamilyMapping;
}

/** How many rows under a header are looked at to see what its columns hold. */
const SAMPLE = 40;
/** Misspelt headers are looked for near the top of a sheet, and on rows that have a header written right. */
const NEAR_TOP = 40;
const LONGEST_HEADER = 60;

/** The tables and plain ranges of a sheet, from the top and the left. `contextAt` says what is known beside a header at a row. */
export function findTables(sheet: SheetGrid, contextAt: (from: number, row: number) => FitContext): FoundTable[] {
  const mergeAt = mergeIndex(sheet);
  const rows = headerRows(sheet, contextAt(sheet.top, sheet.top));
  const found: FoundTable[] = [];
  let above = sheet.top;
  let done = -1;
  for (const row of rows) {
    if (row <= done) continue;
    const limit = rows.find((later) => later > row + 1) ?? bottomOf(sheet);
    const context = contextAt(above, row);
    const here = tablesAt(sheet, row, Math.max(above, sheet.top), limit, context, mergeAt);
    if (here.length === 0) continue;
    const [first] = here;
    const before = found.at(-1);
    if (here.length === 1 && first !== undefined && before !== undefined && isSameHeader(before, first)) continue;
    found.push(...here);
    done = Math.max(...here.map(({ headerBottom }) => headerBottom));
    above = done + 1;
  }
  return found.map((table, index) => {
    const next = found.slice(index + 1).find(({ headerTop, left, right }) => headerTop > table.headerBottom && left <= table.right && right >= table.left);
    return { ...table, limit: next?.headerTop ?? bottomOf(sheet) };
  });
}

/** The header once more, as at the top of every printed page: what follows belongs to the table above. */
function isSameHeader(before: FoundTable, { left, headerTop, headerBottom, mapping }: FoundTable): boolean {
  const texts = (columns: FamilyMapping["columns"]) => columns.filter(({ header }) => header !== "").map(({ column, header }) => `${column} ${headerText(header)}`).join("\n");
  return before.left === left && headerTop === headerBottom && before.headerTop === before.headerBottom && texts(before.mapping.columns) === texts(mapping.columns);
}

/** Rows with two or more cells that are names of columns, or one beside periods. */
function headerRows(sheet: SheetGrid, context: FitContext): number[] {
  const { said: { words: { names: everyName, hasNear }, hasHeader } } = context;
  const memo = new Map<string, "name" | "period" | "like" | "no">();
  const kindOf = (text: string) => {
    const known = memo.get(text);
    if (known !== undefined) return known;
    const parts = partsOf(text, context.periods, context.year);
    const kind = everyName.has(headerText(text)) || everyName.has(parts.name) || hasHeader(text) ? "name"
      : parts.name === "" && (parts.period !== undefined || parts.lacksYear) ? "period"
        : hasNear(parts.name) ? "like" : "no";
    memo.set(text, kind);
    return kind;
  };
  const rows: number[] = [];
  for (let row = sheet.top; row < bottomOf(sheet); row++) {
    const texts: string[] = [];
    for (let column = sheet.left; column < rightOf(sheet); column++) {
      const { value, type } = cellAt(sheet, row, column);
      if (type === "String" && typeof value === "string" && value.length <= LONGEST_HEADER) texts.push(value);
      else if (typeof value === "number" && Number.isInteger(value) && value >= 1990 && value <= 2100) texts.push(String(value));
    }
    const exact = texts.filter((text) => everyName.has(headerText(text)) || hasHeader(text)).length;
    if (exact === 0 && row - sheet.top > NEAR_TOP) continue;
    const kinds = texts.map(kindOf);
    const names = kinds.filter((kind) => kind === "name").length;
    const likely = kinds.filter((kind) => kind !== "no").length;
    // Words of a list are names too ("Genomfört", "Enhet"): below the first header it takes more than one of them to begin another table.
    const needed = rows.length === 0 ? 1 : 2;
    if (likely >= 2 && names + (needed === 1 ? kinds.filter((kind) => kind === "like").length : 0) >= needed && likely * 2 >= kinds.length) rows.push(row);
  }
  return rows;
}

function tablesAt(
  sheet: SheetGrid, row: number, top: number, limit: number, context: FitContext, mergeAt: (row: number, column: number) => GridArea | undefined,
): FoundTable[] {
  const variants = [{ from: row, to: row }, ...(row > top ? [{ from: row - 1, to: row }] : []), ...(row + 1 < limit || row + 1 < bottomOf(sheet) ? [{ from: row, to: row + 1 }] : [])];
  let best: { tables: FoundTable[]; score: number } | undefined;
  for (const { from, to } of variants) {
    const headers = headersOf(sheet, from, to, context, mergeAt);
    const tables = splitAt(sheet, headers, from, to, Math.max(limit, to + 1), context);
    const score = tables.reduce((sum, { mapping }) => sum + mapping.score, 0) - (to > from ? 0.05 : 0);
    if (tables.length > 0 && (best === undefined || score > best.score + 1e-9)) best = { tables, score };
  }
  return best?.tables ?? [];
}

/** Each column's header as one line: of two rows the upper goes for every column of its merged area, and for the columns to its right that have only a period below. */
function headersOf(sheet: SheetGrid, from: number, to: number, context: FitContext, mergeAt: (row: number, column: number) => GridArea | undefined): string[] {
  const headers: string[] = [];
  let spread = "";
  for (let column = sheet.left; column < rightOf(sheet); column++) {
    const lower = textAt(sheet, to, column, mergeAt);
    if (from === to) {
      headers.push(lower);
      continue;
    }
    const own = textAt(sheet, from, column, mergeAt);
    const tall = mergeAt(from, column);
    if (tall !== undefined && tall.row + tall.rows > to) {
      headers.push(own);
      spread = "";
      continue;
    }
    const under = partsOf(lower, context.periods, context.year);
    if (own !== "") spread = own;
    else if (under.name !== "" || under.whole === "") spread = "";
    const upper = own === "" ? spread : own;
    headers.push(/\p{L}-$/u.test(upper) ? upper.slice(0, -1) + lower : `${upper} ${lower}`.trim());
  }
  return headers;
}

function textAt(sheet: SheetGrid, row: number, column: number, mergeAt: (row: number, column: number) => GridArea | undefined): string {
  const area = mergeAt(row, column);
  const cell = area === undefined ? cellAt(sheet, row, column) : cellAt(sheet, area.row, area.column);
  if (isBlank(cell) || cell.type === "Error" || typeof cell.value === "boolean") return "";
  // A word parted over two lines in one cell is one word: "Mål-" and "värde".
  return plainSpaces(typedText(cell)).replace(/(\p{L})-\s*\r?\n\s*(?=\p{Ll})/gu, "$1").replace(/\s+/gu, " ").trim().slice(0, 200);
}

/** The tables that stand side by side under the headers: one, or several parted by columns without header and cells, where each is one by itself. */
function splitAt(sheet: SheetGrid, headers: readonly string[], headerTop: number, headerBottom: number, limit: number, context: FitContext): FoundTable[] {
  const last = Math.min(limit, headerBottom + 1 + SAMPLE);
  const all = headers.map((header, index): HeaderColumn => {
    const column = sheet.left + index;
    const cells = [];
    for (let row = headerBottom + 1; row < last; row++) cells.push(cellAt(sheet, row, column));
    return { column, header, cells };
  });
  const isEmpty = ({ header, cells }: HeaderColumn) => header === "" && cells.every(isBlank);
  const segments: HeaderColumn[][] = [[]];
  for (const column of all) {
    if (isEmpty(column)) segments.push([]);
    else segments.at(-1)?.push(column);
  }
  const parts = segments.filter((segment) => segment.some(({ header }) => header !== ""));
  const make = (columns: readonly HeaderColumn[]): FoundTable | undefined => {
    const names = columnNames(columns.map(({ header }) => header));
    const mapping = bestMapping(columns, context, choicesOf(context.said.of({ sheet: sheet.name, names, nth: 1 }), names));
    const mapped = mapping?.columns.filter(({ target }) => target !== undefined) ?? [];
    const named = columns.filter(({ header }) => header !== "");
    const leftOut = mapping?.columns.filter(({ target, isChosen }) => isChosen && target === undefined).length ?? 0;
    const [first] = named;
    const end = named.at(-1);
    if (mapping === undefined || first === undefined || end === undefined || mapping.score < 1.2 || mapped.length < 2 || mapped.length * 2 < named.length - leftOut) return undefined;
    return { headerTop, headerBottom, limit, left: Math.min(first.column, ...mapped.map(({ column }) => column)), right: end.column, headers: columns, mapping };
  };
  const separate = parts.map(make);
  if (parts.length > 1 && separate.every((table) => table !== undefined)) return separate;
  const whole = make(parts.flat());
  const some = separate.filter((table) => table !== undefined);
  const isBetter = whole !== undefined && some.every(({ mapping }) => whole.mapping.score >= mapping.score);
  return isBetter ? [whole] : some;
}
