// Requires ExcelApi 1.7 (NamedItem.formula); getItemOrNullObject, getUsedRangeOrNullObject and names 1.4. One request, whatever is asked for, and one more only where columns are not where they were thought to be.
import type { CellValue } from "../registers/cell.js";
import { columnFormula, type TableImage } from "../registers/tableImage.js";
import { cellType, cellValue, formatCode, rowsOf } from "./cellMatrix.js";
import { newestReportName } from "./newestReport.js";
import type { ReadRequest, SheetContent, SheetInfo, TableInfo, WorkbookImage } from "../usecases/port.js";

/**
 * Queues everything a read needs, so that one `sync` answers it all. A table or sheet that is missing is a null object, and so
 * is every object reached through it: the request does not fail, and nothing has to be asked twice.
 */
export async function readWorkbook(context: Excel.RequestContext, request: ReadRequest): Promise<WorkbookImage> {
  const workbook = context.workbook;
  const sheets = workbook.worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  const protection = workbook.protection.load("protected");
  const allTables = workbook.tables.load("items/name,items/worksheet/name,items/columns/items/name");
  const tables = request.tables.map((name) => queueTable(workbook, name, request.leaveOut?.get(name)));
  const contents = [
    ...request.sheets.map((name) => queueContent(workbook.worksheets.getItemOrNullObject(name))),
    ...(request.newestOf === undefined ? [] : [queueContent(newestSheet(workbook, request.newestOf))]),
  ];
  const names = request.names === true ? workbook.names.load("items/name,items/formula") : undefined;
  await context.sync();
  const misjudged = tables.filter((queued) => !queued.table.isNullObject && leftOutTooMuch(queued));
  if (misjudged.length > 0) {
    for (const queued of misjudged) {
      queued.range = loadCells(queued.table.getRange());
    }
    await context.sync();
  }
  const filledSheets = request.otherwiseFilledSheets === true && tables.every(({ table }) => table.isNullObject) ? await sheetsWithContent(context, sheets) : undefined;
  return {
    tables: new Map(tables.filter(({ table }) => !table.isNullObject).map((queued) => [queued.name, tableImage(queued)])),
    allTables: allTables.items.map(tableInfo),
    sheets: sheets.items.map(sheetInfo),
    isStructureProtected: protection.protected,
    contents: new Map(
      contents.filter(({ sheet }) => !sheet.isNullObject).map(({ sheet, used, charts }) => [sheet.name, sheetContent(used, charts)]),
    ),
    ...(filledSheets === undefined ? {} : { filledSheets }),
    ...(names === undefined ? {} : { names: new Map(names.items.map(({ name, formula }) => [name, typeof formula === "string" ? formula : ""])) }),
  };
}

/** Names of the visible sheets where something stands; their cells are not read. */
async function sheetsWithContent(context: Excel.RequestContext, sheets: Excel.WorksheetCollection): Promise<readonly string[]> {
  const visible = sheets.items.filter(({ visibility: shown }) => visibility(shown) === "visible");
  const used = visible.map((sheet) => ({ name: sheet.name, range: sheet.getUsedRangeOrNullObject(true).load("rowIndex") }));
  await context.sync();
  return used.filter(({ range }) => !range.isNullObject).map(({ name }) => name);
}

type LeaveOut = NonNullable<ReadRequest["leaveOut"]> extends ReadonlyMap<string, infer Columns> ? Columns : never;

function queueTable(workbook: Excel.Workbook, name: string, leaveOut: LeaveOut | undefined) {
  const table = workbook.tables.getItemOrNullObject(name);
  table.load("name,showHeaders,showTotals");
  const sheet = table.worksheet.load("name");
  const columns = table.columns.load("items/name");
  const whole = table.getRange();
  // From the column's side, so that a table without it gives a null object, and the request goes on.
  const wanted = leaveOut === undefined ? whole : table.columns.getItemOrNullObject(leaveOut.after).getRange().getBoundingRect(whole.getColumn(0));
  const range = loadCells(wanted);
  const body = table.getDataBodyRange();
  const [firstRow, lastRow] = [body.getRow(0).load("formulas"), body.getLastRow().load("formulas")];
  const below = table.getRange().getLastRow().getOffsetRange(1, 0).load("rowIndex,values");
  return { name, leaveOut, table, sheet, columns, range, firstRow, lastRow, below };
}

