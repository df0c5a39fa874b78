import type { CellBlock } from "./writing/rowsToCells.js";

/** A list to choose from in a cell. */
export interface DropDown {
  /** What data validation takes as its source: "=" and a defined name of the template. */
  readonly source: string;
  /** False where something else may be typed too: a name or alias for a code, an id whose row comes later, a word that was not thought of. Excel then informs, and does not stop. */
  readonly strict: boolean;
}

export interface DefinedName {
  readonly name: string;
  /** English formula, e.g. "=Listor!$A$2:$A$10" or "=Matt[Mått-id]". */
  readonly formula: string;
  /** The workbook has the name, but it leads nowhere. */
  readonly isThere?: true;
}

export interface TemplateColumn {
  readonly header: string;
  /** In characters of the default font. */
  readonly width: number;
  /** English format code for new rows. */
  readonly numberFormat: string;
  readonly required: boolean;
  /** Calculated by Excel: shown in light grey italics. */
  readonly calculated: boolean;
  /** Needed by formulas only. */
  readonly hidden: boolean;
  /** Long text: wrapped, aligned to the top. */
  readonly wrap: boolean;
  /** English, in display form; the whole column's. */
  readonly formula?: string;
  readonly dropDown?: DropDown;
  /** Help shown when a cell is chosen: title at most 32 characters, message at most 255. */
  readonly prompt: { readonly title: string; readonly message: string };
}

/**
 * What a sheet of the template meets in the workbook: `none`, it is made; `sheet`, it is written on one that is there, beside what stands or over a half-made one of
 * its own; `table`, its table stands with what somebody may have written in it, and only the rest is completed.
 */
export type Ground = { readonly kind: "none" } | { readonly kind: "sheet"; readonly unnamedTable?: string } | { readonly kind: "table" };

/** One sheet of the template, its header in row 1. All that the Excel adapter needs; no Excel in it. */
export interface RegisterSheet {
  readonly sheet: string;
  /** Name of the table; absent for the sheet of lists, which has a plain header row. */
  readonly table?: string;
  readonly ground: Ground;
  /** First column, 0-based: not 0 only for lists that come beside others. */
  readonly left: number;
  readonly columns: readonly TemplateColumn[];
  /** The body: at least one row in a table. On a table that stands, what it has: as many rows are completed. */
  readonly body: CellBlock;
  /** Drop-downs of single cells (each setting has its own list); 0-based row of the body, 0-based column. */
  readonly cellDropDowns: readonly { readonly row: number; readonly column: number; readonly dropDown: DropDown }[];
  /** Names to define once all sheets and tables are there. */
  readonly names: readonly DefinedName[];
  /** Rows that stay when the sheet is scrolled. */
  readonly frozenRows: number;
}
