import type { RegisterKey } from "../registers/registers.js";

/**
 * What the sheet that a unit fills in carries hidden, so that its answers find home however it is treated: every row says by itself which row of which register it is,
 * and every column which column. Columns may then be moved, rows sorted or taken away, sheets renamed or copied together.
 */

/** The row of a register that a row of a form is about. It stands as text in the form's hidden first column. */
export interface RowMark {
  /** The form's version: a later one may be laid out otherwise. */
  readonly version: 1;
  /** The workbook that the form was made from: its setting `arbetsboks-id`. "" where it had none and could not be given one (the command line without --out): the keys alone then tell whether it belongs. */
  readonly workbook: string;
  /** Code of the unit that fills it in. */
  readonly unit: string;
  /** As printed, e.g. "T2 2026". */
  readonly period: string;
  readonly register: RegisterKey;
  /** The row's key: what stands in the columns of `uniqueBy`, as text, in their order; "" where blank. */
  readonly key: readonly string[];
  /** What each cell to be answered said when the form was made, as `fingerprint`, by column key: so it is seen whether the register has changed meanwhile, and whether anybody has answered. */
  readonly issued: Readonly<Record<string, string>>;
}

/** The column of a register that a column of a form answers, e.g. "måltavla:utfall.kommentar", in a hidden row above the header of each section. */
export interface ColumnMark {
  readonly register: RegisterKey;
  readonly column: string;
}

export const MARK = "måltavla:";
