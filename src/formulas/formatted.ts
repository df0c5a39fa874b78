import { format } from "numfmt";

/** More decimals than a number has digits: beyond them the correction below would show. */
const beyondPrecision = /[.][0#?]{12}/;

/**
 * A value as a number format shows it (numfmt's work and options). A half is rounded as Excel does, by the 15 digits that the number is known by: 0.575 shows as 58 %,
 * though the nearest binary fraction times 100 is a little less than 57.5.
 */
export function formatted(pattern: string, value: unknown, options: Parameters<typeof format>[2]): string {
  const corrects = typeof value === "number" && !Number.isInteger(value) && !beyondPrecision.test(pattern);
  return format(pattern, corrects ? value * (1 + 2 ** -51) : value, options);
}
