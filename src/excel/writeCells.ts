// Requires ExcelApi 1.9 (suspendScreenUpdatingUntilNextSync).
import { addressText } from "../registers/address.js";
import { asTextValue } from "../reports/layout/sheetText.js";
import type { CellChange, ExpectedCell } from "../usecases/port.js";
import { goOnWriting, lookBeforeWriting } from "./beforeWriting.js";
import { rowsOf } from "./cellMatrix.js";
import { askForCells, refuseChanged } from "./expectedCells.js";
import { refuseTooLong } from "./longTexts.js";
import { jsonBytes } from "./jsonBytes.js";
import { inRequests, stretches, type Part } from "./requestParts.js";
import { formatOfNumber, isAsWritten, putBack, TEXT_FORMAT } from "./putBack.js";
import { areFiltered, askForFilters, type Filters } from "./sheetFilters.js";

/** Cells one below the other that are written together: all with a number format or none, all formulas or none. */
export interface Run {
  readonly cells: readonly CellChange[];
}

/** Of a request, beside the values themselves. */
const BYTES_A_RUN = 790;

/**
 * Gives cells other values, in one request (more where there are more cells than one takes). One before it where there are `expected` cells, to see whether they still say what
 * they said, and one more only to put back cells that came back different. Cells one below the other are written together where nothing on their sheet is filtered, or all get the
 * same: a block that reaches over rows which a filter hides puts values in the wrong cells (office-js#224, xlwings#747).
 * The first calls fail in Excel when a sheet is gone: nothing has then been changed.
 * @throws WorkbookError `workbook-changed`: nothing has then been written
 */
export async function writeCells(context: Excel.RequestContext, changes: readonly CellChange[], expected: readonly ExpectedCell[] = []): Promise<void> {
  refuseTooLong(changes.map(({ at, value }) => ({ value, where: addressText(at) })));
  let filters: Filters | undefined;
  if (expected.length > 0) {
    const seen = askForCells(context, expected);
    filters = askForFilters(context, changes);
    await lookBeforeWriting(context);
    refuseChanged(seen);
  }
  const sheets = sheetsOf(context, changes);
  const written: Written[] = [];
  for (const weighed of inRequests(weighedRuns(changes, filters))) {
    written.push(...(await writeRuns(context, sheets, weighed.map(({ run }) => run), written.length > 0)));
  }
  if (giveAgainWhatDiffers(written) > 0) {
    await goOnWriting(context, "cells");
  }
}

type Sheets = ReadonlyMap<string, Excel.Worksheet>;

/** The sheets that the changes are on; the next request fails when one of them is gone. */
export function sheetsOf(context: Excel.RequestContext, changes: readonly CellChange[]): Sheets {
  const names = new Set(changes.map(({ at }) => at.sheet));
  return new Map([...names].map((name) => [name, context.workbook.worksheets.getItem(name).load("name")]));
}

export interface Written {
  readonly run: Run;
  /** As Excel gave it back. */
  readonly found: Excel.Range;
}

/** A run and what it takes of a request. */
export interface WeighedRun extends Omit<Part, "queue"> {
  readonly run: Run;
}

/** The changes as runs. Without `filters` nobody knows what is filtered. */
export function weighedRuns(changes: readonly CellChange[], filters: Filters | undefined): readonly WeighedRun[] {
  return runsOf(changes, (sheet) => filters === undefined || areFiltered(filters, sheet)).flatMap(({ cells }) => {
    const weights = cells.map(({ value, numberFormat }) => jsonBytes(value) + 4 + (numberFormat === undefined ? 0 : jsonBytes(numberFormat) + 4));
    return stretches(weights).map(({ from, count, bytes }) => {
      const run = { cells: cells.slice(from, from + count) };
      return { run, bytes: BYTES_A_RUN + bytes, answerBytes: bytes * (run.cells[0]?.isFormula === true ? 2 : 1) };
    });
  });
}

/** One request; `hasWritten` when others of the same batch have been carried out. */
async function writeRuns(context: Excel.RequestContext, sheets: Sheets, runs: readonly Run[], hasWritten: boolean): Promise<Written[]> {
  context.application.suspendScreenUpdatingUntilNextSync();
  const written = queueRuns(sheets, runs);
  await (hasWritten ? goOnWriting(context, "cells") : context.sync());
  return written;
}

