import { isValidFormat } from "numfmt";
import { moveReferences } from "../../formulas/index.js";
import type { CellContent, CellPosition, Rect, Table } from "../../xlsx/model.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area } from "../subjects.js";
import { isEntireColumn, isEntireRow } from "./address.js";
import { readMatrix } from "./matrix.js";
import { intersection, positionsIn } from "./rectangles.js";
import { bodyOf, headerOf } from "./resolveAddress.js";
import { yearOf } from "./serialDates.js";
import { readTyped, type Typed } from "./typedInput.js";

/**
 * Sets `values` or `formulas` of a block (Excel treats them alike): a text that starts with "=" is a formula. The whole array is read before the first cell
 * changes, so that an argument that is refused changes nothing.
 * Throws InvalidArgument for an array of another shape, a value that no cell can hold, or a formula that cannot be parsed.
 */
export function writeCells({ sheet, rect }: Area, input: unknown, host: OpenWorkbook): void {
  if (isEntireRow(rect) || isEntireColumn(rect)) {
    throw new RichApiError("InvalidArgument", "Cells of whole rows and columns cannot be set: name the cells.");
  }
  host.ensureCellsWritable({ sheet, rect });
  const at = readMatrix(input, rect);
  const year = yearOf(host.now);
  // One formula given for many cells is that of the first, copied to the others.
  const here = (formula: string, row: number, column: number) =>
    Array.isArray(input) ? formula : moveReferences(formula, { rows: row - rect.row, columns: column - rect.column });
  writeTyped({ sheet, rect }, host, ({ row, column }) => {
    const value = at(row - rect.row, column - rect.column);
    const typed = value === undefined ? undefined : readTyped(value, sheet.numberFormat(row, column), year);
    return typed?.formula === undefined ? typed : { ...typed, formula: here(typed.formula, row, column) };
  });
}

/** Puts into each cell of a block, which may be written, what was typed there; undefined leaves the cell as it is. All of it is read before the first cell changes. */
export function writeTyped({ sheet, rect }: Area, host: OpenWorkbook, typedAt: (position: CellPosition) => Typed | undefined): void {
  const writes: { row: number; column: number; content: CellContent; numberFormat: string | undefined }[] = [];
  for (const { row, column } of positionsIn(rect)) {
    const typed = typedAt({ row, column });
    if (typed !== undefined) {
      const content = typed.formula === undefined ? { value: typed.value } : { value: null, formula: host.formulas.filed(typed.formula, sheet, row, column) };
      writes.push({ row, column, content, numberFormat: typed.numberFormat });
    }
  }
  const before = rect.rows * rect.columns === 1 ? (sheet.cell(rect.row, rect.column)?.value ?? null) : undefined;
  for (const { row, column, content, numberFormat } of writes) {
    sheet.setCell(row, column, content);
    if (numberFormat !== undefined) {
      sheet.applyFormat({ row, column, rows: 1, columns: 1 }, { numberFormat });
    }
  }
  for (const table of sheet.tables) {
    renameColumns(table, rect);
    noticeCalculatedColumns(table, rect, (filled) => host.changed({ sheet, rect: filled }));
  }
  const touchesHeader = sheet.tables.some((table) => headerOf(table) !== undefined && intersection(headerOf(table) ?? rect, rect) !== undefined);
  host.changed(touchesHeader ? undefined : { sheet, rect });
  host.events.edited(sheet, rect, before);
}

/** A header cell is its column's name: always text, never empty, never the same twice. */
function renameColumns(table: Table, written: Rect): void {
  const header = headerOf(table);
  const cells = header && intersection(header, written);
  if (header === undefined || cells === undefined) {
    return;
  }
  for (const { row, column } of positionsIn(cells)) {
    const tableColumn = table.columns[column - header.column];
    if (tableColumn !== undefined) {
      const value = table.sheet.cell(row, column)?.value ?? "";
      const wanted = typeof value === "object" ? value.error : String(value);
      const others = new Set(table.columns.flatMap((other) => (other === tableColumn ? [] : [other.name.toLowerCase()])));
      tableColumn.name = uniqueName(wanted === "" ? `Column${column - header.column + 1}` : wanted, others);
    }
  }
}

function uniqueName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
    name = `${wanted}${number}`;
  }
  return name;
}

