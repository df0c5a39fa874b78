import { fifteenDigits } from "./numberText.js";
import type { Scalar } from "./values.js";

/** Order of two numbers by their first 15 digits: 0.1+0.2 equals 0.3 in Excel. */
export function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  if (Math.abs(a - b) <= Math.abs(a) * 1e-13 && fifteenDigits(a) === fifteenDigits(b)) return 0;
  return a < b ? -1 : 1;
}

const collator = new Intl.Collator("en", { sensitivity: "accent", caseFirst: "false" });

/** Order of two texts, upper and lower case alike. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const lowerA = a.toLowerCase();
  const lowerB = b.toLowerCase();
  if (lowerA === lowerB) return 0;
  const order = collator.compare(lowerA, lowerB);
  return order === 0 ? (lowerA < lowerB ? -1 : 1) : order;
}

const rank = (value: Scalar): number => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : typeof value === "boolean" ? 2 : 3);

/** Order of two values that are no errors, as <, = and > see them: number < text < boolean; an empty cell is 0, "" or FALSE. */
export function compareScalars(left: Scalar, right: Scalar): number {
  const a = left === null ? emptyLike(right) : left;
  const b = right === null ? emptyLike(left) : right;
  if (typeof a === "number" && typeof b === "number") return compareNumbers(a, b);
  if (typeof a === "string" && typeof b === "string") return compareTexts(a, b);
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  return rank(a) - rank(b);
}

function emptyLike(other: Scalar): Scalar {
  if (typeof other === "string") return "";
  return typeof other === "boolean" ? false : 0;
}
