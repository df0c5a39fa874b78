import type { GoalRow, GoalTree } from "../../rules/goals/goalTree.js";
import type { GoalResult } from "../../rules/measures/results.js";

/** A goal in its place in the goal tree. */
export interface OutlinedGoal {
  readonly result: GoalResult;
  /** 0 for a goal that has no goal above it. */
  readonly depth: number;
  /** The topmost goal above it, or the goal itself. */
  readonly area: GoalRow;
  /** Levels (Nivå) of the goals right below it that are shown. */
  readonly levelsBelow: readonly GoalRow["values"]["niva"][];
}

/** Places results, given parents first, in the tree. A goal in a cycle has no top, and is placed as one. */
export function goalOutline(results: readonly GoalResult[], tree: GoalTree): readonly OutlinedGoal[] {
  const placed = new Map<GoalRow, { readonly depth: number; readonly area: GoalRow; readonly levelsBelow: GoalRow["values"]["niva"][] }>();
  return results.map((result) => {
    const { goal } = result;
    const parent = tree.parent(goal);
    const above = parent === undefined ? undefined : placed.get(parent);
    above?.levelsBelow.push(goal.values.niva);
    const place = { depth: above === undefined ? 0 : above.depth + 1, area: above?.area ?? goal, levelsBelow: [] };
    placed.set(goal, place);
    return { result, ...place };
  });
}
