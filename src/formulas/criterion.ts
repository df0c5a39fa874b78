import { compareNumbers, compareTexts } from "./comparison.js";
import { fifteenDigits, numberInText } from "./numberText.js";
import { isError, type Scalar } from "./values.js";
import { hasWildcard, wholePattern } from "./wildcard.js";

/** What COUNTIF and its like look for. Those with a key match exactly the cells whose criterionKey is that key. */
export interface Criterion {
  readonly key: string | undefined;
  /** Tells one criterion from another within a recalculation. */
  readonly id: string;
  matches(value: Scalar): boolean;
}

/** Key under which a cell answers an "equal" criterion: a number and the text of it are the same, an empty cell and "" too. */
export function criterionKey(value: Scalar): string {
  if (typeof value === "number") return `n${fifteenDigits(value)}`;
  if (value === null || value === "") return "e";
  if (typeof value === "string") {
    const number = numberInText(value);
    return number === undefined ? `t${value.toLowerCase()}` : `n${fifteenDigits(number)}`;
  }
  if (typeof value === "boolean") return value ? "b1" : "b0";
  return `x${value.error}`;
}

function keyed(key: string): Criterion {
  const text = key.startsWith("t") ? key.slice(1) : undefined;
  const matches =
    text === undefined
      ? (value: Scalar) => criterionKey(value) === key
      : (value: Scalar) => typeof value === "string" && value.length === text.length && value.toLowerCase() === text;
  return { key, id: `=${key}`, matches };
}

/**
 * Reads a criterion as COUNTIF does: 5, "5", ">=5", "<>", "=", "text*", "TRUE", "#N/A". A reference to an empty cell means 0.
 * Source: Microsoft's COUNTIF and COUNTIFS pages.
 */
export function criterion(of: Scalar): Criterion {
  if (of === null) return keyed("n0");
  if (typeof of !== "string") return keyed(criterionKey(of));
  const parts = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/.exec(of);
  const operator = parts?.[1] ?? "";
  const operand = parts?.[2] ?? "";
  if (operator === "" || operator === "=") {
    if (operand === "" && operator === "=") return { key: undefined, id: "=", matches: (value) => value === null };
    if (hasWildcard(operand)) return patternCriterion(operand, false, of);
    return keyed(operandKey(operand));
  }
  if (operator === "<>") {
    if (operand === "") return { key: undefined, id: of, matches: (value) => value !== null };
    if (hasWildcard(operand)) return patternCriterion(operand, true, of);
    const key = operandKey(operand);
    return { key: undefined, id: of, matches: (value) => criterionKey(value) !== key };
  }
  return orderCriterion(operator, operand, of);
}

function operandKey(operand: string): string {
  const upper = operand.toUpperCase();
  if (upper === "TRUE") return "b1";
  if (upper === "FALSE") return "b0";
  if (/^#[A-Z/0]+[!?A]$/.test(upper)) return `x${upper}`;
  return criterionKey(operand);
}

function patternCriterion(pattern: string, negated: boolean, id: string): Criterion {
  const whole = wholePattern(pattern);
  return { key: undefined, id: id.toLowerCase(), matches: (value) => (typeof value === "string" && whole.test(value)) !== negated };
}

function orderCriterion(operator: string, operand: string, id: string): Criterion {
  const holds = (order: number): boolean => (operator === "<" ? order < 0 : operator === "<=" ? order <= 0 : operator === ">" ? order > 0 : order >= 0);
  const number = numberInText(operand);
  if (number !== undefined) {
    return { key: undefined, id, matches: (value) => typeof value === "number" && holds(compareNumbers(value, number)) };
  }
  const upper = operand.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") {
    const logical = upper === "TRUE" ? 1 : 0;
    return { key: undefined, id, matches: (value) => typeof value === "boolean" && holds(Number(value) - logical) };
  }
  return { key: undefined, id, matches: (value) => typeof value === "string" && !isError(value) && holds(compareTexts(value, operand)) };
}
