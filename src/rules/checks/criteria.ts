import type { Finding } from "../../registers/finding.js";
import { addressOf } from "../../registers/register.js";
import { registers } from "../../registers/registers.js";
import { folded } from "../../registers/values/reading.js";
import type { CriterionRow } from "../goals/criteria.js";
import { append } from "../goals/goalTree.js";
import { ruleFinding, type Place } from "../messages.js";
import { goalName, type CheckContext } from "./context.js";

export function inKriterier({ contents }: CheckContext, row: CriterionRow, key: keyof typeof registers.kriterier.columns): Place {
  const { table, columns } = registers.kriterier;
  return { register: table, column: columns[key].header, at: contents.kriterier && addressOf(contents.kriterier, row, key) };
}

/** The goal's text, or its id where there is no such goal. */
function goalOf({ tree }: CheckContext, { values }: CriterionRow): string {
  const goal = tree.goal(values.malId);
  return goal === undefined ? values.malId : goalName(goal);
}

/**
 * Numbers of criteria side by side follow each other: of 1, 2 and 4 the goal lacks 3, of 2.1 and 2.3 it lacks 2.2. The first is 1. Source: R36.
 */
export function criteriaAreNumberedWithoutGaps(context: CheckContext): Finding[] {
  const groups = new Map<string, { row: CriterionRow; prefix: string; last: number }[]>();
  for (const row of context.contents.kriterier?.rows ?? []) {
    const [, prefix = "", last] = /^(.*?)(\d{1,6})\.?$/u.exec(row.values.nr.trim()) ?? [];
    if (last === undefined) continue;
    const { malId, overordnat } = row.values;
    append(groups, JSON.stringify([malId, prefix, overordnat ?? ""].map(folded)), { row, prefix, last: Number(last) });
  }
  return [...groups.values()].flatMap((group) => {
    const sorted = [...group].sort((a, b) => a.last - b.last);
    return sorted.flatMap(({ row, prefix, last }, index) => {
      const before = sorted[index - 1]?.last ?? 0;
      const gap = last - before - 1;
      if (gap < 1) return [];
      // A jump to another numbering ("9" to "101") is not told number by number.
      const shown = Array.from({ length: Math.min(gap, 3) }, (_, step) => `${prefix}${before + step + 1}`);
      const missing = gap > shown.length ? [`${shown[0] ?? ""}–${prefix}${last - 1}`] : shown;
      return [ruleFinding("kriterier.nummer-saknas", { goal: goalOf(context, row), missing, before: `${prefix}${last}` }, inKriterier(context, row, "nr"))];
    });
  });
}

/** Överordnat nr is a number of the same goal, and following it ends. Source: R36, and Norrköping's sub-points of criteria. */
export function criteriaHaveTheirPlace(context: CheckContext): Finding[] {
  const rows = context.contents.kriterier?.rows ?? [];
  const keyOf = (goal: string, number: string) => JSON.stringify([folded(goal), folded(number)]);
  const byNumber = new Map([...rows].reverse().map((row) => [keyOf(row.values.malId, row.values.nr), row] as const));
  const above = ({ values }: CriterionRow) => (values.overordnat === null ? undefined : byNumber.get(keyOf(values.malId, values.overordnat)));
  return rows.flatMap((row) => {
    const { overordnat, nr } = row.values;
    if (overordnat === null) return [];
    const about = { goal: goalOf(context, row), number: nr };
    const place = inKriterier(context, row, "overordnat");
    if (above(row) === undefined) return [ruleFinding("kriterier.overordnat-saknas", { ...about, above: overordnat }, place)];
    const passed = new Set<CriterionRow>();
    let at = above(row);
    while (at !== undefined && at !== row && !passed.has(at)) {
      passed.add(at);
      at = above(at);
    }
    return at === row ? [ruleFinding("kriterier.cykel", about, place)] : [];
  });
}
