import type { Column } from "../registers/column.js";
import type { ColumnValue } from "../registers/schema.js";
import { isTextList } from "../registers/reading/lookUps.js";
import { listText, parseList } from "../registers/values/list.js";
import { periodKey } from "../registers/values/period.js";
import { folded, plainSpaces } from "../registers/values/reading.js";
import { quantityText } from "../registers/writing/rowsToCells.js";

/**
 * Whether two values of a column mean the same, however their cells are written: 0,055 shown as 5,5 % is the text "5,5 %", ids and codes are the same in any case, and texts in any
 * line breaks. A bare 0,055 is not 5,5 %: nobody knows what it is.
 */
export function sameValue(column: Column, a: ColumnValue, b: ColumnValue): boolean {
  return comparable(column, a) === comparable(column, b);
}

/** The value as a text that is equal for values that mean the same. */
export function comparable(column: Column, value: ColumnValue): string {
  if (typeof value === "number") return String(Number(value.toPrecision(DIGITS)));
  if (typeof value === "string") return column.kind === "id" || column.kind === "unit" ? folded(value) : plainText(value);
  if (isTextList(value)) return JSON.stringify(itemsAsRead(value).map(folded));
  if ("year" in value) return String(periodKey(value));
  // Each of its words says that there is no value.
  return value.kind === "notMeasured" ? "" : quantityText(value);
}

/** What Excel keeps of a number; the rest is binary noise. */
const DIGITS = 15;

/** As the reader gives it back from a cell. */
function plainText(text: string): string {
  return plainSpaces(text.replace(/\r\n?/gu, "\n")).trim().normalize("NFC");
}

function itemsAsRead(items: readonly string[]): readonly string[] {
  const reading = parseList({ value: listText(items), type: "String", numberFormat: "@" });
  return reading?.kind === "read" ? reading.value : items;
}
