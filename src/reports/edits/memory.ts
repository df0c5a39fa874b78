import type { CellValue } from "../../registers/cell.js";
import type { ReportLayout } from "../layout/layout.js";
import { asGivenBack } from "../layout/sheetText.js";
import { splitsSurrogatePair } from "../layout/wrapping.js";

/** What the add-in wrote last time on one report sheet: each cell's value as Excel gives it back, and what each row and cell is. */
export interface ReportMemory {
  readonly sheetName: string;
  readonly values: readonly (readonly CellValue[])[];
  readonly rowIdentities: readonly string[];
  readonly columnNames: readonly (readonly string[])[];
  /** Serial number of the day on which what it says was last another; `null` when nobody knows, as in workbooks built before this was kept. */
  readonly changed: number | null;
}

/**
 * What to remember of a layout. Remember the layout as built, before kept edits went into it: an edit then still shows as one the
 * next time, and is never replaced unseen.
 */
export function memoryOf(layout: ReportLayout): ReportMemory {
  return {
    sheetName: layout.sheetName,
    // Nearly all are given back as they are.
    values: layout.values.map((row) => (row.every((value) => asGivenBack(value) === value) ? row : row.map(asGivenBack))),
    rowIdentities: layout.rowIdentities,
    columnNames: layout.columnNames,
    changed: null,
  };
}

/** What to remember when the layout is written on `today`: a report that says what it said before is as old as it was. */
export function memoryAfter(earlier: ReportMemory | undefined, layout: ReportLayout, today: number): ReportMemory {
  const memory = memoryOf(layout);
  return { ...memory, changed: earlier !== undefined && saysTheSame(earlier, memory) ? earlier.changed : today };
}

/** Whether two memories say the same in the same rows, but for the day they were made. */
function saysTheSame(one: ReportMemory, other: ReportMemory): boolean {
  const [rows, others] = [rowsThatSay(one), rowsThatSay(other)];
  return rows.length === others.length && rows.every((row, index) => isSameRow(one, row, other, others[index] ?? -1));
}

/** All but those that print the day. */
function rowsThatSay(memory: ReportMemory): readonly number[] {
  return [...memory.values.keys()].filter((row) => !saysTheDay(memory, row));
}

function isSameRow(one: ReportMemory, row: number, other: ReportMemory, otherRow: number): boolean {
  const [values, others] = [one.values[row] ?? [], other.values[otherRow] ?? []];
  return one.rowIdentities[row] === other.rowIdentities[otherRow] && values.length === others.length && values.every((value, column) => value === others[column]);
}

/** True for the row that prints the day the report was made: the layout's own "/period". */
export function saysTheDay({ rowIdentities }: Pick<ReportMemory, "rowIdentities">, row: number): boolean {
  return rowIdentities[row] === "/period";
}

const VERSION = 1;
/** A cell holds 32 767 UTF-16 units. */
const LONGEST_PIECE = 32_000;
/** Before each piece, so that Excel never takes one for a number or a formula. */
const MARK = "m";

/**
 * The memory of all report sheets as text cells, one report a row, to be written from A1 of a very hidden sheet. The inverse of
 * `readMemory`.
 */
export function memoryCells(memories: readonly ReportMemory[]): readonly (readonly string[])[] {
  return memories.map((memory) => pieces(textOf(memory)).map((piece) => MARK + piece));
}

/**
 * How much is remembered in all, in UTF-16 units of text: some eighty reports of an ordinary size. Memory goes with every build, and Excel on the web takes and
 * gives 5 MB at a time. https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization
 */
const MOST_TEXT = 800_000;

/**
 * The memories with this one last, in the place of any earlier one of the same sheet. When they are more than `mostText`, those of the reports that were built
 * longest ago are let go, so that the workbook can always be read and built in.
 */
export function withMemory(memories: readonly ReportMemory[], memory: ReportMemory, mostText: number = MOST_TEXT): readonly ReportMemory[] {
  const others = memories.filter(({ sheetName }) => sheetName.toLowerCase() !== memory.sheetName.toLowerCase());
  const kept: ReportMemory[] = [memory];
  let length = textOf(memory).length;
  for (const other of others.reverse()) {
    length += textOf(other).length;
    if (length > mostText) break;
    kept.unshift(other);
  }
  return kept;
}

