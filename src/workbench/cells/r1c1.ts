import { translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx/xlsx";
import type { CellPosition } from "../../xlsx/model.js";
import type { Area } from "../subjects.js";
import { addressOf } from "./address.js";
import { matrixOf, readMatrix } from "./matrix.js";

/** A formula with "=", seen from its cell: "=B1*2" in C1 is "=RC[-1]*2". */
export function toR1C1(formula: string, { row, column }: CellPosition): string {
  return translateFormulaToR1C1(formula, addressOf({ row, column, rows: 1, columns: 1 }));
}

/** What is given to formulasR1C1, with each formula in A1 form for its cell. Throws InvalidArgument for an array of another shape. */
export function fromR1C1(input: unknown, { rect }: Area): unknown {
  const at = readMatrix(input, rect);
  return matrixOf(rect, (row, column) => {
    const value = at(row - rect.row, column - rect.column);
    const isFormula = typeof value === "string" && value.startsWith("=");
    return isFormula ? translateFormulaToA1(value, addressOf({ row, column, rows: 1, columns: 1 })) : (value ?? null);
  });
}
