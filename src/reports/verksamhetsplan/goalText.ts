import type { GoalRow } from "../../rules/goals/goalTree.js";

/** "15. Tillgängligheten ska öka", "2.1 Omsorg": a goal as a plan prints it, with its number where it has one. */
export function goalText({ values: { nr, mal } }: GoalRow): string {
  if (nr === null) return mal;
  return /^\d+$/u.test(nr) ? `${nr}. ${mal}` : `${nr} ${mal}`;
}
