import type { CellInput } from "../registers/cell.js";
import type { Column } from "../registers/column.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import type { ColumnValue } from "../registers/schema.js";
import { periodLabel, type Period } from "../registers/values/period.js";
import { TEXT_FORMAT } from "../registers/writing/cellFormats.js";
import { quantityText } from "../registers/writing/rowsToCells.js";
import type { AskedCell } from "./form.js";

/** A row of a register as it stands, or, without `cells`, as Ny period would add it. */
export interface RowToAsk<Values> {
  readonly values: Values;
  readonly cells?: Readonly<Partial<Record<string, CellInput>>>;
}

/** Columns whose cells a unit is asked for, and what is special about each. */
export type Asks = Readonly<Record<string, Pick<AskedCell, "isNeeded"> & Partial<Pick<AskedCell, "words" | "numberFormat" | "help">>>>;

type Values = Readonly<Record<string, ColumnValue | null>>;

/** The cells asked for of a row, in the order of the register's columns, which every section follows. */
export function askedCells(register: RegisterKey, { values, cells }: RowToAsk<Values>, asks: Asks): readonly AskedCell[] {
  const columns: Readonly<Record<string, Column>> = registers[register].columns;
  return Object.entries(columns).flatMap(([key, column]) => {
    const ask = asks[key];
    return ask === undefined ? [] : [{ numberFormat: formatOf(column), ...ask, column: key, value: values[key] ?? null, cell: cells?.[key] }];
  });
}

/** Words are kept as words: "- går bra" and "=ja" would be taken for formulas by whoever types them in a cell of another format. */
function formatOf({ kind, numberFormat }: Column): string {
  return kind === "text" || kind === "longText" || kind === "choice" ? TEXT_FORMAT : numberFormat;
}

/** What stands in the columns of a register's key, as RowMark carries it. */
export function keyOf(register: RegisterKey, values: Values): readonly string[] {
  return registers[register].uniqueBy.map((column) => keyText(values[column] ?? null));
}

function keyText(value: ColumnValue | null): string {
  if (value === null) return "";
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (isList(value)) return value.join("; ");
  return "year" in value ? periodLabel(value) : quantityText(value);
}

function isList(value: ColumnValue): value is readonly string[] {
  return Array.isArray(value);
}

/** Lines of text, those that say nothing left out. */
export function lines(...texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null && text.trim() !== "").join("\n");
}

/** When something was said, and the word for it: "T1 2021: Pågående". */
export function said(period: Period, word: string | null): string {
  return word === null ? periodLabel(period) : `${periodLabel(period)}: ${word}`;
}

/** What was said last time is there to be reminded of: more than this would fill the screen. */
const REMINDER = 600;

/** A text, or the beginning of a long one. */
export function shortened(text: string | null, length = REMINDER): string | null {
  if (text === null || text.length <= length) return text;
  return `${text.slice(0, length).replace(/\s+\S*$/u, "")} …`;
}
