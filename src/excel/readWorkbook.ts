// Requires ExcelApi 1.7 (NamedItem.formula); getItemOrNullObject, getUsedRangeOrNullObject and names 1.4.
import type { CellValue } from "../registers/cell.js";
import { columnFormula, type TableImage } from "../registers/tableImage.js";
import { cellMatrix, cellType, cellValue, formatCode } from "./cellMatrix.js";
import { newestReportName } from "./newestReport.js";
import { firstRows, isGiven, queuePiece, readRest, type KnownSizes, type Piece, type PieceSize, type WantedCells } from "./readBlocks.js";
import { eachInTurn, mapInTurns } from "./turns.js";
import type { ReadRequest, SheetContent, SheetInfo, TableInfo, WorkbookImage } from "../usecases/port.js";
import { WorkbookError } from "../usecases/workbookError.js";

/**
 * One request, whatever is asked for, up to the 5 MB of an answer, and one more for each 4.5 MB; one more where columns are not where they were thought to be, and two
 * where nobody knows yet how large it is: `sizes` remembers that for the next time. Where somebody changes rows between two requests it starts again, once.
 * @throws WorkbookError `workbook-changed` where somebody does so again; `too-large` where a single cell is too much for Excel
 */
export async function readWorkbook(context: Excel.RequestContext, request: ReadRequest, sizes: KnownSizes = new Map()): Promise<WorkbookImage> {
  const image = (await readOnce(context, request, sizes)) ?? (await readOnce(context, request, sizes));
  if (image !== undefined) return image;
  throw new WorkbookError("workbook-changed", {
    sv: "Någon ändrar i registren medan de läses. Inget har skrivits. Vänta tills den andra är klar och försök igen.",
    en: "Somebody is changing the registers while they are being read. Nothing has been written. Wait until the other is done and try again.",
  });
}

/** Undefined where somebody changed what was being read. */
async function readOnce(context: Excel.RequestContext, request: ReadRequest, sizes: KnownSizes): Promise<WorkbookImage | undefined> {
  const queued = await look(context, request, sizes);
  const { sheets, protection, allTables, tables, contents, names } = queued;
  const pieces = [...tables.filter(({ table }) => !table.isNullObject).map(sizeOfTable), ...contents.filter(({ used }) => !used.isNullObject).map(sizeOfContent)];
  if (!(await readRest(context, pieces, sizes))) return undefined;
  const isNoneThere = tables.every(({ table }) => table.isNullObject);
  const filledSheets = request.otherwiseFilledSheets === true && isNoneThere ? await sheetsWithContent(context, sheets) : undefined;
  return {
    tables: new Map(await eachInTurn(tables.filter(({ table }) => !table.isNullObject), async (asked) => [asked.name, await tableImage(asked)] as const)),
    allTables: allTables.items.map(tableInfo),
    sheets: sheets.items.map(sheetInfo),
    isStructureProtected: protection.protected,
    contents: new Map(await eachInTurn(contents.filter(({ sheet }) => !sheet.isNullObject), async (content) => [content.sheet.name, await sheetContent(content)] as const)),
    ...(filledSheets === undefined ? {} : { filledSheets }),
    ...(names === undefined ? {} : { names: new Map(names.items.map(({ name, formula }) => [name, typeof formula === "string" ? formula : ""])) }),
  };
}

type Queued = ReturnType<typeof queueAll>;

/** Rows of each that come along when it is asked how large everything is: they tell what a row weighs. */
const SAMPLE = 20;

/** The first request: all of it, or what is known to go into an answer. Where that was too much after all, how large everything is. */
async function look(context: Excel.RequestContext, request: ReadRequest, sizes: KnownSizes): Promise<Queued> {
  const attempts = [(wanted: readonly WantedCells[]) => firstRows(wanted, sizes), (wanted: readonly WantedCells[]) => wanted.map(() => SAMPLE)];
  for (const rowsOfEach of attempts) {
    const queued = queueAll(context, request, rowsOfEach);
    if (await isGiven(context)) return queued;
  }
  const sized = queueAll(context, request, (wanted) => wanted.map(() => 0));
  await context.sync();
  return sized;
}

