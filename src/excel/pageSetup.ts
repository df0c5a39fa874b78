// Requires ExcelApi 1.9 (pageLayout).
import type { SheetLayout } from "../reports/layout/sheetLayout.js";

/** A4, as many pages long as it takes and one page wide, with a footer and the rows that every page repeats. */
export function setUpPage(sheet: Excel.Worksheet, print: SheetLayout["print"]): void {
  const page = sheet.pageLayout;
  page.orientation = print.orientation === "portrait" ? "Portrait" : "Landscape";
  page.paperSize = "A4";
  page.zoom = { horizontalFitToPages: 1 };
  page.headersFooters.defaultForAllPages.centerFooter = print.footer;
  if (print.titleRows !== undefined) {
    repeatRows(sheet, print.titleRows);
  }
}

/** Rows that every printed page begins with. */
export function repeatRows(sheet: Excel.Worksheet, rows: NonNullable<SheetLayout["print"]["titleRows"]>): void {
  sheet.pageLayout.setPrintTitleRows(`$${rows.row + 1}:$${rows.row + rows.rows}`);
}
