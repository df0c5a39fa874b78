import type { Certainty } from "./texts.js";

/** Where one word gives way to the next: chosen by how sheets look, not measured. What is measured (docs/intake.md) is how often guesses of all three are right. */
const CERTAIN = 0.85;
const FAIRLY = 0.6;

export function certaintyOf(confidence: number): Certainty {
  return confidence >= CERTAIN ? "certain" : confidence >= FAIRLY ? "fairly" : "uncertain";
}
