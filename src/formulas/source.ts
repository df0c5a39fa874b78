/**
 * What the calculator needs to see of a workbook. Implemented by whoever owns the cells (the workbench on src/xlsx).
 * Rows and columns are 0-based; formulas are the file's text without "=", English, structured references allowed.
 */
export interface FormulaError {
  readonly error: string;
}
export type FormulaValue = string | number | boolean | FormulaError | null;

export interface TableShape {
  readonly name: string;
  readonly sheet: string;
  /** Header, body and totals. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly headerRow: boolean;
  readonly totalsRow: boolean;
  readonly columnNames: readonly string[];
}

export interface FormulaCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

export interface FormulaSource {
  sheetNames(): readonly string[];
  /** Value of a cell that has no formula, or the stored result of one the calculator has stored. */
  value(sheet: string, row: number, column: number): FormulaValue;
  /** Rows and columns in use, so that a reference to a whole column stops where the data does. */
  extent(sheet: string): { readonly rows: number; readonly columns: number };
  numberFormat(sheet: string, row: number, column: number): string;
  rowHidden(sheet: string, row: number): boolean;
  tables(): readonly TableShape[];
  /** Formula text of a defined name, the sheet's own before the workbook's. */
  definedName(name: string, sheet: string): string | undefined;
  formulaCells(): Iterable<FormulaCell>;
  /** Takes a computed result. */
  store(sheet: string, row: number, column: number, value: FormulaValue): void;
  /** Serial number of now, for TODAY and NOW: a parameter, so that the same workbook gives the same result. */
  now(): number;
}
