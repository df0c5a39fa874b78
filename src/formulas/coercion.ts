import { numberInText, textOfNumber } from "./numberText.js";
import type { FormulaError } from "./source.js";
import { errors, isError, type Scalar } from "./values.js";

/** The number Excel takes a value for in arithmetic; text that is no number is #VALUE!. */
export function toNumber(value: Scalar): number | FormulaError {
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string") return numberInText(value) ?? errors.value;
  return value;
}

export function toText(value: Scalar): string | FormulaError {
  if (typeof value === "string") return value;
  if (value === null) return "";
  if (typeof value === "number") return textOfNumber(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value;
}

/** The truth of a condition: numbers other than 0 are true, of text only "TRUE" and "FALSE" can be read. */
export function toLogical(value: Scalar): boolean | FormulaError {
  if (typeof value === "boolean") return value;
  if (value === null) return false;
  if (typeof value === "number") return value !== 0;
  if (isError(value)) return value;
  const upper = value.toUpperCase();
  if (upper === "TRUE") return true;
  return upper === "FALSE" ? false : errors.value;
}
