// A1 addresses as Office.js gives and takes them. Rows and columns are 0-based.
import type { Rect } from "../../xlsx/model.js";

/** Rows and columns of a worksheet (Excel 2007 and later). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** "A" for 0, "XFD" for 16 383. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) {
    index = index * 26 + letter.charCodeAt(0) - 64;
  }
  return index - 1;
}

export function isEntireColumn(rect: Rect): boolean {
  return rect.row === 0 && rect.rows === MAX_ROWS;
}

export function isEntireRow(rect: Rect): boolean {
  return rect.column === 0 && rect.columns === MAX_COLUMNS;
}

/** "A1", "A1:C3", "A:C" for whole columns, "1:3" for whole rows and for the whole sheet. */
export function addressOf(rect: Rect): string {
  const lastRow = rect.row + rect.rows;
  const lastColumn = columnLetters(rect.column + rect.columns - 1);
  if (isEntireRow(rect)) {
    return `${rect.row + 1}:${lastRow}`;
  }
  if (isEntireColumn(rect)) {
    return `${columnLetters(rect.column)}:${lastColumn}`;
  }
  const first = `${columnLetters(rect.column)}${rect.row + 1}`;
  return rect.rows === 1 && rect.columns === 1 ? first : `${first}:${lastColumn}${lastRow}`;
}

/** The sheet's name as it stands before "!": in quotes unless it is made of letters, digits, "_" and "." and cannot be taken for a cell. */
export function quotedSheetName(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && parseRect(name) === undefined && !/^(?:r\d*c?\d*|c\d*|true|false)$/i.test(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** "Sheet1!A1:B2", as Range.address. */
export function fullAddress(sheetName: string, rect: Rect): string {
  return `${quotedSheetName(sheetName)}!${addressOf(rect)}`;
}

/** Parts an address into sheet name, when one is given, and the rest; undefined when the quotes do not match. */
export function splitSheet(address: string): { readonly sheet: string | undefined; readonly rest: string } | undefined {
  const quoted = /^'((?:[^']|'')+)'!(.+)$/s.exec(address);
  if (quoted) {
    return { sheet: (quoted[1] ?? "").replaceAll("''", "'"), rest: quoted[2] ?? "" };
  }
  const plain = /^([^'!]+)!(.+)$/s.exec(address);
  if (plain) {
    return { sheet: plain[1] ?? "", rest: plain[2] ?? "" };
  }
  return address.includes("!") ? undefined : { sheet: undefined, rest: address };
}

/** Reads an address without sheet name: a cell, a block, whole columns or whole rows, with or without "$"; undefined when it is none, or outside the sheet. */
export function parseRect(address: string): Rect | undefined {
  const match = /^(?:\$?([A-Za-z]{1,3}))?(?:\$?([1-9]\d{0,6}))?(?::(?:\$?([A-Za-z]{1,3}))?(?:\$?([1-9]\d{0,6}))?)?$/.exec(address.trim());
  if (!match) {
    return undefined;
  }
  const [, columnA, rowA, columnB, rowB] = match;
  const isSingle = !address.includes(":");
  const column1 = columnA === undefined ? undefined : columnIndex(columnA);
  const row1 = rowA === undefined ? undefined : Number(rowA) - 1;
  const column2 = isSingle ? column1 : columnB === undefined ? undefined : columnIndex(columnB);
  const row2 = isSingle ? row1 : rowB === undefined ? undefined : Number(rowB) - 1;
  if ((column1 === undefined) !== (column2 === undefined) || (row1 === undefined) !== (row2 === undefined)) {
    return undefined;
  }
  if (column1 === undefined && row1 === undefined) {
    return undefined;
  }
  if (isSingle && (column1 === undefined || row1 === undefined)) {
    return undefined;
  }
  return between({ row: row1 ?? 0, column: column1 ?? 0 }, { row: row2 ?? MAX_ROWS - 1, column: column2 ?? MAX_COLUMNS - 1 });
}

function between(a: { row: number; column: number }, b: { row: number; column: number }): Rect | undefined {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  const rect = { row, column, rows: Math.abs(a.row - b.row) + 1, columns: Math.abs(a.column - b.column) + 1 };
  return isOnSheet(rect) ? rect : undefined;
}

/** Whether the whole rectangle lies on a sheet and is not empty. */
export function isOnSheet({ row, column, rows, columns }: Rect): boolean {
  const whole = [row, column, rows, columns].every(Number.isInteger);
  return whole && row >= 0 && column >= 0 && rows >= 1 && columns >= 1 && row + rows <= MAX_ROWS && column + columns <= MAX_COLUMNS;
}
