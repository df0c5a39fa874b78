/** Moves the cells themselves when cells are inserted or deleted. References to them are another matter (shift.ts). */
import { areaName, containsArea, intersection, maximumColumns, maximumRows, parseArea } from "./areas.js";
import { XlsxError } from "./errors.js";
import { bandOf } from "./shift.js";
import type { Shift } from "./shift.js";
import type { CellRecord, RowRecord } from "./sheetData.js";
import type { WorksheetPart } from "./worksheetPart.js";

/** Throws `arrayInTheWay` or `cellsWouldFallOff` before anything has moved. @param styleFrom the row or column new cells take their format from, as it is numbered afterwards */
export function shiftCells(part: WorksheetPart, shift: Shift, styleFrom: number | undefined): void {
  checkArrays(part, shift);
  checkEdge(part, shift);
  const { area } = shift;
  const wholeBreadth = shift.direction === "rows" ? area.column === 0 && area.columns === maximumColumns : area.row === 0 && area.rows === maximumRows;
  if (shift.direction === "rows") {
    if (wholeBreadth) moveRows(part, shift);
    else moveCellsBetweenRows(part, shift);
  } else {
    moveCellsWithinRows(part, shift);
    if (wholeBreadth) {
      part.columns.shift(area.column, shift.kind === "insert" ? area.columns : -area.columns, maximumColumns);
      part.touchColumns();
    }
  }
  if (shift.kind === "insert" && styleFrom !== undefined) copyStyles(part, shift, styleFrom, wholeBreadth);
  part.touchCells();
}

function moveRows(part: WorksheetPart, shift: Shift): void {
  const { row: at, rows: count } = shift.area;
  const rows: RowRecord[] = [];
  for (const row of part.data.rows()) {
    if (row.index < at) rows.push(row);
    else if (shift.kind === "insert") rows.push(movedRow(row, row.index + count));
    else if (row.index >= at + count) rows.push(movedRow(row, row.index - count));
  }
  part.data.replaceRows(rows);
}

function movedRow(row: RowRecord, index: number): RowRecord {
  for (const cell of row.cells) moved(cell, index - row.index, 0);
  row.index = index;
  row.changed = true;
  return row;
}

function moveCellsBetweenRows(part: WorksheetPart, shift: Shift): void {
  const { row: at, rows: count, column, columns } = shift.area;
  const inBand = (cell: CellRecord): boolean => cell.column >= column && cell.column < column + columns;
  const moving: { readonly to: number; readonly cells: CellRecord[] }[] = [];
  for (const index of [...part.data.rowIndexes()]) {
    const row = part.data.row(index);
    if (row === undefined || index < at) continue;
    const cells = row.cells.filter(inBand);
    if (cells.length === 0) continue;
    row.cells = row.cells.filter((cell) => !inBand(cell));
    row.changed = true;
    if (shift.kind === "insert") moving.push({ to: index + count, cells });
    else if (index >= at + count) moving.push({ to: index - count, cells });
  }
  for (const { to, cells } of moving) {
    const by = shift.kind === "insert" ? count : -count;
    for (const cell of cells) moved(cell, by, 0);
    const row = part.data.changeRow(to);
    row.cells = [...row.cells, ...cells].sort((a, b) => a.column - b.column);
  }
}

function moveCellsWithinRows(part: WorksheetPart, shift: Shift): void {
  const { row: at, rows: count, column, columns } = shift.area;
  const by = shift.kind === "insert" ? columns : -columns;
  for (const row of part.data.rows()) {
    if (row.index < at || row.index >= at + count) continue;
    if (shift.kind === "delete") row.cells = row.cells.filter((cell) => cell.column < column || cell.column >= column + columns);
    row.changed = true;
    for (const cell of row.cells) {
      if (cell.column < column) continue;
      cell.column += by;
      moved(cell, 0, by);
    }
  }
}

/** A moved cell is written anew; an array formula's own area moves with it. */
function moved(cell: CellRecord, rows: number, columns: number): void {
  cell.start = -1;
  const formula = cell.formula;
  if (formula?.kind !== "array" || formula.ref === undefined) return;
  const area = parseArea(formula.ref);
  formula.ref = areaName({ ...area, row: area.row + rows, column: area.column + columns });
}

function checkArrays(part: WorksheetPart, shift: Shift): void {
  const band = bandOf(shift);
  for (const row of part.data.rows()) {
    for (const cell of row.cells) {
      // A dynamic array (`cm` points at its metadata) spills anew wherever it stands; only old array formulas hold their cells.
      if (cell.formula?.kind !== "array" || cell.formula.ref === undefined || /\scm=/.test(cell.other)) continue;
      const area = parseArea(cell.formula.ref);
      const moves = intersection(area, band);
      const deleted = shift.kind === "delete" ? intersection(area, shift.area) : undefined;
      const whole = (moves === undefined || containsArea(band, area)) && (deleted === undefined || containsArea(shift.area, area));
      if (!whole) throw new XlsxError("arrayInTheWay", areaName(area));
    }
  }
}

function checkEdge(part: WorksheetPart, shift: Shift): void {
  if (shift.kind === "delete") return;
  const { area } = shift;
  for (const row of part.data.rows()) {
    for (const cell of row.cells) {
      if (cell.value === null && cell.shared < 0 && cell.formula === undefined) continue;
      const inReach = shift.direction === "rows" ? row.index >= area.row && cell.column >= area.column && cell.column < area.column + area.columns : cell.column >= area.column && row.index >= area.row && row.index < area.row + area.rows;
      if (inReach && (shift.direction === "rows" ? row.index + area.rows >= maximumRows : cell.column + area.columns >= maximumColumns)) throw new XlsxError("cellsWouldFallOff", areaName({ row: row.index, column: cell.column, rows: 1, columns: 1 }));
    }
  }
}

function copyStyles(part: WorksheetPart, shift: Shift, from: number, wholeBreadth: boolean): void {
  const { area } = shift;
  if (shift.direction === "rows") {
    const source = part.data.row(from);
    if (source === undefined) return;
    const styles = source.cells.filter((cell) => cell.column >= area.column && cell.column < area.column + area.columns);
    for (let index = area.row; index < area.row + area.rows; index++) {
      if (wholeBreadth) {
        const row = part.data.changeRow(index);
        row.style = source.style;
        row.height = source.customHeight ? source.height : undefined;
        row.customHeight = source.customHeight;
      }
      for (const { column, style } of styles) if (style !== 0) part.data.changeCell(index, column, () => style).style = style;
    }
    return;
  }
  for (const index of [...part.data.rowIndexes()]) {
    if (index < area.row || index >= area.row + area.rows) continue;
    const style = part.data.find(index, from)?.style ?? 0;
    if (style !== 0) for (let column = area.column; column < area.column + area.columns; column++) part.data.changeCell(index, column, () => style).style = style;
  }
}

