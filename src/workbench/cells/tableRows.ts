// How a table grows: what new rows get from the table they become part of.
import { moveReferences } from "../../formulas/index.js";
import type { CellFormat, DataValidation, Rect, Table } from "../../xlsx/model.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { RichApiError } from "../richApi/richApiError.js";
import { MAX_ROWS } from "./address.js";
import { intersection } from "./rectangles.js";
import { bodyOf } from "./resolveAddress.js";
import { deleteCells, insertCells } from "./shiftCells.js";

/** Gives the table another range, and its new rows what the row above has. */
export function resizeTable(table: Table, range: Rect, host: OpenWorkbook): void {
  host.ensureUnprotected(table.sheet);
  const before = bodyOf(table);
  table.resize(range);
  const after = bodyOf(table);
  fillRows(table, before.row + before.rows, after.row + after.rows, before.row + before.rows - 1);
  host.changed();
}

/**
 * Adds rows to a table and moves what stands below it, in the table's columns. A table whose only row is blank takes that as its first new one, as Excel does.
 * Gives the rows' rectangle.
 * @param at Index in the body, or undefined for last.
 */
export function addRows(table: Table, at: number | undefined, count: number, host: OpenWorkbook): Rect {
  host.ensureUnprotected(table.sheet);
  const body = bodyOf(table);
  const blank = body.rows === 1 && isBlank(table) ? 1 : 0;
  const index = blank === 1 ? 0 : (at ?? body.rows);
  const extra = count - blank;
  if (extra > 0) {
    const first = { ...body, row: body.row + (blank === 1 ? 1 : index), rows: extra };
    const grownBySheet = makeRoom(table, first, host);
    if (!grownBySheet) {
      table.resize({ ...table.range, rows: table.range.rows + extra });
      host.events.tableChanged(table, first, "RowInserted");
    }
    const model = first.row > body.row ? first.row - 1 : first.row + extra;
    fillRows(table, first.row, first.row + extra, model);
  }
  host.changed();
  return { ...body, row: body.row + index, rows: count };
}

/** The last row of a table is emptied, not taken away: a table keeps one. Throws InvalidArgument beyond the last row. */
export function deleteRows(table: Table, index: number, count: number, host: OpenWorkbook): void {
  host.ensureUnprotected(table.sheet);
  const first = rowOf(table, index);
  rowOf(table, index + count - 1);
  const body = bodyOf(table);
  if (count < body.rows) {
    deleteCells({ sheet: table.sheet, rect: { ...first, rows: count } }, "up", host);
    return;
  }
  if (count > 1) {
    deleteCells({ sheet: table.sheet, rect: { ...first, row: first.row + 1, rows: count - 1 } }, "up", host);
  }
  for (let column = first.column; column < first.column + first.columns; column += 1) {
    table.sheet.setCell(first.row, column, { value: null });
  }
  host.changed();
}

/** One row of the body, by its 0-based place. Throws InvalidArgument beyond the last. */
export function rowOf(table: Table, index: number): Rect {
  const body = bodyOf(table);
  if (!Number.isInteger(index) || index < 0 || index >= body.rows) {
    throw new RichApiError("InvalidArgument");
  }
  return { ...body, row: body.row + index, rows: 1 };
}

/** Moves cells down where something is in the way; tells whether the table grew by it. */
function makeRoom(table: Table, first: Rect, host: OpenWorkbook): boolean {
  const { sheet, range } = table;
  const isInside = first.row < range.row + range.rows;
  const below = { ...first, rows: MAX_ROWS - first.row };
  const used = sheet.usedRange(false);
  const isInTheWay = used !== undefined && intersection(used, below) !== undefined;
  if (!isInside && !isInTheWay && !sheet.tables.some((other) => other !== table && intersection(other.range, below) !== undefined)) {
    return false;
  }
  const before = range.rows;
  insertCells({ sheet, rect: first }, "down", host);
  return table.range.rows > before;
}

/** A row that nobody has filled in: nothing in it, or only what the table itself put there. */
function isBlank(table: Table): boolean {
  const body = bodyOf(table);
  return table.columns.every((column, index) => {
    const cell = table.sheet.cell(body.row, body.column + index);
    return cell === undefined || (cell.formula === undefined ? cell.value === null : cell.formula === column.calculatedFormula);
  });
}

/** Rows from `start` up to but not including `end` get what the row `model` has. */
function fillRows(table: Table, start: number, end: number, model: number): void {
  for (const [index, column] of table.columns.entries()) {
    const at = bodyOf(table).column + index;
    const format = table.sheet.format(model, at);
    const validation = table.sheet.dataValidations.find(({ ranges }) => ranges.some((rect) => intersection(rect, cell(model, at)) !== undefined));
    // The row above has the formula as it reads there; the column's own copy is read in the first row.
    const above = table.sheet.cell(model, at)?.formula;
    for (let row = start; row < end; row += 1) {
      const formula = column.calculatedFormula !== undefined && above !== undefined ? moveReferences(above, { rows: row - model, columns: 0 }) : column.calculatedFormula;
      fillCell(table, row, at, formula, format);
    }
    if (validation !== undefined && end > start) {
      table.sheet.setDataValidation({ row: start, column: at, rows: end - start, columns: 1 }, rule(validation));
    }
  }
}

function fillCell(table: Table, row: number, column: number, formula: string | undefined, format: CellFormat): void {
  const { sheet } = table;
  if (formula !== undefined && sheet.cell(row, column) === undefined) {
    sheet.setCell(row, column, { value: null, formula });
  }
  if (!isUnformatted(format) && isUnformatted(sheet.format(row, column))) {
    sheet.applyFormat(cell(row, column), format);
  }
}

function isUnformatted(format: CellFormat): boolean {
  const sides = Object.values(format.borders);
  return format.numberFormat === "General" && format.fill === null && format.horizontal === "general" && format.locked && sides.every(({ style }) => style === "none");
}

function rule({ ranges: _ranges, ...rest }: DataValidation): Omit<DataValidation, "ranges"> {
  return rest;
}

function cell(row: number, column: number): Rect {
  return { row, column, rows: 1, columns: 1 };
}
