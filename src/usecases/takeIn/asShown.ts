import type { GridCell } from "../../intake/grid.js";
import { dayText, formatNumberSv, formatPercentSv } from "../../registers/values/formatting.js";
import { isDateFormat } from "../../registers/values/numberFormat.js";
import { typedText } from "../../registers/values/reading.js";

/** So many rows of a table show what becomes of the rest. */
export const ROWS_SHOWN = 50;

/** About as Excel shows it; every decimal of a number. */
export function asShown(cell: GridCell): string {
  const { value, numberFormat } = cell;
  if (typeof value !== "number") return typedText(cell);
  if (isDateFormat(numberFormat)) return dayText(value);
  return numberFormat.includes("%") ? formatPercentSv(value) : formatNumberSv(value);
}
