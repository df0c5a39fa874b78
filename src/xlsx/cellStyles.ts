/** Which style each cell has, and giving other styles to areas: cells, or whole rows and columns, which stay cheap. Styles are indexes into the styles part. */
import { checkArea, maximumColumns, maximumRows } from "./areas.js";
import type { Rect } from "./model.js";
import { hasContent } from "./sheetData.js";
import type { RowRecord } from "./sheetData.js";
import type { WorksheetPart } from "./worksheetPart.js";

/** How far down an area may begin and still be formatted as columns when it reaches the last row. */
const mostRowsAbove = 10_000;

export function styleAt(part: WorksheetPart, row: number, column: number): number {
  return part.data.find(row, column)?.style ?? emptyStyle(part, row, column);
}

/** Style of a cell that is not in the file: its row's, or else its column's. */
export function emptyStyle(part: WorksheetPart, row: number, column: number): number {
  const rowStyle = part.data.row(row)?.style ?? -1;
  return rowStyle >= 0 ? rowStyle : (part.columns.at(column)?.style ?? 0);
}

/** Gives every cell of an area the style that `restyled` makes of the one it has. */
export function restyle(part: WorksheetPart, area: Rect, restyled: (style: number) => number): void {
  checkArea(area);
  const wholeColumns = area.row + area.rows === maximumRows && area.row <= (area.columns > 100 ? 0 : mostRowsAbove);
  const wholeRows = area.column === 0 && area.columns === maximumColumns;
  if (wholeColumns) restyleColumns(part, area, wholeRows, restyled);
  else if (wholeRows) for (let row = area.row; row < area.row + area.rows; row++) restyleRow(part, row, restyled);
  else for (let row = area.row; row < area.row + area.rows; row++) for (let column = area.column; column < area.column + area.columns; column++) restyleCell(part, row, column, restyled);
  part.touchCells();
}

/** Back to Normal; cells that were there for their format only go. */
export function clearStyles(part: WorksheetPart, area: Rect): void {
  restyle(part, area, () => 0);
  for (const row of rowsIn(part, area)) {
    for (const cell of [...row.cells]) if (isInColumns(area, cell.column) && !hasContent(cell) && emptyStyle(part, row.index, cell.column) === 0) part.data.removeCell(row.index, cell.column);
  }
}

export function restyleCell(part: WorksheetPart, row: number, column: number, restyled: (style: number) => number): void {
  const style = styleAt(part, row, column);
  const changed = restyled(style);
  if (changed === style) return;
  part.data.changeCell(row, column, () => changed).style = changed;
}

function restyleColumns(part: WorksheetPart, area: Rect, wholeRows: boolean, restyled: (style: number) => number): void {
  const last = area.column + area.columns - 1;
  // From some row down to the last is the whole column, but for the cells above, which keep what they have.
  for (let row = 0; row < area.row; row++) for (let column = area.column; column <= last; column++) if (part.data.find(row, column) === undefined) part.data.changeCell(row, column, () => emptyStyle(part, row, column));
  const rows = rowsIn(part, area);
  // Rows with a style of their own win over columns, so their cells are made before the columns change.
  for (const row of rows) if (row.style >= 0 && !wholeRows) for (let column = area.column; column <= last; column++) restyleCell(part, row.index, column, restyled);
  for (const row of rows) if (row.style < 0 || wholeRows) restyleExisting(part, row, area, restyled);
  part.columns.change(area.column, last, (span) => (span.style = restyled(span.style)));
  if (wholeRows) for (const row of rows) if (row.style >= 0) part.data.changeRow(row.index).style = restyled(row.style);
  part.touchColumns();
}

function restyleRow(part: WorksheetPart, index: number, restyled: (style: number) => number): void {
  // A row's style hides its columns' styles; the cells where they meet keep the columns'.
  if ((part.data.row(index)?.style ?? -1) < 0) {
    for (const span of part.columns.spans) {
      if (span.style === 0 || span.last - span.first > 1_000) continue;
      for (let column = span.first; column <= span.last; column++) if (part.data.find(index, column) === undefined) part.data.changeCell(index, column, () => span.style);
    }
  }
  const row = part.data.changeRow(index);
  restyleExisting(part, row, { row: index, rows: 1, column: 0, columns: maximumColumns }, restyled);
  row.style = restyled(Math.max(row.style, 0));
}

function restyleExisting(part: WorksheetPart, row: RowRecord, area: Rect, restyled: (style: number) => number): void {
  for (const cell of row.cells) if (isInColumns(area, cell.column)) restyleCell(part, row.index, cell.column, restyled);
}

/** Rows of an area that exist, in order. */
function rowsIn(part: WorksheetPart, area: Rect): RowRecord[] {
  const indexes = area.rows < 1_000 ? Array.from({ length: area.rows }, (_, index) => area.row + index) : part.data.rowIndexes().filter((index) => index >= area.row && index < area.row + area.rows);
  return indexes.map((index) => part.data.row(index)).filter((row) => row !== undefined);
}

function isInColumns(area: Rect, column: number): boolean {
  return column >= area.column && column < area.column + area.columns;
}
