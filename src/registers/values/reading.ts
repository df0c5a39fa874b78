import type { CellInput } from "../cell.js";

/**
 * Why a cell could not be read:
 * - `form`: not a way of writing this kind of value,
 * - `ambiguous`: two readings, e.g. "1.234" (1 234 or 1,234) or "1/2/2019",
 * - `range`: written rightly, but no such value (2019-02-30, a serial number outside Excel's calendar, 90–85 %),
 * - `date`: Excel turned what was typed into a date ("5-10" into 10 May),
 * - `error`: the cell holds an Excel error such as #N/A.
 */
export type UnreadableReason = "form" | "ambiguous" | "range" | "date" | "error";

/** What stands in a cell but could not be read. It is kept as typed, never guessed at and never taken for zero. */
export interface Unreadable {
  readonly kind: "unreadable";
  readonly typed: string;
  readonly reason: UnreadableReason;
}

/** A value that was read. `corrected` is true when the cell should be written otherwise, e.g. a number that stands as text. */
export interface Read<T> {
  readonly kind: "read";
  readonly value: T;
  readonly corrected: boolean;
}

/** What came out of reading a cell; `null` for an empty cell or one with only spaces. */
export type Reading<T> = Read<T> | Unreadable | null;

export function read<T>(value: T, corrected = false): Read<T> {
  return { kind: "read", value, corrected };
}

export function unreadable(cell: CellInput, reason: UnreadableReason = "form"): Unreadable {
  return { kind: "unreadable", typed: typedText(cell), reason };
}

/** A cell's content as text, with hard and thin spaces made plain and no spaces around it. Numbers with a decimal point, truth values as Excel shows them. */
export function typedText({ value }: CellInput): string {
  if (typeof value === "boolean") return value ? "SANT" : "FALSKT";
  return typeof value === "string" ? plainSpaces(value).trim() : String(value);
}

export function isBlank(cell: CellInput): boolean {
  if (cell.type === "Empty") return true;
  if (typeof cell.value !== "string") return false;
  // Nearly every text begins with something that can be seen.
  const first = cell.value.charCodeAt(0);
  return !(first > SPACE && first < DELETE) && plainSpaces(cell.value).trim() === "";
}

const SPACE = 0x20;
const DELETE = 0x7f;

/** Every space that people get into cells (hard, narrow hard, thin, figure, tab) as a plain space, and zero-width characters gone; line breaks stay. */
export function plainSpaces(text: string): string {
  // Most cells have none of it, and there are many cells.
  if (isPlain(text)) return text;
  return text.replace(/[\u200B\u200C\u200D\u2060\uFEFF\u00AD]/gu, "").replace(/[^\S\r\n]/gu, " ");
}

/** The text with every letter as one character, rings and dots and all (NFC): how ids are compared. */
export function composed(text: string): string {
  return isPlain(text) ? text : text.normalize("NFC");
}

/** True of letters that are whole and spaces that are plain, on one line: what stands in most cells, and needs nothing done to it. */
function isPlain(text: string): boolean {
  return !/[^ -~¡-¬®-ɏ]/.test(text);
}

/** One line with single spaces, composed letters and lower case: how words are compared. */
export function folded(text: string): string {
  if (text.length > LONGEST_WORD) return foldedAnew(text);
  let result = known.get(text);
  if (result === undefined) {
    result = foldedAnew(text);
    if (known.size === MOST_KNOWN) known.clear();
    known.set(text, result);
  }
  return result;
}

/** The same ids and codes stand in thousands of rows, and every rule looks them up: they are folded once. Longer texts are seldom met twice. */
const known = new Map<string, string>();
const MOST_KNOWN = 300_000;
const LONGEST_WORD = 64;

/** Plain words with one space between: only their case is to be put right. */
const TIDY = /^[!-~¡-¬®-ɏ]+(?: [!-~¡-¬®-ɏ]+)*$/;

function foldedAnew(text: string): string {
  if (TIDY.test(text)) return text.toLowerCase();
  return singleSpaces(composed(plainSpaces(text))).trim().toLowerCase();
}

/** Every stretch of spaces, line breaks among them, as one plain space. */
export function singleSpaces(text: string): string {
  // Those that are one plain space already are left alone: they are nearly all.
  return text.replace(/\s{2,}|[^\S ]/gu, " ");
}
