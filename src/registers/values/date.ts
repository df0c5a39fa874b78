import type { CellInput } from "../cell.js";
import { isDateFormat } from "./numberFormat.js";
import { folded, isBlank, read, typedText, unreadable, type Reading } from "./reading.js";

/** A day of the calendar. `month` and `day` are 1-based. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MS_PER_DAY = 86_400_000;
/** The day that serial number 0 would be if the 1900 date system had no 29 February 1900, which it wrongly has. */
const EPOCH = Date.UTC(1899, 11, 30);
const FIRST_TRUE_SERIAL = 61;
const LAST_SERIAL = 2_958_465;

const MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"] as const;
const MONTH_WORDS: ReadonlyMap<string, number> = new Map([
  ...MONTHS.map((word, index) => [word, index + 1] as const),
  ...["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"].map(
    (word, index) => [word, index + 1] as const,
  ),
  ["sept", 9],
]);

/** Excel's serial number (1900 date system) of a day, or `null` when there is no such day between 1900-03-01 and 9999-12-31. */
export function serialOf({ year, month, day }: Day): number | null {
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  if (back.getUTCFullYear() !== year || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null;
  const serial = Math.round((time - EPOCH) / MS_PER_DAY);
  return serial >= FIRST_TRUE_SERIAL && serial <= LAST_SERIAL ? serial : null;
}

/** The day of a serial number; a time of day is cut off. `null` outside 1900-03-01 to 9999-12-31. */
export function dayOf(serial: number): Day | null {
  const whole = Math.floor(serial);
  if (!(whole >= FIRST_TRUE_SERIAL && whole <= LAST_SERIAL)) return null;
  const date = new Date(EPOCH + whole * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/**
 * Reads a calendar day as its serial number: an Excel date, or text such as "2019-01-22", "2019-01-22.", "2017.01.01", "20190122",
 * "22 jan 2019", "den 22 januari 2019". Forms whose order of day and month is open ("1/2/2019") are `ambiguous`, days that do not
 * exist are out of `range`. What is readable but not stored as a date is marked `corrected`.
 */
export function parseDate(cell: CellInput): Reading<number> {
  if (isBlank(cell)) return null;
  if (cell.type === "Error") return unreadable(cell, "error");
  if (typeof cell.value === "boolean") return unreadable(cell);
  if (typeof cell.value === "number") return fromNumber(cell, cell.value);

  const text = folded(typedText(cell)).replace(/\.$/u, "");
  const day = fromText(text);
  if (day === "ambiguous") return unreadable(cell, "ambiguous");
  if (day === undefined) return unreadable(cell);
  const serial = serialOf(day);
  return serial === null ? unreadable(cell, "range") : read(serial, true);
}

function fromNumber(cell: CellInput, value: number): Reading<number> {
  if (isDateFormat(cell.numberFormat)) return dayOf(value) === null ? unreadable(cell, "range") : read(Math.floor(value));
  const digits = fromText(String(value));
  const serial = typeof digits === "object" ? serialOf(digits) : null;
  if (serial !== null) return read(serial, true);
  // Without a date format a serial number shows as a bare number. Only what falls in our own time is taken for a day; 2019 is a year, not 1905.
  const day = dayOf(value);
  return day !== null && day.year >= 1970 && day.year <= 2100 ? read(Math.floor(value), true) : unreadable(cell, "range");
}

function fromText(text: string): Day | "ambiguous" | undefined {
  const iso = /^(\d{4})([-./]?)(\d{1,2})\2(\d{1,2})$/u.exec(text);
  // Without separators only eight digits are a day: 201912 is a month.
  if (iso !== null && (iso[2] !== "" || text.length === 8)) return { year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) };
  const written = /^(?:den )?(\d{1,2})(?::?e)? (\p{L}+)\.? (\d{4})$/u.exec(text);
  const month = MONTH_WORDS.get(written?.[2] ?? "");
  if (written !== null && month !== undefined) return { year: Number(written[3]), month, day: Number(written[1]) };
  return /^\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})$/u.test(text) ? "ambiguous" : undefined;
}
