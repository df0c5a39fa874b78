// Requires ExcelApi 1.9 (suspendScreenUpdatingUntilNextSync).
import { addressText } from "../registers/address.js";
import { asTextValue } from "../reports/layout/sheetText.js";
import type { CellChange, ExpectedCell } from "../usecases/port.js";
import { goOnWriting, lookBeforeWriting } from "./beforeWriting.js";
import { rowsOf } from "./cellMatrix.js";
import { askForCells, refuseChanged } from "./expectedCells.js";
import { refuseTooLong } from "./longTexts.js";
import { jsonBytes } from "./jsonBytes.js";
import { inRequests, type Part } from "./requestParts.js";
import { formatOfNumber, isAsWritten, putBack, TEXT_FORMAT } from "./putBack.js";

/** Cells one below the other that are given the same. */
export interface Run extends CellChange {
  readonly rows: number;
}

/** Of a request, beside the values themselves. */
const BYTES_A_RUN = 790;

/**
 * Gives cells other values, in one request (more where there are more cells than one takes). One before it where there are `expected` cells, to see whether they still say what
 * they said, and one more only to put back cells that came back different. Cells that
 * are given different values are written one by one: a block that reaches over rows which a filter hides puts values in the wrong cells (office-js#224,
 * xlwings#747).
 * The first calls fail in Excel when a sheet is gone: nothing has then been changed.
 * @throws WorkbookError `workbook-changed`: nothing has then been written
 */
export async function writeCells(context: Excel.RequestContext, changes: readonly CellChange[], expected: readonly ExpectedCell[] = []): Promise<void> {
  refuseTooLong(changes.map(({ at, value }) => ({ value, where: addressText(at) })));
  if (expected.length > 0) {
    const seen = askForCells(context, expected);
    await lookBeforeWriting(context);
    refuseChanged(seen);
  }
  const sheets = sheetsOf(context, changes);
  const written: Written[] = [];
  for (const weighed of inRequests(weighedRuns(changes))) {
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

/** The changes as runs of equal cells. */
export function weighedRuns(changes: readonly CellChange[]): readonly WeighedRun[] {
  return runsOf(changes).map((run) => {
    const value = jsonBytes(run.value) + 4;
    const format = run.numberFormat === undefined ? 0 : jsonBytes(run.numberFormat) + 4;
    return { run, bytes: BYTES_A_RUN + run.rows * (value + format), answerBytes: run.rows * value * (run.isFormula === true ? 2 : 1) };
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
    const { at, rows, numberFormat } = run;
    const range = sheets.get(at.sheet)?.getRangeByIndexes(at.row, at.column, rows, 1);
    if (range === undefined) return [];
    // The format first: a text cell must be text before "1-2" is put in it.
    if (numberFormat !== undefined) {
      range.numberFormat = column(rows, numberFormat);
    }
    range.values = column(rows, asTaken(run));
    return [{ run, found: range }];
  });
  // After the last write, so that Excel computes once and not between any two cells.
  for (const { run, found } of written) {
    found.load(run.isFormula === true ? "values,formulas" : "values");
  }
  return written;
}

/** Puts what came back different into the next request once more. Gives how many cells that are. */
export function giveAgainWhatDiffers(written: readonly Written[]): number {
  const different = written.flatMap(({ run, found }) =>
    rowsOf(found.values, "cells").flatMap((cells, row) =>
      isTaken(run, cells[0], run.isFormula === true ? found.formulas[row]?.[0] : undefined) ? [] : [{ run, cell: found.getCell(row, 0) }],
    ),
  );
  for (const { run, cell } of different) {
    giveAgain(cell, run);
  }
  return different.length;
}

/** Sheet by sheet, in the order they are first asked for. */
function runsOf(changes: readonly CellChange[]): Run[] {
  const sheets = new Map([...new Set(changes.map(({ at }) => at.sheet))].map((sheet, index) => [sheet, index]));
  const inOrder = [...changes].sort((a, b) => (sheets.get(a.at.sheet) ?? 0) - (sheets.get(b.at.sheet) ?? 0) || a.at.column - b.at.column || a.at.row - b.at.row);
  const runs: Run[] = [];
  for (const change of inOrder) {
    const last = runs.at(-1);
    if (last !== undefined && continues(last, change)) runs[runs.length - 1] = { ...last, rows: last.rows + 1 };
    else runs.push({ ...change, rows: 1 });
  }
  return runs;
}

function continues(run: Run, { at, value, numberFormat, isFormula }: CellChange): boolean {
  const isBelow = run.at.sheet === at.sheet && run.at.column === at.column && run.at.row + run.rows === at.row;
  return isBelow && run.value === value && run.numberFormat === numberFormat && (run.isFormula === true) === (isFormula === true);
}

function column<Value>(rows: number, value: Value): Value[][] {
  return Array.from({ length: rows }, () => [value]);
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
