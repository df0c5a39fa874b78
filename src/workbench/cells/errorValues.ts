import type { FormulaValue } from "../../formulas/source.js";
import type { CellError, CellErrorText, Scalar } from "../../xlsx/model.js";

const ERROR_TEXTS: readonly CellErrorText[] = [
  "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#FIELD!", "#UNKNOWN!",
];

/** The error value that a text names, e.g. "#N/A"; undefined when it names none. */
export function errorNamed(text: string): CellErrorText | undefined {
  return ERROR_TEXTS.find((known) => known === text);
}

export function isError(value: Scalar): value is CellError {
  return typeof value === "object" && value !== null;
}

/** A computed value as a cell keeps it. */
export function computedScalar(value: FormulaValue): Scalar {
  return typeof value === "object" && value !== null ? { error: errorNamed(value.error) ?? "#VALUE!" } : value;
}
