import type { RegisterRow } from "../../registers/register.js";
import type { RegisterContents, Registers } from "../../registers/registers.js";
import { folded } from "../../registers/values/reading.js";
import { onceFor } from "../onceFor.js";
import { append, madeOnce } from "./goalTree.js";

export type CriterionRow = RegisterRow<Registers["kriterier"]>;

/** A criterion in its place: 0 for one that no other lies above. */
export interface OutlinedCriterion {
  readonly row: CriterionRow;
  readonly depth: number;
}

const natural = new Intl.Collator("sv", { numeric: true });

/** The criteria of any goal of a workbook, by id: in the order of their numbers, those below one right after it. */
export const criteriaOf = onceFor(({ kriterier }: RegisterContents): ((goalId: string) => readonly OutlinedCriterion[]) => {
  const byGoal = new Map<string, CriterionRow[]>();
  for (const row of kriterier?.rows ?? []) append(byGoal, folded(row.values.malId), row);
  const outlines = new Map<string, readonly OutlinedCriterion[]>();
  const outlineOf = (goal: string) => inOutline([...(byGoal.get(goal) ?? [])].sort((a, b) => natural.compare(a.values.nr, b.values.nr) || a.row - b.row));
  return (goalId) => madeOnce(outlines, folded(goalId), () => outlineOf(folded(goalId)));
});

/** Those that lie above each other in a ring, or below one that is not there, come as if nothing lay above them. */
function inOutline(criteria: readonly CriterionRow[]): readonly OutlinedCriterion[] {
  const numbers = new Set(criteria.map(({ values }) => folded(values.nr)));
  const below = new Map<string, CriterionRow[]>();
  for (const row of criteria) if (row.values.overordnat !== null) append(below, folded(row.values.overordnat), row);
  const depths = new Map<CriterionRow, number>();
  const place = (list: readonly CriterionRow[]) => {
    const waiting = list.map((row) => ({ row, depth: 0 })).reverse();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (depths.has(next.row)) continue;
      const { row, depth } = next;
      depths.set(row, depth);
      waiting.push(...(below.get(folded(row.values.nr)) ?? []).map((under) => ({ row: under, depth: depth + 1 })).reverse());
    }
  };
  place(criteria.filter(({ values }) => values.overordnat === null || !numbers.has(folded(values.overordnat))));
  place(criteria);
  return [...depths].map(([row, depth]) => ({ row, depth }));
}
