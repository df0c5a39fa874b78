// Requires ExcelApi 1.1.
import type { CellValue } from "../registers/cell.js";
import { asGivenBack } from "../reports/sheetText.js";

export const TEXT_FORMAT = "@";

/** Whether a cell that was given the value, marked as text or not, has it. A formula comes back as its answer. */
export function isAsWritten(value: CellValue, found: unknown): boolean {
  return (typeof value === "string" && value.startsWith("=")) || asGivenBack(value) === found;
}

/** Writes once more what Excel took for something else: a text in a text cell, where a marking apostrophe would be seen, and a number in a cell that is none. */
export function putBack(cell: Excel.Range, value: CellValue, numberFormat: string | undefined): void {
  cell.numberFormat = [[typeof value === "string" ? TEXT_FORMAT : (numberFormat ?? "General")]];
  cell.values = [[asGivenBack(value)]];
}
