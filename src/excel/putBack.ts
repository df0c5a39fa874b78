// Requires ExcelApi 1.1.
import type { CellValue } from "../registers/cell.js";

export const TEXT_FORMAT = "@";

/** Whether a cell has the value that it was given. Excel keeps line breaks as "\n". */
export function isAsWritten(value: CellValue, found: unknown): boolean {
  return (typeof value === "string" ? value.replace(/\r\n?/g, "\n") : value) === found;
}

/** Writes a value once more that Excel took for something else: a text in a text cell, where a marking apostrophe would be seen, and a number in a cell that is none. */
export function putBack(cell: Excel.Range, value: CellValue, numberFormat: string | undefined): void {
  cell.numberFormat = [[typeof value === "string" ? TEXT_FORMAT : formatOfNumber(numberFormat)]];
  cell.values = [[value]];
}

/** The format asked for, unless it would make a text of what is no text. */
export function formatOfNumber(numberFormat: string | undefined): string {
  return numberFormat === undefined || numberFormat === TEXT_FORMAT ? "General" : numberFormat;
}
