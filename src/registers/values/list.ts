import type { CellInput } from "../cell.js";
import { isBlank, plainSpaces, read, typedText, unreadable, type Reading } from "./reading.js";

/**
 * Reads several ids, codes or numbers. Semicolons and line breaks separate; commas only where there is neither, so that a name may hold a comma.
 * A number with decimals is unreadable: "4,10" typed in a Swedish Excel has become 4.1, and which numbers were meant is lost.
 */
export function parseList(cell: CellInput): Reading<readonly string[]> {
  if (isBlank(cell)) return null;
  if (cell.type === "Error") return unreadable(cell, "error");
  if (typeof cell.value === "boolean") return unreadable(cell);
  if (typeof cell.value === "number") return Number.isInteger(cell.value) ? read([String(cell.value)]) : unreadable(cell, "ambiguous");
  const text = typedText(cell);
  const items = text
    .split(/[;\r\n]/u.test(text) ? /[;\r\n]/u : /,/u)
    .map((item) => plainSpaces(item).trim())
    .filter((item) => item !== "");
  return items.length === 0 ? unreadable(cell) : read(items);
}

/** Several items as they are written in one cell. A single item with a comma in it would be read as several without the semicolon. */
export function listText(items: readonly string[]): string {
  const [first = "", ...more] = items;
  return more.length === 0 && first.includes(",") ? `${first};` : items.join("; ");
}
