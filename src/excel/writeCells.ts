// Requires ExcelApi 1.9 (suspendScreenUpdatingUntilNextSync).
import type { CellValue } from "../registers/cell.js";
import { asTextValue } from "../reports/sheetText.js";
import type { CellChange } from "../usecases/port.js";
import { isAsWritten, putBack, TEXT_FORMAT } from "./putBack.js";

/**
 * Gives cells other values, in one request; one more only to put back cells that came back different. Each cell is written by itself: a block that reaches
 * over rows which a filter hides puts values in the wrong cells (office-js#224, xlwings#747). The first calls fail in Excel when a sheet is gone: nothing has then
 * been changed.
 */
export async function writeCells(context: Excel.RequestContext, changes: readonly CellChange[]): Promise<void> {
  const sheets = context.workbook.worksheets;
  for (const name of new Set(changes.map(({ at }) => at.sheet))) {
    sheets.getItem(name).load("name");
  }
  context.application.suspendScreenUpdatingUntilNextSync();
  const written = changes.map(({ at, value, numberFormat }) => {
    const cell = sheets.getItem(at.sheet).getCell(at.row, at.column);
    // The format first: a text cell must be text before "1-2" is put in it.
    if (numberFormat !== undefined) {
      cell.numberFormat = [[numberFormat]];
    }
    const marked = asMarked(value, numberFormat);
    cell.values = [[marked]];
    return { cell: cell.load("values"), value: marked, numberFormat };
  });
  await context.sync();
  const different = written.filter(({ cell, value }) => !isAsWritten(value, cell.values[0]?.[0]));
  if (different.length > 0) {
    for (const { cell, value, numberFormat } of different) {
      putBack(cell, value, numberFormat);
    }
    await context.sync();
  }
}

/** In a text cell everything stays text, and a mark would be seen. */
function asMarked(value: CellValue, numberFormat: string | undefined): CellValue {
  return typeof value === "string" && value !== "" && numberFormat !== TEXT_FORMAT ? asTextValue(value) : value;
}
