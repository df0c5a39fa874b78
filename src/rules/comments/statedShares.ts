/** A percentage that stands in a text: 11 in "ungefär 11 procent", 59.2 in "59,2 %". */
export interface StatedShare {
  /** As it stands: "59,2 %". */
  readonly text: string;
  /** In percent. */
  readonly value: number;
  /** Half of its last printed decimal: how far the real share may lie from it. */
  readonly tolerance: number;
}

const PERCENTAGE = /(?<![\d,.])(\d{1,3})(?:[,.](\d+))?\s*(?:%|procent(?!\p{L}))/gu;

/** The percentages of a text, in its order; "procentenheter" are none. */
export function statedShares(text: string): readonly StatedShare[] {
  return [...text.matchAll(PERCENTAGE)].map(([match, whole = "", decimals = ""]) => ({
    text: match.replace(/\s+/gu, " "),
    value: Number(`${whole}.${decimals}`),
    tolerance: 0.5 * 10 ** -decimals.length + 1e-9,
  }));
}

/** Whether the share, a fraction, prints as this, or its complement does. */
export function agrees({ value, tolerance }: StatedShare, share: number): boolean {
  return [share * 100, (1 - share) * 100].some((percentage) => Math.abs(percentage - value) <= tolerance);
}

/** Whether some whole number out of `base` is this share: 59,2 % is none of 236, since 139 is 58,9 % and 140 is 59,3 %. */
export function isPossibleOf({ value, tolerance }: StatedShare, base: number): boolean {
  const nearest = Math.round((value / 100) * base);
  return Math.abs((nearest / base) * 100 - value) <= tolerance;
}
