import type { CellInput } from "../cell.js";
import { formatDay } from "./formatting.js";
import { isDateFormat } from "./numberFormat.js";
import { composed, isBlank, read, typedText, unreadable, type Reading } from "./reading.js";

/** Reads a line or more of text. A number is read as its digits, a date as "2019-01-22", a ticked box as Ja. Spaces around are taken away. */
export function parseText(cell: CellInput): Reading<string> {
  if (isBlank(cell)) return null;
  if (cell.type === "Error") return unreadable(cell, "error");
  if (typeof cell.value === "boolean") return read(cell.value ? "Ja" : "Nej");
  if (typeof cell.value === "number" && isDateFormat(cell.numberFormat)) return read(formatDay(cell.value) ?? String(cell.value));
  return read(typedText(cell));
}

/**
 * Reads an id or code. A number is read as its digits but marked `corrected`, since Excel's look-ups do not find the number 1 when
 * they seek the text "1"; so are spaces around an id, and what cannot be seen in it (hard spaces, letters with loose rings and dots). A date is unreadable: Excel has remade what was typed ("1-2").
 */
export function parseId(cell: CellInput): Reading<string> {
  if (isBlank(cell)) return null;
  if (cell.type === "Error") return unreadable(cell, "error");
  if (typeof cell.value === "boolean") return unreadable(cell);
  if (typeof cell.value === "number") return isDateFormat(cell.numberFormat) ? unreadable(cell, "date") : read(String(cell.value), true);
  const text = composed(typedText(cell));
  return read(text, text !== cell.value);
}
