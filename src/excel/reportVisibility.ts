// Requires ExcelApi 1.1 (Worksheet.visibility).
import type { ReportWrite } from "../usecases/port.js";

/** Whether a sheet has to be shown or hidden for the report to be written. */
export function changesVisibility({ sheetIsHidden, memory }: ReportWrite): boolean {
  return sheetIsHidden || !memory.isVeryHidden;
}

/**
 * Shows the report's sheet if it is hidden, and makes and hides the sheet of the add-in's memory if that is not done: one request of its own, before the report's.
 * On the desktop Excel cannot undo a change of visibility, which would leave the whole report without undo. Gives what is then left to write.
 * Like the write, it fails before its first change when a table that the figures rest on is gone.
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-undo-capabilities
 */
export async function settleVisibility(context: Excel.RequestContext, write: ReportWrite): Promise<ReportWrite> {
  const { worksheets, tables } = context.workbook;
  for (const table of write.reliesOn) {
    tables.getItem(table).load("name");
  }
  if (write.sheetIsHidden) {
    worksheets.getItem(write.layout.sheetName).visibility = "Visible";
  }
  hiddenSheet(worksheets, write.memory);
  await context.sync();
  return { ...write, sheetIsHidden: false, memory: { ...write.memory, sheetExists: true, isVeryHidden: true } };
}

/** The sheet of the add-in's memory, made and hidden where it is not: a user never sees it, and Excel's own menus cannot show it. */
export function hiddenSheet(worksheets: Excel.WorksheetCollection, { sheetName, sheetExists, isVeryHidden }: ReportWrite["memory"]): Excel.Worksheet {
  const sheet = sheetExists ? worksheets.getItem(sheetName) : worksheets.add(sheetName);
  if (!isVeryHidden) {
    sheet.visibility = "VeryHidden";
  }
  return sheet;
}
