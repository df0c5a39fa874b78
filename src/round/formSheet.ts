import type { CellValue } from "../registers/cell.js";

/** A rectangle of cells, 0-based. */
export interface FormArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The looks of a form's cells; colours and fonts of each are in formStyles.ts. */
export type FormLook = "title" | "line" | "legend" | "count" | "heading" | "header" | "headerToFill" | "told" | "left" | "gap" | "fill" | "fillText";

export interface FormCell {
  /** "" for an empty cell; of a formula, what it comes to as the form is made. */
  readonly value: CellValue;
  readonly numberFormat: string;
  /** English, "=…". */
  readonly formula?: string;
}

/** What a cell to fill in offers when it is chosen. */
export interface FormInput {
  readonly area: FormArea;
  /** A list to choose from, short enough to stand in the rule itself; `strict` where nothing else may be written. */
  readonly dropDown?: { readonly words: readonly string[]; readonly strict: boolean };
  /** Title at most 32 characters, message at most 255. */
  readonly prompt: { readonly title: string; readonly message: string };
}

/**
 * A unit's form laid out on a sheet's grid: plain data, written alike into the workbook (src/excel/writeForms.ts) and into a file of its own
 * (src/files/formFile.ts). No merged cells.
 */
export interface FormSheet {
  /** What it is, for the file's properties. */
  readonly title: string;
  /** The whole block, as wide as `columnWidths`; "" is an empty cell. */
  readonly cells: readonly (readonly FormCell[])[];
  /** Width of each column in characters. */
  readonly columnWidths: readonly number[];
  /** What each row needs, in points: whoever opens the sheet may work it out anew. */
  readonly rowHeights: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  /** Looks by area, each area once. */
  readonly looks: readonly { readonly look: FormLook; readonly areas: readonly FormArea[] }[];
  /** Cells to fill in: open, where all others are locked. */
  readonly open: readonly FormArea[];
  readonly inputs: readonly FormInput[];
  /** Rows and columns that stay when the sheet is scrolled. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly footer: string;
}
