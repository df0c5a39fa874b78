import type { CellInput } from "../cell.js";
import { isDateFormat } from "./numberFormat.js";
import { isBlank, plainSpaces, read, typedText, unreadable, type Reading } from "./reading.js";

export type NumberText =
  | { readonly kind: "number"; readonly value: number }
  /** Could be thousands or decimals: "1.234". */
  | { readonly kind: "ambiguous" }
  | { readonly kind: "other" };

const DIGITS = /^(?:0|[1-9]\d*)$/u;
const GROUPED_BY_SPACE = /^[1-9]\d{0,2}(?: \d{3})+$/u;
const GROUPED_BY_POINT = /^[1-9]\d{0,2}(?:\.\d{3})+$/u;

/**
 * Reads a number as it is written in Sweden, and nothing else: an optional sign (+, -, − or –), digits, perhaps grouped in threes
 * by a space, and decimals after a comma.
 *
 * A point is read as a decimal mark too, since people move between programs, except where it could be a thousands mark:
 * one to three digits not starting with 0, a point and exactly three digits ("1.234") is 1 234 to one reader and 1,234 to another, so it is
 * `ambiguous`. Points that can only be thousands marks ("1.234.567", "1.234,5") are read as such. A comma is always decimal, so
 * "1,234" is 1.234 and "1,234,567" is no number. Exponents, fractions and leading zeros ("007") are not numbers here: they are codes.
 */
export function parseNumberText(text: string): NumberText {
  const plain = plainSpaces(text).trim();
  const signed = /^([+\-−–]?) ?(.*)$/su.exec(plain);
  const sign = signed?.[1] === "-" || signed?.[1] === "−" || signed?.[1] === "–" ? -1 : 1;
  const unsigned = signed?.[2] ?? "";

  const commas = unsigned.split(",");
  const [whole = "", decimals] = commas;
  if (commas.length > 2 || (decimals !== undefined && !/^\d+$/u.test(decimals))) return { kind: "other" };
  if (decimals !== undefined) {
    return DIGITS.test(whole) || GROUPED_BY_SPACE.test(whole) || GROUPED_BY_POINT.test(whole) ? number(sign, whole, decimals) : { kind: "other" };
  }
  if (DIGITS.test(whole) || GROUPED_BY_SPACE.test(whole)) return number(sign, whole, "");
  if (GROUPED_BY_POINT.test(whole)) return whole.split(".").length > 2 ? number(sign, whole, "") : { kind: "ambiguous" };

  const point = /^([\d ]+)\.(\d+)$/u.exec(whole);
  const before = point?.[1] ?? "";
  return DIGITS.test(before) || GROUPED_BY_SPACE.test(before) ? number(sign, before, point?.[2] ?? "") : { kind: "other" };
}

function number(sign: number, whole: string, decimals: string): NumberText {
  const size = Number(`${whole.replace(/[ .]/gu, "")}.${decimals}0`);
  // Beyond Excel's own limit the cell could not hold it.
  if (!Number.isFinite(size)) return { kind: "other" };
  return { kind: "number", value: size === 0 ? 0 : sign * size };
}

/** The fraction that a percentage written in digits stands for: 5.5 → 0.055, without binary noise in the last decimals. */
export function asFraction(percentage: number): number {
  return Number((percentage / 100).toPrecision(15));
}

/**
 * Reads a plain number such as Vikt or Gräns delvis. "90 %" is read as 0.9, as Excel stores it. Text is read but marked
 * `corrected`, since Excel's formulas do not count it.
 */
export function parseNumber(cell: CellInput): Reading<number> {
  if (isBlank(cell)) return null;
  if (cell.type === "Error") return unreadable(cell, "error");
  if (typeof cell.value === "number") return isDateFormat(cell.numberFormat) ? unreadable(cell, "date") : read(cell.value);
  if (typeof cell.value === "boolean") return unreadable(cell);
  const text = typedText(cell);
  const percentage = /^(.*?) ?(?:%|procent)\.?$/iu.exec(text);
  const parsed = parseNumberText(percentage?.[1] ?? text);
  if (parsed.kind !== "number") return unreadable(cell, parsed.kind === "ambiguous" ? "ambiguous" : "form");
  return read(percentage === null ? parsed.value : asFraction(parsed.value), true);
}

/** Reads a whole number such as Ordning. */
export function parseInteger(cell: CellInput): Reading<number> {
  const reading = parseNumber(cell);
  if (reading?.kind === "read" && !Number.isSafeInteger(reading.value)) return unreadable(cell, "range");
  return reading;
}
