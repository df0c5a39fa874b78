import { type Area, gridColumns } from "./area.js";
import type { Program } from "./program.js";
import type { FormulaCell, FormulaValue } from "./source.js";

type State = "clean" | "dirty" | "waiting";

/** A formula cell as the calculator keeps it. */
export class FormulaNode implements FormulaCell {
  state: State = "dirty";
  /** Undefined until the program has run, and where the cached value stands. */
  result: FormulaValue | undefined;
  notComputed = false;
  circular = false;
  program: Program | undefined;
  reads: readonly Area[] = [];
  /** The last time the formulas were taken in when this one was there. */
  seen = 0;

  constructor(
    readonly sheet: string,
    readonly row: number,
    readonly column: number,
    public formula: string,
  ) {}
}

/** One number per place on a sheet. */
export const key = (row: number, column: number): number => row * gridColumns + column;

export function cellArea(node: FormulaNode): Area {
  return { sheet: node.sheet, row: node.row, column: node.column, rows: 1, columns: 1 };
}