/** A memory is never changed once it is made, so that its text is written once, or is the one it was read from. */
const texts = new WeakMap<ReportMemory, string>();

function textOf(memory: ReportMemory): string {
  const known = texts.get(memory);
  if (known !== undefined) return known;
  const text = JSON.stringify(packed(memory));
  texts.set(memory, text);
  return text;
}

/** The memory of one sheet; sheet names differ regardless of case, as in Excel. */
export function memoryOfSheet(memories: readonly ReportMemory[], sheetName: string): ReportMemory | undefined {
  return memories.find((memory) => memory.sheetName.toLowerCase() === sheetName.toLowerCase());
}

/**
 * Reads what `memoryCells` wrote. Memory is a convenience: a row that is damaged, or of another version, is left out, and its report is
 * then compared with what would be written now.
 */
export function readMemory(cells: readonly (readonly CellValue[])[]): readonly ReportMemory[] {
  return cells.flatMap((row) => {
    const memory = unpacked(row.map((cell) => (typeof cell === "string" && cell.startsWith(MARK) ? cell.slice(MARK.length) : "")).join(""));
    return memory === undefined ? [] : [memory];
  });
}

/** As stored: lists of headers are shared by the rows of a table, so each stands once and rows point to it. */
interface PackedMemory {
  readonly version: number;
  readonly sheetName: string;
  readonly headers: readonly (readonly string[])[];
  /** [identity, index into headers, ...values] */
  readonly rows: readonly (readonly CellValue[])[];
  /** Left out when nobody knows; came later than the rest, so memories without it are of the same version. */
  readonly changed?: number;
}

const NO_NAMES: readonly string[] = [];

function packed(memory: ReportMemory): PackedMemory {
  const places = new Map<string, number>();
  const headers: (readonly string[])[] = [];
  const placeOf = (names: readonly string[]): number => {
    const key = JSON.stringify(names);
    const place = places.get(key) ?? headers.push(names) - 1;
    places.set(key, place);
    return place;
  };
  let names: readonly string[] | undefined;
  let place = 0;
  const rows = memory.values.map((values, row) => {
    const own = memory.columnNames[row] ?? NO_NAMES;
    // A table's rows share theirs.
    if (own !== names) place = placeOf(own);
    names = own;
    return [memory.rowIdentities[row] ?? "", place, ...values];
  });
  return { version: VERSION, sheetName: memory.sheetName, headers, rows, ...(memory.changed === null ? {} : { changed: memory.changed }) };
}

function unpacked(json: string): ReportMemory | undefined {
  const stored = parsed(json);
  if (!isPackedMemory(stored)) return undefined;
  const memory: ReportMemory = {
    sheetName: stored.sheetName,
    values: stored.rows.map((row) => row.slice(2)),
    rowIdentities: stored.rows.map(([identity]) => String(identity)),
    columnNames: stored.rows.map(([, place]) => stored.headers[Number(place)] ?? []),
    changed: stored.changed ?? null,
  };
  texts.set(memory, json);
  return memory;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isPackedMemory(value: unknown): value is PackedMemory {
  if (typeof value !== "object" || value === null) return false;
  return (
    "version" in value && value.version === VERSION &&
    "sheetName" in value && typeof value.sheetName === "string" &&
    "headers" in value && isMatrixOf(value.headers, (cell) => typeof cell === "string") &&
    "rows" in value && isMatrixOf(value.rows, (cell) => typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean") &&
    (!("changed" in value) || typeof value.changed === "number")
  );
}

function isMatrixOf(value: unknown, isCell: (cell: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every((row: unknown) => Array.isArray(row) && row.every(isCell));
}

function pieces(text: string): readonly string[] {
  const cut: string[] = [];
  for (let from = 0; from < text.length; ) {
    const furthest = Math.min(text.length, from + LONGEST_PIECE);
    const to = furthest < text.length && splitsSurrogatePair(text, furthest) ? furthest - 1 : furthest;
    cut.push(text.slice(from, to));
    from = to;
  }
  return cut;
}
