// What Excel makes of what somebody types in a cell, read as the user's culture writes it. (What comes through the API is read as en-US: cells/typedInput.ts.)
import type { CellErrorText, Scalar } from "../../xlsx/model.js";
import { numberFormatCategory } from "../cells/numberFormatCategory.js";
import { serialOf } from "../cells/serialDates.js";
import { readTyped, type Typed } from "../cells/typedInput.js";
import type { Culture } from "../culture.js";

const GENERAL = "General";
const TEXT_FORMAT = "@";

/** Error values as Excel in Swedish shows and takes them; the others have their English names. */
export const SWEDISH_ERRORS: Readonly<Partial<Record<CellErrorText, string>>> = {
  "#NULL!": "#SKÄRNING!",
  "#DIV/0!": "#DIVISION/0!",
  "#VALUE!": "#VÄRDEFEL!",
  "#REF!": "#REFERENS!",
  "#NAME?": "#NAMN?",
  "#NUM!": "#OGILTIGT!",
  "#N/A": "#SAKNAS!",
};

/** Month names, whole or shortened to three letters and more, with or without a point. */
const MONTHS: readonly string[] = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

/**
 * @param numberFormat The cell's number format: in a cell formatted as text ("@") everything stays text, in one for percent a plain number is one.
 * @param year The year of a date typed without one.
 * Throws InvalidArgument for too long a text.
 */
export function readKeyed(text: string, numberFormat: string, culture: Culture, year: number): Typed {
  const isPlain = text === "" || numberFormat === TEXT_FORMAT || text.startsWith("'") || (text.startsWith("=") && text.length > 1);
  if (culture.name === "en-US" || isPlain) {
    return inPercentCell(readTyped(text, numberFormat, year), text, numberFormat);
  }
  const typed = readNumber(text) ?? readPercent(text) ?? readKronor(text) ?? readDate(text, year) ?? readTime(text, year) ?? readWord(text);
  if (typed === undefined) {
    // Never taken for a number, date or word of en-US; but still refused when too long.
    return readTyped(text, TEXT_FORMAT, year);
  }
  return inPercentCell(numberFormat === GENERAL ? typed : { value: typed.value }, text, numberFormat);
}

/** In a cell for percent 10 is 10 %, and so is 0,1 (Microsoft, "Format numbers as percentages": numbers from 1 up are taken for percent, smaller ones as they are). */
function inPercentCell(typed: Typed, text: string, numberFormat: string): Typed {
  const { value } = typed;
  const counts = typeof value === "number" && Math.abs(value) >= 1 && !text.includes("%") && numberFormatCategory(numberFormat) === "Percentage";
  return counts ? { ...typed, value: hundredth(value) } : typed;
}

/** 1 234,5 and 1234,5, with ordinary, hard or narrow spaces between thousands; -5, +5, (5) and −5; 1,2E+3. */
function readNumber(text: string): Typed | undefined {
  const match = /^(?:([+\-−])\s?|(\())?(\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)?(?:,(\d*))?(?:[eE]([+-]?\d{1,3}))?(\))?$/u.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const [, sign, open, whole = "", fraction, exponent, close] = match;
  if ((open === undefined) !== (close === undefined) || `${whole}${fraction ?? ""}` === "") {
    return undefined;
  }
  const isGrouped = /\D/u.test(whole);
  const size = Number(`${whole.replace(/\D/gu, "") || "0"}.${fraction || "0"}${exponent === undefined ? "" : `e${exponent}`}`);
  if (!Number.isFinite(size)) {
    return undefined;
  }
  const value = sign === "-" || sign === "−" || open !== undefined ? 0 - size : size;
  if (exponent !== undefined) {
    return { value, numberFormat: "0.00E+00" };
  }
  return isGrouped ? { value, numberFormat: fraction ? "#,##0.00" : "#,##0" } : { value };
}

function readPercent(text: string): Typed | undefined {
  const number = /^(.+?)\s*%$/su.exec(text.trim())?.[1];
  const size = number === undefined ? undefined : readNumber(number);
  if (typeof size?.value !== "number" || number === undefined) {
    return undefined;
  }
  return { value: hundredth(size.value), numberFormat: number.includes(",") ? "0.00%" : "0%" };
}

