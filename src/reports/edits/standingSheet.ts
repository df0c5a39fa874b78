import type { CellValue } from "../../registers/cell.js";
import { withLineFeeds } from "../layout/sheetText.js";

/** What stands on a report sheet now: a block of cells from its first one, 0-based. */
export interface StandingCells {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
  /** As Office.js gives them: a formula's text, or the value. Without them a formula counts as the value it shows. */
  readonly formulas?: readonly (readonly CellValue[])[];
  /** English number format codes. Without them a kept cell has the format of its place in the report. */
  readonly numberFormats?: readonly (readonly string[])[];
}

/** What stands on a sheet, from its first cell. */
export class StandingSheet {
  /** A formula's text where there is one, else the value. */
  readonly values: readonly (readonly CellValue[])[];
  readonly #cells: StandingCells;

  constructor(cells: StandingCells) {
    this.#cells = cells;
    const [rows, columns] = [cells.row + cells.values.length, cells.column + widthOf(cells.values)];
    this.values = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_cell, column) => this.#formulaAt(row, column) ?? this.#shownAt(row, column)));
  }

  valueAt(row: number, column: number): CellValue {
    return this.values[row]?.[column] ?? "";
  }

  isFormula(row: number, column: number): boolean {
    return this.#formulaAt(row, column) !== undefined;
  }

  numberFormatAt(row: number, column: number): string | undefined {
    return this.#cells.numberFormats?.[row - this.#cells.row]?.[column - this.#cells.column];
  }

  #shownAt(row: number, column: number): CellValue {
    return asStanding(this.#cells.values[row - this.#cells.row]?.[column - this.#cells.column] ?? "");
  }

  #formulaAt(row: number, column: number): string | undefined {
    const formula = this.#cells.formulas?.[row - this.#cells.row]?.[column - this.#cells.column];
    // A text that looks like a formula is given as both value and formula.
    return typeof formula === "string" && formula.startsWith("=") && formula !== this.#shownAt(row, column) ? formula : undefined;
  }
}

function asStanding(value: CellValue): CellValue {
  return typeof value === "string" ? withLineFeeds(value) : value;
}

/** Of the longest row. */
export function widthOf(rows: readonly (readonly unknown[])[]): number {
  return rows.reduce((widest, row) => Math.max(widest, row.length), 0);
}
