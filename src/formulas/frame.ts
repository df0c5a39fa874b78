import type { Area } from "./area.js";
import type { LookupIndex } from "./lookupIndex.js";
import type { TableShape } from "./source.js";
import type { Matrix, Scalar } from "./values.js";

/** The cells of a workbook as a formula reads them: computed, recorded as dependencies, and indexed for one recalculation. */
export interface Cells {
  /** The area as one object per rectangle; undefined when the sheet is missing or the rectangle leaves the grid. */
  area(sheet: string, row: number, column: number, rows: number, columns: number): Area | undefined;
  cell(sheet: string, row: number, column: number): Scalar;
  /** Values of an area, cut off where the sheet's data ends. */
  values(area: Area): Matrix;
  lookup(area: Area): LookupIndex;
  /** Results worth keeping until the recalculation ends; the areas a result came from must be touched on every use. */
  readonly memo: Map<string, unknown>;
  /** Records that the formula depends on the area, whose cells are computed first. */
  touch(area: Area): void;
  areaId(area: Area): number;
  formulaAt(sheet: string, row: number, column: number): string | undefined;
  numberFormat(sheet: string, row: number, column: number): string;
  rowHidden(sheet: string, row: number): boolean;
  tables(): readonly TableShape[];
  now(): number;
}

/** Where a formula stands, and what it can read. */
export interface Frame {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly cells: Cells;
}
