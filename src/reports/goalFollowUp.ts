import type { RegisterRow } from "../registers/register.js";
import type { Registers } from "../registers/registers.js";
import { goalStatuses, type GoalStatus } from "../registers/definitions/statusWords.js";
import { periodLabel } from "../registers/values/period.js";
import { folded } from "../registers/values/reading.js";
import { followUpOf, furtherFollowUps } from "../rules/assignments.js";
import type { FollowUpRow } from "../rules/followUps.js";
import type { GoalRow } from "../rules/goalTree.js";
import type { Choice, Workbook } from "../rules/measureResults.js";
import type { ReportBlock } from "./document.js";
import { reasonAndDate } from "./assignmentCells.js";
import { judgementScale, statusText } from "./scales.js";
import type { UnitNames } from "./unitNames.js";

type CriterionRow = RegisterRow<Registers["kriterier"]>;

/** What is reported of a goal for the period: by the chosen unit, or by every unit that has, in the order of Enheter. */
function goalFollowUps(workbook: Workbook, goal: GoalRow, choice: Choice): readonly FollowUpRow[] {
  if (choice.unit === null) return furtherFollowUps(workbook, goal.values.id, choice.period, undefined);
  const row = followUpOf(workbook, goal.values.id, choice);
  return row === undefined ? [] : [row];
}

/** The committee's own word for a goal; undefined when it has given none. */
export function ownJudgement(workbook: Workbook, goal: GoalRow, choice: Choice): GoalStatus | undefined {
  const word = followUpOf(workbook, goal.values.id, choice)?.values.status;
  return goalStatuses.find((status) => status === word);
}

/** The committee's word, and its comment with the reason; each by name where several units have reported. */
export function followUpBlocks(workbook: Workbook, goal: GoalRow, choice: Choice, names: UnitNames): readonly ReportBlock[] {
  const rows = goalFollowUps(workbook, goal, choice);
  return rows.flatMap((row): ReportBlock[] => {
    const unit = workbook.followUps.unitOf(row);
    const by = rows.length < 2 || unit === null ? "" : `, ${names(unit)}`;
    const word = goalStatuses.find((status) => status === row.values.status);
    const told = [...(row.values.kommentar === null ? [] : [row.values.kommentar]), ...reasonAndDate(row)].join("\n");
    return [
      ...(word === undefined ? [] : [{ kind: "paragraph" as const, label: `Nämndens bedömning${by}`, text: statusText(judgementScale.name, word) }]),
      ...(told === "" ? [] : [{ kind: "paragraph" as const, label: `Kommentar ${periodLabel(choice.period)}${by}`, text: told }]),
    ];
  });
}

const natural = new Intl.Collator("sv", { numeric: true });

/** When the goal is reached, in words: each criterion by its number, those below it right after. */
export function criterionBlocks({ contents }: Workbook, goal: GoalRow): readonly ReportBlock[] {
  const own = (contents.kriterier?.rows ?? [])
    .filter(({ values }) => folded(values.malId) === folded(goal.values.id))
    .sort((a, b) => natural.compare(a.values.nr, b.values.nr) || a.row - b.row);
  return inOutline(own).map(({ values }) => ({ kind: "paragraph", label: `Kriterium ${values.nr}`, text: values.kriterium }));
}

/** Those that lie above each other in a ring, or below one that is not there, come as if nothing lay above them. */
function inOutline(criteria: readonly CriterionRow[]): readonly CriterionRow[] {
  const numbers = new Set(criteria.map(({ values }) => folded(values.nr)));
  const placed = new Set<CriterionRow>();
  const waiting = (list: readonly CriterionRow[]) => {
    const stack = [...list].reverse();
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (placed.has(next)) continue;
      placed.add(next);
      const number = folded(next.values.nr);
      stack.push(...criteria.filter(({ values }) => values.overordnat !== null && folded(values.overordnat) === number).reverse());
    }
  };
  waiting(criteria.filter(({ values }) => values.overordnat === null || !numbers.has(folded(values.overordnat))));
  waiting(criteria);
  return [...placed];
}
