/**
 * Differences smaller than this share of the value compared with are noise, not differences: 0.1 + 0.2 is 0.30000000000000004
 * in binary, and a target of 0.3 is met all the same. Outcomes are written with some six digits at most, so nothing that anybody
 * means is as small as a billionth. The live formulas use the same limit.
 */
export const TOLERANCE = 1e-9;

/**
 * How far `value` lies above (positive) or below (negative) `reference`, as a share of the reference's size; zero when the two are equal but for
 * noise. Of a reference of zero there are no shares: there the result is only the side, 1 or −1.
 */
export function deviation(value: number, reference: number): number {
  if (reference === 0) return Math.sign(value);
  const share = Math.sign(reference) * (value / reference - 1);
  return Math.abs(share) < TOLERANCE ? 0 : share;
}

/** True when `value` is at least `limit`, but for noise. */
export function reaches(value: number, limit: number): boolean {
  return deviation(value, limit) >= 0;
}
