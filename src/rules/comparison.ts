/**
 * Differences smaller than this share of the value compared with are noise, not differences: 0.1 + 0.2 is 0.30000000000000004
 * in binary, and a target of 0.3 is met all the same. Outcomes are written with some six digits at most, so nothing that anybody
 * means is as small as a billionth.
 */
export const TOLERANCE = 1e-9;

/**
 * How far `value` lies above (positive) or below (negative) `reference`, as a share of the reference; zero when the two are equal but for noise.
 * Across zero there is no share to speak of: there the result only tells the side.
 */
export function deviation(value: number, reference: number): number {
  if (Math.sign(value) !== Math.sign(reference)) return Math.sign(value) - Math.sign(reference);
  if (reference === 0) return 0;
  const share = Math.sign(reference) * (value / reference - 1);
  return Math.abs(share) <= TOLERANCE ? 0 : share;
}

/** True when `value` is at least `limit`, but for noise. */
export function reaches(value: number, limit: number): boolean {
  return deviation(value, limit) >= 0;
}
