// Requires ExcelApi 1.1.
import type { ReportWrite } from "../usecases/port.js";
import { hiddenSheet } from "./reportVisibility.js";
import { stretches } from "./requestParts.js";

/** Writes the add-in's memory of its reports in the place of what it remembered before. */
export function remember(context: Excel.RequestContext, memory: ReportWrite["memory"]): void {
  const { cells, covered = { rows: 0, columns: 0 } } = memory;
  const columns = Math.max(1, covered.columns, ...cells.map((texts) => texts.length));
  // In one call, what is no longer remembered included: other reports are remembered here too.
  const rows = Math.max(cells.length, covered.rows);
  writeTexts(hiddenSheet(context.workbook.worksheets, memory), 0, 0, Array.from({ length: rows }, (_, row) => filledRow(cells[row] ?? [], columns)));
}

/** As many columns as said, with blanks where there is nothing. */
export function filledRow<Value>(cells: readonly Value[], columns: number): (Value | "")[] {
  return Array.from({ length: columns }, (_, column) => cells[column] ?? "");
}

/** Texts as they are, from a cell of the sheet on. */
export function writeTexts(sheet: Excel.Worksheet, row: number, column: number, cells: readonly (readonly string[])[]): void {
  const columns = Math.max(1, ...cells.map((texts) => texts.length));
  const block = cells.map((texts) => filledRow(texts, columns));
  const range = sheet.getRangeByIndexes(row, column, block.length, columns);
  range.numberFormat = block.map((texts) => texts.map(() => "@"));
  range.values = block;
}

/** The memory in pieces for requests of their own: a report takes one row, and may take a hundred long texts. `bytes` is of each text, and of each piece. */
export function memoryBlocks({ cells }: ReportWrite["memory"], bytes: readonly (readonly number[])[]): readonly { readonly row: number; readonly column: number; readonly cells: readonly (readonly string[])[]; readonly bytes: number }[] {
  return cells.flatMap((texts, row) => stretches(bytes[row] ?? []).map(({ from, count, bytes: ofPiece }) => ({ row, column: from, cells: [texts.slice(from, from + count)], bytes: ofPiece })));
}
