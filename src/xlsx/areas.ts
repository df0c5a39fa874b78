/** Cell areas and their text in A1 form, as attributes and formulas write them. */
import { XlsxError } from "./errors.js";
import type { CellPosition, Rect } from "./model.js";

export const maximumRows = 1_048_576;
export const maximumColumns = 16_384;

export function columnLetters(column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** 0-based column of letters such as "A" or "xfd"; -1 when there is no such column. */
export function columnIndex(letters: string): number {
  let column = 0;
  for (let i = 0; i < letters.length; i++) column = column * 26 + (letters.charCodeAt(i) & 31);
  return letters.length > 0 && letters.length <= 3 && column <= maximumColumns ? column - 1 : -1;
}

export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** "B3:D9", or "B3" for one cell; whole rows and columns as "3:9" and "B:D" only where `formula` asks for it. */
export function areaName(area: Rect): string {
  const first = cellName(area.row, area.column);
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${cellName(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** Reads "B3" or "$B$3". Throws `badReference` when Excel has no such cell. */
export function parseCell(text: string): CellPosition {
  const match = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(text);
  const column = columnIndex(match?.[1] ?? "");
  const row = Number(match?.[2] ?? 0) - 1;
  if (column < 0 || row < 0 || row >= maximumRows) throw new XlsxError("badReference", text);
  return { row, column };
}

/** Reads "B3", "B3:D9", "B:D" and "3:9". Throws `badReference`. */
export function parseArea(text: string): Rect {
  const [from = "", to = from] = text.split(":");
  if (/^\$?[0-9]+$/.test(from) && /^\$?[0-9]+$/.test(to) && text.includes(":")) return span(parseCell(`A${from.replace("$", "")}`), { ...parseCell(`A${to.replace("$", "")}`), column: maximumColumns - 1 });
  if (/^\$?[A-Za-z]+$/.test(from) && /^\$?[A-Za-z]+$/.test(to) && text.includes(":")) return span(parseCell(`${from}1`), { ...parseCell(`${to}1`), row: maximumRows - 1 });
  return span(parseCell(from), parseCell(to));
}

/** Reads a list of areas such as an `sqref` attribute. */
export function parseAreas(text: string): Rect[] {
  return text.split(/\s+/).filter((area) => area !== "").map(parseArea);
}

export function areaNames(areas: readonly Rect[]): string {
  return areas.map(areaName).join(" ");
}

/** The rectangle with two corners, in whatever order they stand. */
export function span(a: CellPosition, b: CellPosition): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return { row, column, rows: Math.max(a.row, b.row) - row + 1, columns: Math.max(a.column, b.column) - column + 1 };
}

export function contains(area: Rect, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

export function containsArea(outer: Rect, inner: Rect): boolean {
  return contains(outer, inner.row, inner.column) && contains(outer, inner.row + inner.rows - 1, inner.column + inner.columns - 1);
}

export function sameArea(a: Rect, b: Rect): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

export function intersection(a: Rect, b: Rect): Rect | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

/** What is left of an area when another is taken out: up to four rectangles. */
export function subtract(area: Rect, taken: Rect): Rect[] {
  const hit = intersection(area, taken);
  if (hit === undefined) return [area];
  const below = hit.row + hit.rows;
  const right = hit.column + hit.columns;
  return [
    { row: area.row, column: area.column, rows: hit.row - area.row, columns: area.columns },
    { row: hit.row, column: area.column, rows: hit.rows, columns: hit.column - area.column },
    { row: hit.row, column: right, rows: hit.rows, columns: area.column + area.columns - right },
    { row: below, column: area.column, rows: area.row + area.rows - below, columns: area.columns },
  ].filter((piece) => piece.rows > 0 && piece.columns > 0);
}

/** Throws `outsideSheet` unless the area has cells and all of them exist. */
export function checkArea(area: Rect): void {
  const whole = Number.isInteger(area.row) && Number.isInteger(area.column) && Number.isInteger(area.rows) && Number.isInteger(area.columns);
  if (!whole || area.row < 0 || area.column < 0 || area.rows < 1 || area.columns < 1 || area.row + area.rows > maximumRows || area.column + area.columns > maximumColumns) throw new XlsxError("outsideSheet", JSON.stringify(area));
}
