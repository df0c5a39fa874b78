// Requires ExcelApi 1.13 (table.resize); autoFilter.isDataFiltered and copyFrom 1.9, the rest 1.2.
import { addressText } from "../registers/address.js";
import type { CellValue } from "../registers/cell.js";
import { asGivenBack } from "../reports/layout/sheetText.js";
import { goOnWriting, lookBeforeWriting } from "./beforeWriting.js";
import { rowsOf } from "./cellMatrix.js";
import { askForCells, refuseChanged, sheetProtected } from "./expectedCells.js";
import type { CellChange, ExpectedCell, NewRow, NewRows } from "../usecases/port.js";
import { WorkbookError } from "../usecases/workbookError.js";
import { refuseTooLong } from "./longTexts.js";
import { jsonBytes } from "./jsonBytes.js";
import { isAsWritten, putBack, TEXT_FORMAT } from "./putBack.js";
import { BYTES_OF_CALLS, inRequests, stretches, type Part } from "./requestParts.js";
import { askForFilters } from "./sheetFilters.js";
import { giveAgainWhatDiffers, queueRuns, sheetsOf, weighedRuns, type WeighedRun, type Written } from "./writeCells.js";

/**
 * Adds rows last in tables, and gives some other cells new values: one request that looks at the tables as they are now, one that writes, and one more only to put back
 * what came back different. A table whose only row nobody has filled in gets the first of its rows there. A totals row moves down with all that is below it; else
 * nothing of the user's is moved. Every table has grown before anything is written in one. A cell
 * that is `expected` to say something, and does not, stops it all: somebody else has been there.
 * @throws WorkbookError `workbook-changed`, `sheet-protected`, `table-filtered`, `table-blocked`: nothing has then been written.
 */
export async function appendRows(context: Excel.RequestContext, additions: readonly NewRows[], changes: readonly CellChange[] = [], expected: readonly ExpectedCell[] = []): Promise<void> {
  const asked = additions.filter(({ rows }) => rows.length > 0);
  const looks = asked.map(({ table, rows, standing, headers }) => ({ name: table, rows, standing, headers, ...askAbout(context, table, rows.length) }));
  const sheets = sheetsOf(context, changes);
  const seen = askForCells(context, expected);
  const filters = askForFilters(context, changes);
  for (const { name, rows } of looks) refuseTooLong(rows.flatMap((row) => row.map(({ value }) => ({ value, where: name }))));
  refuseTooLong(changes.map(({ at, value }) => ({ value, where: addressText(at) })));
  await lookBeforeWriting(context);
  refuseChanged(seen);
  const grounds = looks.map((look) => {
    refuseUnfit(look.name, look);
    return { ...look, isUnfilled: roomFor(look) };
  });

  const blocks = grounds.map((ground) => ({ rows: ground.rows, range: grown(ground) })).flatMap(({ rows, range }) => blocksOf(range, rows));
  const requests = inRequests<WeighedBlock | WeighedRun>([...blocks, ...weighedRuns(changes, filters)]);
  const cells: Written[] = [];
  for (const [index, parts] of requests.entries()) {
    context.application.suspendScreenUpdatingUntilNextSync();
    const rows = parts.flatMap((part) => ("block" in part ? [part.block] : []));
    for (const block of rows) writeBlock(block);
    cells.push(...queueRuns(sheets, parts.flatMap((part) => ("run" in part ? [part.run] : []))));
    for (const { range } of rows) range.load("values");
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a request has a size
    await (index === 0 ? context.sync() : goOnWriting(context, "cells"));
  }

  const different = blocks.flatMap(({ block }) => differentIn(block));
  for (const { cell, value, numberFormat } of different) putBack(cell, value, numberFormat);
  if (giveAgainWhatDiffers(cells) + different.length > 0) await goOnWriting(context, "cells");
}

/** Cells of new rows side by side that hold input, not formulas. */
interface Block {
  readonly range: Excel.Range;
  readonly cells: readonly NewRow[];
  /** To be done once it is written. */
  readonly then?: () => void;
}

/** A block and what it takes of a request. */
interface WeighedBlock extends Omit<Part, "queue"> {
  readonly block: Block;
}

/**
 * The first row is written whole; the others take their formulas from it, which keeps thousands of rows within a request. Of a failure half-way blank rows remain, never
 * the input of one row in another.
 */