/**
 * Queues what a read needs, so that one `sync` answers it all. A table or sheet that is missing is a null object, and so
 * is every object reached through it: the request does not fail, and nothing has to be asked twice.
 */
function queueAll(context: Excel.RequestContext, request: ReadRequest, rowsOfEach: (wanted: readonly WantedCells[]) => readonly number[]) {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  const protection = workbook.protection.load("protected");
  const allTables = workbook.tables.load("items/name,items/worksheet/name,items/columns/items/name");
  const tables = request.tables.map((name) => queueTable(workbook, name, request.leaveOut?.get(name)));
  const contents = [
    ...request.sheets.map((name) => queueContent(name, () => workbook.worksheets.getItemOrNullObject(name), request.valuesOnly?.includes(name) === true)),
    ...(request.newestOf === undefined ? [] : [queueContent(request.newestOf, () => newestSheet(workbook, request.newestOf ?? ""), false)]),
  ];
  const names = request.names === true ? workbook.names.load("items/name,items/formula") : undefined;
  const rows = rowsOfEach([...tables, ...contents].map(({ wanted }) => wanted));
  const withPiece = <Asked extends { readonly wanted: WantedCells }>(asked: Asked, index: number) => ({ ...asked, piece: queuePiece(asked.wanted, rows[index] ?? Infinity) });
  return {
    sheets, protection, allTables, names,
    tables: tables.map((asked, index): AskedTable => withPiece(asked, index)),
    contents: contents.map((asked, index) => withPiece(asked, tables.length + index)),
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

type AskedTable = ReturnType<typeof queueTable> & { piece: Piece };

function queueTable(workbook: Excel.Workbook, name: string, leaveOut: LeaveOut | undefined) {
  const table = workbook.tables.getItemOrNullObject(name);
  table.load("name,showHeaders,showTotals");
  const sheet = table.worksheet.load("name");
  const columns = table.columns.load("items/name");
  const whole = table.getRange().load("rowIndex,columnIndex,rowCount,columnCount");
  const narrow = leaveOut === undefined ? undefined : narrowed(table, leaveOut).load("columnCount");
  const body = table.getDataBodyRange();
  const [firstRow, lastRow] = [body.getRow(0).load("formulas"), body.getLastRow().load("formulas")];
  const below = table.getRange().getLastRow().getOffsetRange(1, 0).load("rowIndex,values");
  const wanted = wantedOf(name, () => (leaveOut === undefined ? table.getRange() : narrowed(table, leaveOut)));
  return { name, leaveOut, table, sheet, columns, whole, narrow, firstRow, lastRow, below, wanted };
}

function wantedOf(name: string, range: () => Excel.Range): WantedCells {
  return { key: `table ${name}`, range, properties: ["values", "numberFormat", "valueTypes"] };
}

/** From the column's side, so that a table without it gives a null object, and the request goes on. */
function narrowed(table: Excel.Table, { after }: LeaveOut): Excel.Range {
  return table.columns.getItemOrNullObject(after).getRange().getBoundingRect(table.getRange().getColumn(0));
}

/** What there is to read of a table; all of it, and nothing read yet, where columns to be left out are not where they were thought to be. */
function sizeOfTable(asked: AskedTable): PieceSize {
  const { table, whole, narrow } = asked;
  const size = { rows: whole.rowCount, columns: whole.columnCount };
  if (!leftOutTooMuch(asked)) return { piece: asked.piece, ...size, columns: narrow?.columnCount ?? size.columns };
  asked.piece = queuePiece(wantedOf(asked.name, () => table.getRange()), 0);
  return { piece: asked.piece, ...size };
}

/** True where the columns that were left out are not the table's last ones, or others are among them: somebody has moved, removed or added columns. */
function leftOutTooMuch({ leaveOut, columns, narrow }: AskedTable): boolean {
  if (leaveOut === undefined) return false;
  const headers = columns.items.map(({ name }) => name);
  return narrow?.isNullObject !== false || headers.slice(headers.indexOf(leaveOut.after) + 1).some((header) => !leaveOut.headers.includes(header));
}

/** The sheet that a report was last built on: found by a name that follows the sheet when it is renamed. */
function newestSheet(workbook: Excel.Workbook, report: string): Excel.Worksheet {
  return workbook.names.getItemOrNullObject(newestReportName(report)).getRangeOrNullObject().worksheet;
}

type AskedContent = ReturnType<typeof queueContent> & { readonly piece: Piece };

function queueContent(name: string, sheetAt: () => Excel.Worksheet, valuesOnly: boolean) {
  const sheet = sheetAt().load("name");
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount");
  // Their names alone: Excel cannot tell more of charts of every kind (office-js#2041).
  const charts = sheet.charts.load("items/name");
  const wanted: WantedCells = { key: `sheet ${name}`, range: () => sheet.getUsedRangeOrNullObject(true), properties: valuesOnly ? ["values"] : ["values", "formulas", "numberFormat"] };
  return { sheet, used, charts, wanted, valuesOnly };
}

function sizeOfContent({ piece, used }: AskedContent): PieceSize {
  return { piece, rows: used.rowCount, columns: used.columnCount };
}

async function tableImage({ table, sheet, columns, whole, firstRow, lastRow, below, piece: { read } }: AskedTable): Promise<TableImage> {
  // A table may be shown without its header row; its column names are there all the same.
  const first = table.showHeaders ? 1 : 0;
  const last = read.values.length - (table.showTotals ? 1 : 0);
  return {
    name: table.name,
    sheet: sheet.name,
    top: whole.rowIndex + first - 1,
    left: whole.columnIndex,
    headers: columns.items.map((column) => column.name),
    values: await mapInTurns(read.values.slice(first, last), (row) => row.map(cellValue)),
    columnFormulas: columns.items.map((_, index) => columnFormula(formulaAt(firstRow, index), formulaAt(lastRow, index))),
    numberFormats: await mapInTurns(read.numberFormat.slice(first, last), (row) => row.map(formatCode)),
    types: await mapInTurns(read.valueTypes.slice(first, last), (row) => row.map(cellType)),
    below: { row: below.rowIndex, values: (cellMatrix(below.values)?.[0] ?? []).map(cellValue) },
  };
}

function formulaAt(row: Excel.Range, index: number): CellValue {
  return cellValue(cellMatrix(row.formulas)?.[0]?.[index]);
}

function tableInfo(table: Excel.Table): TableInfo {
  return { name: table.name, sheet: table.worksheet.name, headers: table.columns.items.map((column) => column.name) };
}

function sheetInfo(sheet: Excel.Worksheet): SheetInfo {
  return { id: sheet.id, name: sheet.name, visibility: visibility(sheet.visibility), isProtected: sheet.protection.protected };
}

async function sheetContent({ used, charts: { items }, valuesOnly, piece: { read } }: AskedContent): Promise<SheetContent> {
  const charts = items.map(({ name }) => name);
  if (used.isNullObject) {
    return { row: 0, column: 0, values: [], formulas: [], numberFormats: [], charts };
  }
  const values = await mapInTurns(read.values, (row) => row.map(cellValue));
  return {
    row: used.rowIndex,
    column: used.columnIndex,
    values,
    formulas: valuesOnly ? values : await mapInTurns(read.formulas, (row) => row.map(cellValue)),
    numberFormats: await mapInTurns(read.numberFormat, (row) => row.map(formatCode)),
    charts,
  };
}

function visibility(value: Excel.SheetVisibility | string): SheetInfo["visibility"] {
  return value === "Hidden" ? "hidden" : value === "VeryHidden" ? "veryHidden" : "visible";
}
