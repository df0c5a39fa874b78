import { isBlank } from "../../registers/values/reading.js";
import { deviation } from "./comparison.js";
import type { MeasureRow } from "../goals/goalTree.js";
import { readMeaning, unclear, type Entry, type MeasureUnit } from "./meaning.js";
import type { OutcomeRow } from "./outcomes.js";
import type { Meaning } from "./results.js";

/** The cells that a measure's target stands in for one row of Utfall: the period's own where there is one, else the measure's. */
export interface TargetEntries {
  readonly target: Entry;
  /** Målvärde till of the measure; only an Inom intervall measure has use for it. */
  readonly upper: Entry;
}

/** The target that a row of Utfall has of its own, which holds for its period. */
export function ownTarget(source: OutcomeRow): Entry {
  return { quantity: source.values.malvarde, cell: source.cells.malvarde };
}

export function targetEntries(measure: MeasureRow, source: OutcomeRow | undefined): TargetEntries {
  const theMeasures: Entry = { quantity: measure.values.malvarde, cell: measure.cells.malvarde };
  return {
    target: source !== undefined && isGiven(ownTarget(source)) ? ownTarget(source) : theMeasures,
    upper: { quantity: measure.values.malvardeTill, cell: measure.cells.malvardeTill },
  };
}

/** A cell with something in it, readable or not: what cannot be read is not passed over for another value. */
export function isGiven({ quantity, cell }: Entry): boolean {
  return quantity !== null || (cell !== undefined && !isBlank(cell));
}

/**
 * What the target means. An Inom intervall measure has two bounds, in Målvärde and Målvärde till or both as "85–90 %" in Målvärde; with only
 * one the target is missing. Bounds the wrong way round are unclear, as is an interval in a measure of another direction.
 */
export function targetMeaning(measure: MeasureRow, entries: TargetEntries, unit: MeasureUnit): Meaning {
  const target = readMeaning(entries.target, unit).meaning;
  if (measure.values.riktning !== "Inom intervall") {
    return target.kind === "interval" ? { kind: "unclear", ruleId: unclear.intervalUnexpected } : target;
  }
  if (target.kind === "interval" || target.kind === "missing") return target;
  const upper = readMeaning(entries.upper, unit).meaning;
  if (upper.kind === "missing") return upper;
  if (target.kind !== "amount") return target;
  if (upper.kind !== "amount") return upper.kind === "interval" ? { kind: "unclear", ruleId: unclear.intervalUnexpected } : upper;
  return deviation(target.amount.value, upper.amount.value) > 0
    ? { kind: "unclear", ruleId: unclear.boundsReversed }
    : { kind: "interval", from: target.amount, to: upper.amount };
}
