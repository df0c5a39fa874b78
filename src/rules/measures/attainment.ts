import type { Matt } from "../../registers/registers.js";
import type { Settings } from "../../registers/settings.js";
import { deviation } from "./comparison.js";
import { reasons } from "../reasons.js";
import type { MeasureResult, Meaning } from "./results.js";

export type Direction = Matt["riktning"];
export type Attainment = MeasureResult["attainment"];
type AttainmentSettings = Pick<Settings, "minskaFormel" | "nollRegel">;

/** Which way from the target is good: 1 upwards, −1 downwards. */
type Good = 1 | -1;

/**
 * Whether the outcome meets the target: Öka at least, Minska at most, Inom intervall between the bounds, Ja/Nej equal.
 * `undefined` when the two cannot be compared (missing, unclear, or of different kinds). Source: model.md, Måluppfyllelse.
 */
export function isMet(direction: Direction, outcome: Meaning, target: Meaning): boolean | undefined {
  if (direction === "Följs") return undefined;
  if (direction === "Ja/Nej") return equalAnswers(outcome, target);
  if (outcome.kind !== "amount") return undefined;
  const value = outcome.amount.value;
  if (direction === "Inom intervall") {
    return target.kind === "interval" ? deviation(value, target.from.value) >= 0 && deviation(value, target.to.value) <= 0 : undefined;
  }
  return target.kind === "amount" ? deviation(value, target.amount.value) * goodSide(direction) >= 0 : undefined;
}

function equalAnswers(outcome: Meaning, target: Meaning): boolean | undefined {
  return outcome.kind === "yesNo" && target.kind === "yesNo" ? outcome.value === target.value : undefined;
}

function goodSide(direction: "Öka" | "Minska"): Good {
  return direction === "Öka" ? 1 : -1;
}

/**
 * Måluppfyllelse as an uncapped fraction, or empty with the reason in Swedish. Öka utfall / målvärde; Minska målvärde / utfall or 2 − utfall / målvärde; both only where
 * both are above zero, else empty or 1 ± deviation / |målvärde| as the settings say. Inside an interval 1, outside against the nearer bound; Ja/Nej 1 or 0.
 */
export function attainment(direction: Direction, outcome: Meaning, target: Meaning, settings: AttainmentSettings): Attainment {
  if (direction === "Följs") return empty(reasons.foljs);
  if (outcome.kind === "missing") return empty(reasons.ejMatt);
  if (target.kind === "missing") return empty(reasons.malSaknas);
  if (outcome.kind === "unclear") return empty(reasons.utfallOklart);
  if (target.kind === "unclear") return empty(reasons.malvardeOklart);
  const met = isMet(direction, outcome, target);
  if (met === undefined) return empty(reasons.ejJamforbara);
  if (direction === "Ja/Nej") return { value: met ? 1 : 0 };
  if (outcome.kind !== "amount") return empty(reasons.ejJamforbara);
  const value = outcome.amount.value;
  if (direction === "Öka" || direction === "Minska") {
    return target.kind === "amount" ? againstTarget(value, target.amount.value, goodSide(direction), settings) : empty(reasons.ejJamforbara);
  }
  if (target.kind !== "interval") return empty(reasons.ejJamforbara);
  if (met) return { value: 1 };
  return deviation(value, target.from.value) < 0
    ? againstTarget(value, target.from.value, 1, settings)
    : againstTarget(value, target.to.value, -1, settings);
}

function empty(reason: string): Attainment {
  return { value: null, reason };
}

function againstTarget(outcome: number, target: number, good: Good, settings: AttainmentSettings): Attainment {
  if (outcome > 0 && target > 0) {
    if (good === 1) return { value: outcome / target };
    return { value: settings.minskaFormel === "målvärde / utfall" ? target / outcome : 2 - outcome / target };
  }
  if (settings.nollRegel === "tom") return empty(target > 0 ? reasons.utfallNollEllerNegativt : reasons.malvardeNollEllerNegativt);
  if (target === 0) return empty(reasons.malvardeNoll);
  return { value: 1 + (good * (outcome - target)) / Math.abs(target) };
}

/**
 * A percentage as it is printed, in whole percent: 0.926 → 93. What is not met never prints as 100 % (99,6 % prints as 99 %),
 * and what is met never prints as less. `met` is whether the status is Uppnått.
 */
export function displayPercent(fraction: number, met: boolean): number {
  // Binary noise would otherwise round 0.285 down.
  const whole = Math.round(Number((fraction * 100).toPrecision(12)));
  return met ? Math.max(100, whole) : Math.min(99, whole);
}