function blocksOf(range: Excel.Range, rows: readonly NewRow[]): readonly WeighedBlock[] {
  const [first = [], ...others] = rows;
  const top = range.getRow(0);
  const columns = stretchesOf(first);
  const copyFormulas = () => {
    const rest = top.getOffsetRange(1, 0).getResizedRange(others.length - 1, 0);
    for (const { from, to } of columns.filter(({ holdsFormulas }) => holdsFormulas)) {
      rest.getCell(0, from).getResizedRange(others.length - 1, to - from).copyFrom(top.getCell(0, from).getResizedRange(0, to - from), "All");
    }
  };
  const whole = weighed({ range: top, cells: [first], ...(others.length === 0 ? {} : { then: copyFormulas }) });
  const below = columns.filter(({ holdsFormulas }) => !holdsFormulas).flatMap(({ from, to }) => {
    const cells = others.map((row) => row.slice(from, to + 1));
    return stretches(cells.map(bytesOfCells)).map((some) =>
      weighed({ range: top.getCell(0, from).getOffsetRange(1 + some.from, 0).getResizedRange(some.count - 1, to - from), cells: cells.slice(some.from, some.from + some.count) }),
    );
  });
  return [whole, ...below];
}

function weighed(block: Block): WeighedBlock {
  const bytes = block.cells.reduce((sum, cells) => sum + bytesOfCells(cells), 0);
  return { block, bytes: 2 * BYTES_OF_CALLS + bytes, answerBytes: bytes };
}

function bytesOfCells(cells: NewRow): number {
  return cells.reduce((sum, { value, numberFormat }) => sum + jsonBytes(value) + jsonBytes(numberFormat) + 2, 6);
}

/** Columns side by side that all hold formulas, or all input. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly holdsFormulas: boolean;
}

function stretchesOf(row: NewRow): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const [column, cell] of row.entries()) {
    const holdsFormulas = isFormula(cell);
    const last = stretches.at(-1);
    if (last?.holdsFormulas === holdsFormulas) stretches[stretches.length - 1] = { ...last, to: column };
    else stretches.push({ from: column, to: column, holdsFormulas });
  }
  return stretches;
}

/** The format first: a text cell must be text before "1-2" is put in it, and a mark would be seen in it. */
function writeBlock({ range, cells, then }: Block): void {
  range.numberFormat = cells.map((row) => row.map(({ numberFormat }) => numberFormat));
  range.values = cells.map((row) => row.map(({ value, numberFormat }) => (numberFormat === TEXT_FORMAT ? asGivenBack(value) : value)));
  then?.();
}

function differentIn({ range, cells }: Block) {
  const standing = rowsOf(range.values, "cells");
  return cells.flatMap((row, rowIndex) => {
    const found = standing[rowIndex] ?? [];
    return row.flatMap((cell, column) => {
      const value = asGivenBack(cell.value);
      return isFormula(cell) || isAsWritten(value, found[column]) ? [] : [{ cell: range.getCell(rowIndex, column), value, numberFormat: cell.numberFormat }];
    });
  });
}

type Ground = ReturnType<typeof askAbout> & { readonly name: string; readonly rows: readonly NewRow[]; readonly standing: number | undefined; readonly headers: readonly string[] | undefined };

/**
 * Whether the table's only row is one that nobody has filled in.
 * @throws WorkbookError `workbook-changed` when the rows do not fit, others have come, or columns have been renamed or moved; `table-blocked`
 */
function roomFor({ name, rows, standing, headers, columns, body, firstRow, below, inTheWay }: Ground): boolean {
  if (rows.some((row) => row.length !== body.columnCount) || body.rowCount !== (standing ?? body.rowCount) || headers?.some((header, column) => columns.items[column]?.name !== header) === true) {
    throw changedMeanwhile(name);
  }
  const isUnfilled = body.rowCount === 1 && (rowsOf(firstRow.formulas)[0] ?? []).every(isUnfilledCell);
  const more = rows.length - (isUnfilled ? 1 : 0);
  if (!inTheWay.isNullObject && inTheWay.rowIndex < below.rowIndex + more) {
    const row = inTheWay.rowIndex + 1;
    throw new WorkbookError("table-blocked", {
      sv: `Något står under tabellen ${name}, på rad ${row}, så den kan inte växa. Inget har skrivits. Flytta det och försök igen.`,
      en: `Something stands below the table ${name}, in row ${row}, so it cannot grow. Nothing has been written. Move it and try again.`,
    });
  }
  return isUnfilled;
}

