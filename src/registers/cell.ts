/** What a worksheet cell holds, as Office.js gives and takes it: `""` is an empty cell, dates are serial numbers. */
export type CellValue = string | number | boolean;

/** Excel's own classification of a cell's value (Excel.RangeValueType), of which we tell these apart. */
export type CellType = "Empty" | "String" | "Double" | "Boolean" | "Error";

/** One cell as read. A formula in an input cell is as good as its value. */
export interface CellInput {
  readonly value: CellValue;
  readonly type: CellType;
  /** English number format code, e.g. "General", "0.0%". */
  readonly numberFormat: string;
}

/** A place in the workbook, 0-based. */
export interface CellAddress {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}