/** Puts cells' changes into the next request. */
export function queueRuns(sheets: Sheets, runs: readonly Run[]): Written[] {
  const written = runs.flatMap((run) => {
    const { cells } = run;
    const [first] = cells;
    const range = first === undefined ? undefined : sheets.get(first.at.sheet)?.getRangeByIndexes(first.at.row, first.at.column, cells.length, 1);
    if (first === undefined || range === undefined) return [];
    // The format first: a text cell must be text before "1-2" is put in it.
    if (first.numberFormat !== undefined) {
      range.numberFormat = cells.map(({ numberFormat = "" }) => [numberFormat]);
    }
    range.values = cells.map((cell) => [asTaken(cell)]);
    return [{ run, found: range }];
  });
  // After the last write, so that Excel computes once and not between any two cells.
  for (const { run, found } of written) {
    found.load(holdsFormulas(run) ? "values,formulas" : "values");
  }
  return written;
}

/** Puts what came back different into the next request once more. Gives how many cells that are. */
export function giveAgainWhatDiffers(written: readonly Written[]): number {
  const different = written.flatMap(({ run, found }) => {
    const shown = rowsOf(found.values, "cells");
    return run.cells.flatMap((change, row) => {
      const isGiven = isTaken(change, shown[row]?.[0], holdsFormulas(run) ? found.formulas[row]?.[0] : undefined);
      return isGiven ? [] : [{ change, cell: found.getCell(row, 0) }];
    });
  });
  for (const { change, cell } of different) {
    giveAgain(cell, change);
  }
  return different.length;
}

/** Sheet by sheet, in the order they are first asked for. */
function runsOf(changes: readonly CellChange[], isFiltered: (sheet: string) => boolean): readonly Run[] {
  const sheets = new Map([...new Set(changes.map(({ at }) => at.sheet))].map((sheet, index) => [sheet, { index, isFiltered: isFiltered(sheet) }]));
  const indexOf = ({ at: { sheet } }: CellChange): number => sheets.get(sheet)?.index ?? 0;
  const inOrder = [...changes].sort((a, b) => indexOf(a) - indexOf(b) || a.at.column - b.at.column || a.at.row - b.at.row);
  const runs: CellChange[][] = [];
  for (const change of inOrder) {
    const last = runs.at(-1);
    const above = last?.at(-1);
    if (above !== undefined && continues(above, change) && (sheets.get(change.at.sheet)?.isFiltered === false || isSame(above, change))) last?.push(change);
    else runs.push([change]);
  }
  return runs.map((cells) => ({ cells }));
}

function continues(above: CellChange, { at, numberFormat, isFormula }: CellChange): boolean {
  const isBelow = above.at.sheet === at.sheet && above.at.column === at.column && above.at.row + 1 === at.row;
  return isBelow && (above.numberFormat === undefined) === (numberFormat === undefined) && (above.isFormula === true) === (isFormula === true);
}

function isSame(above: CellChange, { value, numberFormat }: CellChange): boolean {
  return above.value === value && above.numberFormat === numberFormat;
}

function holdsFormulas({ cells }: Run): boolean {
  return cells[0]?.isFormula === true;
}

/** The value as Excel takes it for what it is. In a text cell everything stays text, and a mark would be seen. */
function asTaken({ value, numberFormat, isFormula }: CellChange): CellChange["value"] {
  return typeof value === "string" && value !== "" && numberFormat !== TEXT_FORMAT && isFormula !== true ? asTextValue(value) : value;
}

/** A formula is there when the cell shows what it comes to: in a text cell it shows the formula itself. */
function isTaken({ value, isFormula }: CellChange, shown: unknown, formula: unknown): boolean {
  return isFormula === true ? typeof formula === "string" && formula.startsWith("=") && shown !== formula : isAsWritten(value, shown);
}

function giveAgain(cell: Excel.Range, { value, numberFormat, isFormula }: CellChange): void {
  if (isFormula === true) {
    cell.numberFormat = [[formatOfNumber(numberFormat)]];
    cell.formulas = [[value]];
  } else {
    putBack(cell, value, numberFormat);
  }
}
