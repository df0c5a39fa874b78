// Requires ExcelApi 1.9 (getRanges, pageLayout, suspendScreenUpdatingUntilNextSync).
import { areaReference } from "../registers/address.js";
import type { CellValue } from "../registers/cell.js";
import { asGivenBack } from "../reports/layout/sheetText.js";
import type { SheetLayout } from "../reports/layout/sheetLayout.js";
import { unfinishedTitle } from "../reports/edits/unfinishedReport.js";
import { goOnWriting } from "./beforeWriting.js";
import { addressLists } from "./addressLists.js";
import { rowsOf } from "./cellMatrix.js";
import { columnWidthInPoints } from "./columnWidth.js";
import { jsonBytes, MOST_BYTES } from "./jsonBytes.js";
import { newestReportName } from "./newestReport.js";
import { repeatRows, setUpPage } from "./pageSetup.js";
import { queuePiece, readRest } from "./readBlocks.js";
import { filledRow, memoryBlocks, remember, writeTexts } from "./reportMemory.js";
import { around, editedCells, type EditedCell } from "./reportEdits.js";
import { looksOf } from "./reportLooks.js";
import { hiddenSheet } from "./reportVisibility.js";
import { BYTES_OF_CALLS, goesInOne, inRequests, stretches, type Part } from "./requestParts.js";
import { askForStanding, changedSinceRead, type StandingReport } from "./standingReport.js";
import { eachInTurn, mapInTurns } from "./turns.js";
import { writeCharts } from "./writeCharts.js";
import type { ReportWrite, ReportWritten } from "../usecases/port.js";

/**
 * Puts a report on its sheet in one request up to 5 MB, and reads it back in the same one; one more for each 4.5 MB, and one only for cells that came back different. The
 * first calls fail in Excel when a table that the figures rest on, the report's sheet or the add-in's memory is gone: nothing has then been changed.
 */
export async function writeReport(context: Excel.RequestContext, write: ReportWrite): Promise<Omit<ReportWritten, "isOneUndoStep">> {
  const bytes = await bytesOf(write);
  const whole = wholeReport(context, write, await cellsToWrite(write), bytes);
  if (goesInOne(whole.parts)) return written(context, write, whole);
  const before = bytes.standing > MOST_BYTES / 2 ? await standingNow(context, write) : undefined;
  return written(context, write, reportInParts(context, write, bytes, before));
}

/** Bytes of what is to be written, and of what stands. */
interface Bytes {
  /** Of each row. */
  readonly values: readonly number[];
  readonly formats: readonly number[];
  readonly standing: number;
  /** Of each text that is remembered. */
  readonly memory: readonly (readonly number[])[];
}

async function bytesOf({ layout, standing, memory }: ReportWrite): Promise<Bytes> {
  return {
    values: await mapInTurns(layout.values, jsonBytes),
    formats: await mapInTurns(layout.numberFormats, jsonBytes),
    standing: sumOf(await mapInTurns(standing?.formulas ?? [], jsonBytes)),
    memory: await eachInTurn(memory.cells, (texts) => mapInTurns(texts, (text) => jsonBytes(text) + 1)),
  };
}

/** A report's cells with blanks where something stands that it does not cover, as Office.js takes them. */
interface Cells {
  readonly values: CellValue[][];
  readonly numberFormats: string[][];
}

async function cellsToWrite(write: ReportWrite): Promise<Cells> {
  const { values, numberFormats } = write.layout;
  const { rows, columns } = extentOf(write);
  const numbered = Array.from({ length: rows }, (_, row) => row);
  return {
    values: await mapInTurns(numbered, (row) => filledRow(values[row] ?? [], columns)),
    numberFormats: await mapInTurns(numberFormats, (row) => [...row]),
  };
}

/** What is to be queued, and what will then be known of it. */
interface Queue {
  readonly parts: readonly Part[];
  /** Cells as Excel gives them back, from a row of the report. */
  readonly found: { readonly row: number; readonly range: Excel.Range }[];
  standing?: StandingReport;
}

async function written(context: Excel.RequestContext, write: ReportWrite, queue: Queue): Promise<Omit<ReportWritten, "isOneUndoStep">> {
  const { layout } = write;
  await sendAll(context, inRequests(queue.parts), false);
  const different = (await eachInTurn(queue.found, ({ row, range }) => differences(layout.values, rowsOf(range.values, "report"), row))).flat();
  await sendAll(context, inRequests(different.map(({ row, column, value }) => ({ bytes: BYTES_OF_CALLS + jsonBytes(value), queue: () => putBack(context.workbook.worksheets.getItem(layout.sheetName).getCell(row, column), value) }))), true);
  const overwritten = queue.standing === undefined ? undefined : await changedSinceRead(queue.standing);
  const address = areaReference({ row: 0, column: 0, rows: layout.values.length, columns: layout.columnWidths.length });
  return { sheet: layout.sheetName, address, putBack: different.length, ...(overwritten === undefined ? {} : { overwritten }) };
}

