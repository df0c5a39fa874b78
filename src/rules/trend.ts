import type { Direction } from "./attainment.js";
import { deviation, TOLERANCE } from "./comparison.js";
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
  const change = deviation(value, before);
  if (change === 0) return "Oförändrat";
  switch (direction) {
    case "Öka":
      return change > 0 ? "Bättre" : "Sämre";
    case "Minska":
      return change < 0 ? "Bättre" : "Sämre";
    case "Inom intervall":
      return target.kind === "interval" ? nearer(value, before, target.from.value, target.to.value) : "Ej jämförbart";
    case "Följs":
      return "Ej jämförbart";
  }
}

/** Inside an interval no place is better than another. */
function nearer(value: number, before: number, from: number, to: number): Trend {
  const distance = (point: number) => Math.max(0, from - point, point - to);
  const change = distance(value) - distance(before);
  if (Math.abs(change) <= TOLERANCE * Math.max(Math.abs(value), Math.abs(before), Math.abs(from), Math.abs(to))) return "Oförändrat";
  return change < 0 ? "Bättre" : "Sämre";
}
