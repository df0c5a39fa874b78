import { reaches } from "./comparison.js";
import { isMet, type Attainment, type Direction } from "./attainment.js";
import type { Meaning, MeasureStatus } from "./results.js";

/**
 * Status of a measure, from comparing outcome and target and never from a rounded percentage. `limit` is the lowest attainment, as a
 * fraction, that counts as Delvis uppnått; an answer is never partly right. `null` where outcome or target is unclear. Source: model.md, Måluppfyllelse; F2.
 */
export function measureStatus(direction: Direction, outcome: Meaning, target: Meaning, attained: Attainment, limit: number): MeasureStatus | null {
  if (direction === "Följs") return "Följs";
  if (outcome.kind === "missing") return "Ej mätt";
  if (target.kind === "missing") return "Mål saknas";
  const met = isMet(direction, outcome, target);
  if (met === undefined) return null;
  if (met) return "Uppnått";
  if (direction === "Ja/Nej") return "Ej uppnått";
  return attained.value !== null && reaches(attained.value, limit) ? "Delvis uppnått" : "Ej uppnått";
}

/** A measure's own Gräns delvis where it is above 0 and at most 1, else the workbook's setting. */
export function limitOf(own: number | null, setting: number): number {
  return own !== null && own > 0 && own <= 1 ? own : setting;
}