/**
 * A column whose every cell holds one and the same formula, with references that move along as they would when copied, is a calculated column: new rows will get it
 * too. So is one where such formulas were put into some cells and the others are empty: Excel fills those, with the API as at the keyboard (office-js#2093, #5909),
 * unless the user has turned it off.
 */
function noticeCalculatedColumns(table: Table, written: Rect, changed: (filled: Rect) => void): void {
  const body = bodyOf(table);
  const touched = intersection(body, written);
  if (touched === undefined) {
    return;
  }
  for (let column = touched.column; column < touched.column + touched.columns; column += 1) {
    const tableColumn = table.columns[column - body.column];
    if (tableColumn === undefined) {
      continue;
    }
    const copied = copiesOf(table, column, touched);
    if (copied === undefined) {
      continue;
    }
    tableColumn.calculatedFormula = copied.at(body.row);
    for (const row of copied.missing) {
      table.sheet.setCell(row, column, { value: null, formula: copied.at(row) });
    }
    if (copied.missing.length > 0) {
      changed({ ...body, column, columns: 1 });
    }
  }
}

interface Copies {
  /** The formula as it reads in a row. */
  readonly at: (row: number) => string;
  /** Rows of the body whose cell is empty. */
  readonly missing: readonly number[];
}

/** The formula that the cells just written in a column of the body hold, when all its other cells hold it too or are empty. */
function copiesOf(table: Table, column: number, touched: Rect): Copies | undefined {
  const body = bodyOf(table);
  const first = table.sheet.cell(touched.row, column)?.formula;
  if (first === undefined) {
    return undefined;
  }
  const at = (row: number) => moveReferences(first, { rows: row - touched.row, columns: 0 });
  const missing: number[] = [];
  for (let row = body.row; row < body.row + body.rows; row += 1) {
    const content = table.sheet.cell(row, column);
    const isWritten = row >= touched.row && row < touched.row + touched.rows;
    if (content === undefined && !isWritten) {
      missing.push(row);
    } else if (content?.formula !== at(row)) {
      return undefined;
    }
  }
  return { at, missing };
}

/** Sets the number format of each cell. One format for all of them, alone or in an array of its own, also goes for whole rows and columns. */
export function writeNumberFormats({ sheet, rect }: Area, input: unknown, host: OpenWorkbook): void {
  host.ensureUnprotected(sheet, sheet.protection?.options.allowFormatCells);
  const single = onlyMember(input);
  if (!Array.isArray(single)) {
    if (single !== null && single !== undefined) {
      sheet.applyFormat(rect, { numberFormat: formatText(single) });
      host.changed({ sheet, rect });
    }
    return;
  }
  const at = readMatrix(input, rect);
  for (const run of runsOf(rect, (row, column) => at(row - rect.row, column - rect.column))) {
    sheet.applyFormat(run.rect, { numberFormat: formatText(run.value) });
  }
  host.changed({ sheet, rect });
}

/** What stands alone in a 1×1 array; anything else as it is. */
function onlyMember(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 1) {
    return input;
  }
  const line: unknown = input[0];
  return Array.isArray(line) && line.length === 1 ? line[0] : input;
}

function formatText(value: unknown): string {
  if (typeof value !== "string" || !isValidFormat(value)) {
    throw new RichApiError("InvalidArgument", `"${String(value)}" is not a number format.`);
  }
  return value === "" ? "General" : value;
}

/** Blocks of equal values: rows that are alike are taken together, so that a uniform column is one block. */
function runsOf(rect: Rect, at: (row: number, column: number) => unknown): { rect: Rect; value: unknown }[] {
  const open = new Map<string, { rect: Rect; value: unknown }>();
  const runs: { rect: Rect; value: unknown }[] = [];
  for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
    let column = rect.column;
    while (column < rect.column + rect.columns) {
      const value = at(row, column);
      const start = column;
      while (column < rect.column + rect.columns && at(row, column) === value) {
        column += 1;
      }
      if (value === undefined) {
        continue;
      }
      const key = `${start}:${column}`;
      const above = open.get(key);
      if (above?.value === value && above.rect.row + above.rect.rows === row) {
        above.rect = { ...above.rect, rows: above.rect.rows + 1 };
      } else {
        const run = { rect: { row, column: start, rows: 1, columns: column - start }, value };
        open.set(key, run);
        runs.push(run);
      }
    }
  }
  return runs;
}
