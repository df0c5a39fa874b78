import type { CellAddress } from "./cell.js";

/** "A" for 0, "Z" for 25, "AA" for 26. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** "D7" for row 6, column 3. */
export function cellReference(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** "A1:G42"; a single cell gives "A1". */
export function areaReference(area: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }): string {
  const first = cellReference(area.row, area.column);
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${cellReference(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** A sheet's name as a formula needs it: quoted unless it is plain letters and does not look like a cell or a number. */
export function quotedSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^R\d*C\d*$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** "Utfall!D7", or "'Mål 2019'!D7" where the sheet's name needs quotes. */
export function addressText(at: CellAddress): string {
  return `${quotedSheetName(at.sheet)}!${cellReference(at.row, at.column)}`;
}
