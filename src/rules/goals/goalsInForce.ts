import { periodFrom, periodTo, type Period } from "../../registers/values/period.js";
import type { GoalRow, GoalTree } from "./goalTree.js";

/** Whether a goal's own dates let it hold on some day of the period; a blank date sets no bound. */
export function holdsDuring({ values: { giltigtFran, giltigtTill } }: GoalRow, period: Period): boolean {
  return (giltigtFran === null || giltigtFran <= periodTo(period)) && (giltigtTill === null || giltigtTill >= periodFrom(period));
}

/** Whether a goal is followed in the period: it holds then, and so does every goal above it. */
export function isInForce(goal: GoalRow, period: Period, tree: GoalTree): boolean {
  const passed = new Set<GoalRow>();
  for (let at: GoalRow | undefined = goal; at !== undefined && !passed.has(at); at = tree.parent(at)) {
    if (!holdsDuring(at, period)) return false;
    passed.add(at);
  }
  return true;
}