/** The table's last rows, as many as are to be written, after it has grown by those that it lacks. */
function grown({ table, body, rows, isUnfilled }: Ground & { readonly isUnfilled: boolean }): Excel.Range {
  const more = rows.length - (isUnfilled ? 1 : 0);
  if (more > 0 && table.showTotals) {
    table.rows.add(undefined, Array.from({ length: more }, () => Array.from({ length: body.columnCount }, () => "")));
  } else if (more > 0) {
    // rows.add would move what stands further below, unless told not to (ExcelApi 1.15).
    table.resize(table.getRange().getResizedRange(more, 0));
  }
  const range = table.getDataBodyRange().getLastRow().getOffsetRange(1 - rows.length, 0).getResizedRange(rows.length - 1, 0);
  if (more > 0) range.copyFrom(body.getLastRow(), "Formats");
  return range;
}

/**
 * Takes a row out of a table, in two requests: one that looks at the table as it is now, one that deletes. The row must still say what the caller saw. The last
 * row of a table is emptied: a table keeps one.
 * @param row 0-based within the body.
 * @throws WorkbookError `workbook-changed`, `sheet-protected`, `table-filtered`: nothing has then been written.
 */
export async function removeRow(context: Excel.RequestContext, tableName: string, row: number, expected: readonly CellValue[]): Promise<void> {
  const look = askAbout(context, tableName, 1);
  const removed = look.body.getCell(row, 0).getResizedRange(0, Math.max(0, expected.length - 1)).load("values");
  await lookBeforeWriting(context);
  refuseUnfit(tableName, look);
  const standing = rowsOf(removed.values)[0] ?? [];
  if (look.body.columnCount !== expected.length || expected.some((value, column) => value !== standing[column])) {
    throw changedMeanwhile(tableName);
  }
  look.table.rows.getItemAt(row).delete();
  await context.sync();
}

/** What decides whether a table can grow or shrink. */
function askAbout(context: Excel.RequestContext, tableName: string, rowsBelow: number) {
  const table = context.workbook.tables.getItem(tableName).load("showTotals");
  const filter = table.autoFilter.load("isDataFiltered");
  const sheet = table.worksheet.load("name");
  const protection = sheet.protection.load("protected");
  const body = table.getDataBodyRange().load("rowCount,columnCount");
  const firstRow = body.getRow(0).load("formulas");
  const below = table.getRange().getLastRow().getOffsetRange(1, 0).getResizedRange(rowsBelow - 1, 0).load("rowIndex");
  // Whose first row holds something, so that nothing need be read of thousands of blank ones.
  const inTheWay = below.getUsedRangeOrNullObject(true).load("rowIndex");
  const columns = table.columns.load("items/name");
  return { table, filter, sheet, protection, body, firstRow, below, inTheWay, columns };
}

/**
 * While a table is filtered Excel leaves rows where they are without a word (office-js#994), or puts them wrong.
 * @throws WorkbookError `sheet-protected`, `table-filtered`
 */
function refuseUnfit(tableName: string, { filter, sheet, protection }: ReturnType<typeof askAbout>): void {
  if (protection.protected) {
    throw sheetProtected(sheet.name);
  }
  if (filter.isDataFiltered) {
    throw new WorkbookError("table-filtered", {
      sv: `Tabellen ${tableName} är filtrerad. Inget har skrivits. Rensa filtret under Data och försök igen.`,
      en: `The table ${tableName} is filtered. Nothing has been written. Clear the filter on the Data tab and try again.`,
    });
  }
}

/** A text would be marked. */
function isFormula(cell: NewRow[number] | undefined): boolean {
  return cell !== undefined && cell.numberFormat !== TEXT_FORMAT && typeof cell.value === "string" && cell.value.startsWith("=");
}

/** Blank, or a formula that the table itself put there. */
function isUnfilledCell(formula: unknown): boolean {
  return formula === "" || (typeof formula === "string" && formula.startsWith("="));
}

function changedMeanwhile(tableName: string): WorkbookError {
  return new WorkbookError("workbook-changed", {
    sv: `Tabellen ${tableName} har ändrats under tiden. Inget har skrivits. Kontrollera arbetsboken och försök igen.`,
    en: `The table ${tableName} has been changed in the meantime. Nothing has been written. Check the workbook and try again.`,
  });
}
