import type { Certainty } from "./texts.js";

/** From here on a guess is hardly ever wrong, and from here on it is more often right than not (docs/intake.md). */
const CERTAIN = 0.85;
const FAIRLY = 0.6;

export function certaintyOf(confidence: number): Certainty {
  return confidence >= CERTAIN ? "certain" : confidence >= FAIRLY ? "fairly" : "uncertain";
}
