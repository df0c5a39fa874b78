import { parseDate, parseNumber, parseTime } from "numfmt";

const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** Text that stands for a number begins so: a digit, a sign, a currency, a bracket, or a month's English name. */
const mayBeNumber = /^(?=.*\d)([-+.\d($€£¥%]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
/** A comma that does not part thousands: "5,5" is a decimal comma someone meant, never 55. */
const wrongGroups = /,(?!\d{3}(\D|$))\d/;

/**
 * The number that text stands for when Excel (en-US) must have one: "5", " 5.5 ", "5%", "1,000", "$5", "2019-01-22", "12:30".
 * Undefined where Excel would answer #VALUE!; booleans written as text are not numbers.
 */
export function numberInText(text: string): number | undefined {
  const trimmed = text.trim();
  if (plainNumber.test(trimmed)) {
    const number = Number(trimmed);
    return Number.isFinite(number) ? number : undefined;
  }
  if (!mayBeNumber.test(trimmed) || wrongGroups.test(trimmed)) return undefined;
  const parsed = parseNumber(trimmed) ?? datedWithYear(trimmed) ?? parseTime(trimmed);
  return typeof parsed?.v === "number" ? parsed.v : undefined;
}

/**
 * A date that names its year; one without would mean the year of reading, and the same workbook must give the same result.
 * Points part no dates in en-US: "2019.01.22" is text.
 */
export function datedWithYear(text: string): { readonly v?: unknown } | null {
  if (text.includes(".")) return null;
  const parsed = parseDate(text);
  return parsed !== null && /y/i.test(parsed.z ?? "") ? parsed : null;
}

/** Text of a number as "&" joins it: 15 significant digits, no trailing zeros, E notation where Excel has it. */
export function textOfNumber(value: number): string {
  if (value === 0) return "0";
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const [mantissa = "0", exponentText = "0"] = value.toExponential(14).split("e");
  const exponent = Number(exponentText);
  const digits = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
  const sign = exponent < 0 ? "-" : "+";
  const scientific = `${digits}E${sign}${String(Math.abs(exponent)).padStart(2, "0")}`;
  if (exponent >= 15) return scientific;
  const decimals = Math.max(0, digits.replace(/^-?\d\.?/, "").length - exponent);
  const fixed = decimals > 100 ? scientific : Number(value.toPrecision(15)).toFixed(decimals);
  return fixed.replace("-", "").length > 20 ? scientific : fixed;
}

/** The value with 15 significant digits, which is all Excel compares and rounds by. */
export function fifteenDigits(value: number): number {
  return Number(value.toPrecision(15));
}

/** value × 10^places, exact in decimal, so that 1.005 × 100 is 100.5. */
export function shiftDecimal(value: number, places: number): number {
  const [mantissa = "0", exponent = "0"] = value.toExponential(14).split("e");
  return Number(`${mantissa}e${Number(exponent) + places}`);
}
