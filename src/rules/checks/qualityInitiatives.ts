import type { Finding } from "../../registers/finding.js";
import { periodLabel } from "../../registers/values/period.js";
import { goalResultOf } from "../goals/goalResults.js";
import type { GoalRow } from "../goals/goalTree.js";
import { missingRow, ruleFinding } from "../messages.js";
import { onceFor } from "../onceFor.js";
import { reportedInitiatives, type InitiativeResult } from "../quality/qualityInitiatives.js";
import { activityName, goalName, inMal, inUppfoljning, type CheckContext } from "./context.js";

/** The quality initiatives of the workbook's period; none where it has no period, or nothing to follow up in. */
const initiativesInQuestion = onceFor((context: CheckContext): readonly InitiativeResult[] => {
  const { period, contents } = context;
  if (period === undefined || contents.uppfoljning === undefined) return [];
  return reportedInitiatives(context, { unit: null, period }).reported;
});

/** An initiative as people speak of it: by its number, and one that has none by its name. */
export function initiativeName(goal: GoalRow): string {
  return goal.values.nr ?? goalName(goal);
}

function labelOf({ period }: CheckContext): string {
  return period === undefined ? "" : periodLabel(period);
}

/** Every quality initiative has its author's word for the period. A row without a status is told as any other's. Source: Ovanåker 1.5, O7. */
export function initiativesAreFollowedUp(context: CheckContext): Finding[] {
  return initiativesInQuestion(context)
    .filter(({ followUp }) => followUp === undefined)
    .map(({ goal }) => {
      const about = { goal: initiativeName(goal), period: labelOf(context) };
      return ruleFinding("kvalitetsinsats.utan-uppfoljning", about, { ...inMal(context, goal, "mal"), subject: missingRow(goal.values.id, about.period) });
    });
}

/**
 * Every activity of an initiative is followed up. One finding for each initiative: whoever reports on it fills in all of its activities at a time. Rows without a status
 * are told of one by one. Source: Ovanåker, defect 27.
 */
export function activitiesOfInitiativesAreFollowedUp(context: CheckContext): Finding[] {
  return initiativesInQuestion(context).flatMap(({ goal, activities }) => {
    const missing = activities.filter(({ followUp }) => followUp === undefined);
    const [first] = missing;
    if (first === undefined) return [];
    const about = { goal: initiativeName(goal), period: labelOf(context), missing: missing.length, of: activities.length, first: activityName(first.activity) };
    const subject = missingRow(goal.values.id, "aktiviteter", about.period);
    return [ruleFinding("kvalitetsinsats.aktiviteter-utan-uppfoljning", about, { ...inMal(context, goal, "mal"), subject })];
  });
}

/** The author's word is the one that the activities propose, or says why it is not. Source: Ovanåker 2.5 (propose a status, let the author override with a reason, and flag the difference). */
export function initiativesAgreeWithActivities(context: CheckContext): Finding[] {
  return initiativesInQuestion(context).flatMap(({ goal, followUp, own, proposed }) => {
    if (followUp === undefined || own === null || proposed.word === null || proposed.word === own) return [];
    const about = { goal: initiativeName(goal), own, proposed: proposed.word };
    const rule = followUp.values.orsak === null ? "kvalitetsinsats.status-avviker" : "kvalitetsinsats.status-med-orsak";
    return [ruleFinding(rule, about, inUppfoljning(context, followUp, "status"))];
  });
}

/** An initiative that is carried out, as its activities too propose, and yet has some that are not: somebody says why. Source: Ovanåker, defect 28. */
export function carriedOutInitiativesLeaveNothing(context: CheckContext): Finding[] {
  return initiativesInQuestion(context).flatMap(({ goal, followUp, own, proposed, counts, activities }) => {
    const undone = counts["Delvis genomfört"] + counts["Ej genomfört"];
    if (followUp === undefined || own !== "Genomfört" || undone === 0 || followUp.values.orsak !== null) return [];
    if (proposed.word !== null && proposed.word !== own) return [];
    return [ruleFinding("kvalitetsinsats.ogjort-kvar", { goal: initiativeName(goal), undone, of: activities.length }, inUppfoljning(context, followUp, "status"))];
  });
}

/**
 * Whether the work was done and whether the goal was reached are two things: where the measures say the opposite of the author's word, somebody says why.
 * Source: O5.
 */
export function initiativesAgreeWithMeasures(context: CheckContext): Finding[] {
  const { period } = context;
  if (period === undefined) return [];
  return initiativesInQuestion(context).flatMap(({ goal, followUp, own }) => {
    if (followUp === undefined || followUp.values.orsak !== null) return [];
    const { proposed } = goalResultOf(context, goal, { unit: null, period });
    if (!(own === "Ej genomfört" && proposed === "Uppnått") && !(own === "Genomfört" && proposed === "Ej uppnått")) return [];
    const about = { goal: initiativeName(goal), own, isReached: proposed === "Uppnått" };
    return [ruleFinding("kvalitetsinsats.mal-avviker", about, inUppfoljning(context, followUp, "status"))];
  });
}
