import type { Area } from "./area.js";
import type { FormulaError, FormulaValue } from "./source.js";

/** What one cell or one expression holds; null is an empty cell. */
export type Scalar = FormulaValue;

/** Values in rows and columns, row by row. */
export class Matrix {
  constructor(
    readonly rows: number,
    readonly columns: number,
    readonly values: readonly Scalar[],
  ) {}

  at(row: number, column: number): Scalar {
    return this.values[row * this.columns + column] ?? null;
  }
}

/** A reference that has not been read yet; more than one area is a union. */
export class Reference {
  constructor(readonly areas: readonly Area[]) {}
}

export type Value = Scalar | Matrix | Reference;

const error = (text: string): FormulaError => Object.freeze({ error: text });

export const errors = {
  null: error("#NULL!"),
  div0: error("#DIV/0!"),
  value: error("#VALUE!"),
  ref: error("#REF!"),
  name: error("#NAME?"),
  num: error("#NUM!"),
  na: error("#N/A"),
} as const;

export function isError(value: unknown): value is FormulaError {
  return typeof value === "object" && value !== null && "error" in value;
}

export function isScalar(value: Value): value is Scalar {
  return !(value instanceof Matrix) && !(value instanceof Reference);
}