async function sendAll(context: Excel.RequestContext, requests: readonly (readonly Part[])[], hasWritten: boolean): Promise<void> {
  for (const [index, parts] of requests.entries()) {
    context.application.suspendScreenUpdatingUntilNextSync();
    for (const { queue } of parts) queue();
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a request has a size
    await (index > 0 || hasWritten ? goOnWriting(context, "report") : context.sync());
  }
}

/** In one request. */
function wholeReport(context: Excel.RequestContext, write: ReportWrite, cells: Cells, { values, formats, standing, memory }: Bytes): Queue {
  const { layout } = write;
  const queue: Queue = { found: [], parts: [] };
  const looks = looksOf(() => context.workbook.worksheets.getItem(layout.sheetName), layout);
  const queueAll = () => {
    const sheet = startOn(context, write);
    if (write.sheetExists) queue.standing = askForStanding(coveredBy(sheet, write), write.standing);
    queue.found.push({ row: 0, range: replace(sheet, write, cells) });
    // Next to it: a write that fails between the two leaves a report that nobody remembers.
    remember(context, write.memory);
    for (const style of looks) style.queue();
    finish(context, sheet, write);
    sheet.activate();
    queue.found[0]?.range.load("values");
  };
  const bytes = sumOf(values) + sumOf(formats) + sumOf(looks.map((style) => style.bytes)) + BYTES_OF_CALLS * (20 + layout.charts.length * 20 + layout.columnWidths.length) + sumOf(memory.flat()) * 1.01;
  return Object.assign(queue, { parts: [{ bytes, answerBytes: sumOf(values) + standing, queue: queueAll }] });
}

/**
 * In several requests, which may stop half-way. The first cell says until the last of them that the report is not whole. Edits that are kept where they stand are never cleared; memory and
 * those that move come first: what somebody wrote is then still there, and known for theirs, when the report is built again.
 */