/** The decimal point is moved in the text: 5.5 % is 0.055, not 5.5 / 100 with its rounding error. */
function hundredth(value: number): number {
  const moved = Number(`${value}e-2`);
  return Number.isNaN(moved) ? value / 100 : moved;
}

function readKronor(text: string): Typed | undefined {
  const number = /^(.+?)\s*kr$/isu.exec(text.trim())?.[1];
  const size = number === undefined ? undefined : readNumber(number);
  if (typeof size?.value !== "number" || number === undefined) {
    return undefined;
  }
  return { value: size.value, numberFormat: number.includes(",") ? '#,##0.00 "kr"' : '#,##0 "kr"' };
}

/** 2019-01-22, 19-01-22, 2019/01/22, 22/1 2019, 22/1/2019, 22/1 and 22-1 (this year), 22 jan 2019, 22 januari, jan 2019. The day comes before the month unless the year is first. */
function readDate(text: string, year: number): Typed | undefined {
  const trimmed = text.trim();
  const yearFirst = /^(\d{4}|\d{2})([-/])(\d{1,2})\2(\d{1,2})$/u.exec(trimmed);
  if (yearFirst) {
    const found = dated(fullYear(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]), "m/d/yyyy");
    if (found !== undefined) {
      return found;
    }
  }
  const dayFirst = /^(\d{1,2})[-/](\d{1,2})(?:[-/ ](\d{4}))?$/u.exec(trimmed);
  if (dayFirst) {
    const [, day, month, given] = dayFirst;
    return dated(given === undefined ? year : Number(given), Number(month), Number(day), given === undefined ? "d-mmm" : "m/d/yyyy");
  }
  const named = /^(?:(\d{1,2})[ -])?(\p{L}{3,9})\.?(?:[ -](\d{4}|\d{2}))?$/u.exec(trimmed);
  const month = named?.[2] === undefined ? 0 : monthNamed(named[2]);
  if (!named || month === 0) {
    return undefined;
  }
  const [, day, , given] = named;
  if (day === undefined) {
    // "maj" alone is a word.
    return given === undefined ? undefined : dated(fullYear(given), month, 1, "mmm-yy");
  }
  return dated(given === undefined ? year : fullYear(given), month, Number(day), given === undefined ? "d-mmm" : "d-mmm-yy");
}

/** 1–12; 0 for what is no month. */
function monthNamed(word: string): number {
  return MONTHS.findIndex((name) => name.startsWith(word.toLowerCase())) + 1;
}

/** Two digits: 00–29 are this century, 30–99 the last. */
function fullYear(digits = ""): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year + (year < 30 ? 2000 : 1900);
}

function dated(year: number, month: number, day: number, numberFormat: string): Typed | undefined {
  const value = serialOf(year, month, day);
  return value === undefined ? undefined : { value, numberFormat };
}

/** 12:30 and 12:30:15, alone or after a date. */
function readTime(text: string, year: number): Typed | undefined {
  const match = /^(?:(.*\S)\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?$/su.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const before = match[1];
  const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) {
    return undefined;
  }
  const time = (hours * 3600 + minutes * 60 + seconds) / 86_400;
  if (before === undefined) {
    return { value: time, numberFormat: match[4] === undefined ? "hh:mm" : "hh:mm:ss" };
  }
  const day = readDate(before, year)?.value;
  return typeof day === "number" ? { value: day + time, numberFormat: match[4] === undefined ? "yyyy-mm-dd hh:mm" : "yyyy-mm-dd hh:mm:ss" } : undefined;
}

/** SANT, FALSKT and the error values. */
function readWord(text: string): Typed | undefined {
  const word = text.trim().toUpperCase();
  if (word === "SANT" || word === "FALSKT") {
    return { value: word === "SANT" };
  }
  const error = errorNamed(word);
  return error === undefined ? undefined : { value: error };
}

function errorNamed(word: string): Scalar | undefined {
  for (const [error, swedish] of Object.entries(SWEDISH_ERRORS)) {
    if (swedish === word) {
      return readTyped(error, GENERAL, 0).value;
    }
  }
  return undefined;
}
