import type { CellAddress } from "./cell.js";

/** Letters of a 0-based column: 0 → "A", 26 → "AA". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A sheet's name as it stands in an address: in quotes where Excel needs them, e.g. 'Mått 2024'!A1. */
export function sheetText(sheet: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet);
  // Names such as A1 or R1C1 would be read as cells.
  const cellLike = /^(?:[A-Z]{1,3}\d+|(?:R\d*)?(?:C\d*)?)$/iu.test(sheet);
  return plain && !cellLike ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

/** Address of a cell as Excel writes it, e.g. "Utfall!D7". */
export function addressText(at: CellAddress): string {
  return `${sheetText(at.sheet)}!${columnLetters(at.column)}${at.row + 1}`;
}

/** A block of cells, 0-based. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A block as Excel writes it without its sheet, e.g. "A1:G42"; one cell is "A1". */
export function areaReference({ row, column, rows, columns }: Block): string {
  const first = `${columnLetters(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows}`;
}
