import type { CellType, CellValue } from "./cell.js";

/**
 * One Excel table as it was read: header row and body, without totals row. All matrices have one row per body row and
 * one column per header; `top` and `left` are the 0-based place of the header row's first cell.
 */
export interface TableImage {
  readonly name: string;
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly headers: readonly string[];
  readonly values: readonly (readonly CellValue[])[];
  /** A formula's English text ("=…"); for cells without a formula, the value itself as Excel gives it. */
  readonly formulas: readonly (readonly CellValue[])[];
  readonly numberFormats: readonly (readonly string[])[];
  readonly types: readonly (readonly CellType[])[];
  /** The sheet's row just under the table (0-based place, one value per header); left out where nobody looked. */
  readonly below?: { readonly row: number; readonly values: readonly CellValue[] };
}
