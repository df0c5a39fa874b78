/** What a sheet or table needs of the workbook it belongs to. */
import type { Sheet, Table } from "./model.js";
import type { OpcPackage } from "./package.js";
import type { SharedStrings } from "./sharedStrings.js";
import type { Styles } from "./styles.js";

/** Where a formula stands. Row and column are those of its cell; undefined outside cells (a validation, a name). */
export interface FormulaPlace {
  readonly sheet: Sheet | undefined;
  readonly row: number | undefined;
  readonly column: number | undefined;
  readonly table: Table | undefined;
}

export type FormulaRewrite = (formula: string, place: FormulaPlace) => string;

export interface Book {
  readonly package: OpcPackage;
  readonly strings: SharedStrings;
  readonly styles: Styles;
  readonly date1904: boolean;
  /** All tables of all sheets. */
  tables(): Table[];
  nameIsTaken(name: string): boolean;
  sheetNameIsTaken(name: string, except: Sheet): boolean;
  /** Gives every formula of the workbook (cells, names, validations, conditional formats, tables, charts) a new text. `byRow` says that the text may depend on the formula's row; otherwise formulas alike are rewritten once. */
  rewriteFormulas(rewrite: FormulaRewrite, byRow?: boolean): void;
  /** The chain of calculation and, where a result is missing, the wish to be recalculated must follow. */
  formulasChanged(): void;
  sheetElementChanged(sheet: Sheet): void;
  readonly language: Language;
}

export type Language = "sv-SE" | "en-US";
