import { activityStatuses, goalStatuses } from "../../registers/definitions/statusWords.js";
import { periodLabel } from "../../registers/values/period.js";
import { followUpOf, furtherFollowUps } from "../../rules/assignments/assignments.js";
import { criteriaOf } from "../../rules/goals/criteria.js";
import type { FollowUpRow } from "../../rules/assignments/followUps.js";
import type { GoalRow } from "../../rules/goals/goalTree.js";
import type { Choice, Workbook } from "../../rules/measures/measureResults.js";
import { isQualityInitiative } from "../../rules/goals/goalLevels.js";
import type { ReportBlock } from "../document.js";
import { reasonAndDate } from "./assignmentCells.js";
import { judgementScale, qualityScale, statusText } from "../scales.js";
import type { UnitNames } from "./unitNames.js";

/** What is reported of a goal for the period: by the chosen unit, or by every unit that has, in the order of Enheter. */
function goalFollowUps(workbook: Workbook, goal: GoalRow, choice: Choice): readonly FollowUpRow[] {
  if (choice.unit === null) return furtherFollowUps(workbook, goal.values.id, choice.period, undefined);
  const row = followUpOf(workbook, goal.values.id, choice);
  return row === undefined ? [] : [row];
}

/** Goals that somebody has an assignment in, or that the chosen unit has reported on, are in a report whoever owns them. */
export function goalsWithMore({ followUps, tree, units }: Workbook, withAssignments: Iterable<GoalRow>, { unit, period }: Choice): ReadonlySet<GoalRow> {
  const followedUp = tree.inOrder.filter((goal) =>
    followUps.inPeriod(goal.values.id, period).some((row) => {
      const reporter = followUps.unitOf(row);
      return unit === null || (reporter !== null && units.isWithin(reporter, unit));
    }),
  );
  return new Set([...withAssignments, ...followedUp]);
}

/** The committee's word, or for a quality initiative how far it is carried out, and its comment with the reason; each by name where several units have reported. */
export function followUpBlocks(workbook: Workbook, goal: GoalRow, choice: Choice, names: UnitNames): readonly ReportBlock[] {
  const rows = goalFollowUps(workbook, goal, choice);
  return rows.flatMap((row): ReportBlock[] => {
    const unit = workbook.followUps.unitOf(row);
    const by = rows.length < 2 || unit === null ? "" : `, ${names(unit)}`;
    const word = goalStatuses.find((status) => status === row.values.status);
    const carriedOut = isQualityInitiative(goal) ? activityStatuses.find((status) => status === row.values.status) : undefined;
    const told = [...(row.values.kommentar === null ? [] : [row.values.kommentar]), ...reasonAndDate(row)].join("\n");
    return [
      ...(word === undefined ? [] : [{ kind: "paragraph" as const, label: `Nämndens bedömning${by}`, text: statusText(judgementScale.name, word) }]),
      ...(carriedOut === undefined ? [] : [{ kind: "paragraph" as const, label: `Status${by}`, text: statusText(qualityScale.name, carriedOut) }]),
      ...(told === "" ? [] : [{ kind: "paragraph" as const, label: `Kommentar ${periodLabel(choice.period)}${by}`, text: told }]),
    ];
  });
}

/** When the goal is reached, in words: each criterion by its number, those below it right after. */
export function criterionBlocks({ contents }: Workbook, goal: GoalRow): readonly ReportBlock[] {
  return criteriaOf(contents)(goal.values.id).map(({ row: { values } }) => ({ kind: "paragraph", label: `Kriterium ${values.nr}`, text: values.kriterium }));
}
