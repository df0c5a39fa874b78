import { toNumber, toText } from "./coercion.js";
import { compareScalars } from "./comparison.js";
import { errors, isError, type Scalar } from "./values.js";

export type BinaryOperation = (left: Scalar, right: Scalar) => Scalar;

/** A computed number as Excel keeps it: what is not finite is #NUM!, and zero has no sign. */
export function finite(value: number): Scalar {
  if (!Number.isFinite(value)) return errors.num;
  return value === 0 ? 0 : value;
}

function arithmetic(operation: (a: number, b: number) => Scalar): BinaryOperation {
  return (left, right) => {
    const a = typeof left === "number" ? left : toNumber(left);
    if (typeof a !== "number") return a;
    const b = typeof right === "number" ? right : toNumber(right);
    return typeof b === "number" ? operation(a, b) : b;
  };
}

function comparison(holds: (order: number) => boolean): BinaryOperation {
  return (left, right) => {
    if (isError(left)) return left;
    return isError(right) ? right : holds(compareScalars(left, right));
  };
}

function power(base: number, exponent: number): Scalar {
  if (base === 0 && exponent === 0) return errors.num;
  return base === 0 && exponent < 0 ? errors.div0 : finite(base ** exponent);
}

/** POWER and ^ are one operation. */
export const raise = arithmetic(power);

export const binaryOperations: Readonly<Record<string, BinaryOperation>> = {
  "+": arithmetic((a, b) => finite(a + b)),
  "-": arithmetic((a, b) => finite(a - b)),
  "*": arithmetic((a, b) => finite(a * b)),
  "/": arithmetic((a, b) => (b === 0 ? errors.div0 : finite(a / b))),
  "^": raise,
  "&": (left, right) => {
    const a = toText(left);
    if (typeof a !== "string") return a;
    const b = toText(right);
    if (typeof b !== "string") return b;
    return a.length + b.length > 32_767 ? errors.value : a + b;
  },
  "=": comparison((order) => order === 0),
  "<>": comparison((order) => order !== 0),
  "<": comparison((order) => order < 0),
  "<=": comparison((order) => order <= 0),
  ">": comparison((order) => order > 0),
  ">=": comparison((order) => order >= 0),
};

/**
 * The last addition or subtraction of a formula, where Excel takes a remainder in the last bits for zero: =0.3-0.2-0.1 is 0.
 * Source: Microsoft, "Floating-point arithmetic may give inaccurate results in Excel".
 */
export function snappedToZero(result: Scalar, left: Scalar, right: Scalar): Scalar {
  if (typeof result !== "number") return result;
  const a = toNumber(left);
  const b = toNumber(right);
  if (typeof a !== "number" || typeof b !== "number") return result;
  return Math.abs(result) < Math.max(Math.abs(a), Math.abs(b)) * 2 ** -49 ? 0 : result;
}

export function negate(value: Scalar): Scalar {
  const number = toNumber(value);
  return typeof number === "number" ? finite(-number) : number;
}

export function percent(value: Scalar): Scalar {
  const number = toNumber(value);
  return typeof number === "number" ? finite(number / 100) : number;
}
