import type { Direction } from "./attainment.js";
import { TOLERANCE } from "./comparison.js";
import type { Meaning, Trend } from "./results.js";

/**
 * Whether an outcome is better than an earlier one, seen through the measure's direction: up is better for Öka, down for Minska,
 * nearer for Inom intervall, the target's answer for Ja/Nej. Ej jämförbart when anything needed is missing or unclear. A measure
 * that is only followed has no better direction. Source: model.md, Måluppfyllelse; F3.
 */
export function trend(direction: Direction, outcome: Meaning, earlier: Meaning, target: Meaning): Trend {
  if (outcome.kind === "yesNo" && earlier.kind === "yesNo") {
    if (outcome.value === earlier.value) return "Oförändrat";
    if (direction !== "Ja/Nej" || target.kind !== "yesNo") return "Ej jämförbart";
    return outcome.value === target.value ? "Bättre" : "Sämre";
  }
  if (outcome.kind !== "amount" || earlier.kind !== "amount" || direction === "Ja/Nej") return "Ej jämförbart";
  const value = outcome.amount.value;
  const before = earlier.amount.value;
  switch (direction) {
    case "Öka":
      return judged(value - before, value);
    case "Minska":
      return judged(before - value, value);
    case "Inom intervall":
      if (target.kind !== "interval") return "Ej jämförbart";
      return judged(distance(before, target.from.value, target.to.value) - distance(value, target.from.value, target.to.value), value);
    case "Följs":
      return judged(value - before, value) === "Oförändrat" ? "Oförändrat" : "Ej jämförbart";
  }
}

/** Inside an interval no place is better than another. */
function distance(point: number, from: number, to: number): number {
  return Math.max(0, from - point, point - to);
}

/** Changes that are noise are none. The limit is one that the live formula can count too. */
function judged(gain: number, value: number): Trend {
  if (Math.abs(gain) < TOLERANCE * (1 + Math.abs(value))) return "Oförändrat";
  return gain > 0 ? "Bättre" : "Sämre";
}
