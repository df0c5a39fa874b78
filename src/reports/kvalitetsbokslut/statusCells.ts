import type { ActivityStatus } from "../../registers/definitions/statusWords.js";
import type { GoalRow } from "../../rules/goals/goalTree.js";
import type { InitiativeResult } from "../../rules/quality/qualityInitiatives.js";
import type { ReportCell } from "../document.js";
import { NOT_GIVEN, qualityScale } from "../scales.js";

export function qualityStatusCell(status: ActivityStatus | null): ReportCell {
  return { kind: "status", scale: qualityScale.name, word: status ?? NOT_GIVEN };
}

/** The status that the activities propose, or why they propose none. */
export function proposalCell({ proposed, activities, withoutStatus }: InitiativeResult): ReportCell {
  if (proposed.word !== null) return qualityStatusCell(proposed.word);
  return { kind: "text", text: proposed.why === "noActivities" ? "Inget förslag: aktiviteter saknas" : `Inget förslag: ${withoutStatus} av ${activities.length} saknar status` };
}

/** "1:1 Socialnämnden har som målsättning …"; an initiative without a number by its name alone. */
export function initiativeText({ values: { nr, mal } }: GoalRow): string {
  return nr === null ? mal : `${nr} ${mal}`;
}

/** Every status word that is printed of these, for the legend. */
export function wordsUsed(initiatives: readonly InitiativeResult[]): readonly string[] {
  return initiatives.flatMap(({ own, proposed, activities }) => [
    own ?? NOT_GIVEN,
    ...(proposed.word === null ? [] : [proposed.word]),
    ...activities.map(({ status }) => status ?? NOT_GIVEN),
  ]);
}
