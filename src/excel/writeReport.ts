// Requires ExcelApi 1.9 (getRanges, pageLayout, suspendScreenUpdatingUntilNextSync).
import { areaReference } from "../registers/address.js";
import type { CellValue } from "../registers/cell.js";
import { asGivenBack } from "../reports/layout/sheetText.js";
import type { SheetLayout } from "../reports/layout/sheetLayout.js";
import { cellStyles, type CellStyle } from "../reports/layout/sheetStyles.js";
import { addressLists } from "./addressLists.js";
import { columnWidthInPoints } from "./columnWidth.js";
import { newestReportName } from "./newestReport.js";
import { repeatRows, setUpPage } from "./pageSetup.js";
import { hiddenSheet } from "./reportVisibility.js";
import { writeCharts } from "./writeCharts.js";
import type { ReportWrite, ReportWritten } from "../usecases/port.js";

/**
 * Puts a report on its sheet in one request, and reads it back in the same one. Only cells that came back different cost a
 * second request. The first calls fail in Excel when a table that the figures rest on is gone: nothing has then been changed.
 */
export async function writeReport(context: Excel.RequestContext, write: ReportWrite): Promise<Omit<ReportWritten, "isOneUndoStep">> {
  const { layout } = write;
  for (const table of write.reliesOn) {
    context.workbook.tables.getItem(table).load("name");
  }
  const sheets = context.workbook.worksheets;
  const sheet = write.sheetExists ? sheets.getItem(layout.sheetName) : sheets.add(layout.sheetName);
  context.application.suspendScreenUpdatingUntilNextSync();

  const rows = layout.values.length;
  const columns = layout.columnWidths.length;
  sheet.getRangeByIndexes(0, 0, Math.max(rows, write.covered.rows), Math.max(columns, write.covered.columns)).clear();
  const written = sheet.getRangeByIndexes(0, 0, rows, columns);
  // The format first: a text cell must be text before "1-2" is put in it.
  written.numberFormat = matrix(layout.numberFormats);
  written.values = matrix(layout.values);
  applyLooks(sheet, layout);
  if (write.sheetIsHidden) {
    sheet.visibility = "Visible";
  }
  if (!write.sheetExists) {
    setColumnWidths(sheet, layout.columnWidths);
    setUpPage(sheet, layout.print);
    sheet.showGridlines = false;
  }
  // After the widths, which decide how text wraps.
  written.format.autofitRows();
  sheet.pageLayout.setPrintArea(written);
  if (layout.print.titleRows !== undefined) {
    repeatRows(sheet, layout.print.titleRows);
  }
  writeCharts(sheet, layout.charts, write.standingCharts);
  markNewest(context, write.report, written);
  remember(context, write.memory);
  sheet.activate();
  written.load("values");
  await context.sync();

  const different = differences(layout.values, written.values);
  if (different.length > 0) {
    for (const { row, column, value } of different) {
      putBack(sheet.getCell(row, column), value);
    }
    await context.sync();
  }
  return { sheet: layout.sheetName, address: areaReference({ row: 0, column: 0, rows, columns }), putBack: different.length };
}

/** Office.js wants mutable arrays. */
function matrix<Value>(rows: readonly (readonly Value[])[]): Value[][] {
  return rows.map((row) => [...row]);
}

function applyLooks(sheet: Excel.Worksheet, layout: SheetLayout): void {
  for (const { look, areas } of layout.looks) {
    for (const addresses of addressLists(areas)) {
      applyStyle(sheet.getRanges(addresses).format, cellStyles[look]);
    }
  }
}

const BORDERS = {
  rows: ["EdgeTop", "EdgeBottom", "InsideHorizontal"],
  all: ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"],
} as const;

/** The area has just been cleared, so only what differs from a plain cell is set; the workbook keeps its own font. */
function applyStyle(format: Excel.RangeFormat, style: CellStyle): void {
  format.font.color = style.font.color;
  format.font.size = style.font.size;
  if (style.font.bold) {
    format.font.bold = true;
  }
  if (style.font.italic) {
    format.font.italic = true;
  }
  if (style.fill !== null) {
    format.fill.color = style.fill;
  }
  format.horizontalAlignment = style.horizontal === "right" ? "Right" : "Left";
  format.verticalAlignment = style.vertical === "center" ? "Center" : "Top";
  if (style.wrap) {
    format.wrapText = true;
  }
  if (style.indent > 0) {
    format.indentLevel = style.indent;
  }
  if (style.rule !== null) {
    for (const edge of BORDERS[style.ruled]) {
      const border = format.borders.getItem(edge);
      border.style = "Continuous";
      border.color = style.rule;
    }
  }
}

function setColumnWidths(sheet: Excel.Worksheet, widths: readonly number[]): void {
  widths.forEach((characters, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = columnWidthInPoints(characters);
  });
}

/** The old name, if there is one, may point to another sheet; deleting a null object does nothing. */
function markNewest(context: Excel.RequestContext, report: string, written: Excel.Range): void {
  const name = newestReportName(report);
  context.workbook.names.getItemOrNullObject(name).delete();
  context.workbook.names.add(name, written).visible = false;
}

function remember(context: Excel.RequestContext, memory: ReportWrite["memory"]): void {
  const sheet = hiddenSheet(context.workbook.worksheets, memory);
  sheet.getRange().clear("Contents");
  const columns = Math.max(1, ...memory.cells.map((row) => row.length));
  const block = memory.cells.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? ""));
  const range = sheet.getRangeByIndexes(0, 0, block.length, columns);
  range.numberFormat = block.map((row) => row.map(() => "@"));
  range.values = block;
}

function differences(wanted: SheetLayout["values"], found: unknown[][]) {
  const different: { row: number; column: number; value: CellValue }[] = [];
  wanted.forEach((cells, row) => {
    cells.forEach((value, column) => {
      if (!isFormula(value) && asGivenBack(value) !== found[row]?.[column]) {
        different.push({ row, column, value });
      }
    });
  });
  return different;
}

/** Texts are marked where they could be taken for a formula, so what begins with = is one that somebody wrote: it comes back as its answer. */
function isFormula(value: CellValue): boolean {
  return typeof value === "string" && value.startsWith("=");
}

/** A text that Excel took for a number or a date is written once more, in a text cell: there a marking apostrophe would be seen. */
function putBack(cell: Excel.Range, value: CellValue): void {
  if (typeof value === "string") {
    cell.numberFormat = [["@"]];
  }
  cell.values = [[asGivenBack(value)]];
}
