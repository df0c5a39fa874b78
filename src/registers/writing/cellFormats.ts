import { asPercentage, decimalsOf } from "../values/formatting.js";

/** English number format codes that the add-in writes. */
export const DATE_FORMAT = "yyyy-mm-dd";
export const TEXT_FORMAT = "@";

/** A format that shows a number with the decimals it has, at most six: "0.0%" for 0.055, "#,##0" for 2400, "General" for what needs no format. */
export function amountFormat(value: number, percent: boolean): string {
  const decimals = Math.min(decimalsOf(percent ? asPercentage(value) : value), 6);
  const fraction = decimals === 0 ? "" : `.${"0".repeat(decimals)}`;
  if (percent) return `0${fraction}%`;
  return Math.abs(value) >= 1000 ? `#,##0${fraction}` : "General";
}