function reportInParts(context: Excel.RequestContext, write: ReportWrite, { values, formats, standing, memory: remembered }: Bytes, before: StandingReport | undefined): Queue {
  const { layout } = write;
  const rowBytes = values.map((bytes, row) => bytes + (formats[row] ?? 0));
  const found: Queue["found"] = [];
  const title = layout.values[0]?.[0] ?? "";
  const edits = editedCells(write);
  const queue: Queue = { found, parts: [], ...(before === undefined ? {} : { standing: before }) };
  const sheetOf = () => context.workbook.worksheets.getItem(layout.sheetName);
  const start = () => {
    const sheet = startOn(context, write);
    if (write.sheetExists && before === undefined) queue.standing = askForStanding(coveredBy(sheet, write), write.standing);
    coveredBy(sheet, write).clear("Formats");
    for (const addresses of addressLists(around(edits.filter(({ stays }) => stays), extentOf(write)))) sheet.getRanges(addresses).clear("Contents");
    sheet.getCell(0, 0).values = [[unfinishedTitle(title)]];
    hiddenSheet(context.workbook.worksheets, write.memory).getRange().clear("Contents");
  };
  const memory = memoryBlocks(write.memory, remembered).map(({ row, column, cells, bytes }): Part => ({
    bytes: bytes * 1.01 + BYTES_OF_CALLS,
    queue: () => writeTexts(context.workbook.worksheets.getItem(write.memory.sheetName), row, column, cells),
  }));
  const rows = rowsInOrder(edits, rowBytes).map(({ from, count, bytes }): Part => ({
    bytes: bytes + BYTES_OF_CALLS,
    answerBytes: sumOf(values.slice(from, from + count)),
    queue: () => {
      const range = writeRows(sheetOf(), layout, from, count);
      if (from === 0) sheetOf().getCell(0, 0).values = [[unfinishedTitle(title)]];
      found.push({ row: from, range: range.load("values") });
    },
  }));
  const end = () => {
    finish(context, sheetOf(), write);
    sheetOf().getCell(0, 0).values = [[title]];
    sheetOf().activate();
  };
  const starting: Part = { bytes: BYTES_OF_CALLS * 20 + edits.length * BYTES_AN_AREA, answerBytes: before === undefined ? standing : 0, queue: start };
  const ending: Part = { bytes: BYTES_OF_CALLS * (20 + layout.charts.length * 20 + layout.columnWidths.length), queue: end };
  return Object.assign(queue, { parts: [starting, ...memory, ...rows, ...looksOf(sheetOf, layout), ending] });
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

/** What stands on the sheet, where it is too much to come along with the first request that writes. */
async function standingNow(context: Excel.RequestContext, write: ReportWrite): Promise<StandingReport | undefined> {
  if (!write.sheetExists) return undefined;
  const wanted = { key: "", range: () => coveredBy(context.workbook.worksheets.getItem(write.layout.sheetName), write), properties: ["formulas"] as const };
  const piece = queuePiece(wanted, 0);
  const { rows, columns } = extentOf(write);
  await readRest(context, [{ piece, rows, columns }], new Map());
  return { read: write.standing, range: { formulas: piece.read.formulas } };
}

/** The report's sheet, once it is sure that what the figures rest on is there. One on which nothing stands, as an earlier write left it that failed at once, is as new. */
function startOn({ workbook: { tables, worksheets } }: Excel.RequestContext, { reliesOn, memory, sheetExists, covered, layout }: ReportWrite): Excel.Worksheet {
  for (const table of reliesOn) tables.getItem(table).load("name");
  if (memory.sheetExists) worksheets.getItem(memory.sheetName).load("name");
  const sheet = sheetExists ? worksheets.getItem(layout.sheetName) : worksheets.add(layout.sheetName);
  if (!sheetExists || covered.rows === 0) {
    setColumnWidths(sheet, layout.columnWidths);
    setUpPage(sheet, layout.print);
    sheet.showGridlines = false;
  }
  return sheet;
}

/** From the old report to the new one in a single call, what the new one does not cover included: wherever a write fails, the one or the other stands, and all that somebody wrote by hand. */
function replace(sheet: Excel.Worksheet, write: ReportWrite, { values, numberFormats }: Cells): Excel.Range {
  coveredBy(sheet, write).clear("Hyperlinks");
  coveredBy(sheet, write).clear("Formats");
  const range = sheet.getRangeByIndexes(0, 0, numberFormats.length, write.layout.columnWidths.length);
  // The format first: a text cell must be text before "1-2" is put in it.
  range.numberFormat = numberFormats;
  coveredBy(sheet, write).values = values;
  return range;
}

function extentOf({ layout, covered }: ReportWrite): { readonly rows: number; readonly columns: number } {
  return { rows: Math.max(layout.values.length, covered.rows), columns: Math.max(layout.columnWidths.length, covered.columns) };
}

function coveredBy(sheet: Excel.Worksheet, write: ReportWrite): Excel.Range {
  const { rows, columns } = extentOf(write);
  return sheet.getRangeByIndexes(0, 0, rows, columns);
}

function writeRows(sheet: Excel.Worksheet, layout: SheetLayout, from: number, count: number): Excel.Range {
  const range = sheet.getRangeByIndexes(from, 0, count, layout.columnWidths.length);
  // The format first: a text cell must be text before "1-2" is put in it.
  range.numberFormat = matrix(layout.numberFormats.slice(from, from + count));
  range.values = matrix(layout.values.slice(from, from + count));
  return range;
}

/** Everything but cells and their looks. */
function finish(context: Excel.RequestContext, sheet: Excel.Worksheet, write: ReportWrite): void {
  const { layout } = write;
  const whole = sheet.getRangeByIndexes(0, 0, layout.values.length, layout.columnWidths.length);
  if (write.sheetIsHidden) {
    sheet.visibility = "Visible";
  }
  // After the widths, which decide how text wraps.
  whole.format.autofitRows();
  sheet.pageLayout.setPrintArea(whole);
  if (layout.print.titleRows !== undefined) {
    repeatRows(sheet, layout.print.titleRows);
  }
  writeCharts(sheet, layout.charts, write.standingCharts);
  markNewest(context, write.report, whole);
}

/** At most two addresses, with what it takes to clear them. */
const BYTES_AN_AREA = 60;

/** Rows that get what somebody wrote by hand elsewhere, then the others. */
function rowsInOrder(edits: readonly EditedCell[], rowBytes: readonly number[]) {
  const moved = new Set(edits.flatMap(({ row, stays }) => (stays ? [] : [row])));
  const runs: { readonly from: number; readonly isMoved: boolean; to: number }[] = [];
  for (const row of rowBytes.keys()) {
    const last = runs.at(-1);
    if (last?.isMoved === moved.has(row)) last.to = row + 1;
    else runs.push({ from: row, isMoved: moved.has(row), to: row + 1 });
  }
  const cut = ({ from, to }: { readonly from: number; readonly to: number }) => stretches(rowBytes.slice(from, to)).map((stretch) => ({ ...stretch, from: from + stretch.from }));
  return [...runs.filter(({ isMoved }) => isMoved), ...runs.filter(({ isMoved }) => !isMoved)].flatMap(cut);
}

/** Office.js wants mutable arrays. */
function matrix<Value>(rows: readonly (readonly Value[])[]): Value[][] {
  return rows.map((row) => [...row]);
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

/** @param top Row of the report that the first of the rows found is. */
async function differences(wanted: SheetLayout["values"], found: unknown[][], top: number): Promise<readonly { readonly row: number; readonly column: number; readonly value: CellValue }[]> {
  const different = await mapInTurns(found, (standing, row) =>
    (wanted[top + row] ?? []).flatMap((value, column) => {
      const isMark = top + row + column === 0 && standing[0] === unfinishedTitle(value);
      return isFormula(value) || isMark || asGivenBack(value) === standing[column] ? [] : [{ row: top + row, column, value }];
    }),
  );
  return different.flat();
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
