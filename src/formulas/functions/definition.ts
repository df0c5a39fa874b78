import { toLogical, toNumber, toText } from "../coercion.js";
import type { Frame } from "../frame.js";
import type { FormulaError } from "../source.js";
import { errors, isError, Matrix, Reference, type Scalar, type Value } from "../values.js";

/**
 * One Excel function. `takes` has a letter per argument, the part after "*" repeating: "s" is a single value (a range is
 * met by implicit intersection, an array makes the function answer with an array), "v" anything as it stands.
 */
export interface FunctionDefinition {
  readonly takes: string;
  readonly min: number;
  readonly max: number;
  /** Errors in "s" arguments reach the function instead of becoming its answer. */
  readonly seesErrors?: boolean;
  /** Its answer may change though no cell it reads has. */
  readonly volatile?: boolean;
  call(args: readonly Value[], frame: Frame): Value;
}

export type FunctionTable = Readonly<Record<string, FunctionDefinition>>;

const many = 255;

type Call = FunctionDefinition["call"];

/** A function of a fixed number of single values. */
export function ofValues(min: number, max: number, call: (args: readonly Scalar[], frame: Frame) => Value): FunctionDefinition {
  return { takes: "*s", min, max, call: (args, frame) => call(args.map(single), frame) };
}

/** A function that takes ranges and arrays as they stand. */
export function ofRanges(takes: string, min: number, call: Call, max = takes.includes("*") ? many : takes.length): FunctionDefinition {
  return { takes, min, max, call };
}

/** Which letter of `takes` the argument at a position has. */
export function argumentKind(takes: string, index: number): "s" | "v" {
  const star = takes.indexOf("*");
  const fixed = star < 0 ? takes : takes.slice(0, star);
  const repeating = star < 0 ? "" : takes.slice(star + 1);
  const letter = index < fixed.length ? fixed[index] : repeating[(index - fixed.length) % Math.max(1, repeating.length)];
  return letter === "v" ? "v" : "s";
}

/** A value as one value: the first of an array; a reference here was not meant to be one. */
export function single(value: Value | undefined): Scalar {
  if (value === undefined) return null;
  if (value instanceof Matrix) return value.at(0, 0);
  return value instanceof Reference ? errors.value : value;
}

/** A value as rows and columns: an area's values, an array as it stands, a single value as 1 × 1. */
export function matrixOf(value: Value | undefined, frame: Frame): Matrix | FormulaError {
  if (value === undefined) return new Matrix(1, 1, [null]);
  if (value instanceof Matrix) return value;
  if (!(value instanceof Reference)) return isError(value) ? value : new Matrix(1, 1, [value]);
  const area = value.areas[0];
  return area === undefined || value.areas.length > 1 ? errors.value : frame.cells.values(area);
}

export class ArgumentError extends Error {
  constructor(readonly error: FormulaError) {
    super(error.error);
  }
}

/** The argument as a number; `otherwise` when it is left out. An error ends the function with that error. */
export function numberArgument(value: Value | undefined, otherwise = 0): number {
  if (value === undefined) return otherwise;
  const number = toNumber(single(value));
  if (typeof number !== "number") throw new ArgumentError(number);
  return number;
}

/** The argument as a whole number, cut off towards zero as Excel does. */
export function wholeArgument(value: Value | undefined, otherwise = 0): number {
  return Math.trunc(numberArgument(value, otherwise));
}

export function textArgument(value: Value | undefined, otherwise = ""): string {
  if (value === undefined) return otherwise;
  const text = toText(single(value));
  if (typeof text !== "string") throw new ArgumentError(text);
  return text;
}

export function logicalArgument(value: Value | undefined, otherwise = false): boolean {
  if (value === undefined) return otherwise;
  const logical = toLogical(single(value));
  if (typeof logical !== "boolean") throw new ArgumentError(logical);
  return logical;
}

/** Every value an argument holds, with whether it was read from cells or an array (where text and booleans are passed over). */
export function* valuesOf(value: Value, frame: Frame): Generator<{ readonly value: Scalar; readonly fromCells: boolean }> {
  if (value instanceof Reference) {
    for (const area of value.areas) {
      for (const each of frame.cells.values(area).values) yield { value: each, fromCells: true };
    }
  } else if (value instanceof Matrix) {
    for (const each of value.values) yield { value: each, fromCells: true };
  } else yield { value, fromCells: false };
}
