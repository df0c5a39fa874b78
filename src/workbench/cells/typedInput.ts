// What Excel makes of a text that is put into a cell through the API: as if it had been typed, in en-US whatever the user's culture.
import { RichApiError } from "../richApi/richApiError.js";
import type { Scalar } from "../../xlsx/model.js";
import { errorNamed } from "./errorValues.js";
import { serialOf } from "./serialDates.js";

/** Characters that a cell can hold. */
const MAX_TEXT = 32_767;
const GENERAL = "General";
const TEXT_FORMAT = "@";

export interface Typed {
  readonly value: Scalar;
  /** Formula as the user sees it, without "=". */
  readonly formula?: string;
  /** Number format that the way of writing brings to a cell that has none of its own. */
  readonly numberFormat?: string;
}

/**
 * @param input A member of `values` or `formulas`: text, number or boolean ("" empties the cell).
 * @param numberFormat The cell's number format: in a cell formatted as text ("@") everything stays text.
 * @param year The year of a date typed without one.
 * Throws InvalidArgument for anything else than a text, a number or a boolean, and for too long a text.
 */
export function readTyped(input: unknown, numberFormat: string, year: number): Typed {
  if (typeof input === "number" || typeof input === "boolean") {
    return { value: numberFormat === TEXT_FORMAT ? String(input).toUpperCase() : input };
  }
  if (typeof input !== "string") {
    throw new RichApiError("InvalidArgument");
  }
  if (input.length > MAX_TEXT) {
    throw new RichApiError("InvalidArgument", `A cell holds at most ${MAX_TEXT} characters.`);
  }
  if (input === "") {
    return { value: null };
  }
  if (numberFormat === TEXT_FORMAT) {
    return { value: input };
  }
  if (input.startsWith("'")) {
    return { value: input.slice(1) };
  }
  if (input.startsWith("=") && input.length > 1) {
    return { value: null, formula: input.slice(1) };
  }
  const typed = readNumber(input) ?? readPercent(input) ?? readDate(input, year) ?? readTime(input) ?? readBoolean(input) ?? readError(input);
  if (typed === undefined) {
    return { value: input };
  }
  return numberFormat === GENERAL ? typed : { value: typed.value };
}

function readNumber(input: string): Typed | undefined {
  const match = /^\s*(?:([+-])|(\())?(\$)?(\d+|\d{1,3}(?:,\d{3})+)?(\.\d*)?(?:[eE]([+-]?\d{1,3}))?(\))?\s*$/.exec(input);
  if (!match) {
    return undefined;
  }
  const [, sign, open, dollar, whole = "", fraction = "", exponent, close] = match;
  if ((open === undefined) !== (close === undefined) || `${whole}${fraction.slice(1)}` === "") {
    return undefined;
  }
  const size = Number(`${whole.replaceAll(",", "") || "0"}${fraction}${exponent === undefined ? "" : `e${exponent}`}`);
  if (!Number.isFinite(size)) {
    return undefined;
  }
  const value = sign === "-" || open !== undefined ? 0 - size : size;
  if (exponent !== undefined) {
    return { value, numberFormat: "0.00E+00" };
  }
  if (dollar !== undefined) {
    return { value, numberFormat: fraction.length > 1 ? "$#,##0.00" : "$#,##0" };
  }
  return whole.includes(",") ? { value, numberFormat: fraction.length > 1 ? "#,##0.00" : "#,##0" } : { value };
}

function readPercent(input: string): Typed | undefined {
  const match = /^(.+?)\s*%\s*$/.exec(input);
  const size = match?.[1] === undefined ? undefined : readNumber(match[1]);
  if (typeof size?.value !== "number" || match?.[1] === undefined) {
    return undefined;
  }
  // The decimal point is moved in the text: 5.5 % is 0.055, not 5.5 / 100 with its rounding error.
  return { value: Number(`${size.value}e-2`) || size.value / 100, numberFormat: match[1].includes(".") ? "0.00%" : "0%" };
}

/** 2019-01-22, 1/22/2019, 1-22-2019, 1/22 and 1-22 (this year), 1/2019. Months come first, as in en-US. */
function readDate(input: string, year: number): Typed | undefined {
  const text = input.trim();
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) {
    return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]), "m/d/yyyy");
  }
  const full = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (full) {
    return dated(fullYear(full[4] ?? ""), Number(full[1]), Number(full[3]), "m/d/yyyy");
  }
  const monthAndYear = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (monthAndYear) {
    return dated(Number(monthAndYear[2]), Number(monthAndYear[1]), 1, "mmm-yy");
  }
  const monthAndDay = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (monthAndDay) {
    const [month, second] = [Number(monthAndDay[1]), Number(monthAndDay[2])];
    return dated(year, month, second, "d-mmm") ?? dated(fullYear(monthAndDay[2] ?? ""), month, 1, "mmm-yy");
  }
  return undefined;
}

/** Two digits: 00–29 are this century, 30–99 the last. */
function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year + (year < 30 ? 2000 : 1900);
}

function dated(year: number, month: number, day: number, numberFormat: string): Typed | undefined {
  const value = serialOf(year, month, day);
  return value === undefined ? undefined : { value, numberFormat };
}

function readTime(input: string): Typed | undefined {
  const match = /^\s*(\d{1,2}):(\d{2})(?::(\d{2}))?\s*$/.exec(input);
  if (!match) {
    return undefined;
  }
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) {
    return undefined;
  }
  return { value: (hours * 3600 + minutes * 60 + seconds) / 86_400, numberFormat: match[3] === undefined ? "h:mm" : "h:mm:ss" };
}

function readBoolean(input: string): Typed | undefined {
  const text = input.trim().toUpperCase();
  return text === "TRUE" || text === "FALSE" ? { value: text === "TRUE" } : undefined;
}

function readError(input: string): Typed | undefined {
  const error = errorNamed(input.trim().toUpperCase());
  return error === undefined ? undefined : { value: { error } };
}