function loadCells(range: Excel.Range): Excel.Range {
  return range.load("rowIndex,columnIndex,values,numberFormat,valueTypes");
}

/** True where the columns that were left out are not the table's last ones, or others are among them: somebody has moved, removed or added columns. */
function leftOutTooMuch({ leaveOut, columns, range }: ReturnType<typeof queueTable>): boolean {
  if (leaveOut === undefined) return false;
  const headers = columns.items.map(({ name }) => name);
  return range.isNullObject || headers.slice(headers.indexOf(leaveOut.after) + 1).some((header) => !leaveOut.headers.includes(header));
}

/** The sheet that a report was last built on: found by a name that follows the sheet when it is renamed. */
function newestSheet(workbook: Excel.Workbook, report: string): Excel.Worksheet {
  return workbook.names.getItemOrNullObject(newestReportName(report)).getRangeOrNullObject().worksheet;
}

function queueContent(sheet: Excel.Worksheet) {
  sheet.load("name");
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,values,formulas,numberFormat");
  // Their names alone: Excel cannot tell more of charts of every kind (office-js#2041).
  const charts = sheet.charts.load("items/name");
  return { sheet, used, charts };
}

function tableImage({ table, sheet, columns, range, firstRow, lastRow, below }: ReturnType<typeof queueTable>): TableImage {
  // A table may be shown without its header row; its column names are there all the same.
  const first = table.showHeaders ? 1 : 0;
  const last = rowsOf(range.values).length - (table.showTotals ? 1 : 0);
  return {
    name: table.name,
    sheet: sheet.name,
    top: range.rowIndex + first - 1,
    left: range.columnIndex,
    headers: columns.items.map((column) => column.name),
    values: rowsOf(range.values).slice(first, last).map((row) => row.map(cellValue)),
    columnFormulas: columns.items.map((_, index) => columnFormula(formulaAt(firstRow, index), formulaAt(lastRow, index))),
    numberFormats: rowsOf(range.numberFormat).slice(first, last).map((row) => row.map(formatCode)),
    types: range.valueTypes.slice(first, last).map((row) => row.map(cellType)),
    below: { row: below.rowIndex, values: (below.values[0] ?? []).map(cellValue) },
  };
}

function formulaAt(row: Excel.Range, index: number): CellValue {
  return cellValue(row.formulas[0]?.[index]);
}

function tableInfo(table: Excel.Table): TableInfo {
  return { name: table.name, sheet: table.worksheet.name, headers: table.columns.items.map((column) => column.name) };
}

function sheetInfo(sheet: Excel.Worksheet): SheetInfo {
  return { id: sheet.id, name: sheet.name, visibility: visibility(sheet.visibility), isProtected: sheet.protection.protected };
}

function sheetContent(used: Excel.Range, { items }: Excel.ChartCollection): SheetContent {
  const charts = items.map(({ name }) => name);
  if (used.isNullObject) {
    return { row: 0, column: 0, values: [], formulas: [], numberFormats: [], charts };
  }
  return {
    row: used.rowIndex,
    column: used.columnIndex,
    values: rowsOf(used.values).map((row) => row.map(cellValue)),
    formulas: rowsOf(used.formulas).map((row) => row.map(cellValue)),
    numberFormats: rowsOf(used.numberFormat).map((row) => row.map(formatCode)),
    charts,
  };
}

function visibility(value: Excel.SheetVisibility | string): SheetInfo["visibility"] {
  return value === "Hidden" ? "hidden" : value === "VeryHidden" ? "veryHidden" : "visible";
}
