import type { CellType, CellValue } from "./cell.js";

/**
 * One Excel table as it was read: header row and body, without totals row. All matrices have one row per body row and
 * one column per header, but for columns at the end that nobody asked for; `top` and `left` are the 0-based place of the header row's first cell.
 */
export interface TableImage {
  readonly name: string;
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly headers: readonly string[];
  readonly values: readonly (readonly CellValue[])[];
  /** Per column the formula that stands in it, as English text ("=…"): see `columnFormula`. Reading every row's formula would be too much for a large table. */
  readonly columnFormulas: readonly string[];
  readonly numberFormats: readonly (readonly string[])[];
  readonly types: readonly (readonly CellType[])[];
  /** The sheet's row just under the table (0-based place, one value per header); left out where nobody looked. */
  readonly below?: { readonly row: number; readonly values: readonly CellValue[] };
}

/** The formula that speaks for a column: that of its first and last row, or of the one that has any; "" when neither has, or the two differ. */
export function columnFormula(first: CellValue, last: CellValue): string {
  const formulas = [first, last].filter((text) => typeof text === "string").filter((text) => text.startsWith("="));
  const [formula = "", other = formula] = formulas;
  return formula === other ? formula : "";
}
