import type { Finding } from "../../registers/finding.js";
import { registers } from "../../registers/registers.js";
import { folded } from "../../registers/values/reading.js";
import { followUpOf, type ActivityRow } from "../assignments/assignments.js";
import { foundIn } from "../foundIn.js";
import type { GoalRow } from "../goals/goalTree.js";
import { named, ruleFinding } from "../messages.js";
import { onceFor } from "../onceFor.js";
import { isQualityInitiative } from "../goals/goalLevels.js";
import { parseTimeFrame } from "../assignments/timeFrame.js";
import { activityName, byId, inAktiviteter, inUppfoljning, rowNumber, type CheckContext } from "./context.js";
import { followUpsInQuestion } from "./followUps.js";
import { initiativeName } from "./qualityInitiatives.js";

/** The quality initiative that an activity belongs to; undefined when it belongs to something else. */
function initiativeOf({ subjects }: CheckContext, activity: ActivityRow): GoalRow | undefined {
  const above = subjects.find(activity.values.avser);
  return above?.kind === "goal" && isQualityInitiative(above.row) ? above.row : undefined;
}

const activitiesOfInitiatives = onceFor((context: CheckContext): readonly (readonly [ActivityRow, GoalRow])[] =>
  byId(context.contents.aktiviteter?.rows ?? [], ({ values }) => values.id).flatMap((activity) => {
    const goal = initiativeOf(context, activity);
    return goal === undefined ? [] : [[activity, goal] as const];
  }),
);

/** The same activity in two initiatives has the same time frame and the same status in both. Source: O8; Ovanåker, defect 30. */
export function sharedActivitiesAgree(context: CheckContext): Finding[] {
  const first = new Map<string, readonly [ActivityRow, GoalRow]>();
  return activitiesOfInitiatives(context).flatMap(([activity, goal]) => {
    const key = plainWords(activity.values.aktivitet).join(" ");
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, [activity, goal]);
      return [];
    }
    const [other, otherGoal] = known;
    const { tidsram, status } = { tidsram: registers.aktiviteter.columns.tidsram.header, status: registers.uppfoljning.columns.status.header };
    const differing = [...(sameTimes(activity, other) ? [] : [tidsram]), ...(sameStatus(context, activity, other) ? [] : [status])];
    if (folded(goal.values.id) === folded(otherGoal.values.id) || differing.length === 0) return [];
    const about = { activity: activity.values.id, goal: initiativeName(goal), other: other.values.id, row: rowNumber(other), otherGoal: initiativeName(otherGoal), differing };
    return [ruleFinding("aktivitet.samma-i-flera", about, inAktiviteter(context, activity, "aktivitet"))];
  });
}

function sameTimes(a: ActivityRow, b: ActivityRow): boolean {
  const said = ({ values }: ActivityRow) => plainWords(values.tidsram ?? "").join(" ");
  return said(a) === said(b) && a.values.slut === b.values.slut;
}

/** A status that is missing is another finding. */
function sameStatus(context: CheckContext, a: ActivityRow, b: ActivityRow): boolean {
  const { period } = context;
  if (period === undefined) return true;
  const [one, other] = [a, b].map(({ values }) => followUpOf(context, values.id, { unit: null, period })?.values.status ?? null);
  return one === null || other === null || one === other;
}

/** An activity says what is to be done, and does not only repeat the goal. Source: Ovanåker, defect 30. */
export function activitiesSayMoreThanTheGoal(context: CheckContext): Finding[] {
  return activitiesOfInitiatives(context).flatMap(([activity, goal]) => {
    const own = plainWords(activity.values.aktivitet.replace(/\([^)]*\)/gu, " "));
    const said = own[0] === "att" ? own.slice(1) : own;
    if (said.length < FEWEST_WORDS || !` ${plainWords(goal.values.mal).join(" ")} `.includes(` ${said.join(" ")} `)) return [];
    return [ruleFinding("aktivitet.upprepar-malet", { activity: activityName(activity), goal: initiativeName(goal) }, inAktiviteter(context, activity, "aktivitet"))];
  });
}

/** Fewer words may well stand in the goal too: "Medborgardialoger". */
const FEWEST_WORDS = 4;

/** The words of a text, lower case and without punctuation. */
function plainWords(text: string): readonly string[] {
  return folded(text).split(/[^\p{L}\d]+/u).filter((word) => word !== "");
}

/** What the text says is done every month has a time frame that says so too, and not only "regelbundet". Source: Ovanåker, defect 36. */
export function timeFramesSuitTheText(context: CheckContext): Finding[] {
  return activitiesOfInitiatives(context).flatMap(([activity]) => {
    const { aktivitet, tidsram } = activity.values;
    if (tidsram === null || parseTimeFrame(tidsram)?.kind !== "ongoing" || parseTimeFrame(aktivitet)?.kind !== "perPeriod") return [];
    return [ruleFinding("aktivitet.tidsram-text", { activity: activityName(activity), frame: named(tidsram) }, inAktiviteter(context, activity, "tidsram"))];
  });
}

/** What was not done says why, in a comment or a cause of its own. Source: Ovanåker, defect 34. */
export function undoneActivitiesSayWhy(context: CheckContext): Finding[] {
  return foundIn(followUpsInQuestion(context), (row) => {
    const { status, kommentar, orsak } = row.values;
    if (status !== "Ej genomfört" || kommentar !== null || orsak !== null) return undefined;
    const subject = context.followUps.subjectOf(row);
    if (subject?.kind !== "activity" || initiativeOf(context, subject.row) === undefined) return undefined;
    return ruleFinding("uppfoljning.ogjort-utan-kommentar", { activity: activityName(subject.row) }, inUppfoljning(context, row, "kommentar"));
  });
}
