import { dayOf } from "./date.js";

/** Numbers, percentages and dates as they are printed in Sweden. Used by reports, the command line and messages. */

const HARD_SPACE = "\u00A0";
const MINUS = "\u2212";

/**
 * A number with decimal comma, thousands grouped by hard spaces and a real minus: 1234.5 → "1 234,5".
 * Without `decimals` the number's own are printed, at most ten.
 */
export function formatNumberSv(value: number, decimals?: number): string {
  if (!Number.isFinite(value)) return "";
  const size = rounded(Math.abs(value), decimals ?? Math.min(decimalsOf(value), 10), decimals !== undefined);
  const [whole = "", fraction] = size.split(".");
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(?:\d{3})+$)/gu, HARD_SPACE) : whole;
  const sign = value < 0 && /[1-9]/u.test(size) ? MINUS : "";
  return `${sign}${grouped}${fraction === undefined ? "" : `,${fraction}`}`;
}

/** A fraction as a percentage: 0.055 → "5,5 %". Without `decimals` the percentage's own are printed. */
export function formatPercentSv(fraction: number, decimals?: number): string {
  return `${formatNumberSv(asPercentage(fraction), decimals)}${HARD_SPACE}%`;
}

/** A number with its unit word after a hard space: "2 400 tkr". */
export function formatWithUnitSv(value: number, unit: string, decimals?: number): string {
  return `${formatNumberSv(value, decimals)}${HARD_SPACE}${unit}`;
}

/** A serial number as "2019-01-22"; `undefined` when it is no day of Excel's calendar. */
export function formatDay(serial: number): string | undefined {
  const day = dayOf(serial);
  if (day === null) return undefined;
  const two = (part: number) => String(part).padStart(2, "0");
  return `${String(day.year).padStart(4, "0")}-${two(day.month)}-${two(day.day)}`;
}

/** A serial number as "2019-01-22" in a text; "" when it is no day. */
export function dayText(serial: number): string {
  return formatDay(serial) ?? "";
}

/** How many decimals a number needs to be written out, disregarding binary noise beyond 15 significant digits (what Excel keeps). */
export function decimalsOf(value: number): number {
  if (!Number.isFinite(value) || Number.isSafeInteger(value)) return 0;
  for (const decimals of FEW_DECIMALS) {
    if (nearestWith(decimals, value) !== undefined) return decimals;
  }
  const [digits = "", exponent = "0"] = Number(value.toPrecision(15)).toExponential().split("e");
  return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent));
}

/** A fraction times 100 without binary noise: 0.29 → 29, not 28.999999999999996. */
export function asPercentage(fraction: number): number {
  const percentage = fraction * 100;
  return nearestWith(MOST_OF_FEW, percentage) ?? Number(percentage.toPrecision(15));
}

const MOST_OF_FEW = 4;
const FEW_DECIMALS = Array.from({ length: MOST_OF_FEW + 1 }, (_, decimals) => decimals);
/** Less than what two numbers that differ in their fifteenth digit differ by, as a share of the number. */
const NOISE = 3e-16;
/** Beyond this, decimals are not what somebody wrote. */
const LARGEST_SHORT = 1e9;

/**
 * The number with so many decimals, if that is what a value is but for binary noise: told without writing its digits, which takes ten times as long. Nearly every number that
 * people write is such a one, and there are many; `undefined` says only that the digits have to be looked at.
 */
function nearestWith(decimals: number, value: number): number | undefined {
  const factor = 10 ** decimals;
  const near = Math.round(value * factor) / factor;
  return Math.abs(near) < LARGEST_SHORT && Math.abs(near - value) <= NOISE * Math.abs(value) ? near : undefined;
}

/**
 * Rounds half away from zero on the decimal digits, as Excel shows numbers: 1.005 with two decimals is 1.01, where toFixed gives 1.00 from the
 * binary value.
 */
function rounded(size: number, decimals: number, padded: boolean): string {
  const short = decimals > MOST_OF_FEW ? undefined : nearestWith(decimals, size);
  if (short !== undefined) return withoutZeros(short.toFixed(decimals), padded || decimals === 0);
  const [digits = "", exponent = "0"] = Number(size.toPrecision(15)).toExponential().split("e");
  // Shifting by the exponent's text moves the decimal point without multiplying; large numbers have no decimals left to round.
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
  return withoutZeros((shifted < 1e21 ? Number(`${shifted}e-${decimals}`) : size).toFixed(decimals), padded || decimals === 0);
}

/** Zeros at the end of the decimals are kept where the number is padded. */
function withoutZeros(text: string, padded: boolean): string {
  return padded ? text : text.replace(/\.?0+$/u, "");
}
