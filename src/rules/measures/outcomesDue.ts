import { isInForce } from "../goals/goalsInForce.js";
import type { Workbook } from "./measureResults.js";
import type { MeasureResult } from "./results.js";

/** Whether an outcome is owed for the period: of a measure whose goal is in force or unknown, or that somebody has begun to fill in. */
export function isDue({ tree }: Pick<Workbook, "tree">, { measure, source, period }: MeasureResult): boolean {
  const goal = tree.goal(measure.values.malId);
  return source !== undefined || goal === undefined || isInForce(goal, period, tree);
}

/** An outcome, or the words that there is none to give. */
export function isReported({ outcome, source }: MeasureResult): boolean {
  return outcome.kind !== "missing" || source?.values.utfall?.kind === "notMeasured";
}
