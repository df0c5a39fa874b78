import { activityStatuses, type ActivityStatus } from "../../registers/definitions/statusWords.js";
import { activitiesOf, closedEarlier, followUpOf, isDone, type ActivityRow } from "../assignments/assignments.js";
import type { FollowUpRow } from "../assignments/followUps.js";
import { isQualityInitiative } from "../goals/goalLevels.js";
import { isInForce } from "../goals/goalsInForce.js";
import type { GoalRow } from "../goals/goalTree.js";
import type { Choice, Workbook } from "../measures/measureResults.js";
import { endOfActivity } from "../assignments/timeFrame.js";

/** One activity of an initiative and what is reported of it for a period. */
export interface FollowedActivity {
  readonly activity: ActivityRow;
  /** Of the period or, when it has none, of an earlier one that closed the activity. */
  readonly followUp: FollowUpRow | undefined;
  /** `null` where none is given, or a word that is no status of an activity. */
  readonly status: ActivityStatus | null;
}

/** What the activities amount to, or why they amount to nothing. */
export type ProposedStatus =
  | { readonly word: ActivityStatus }
  | { readonly word: null; readonly why: "noActivities" | "statusesMissing" };

/** One quality initiative for a period: all that a report prints, and the rules ask, about it. */
export interface InitiativeResult {
  readonly goal: GoalRow;
  readonly followUp: FollowUpRow | undefined;
  /** The author's own word; `null` where none is given. */
  readonly own: ActivityStatus | null;
  readonly activities: readonly FollowedActivity[];
  readonly counts: Readonly<Record<ActivityStatus, number>>;
  /** How many of the activities have no status. */
  readonly withoutStatus: number;
  readonly proposed: ProposedStatus;
}

/** The quality initiatives of a report, and those left out because they are not in force in its period. */
export interface ReportedInitiatives {
  readonly reported: readonly InitiativeResult[];
  readonly notInForce: readonly GoalRow[];
}

/** Every initiative in report order; for a unit, those that it or a unit below it owns. One that is not in force is reported all the same when somebody has followed it up. */
export function reportedInitiatives(workbook: Workbook, choice: Choice): ReportedInitiatives {
  const { tree, units, followUps } = workbook;
  const concerning = tree.inOrder.filter((goal) => {
    const owner = tree.ownerOfGoal(goal);
    return isQualityInitiative(goal) && (choice.unit === null || (owner !== null && units.isWithin(owner, choice.unit)));
  });
  const isReported = (goal: GoalRow) => isInForce(goal, choice.period, tree) || followUps.inPeriod(goal.values.id, choice.period).length > 0;
  return {
    reported: concerning.filter(isReported).map((goal) => initiativeResult(workbook, goal, choice)),
    notInForce: concerning.filter((goal) => !isReported(goal)),
  };
}

/** One initiative for the choice, whether it is in force or not. */
export function initiativeResult(workbook: Workbook, goal: GoalRow, choice: Choice): InitiativeResult {
  // Two goals with one id are a finding; the activities are then the upper one's.
  const own = workbook.tree.goal(goal.values.id) === goal ? activitiesOf(workbook, goal.values.id) : [];
  const activities = own.map((activity): FollowedActivity => {
    const followUp = followUpOf(workbook, activity.values.id, choice) ?? closedEarlier(workbook, activity, choice);
    return { activity, followUp, status: statusOf(followUp) };
  });
  const followUp = followUpOf(workbook, goal.values.id, choice);
  return { goal, followUp, own: statusOf(followUp), activities, ...countsOf(activities), proposed: proposedStatus(activities.map(({ status }) => status)) };
}

function statusOf(followUp: FollowUpRow | undefined): ActivityStatus | null {
  return activityStatuses.find((word) => word === followUp?.values.status) ?? null;
}

/** How many activities have each status, and how many have none. */
export function countsOf(activities: readonly Pick<FollowedActivity, "status">[]): Pick<InitiativeResult, "counts" | "withoutStatus"> {
  const counts: Record<ActivityStatus, number> = { "Genomfört": 0, "Delvis genomfört": 0, "Ej genomfört": 0, "Ej aktuellt": 0 };
  for (const { status } of activities) if (status !== null) counts[status] += 1;
  return { counts, withoutStatus: activities.filter(({ status }) => status === null).length };
}

/** An activity that is carried out counts as one, one that partly is as a half. */
const SHARES = { "Genomfört": 1, "Delvis genomfört": 0.5, "Ej genomfört": 0 } as const;
/** The mean share from which an initiative is carried out, and up to which it is not. Ovanåker's own words leave room for (0,6; 0,83] and [0; 0,3). */
const CARRIED_OUT = 0.75;
const NOT_CARRIED_OUT = 0.25;

/**
 * The word that the activities propose for their initiative: Genomfört where at least three quarters is done, Ej genomfört where at most one quarter is. What is no
 * longer called for does not count. Nothing is proposed while a status is missing: it might turn the word. Source: Ovanåker 2.5; this rule gives the printed word in all five
 * initiatives whose statuses can be read, "all or nothing" in four, "the worst decides" in two.
 */
export function proposedStatus(statuses: readonly (ActivityStatus | null)[]): ProposedStatus {
  if (statuses.length === 0) return { word: null, why: "noActivities" };
  const given = statuses.filter((status) => status !== null);
  if (given.length < statuses.length) return { word: null, why: "statusesMissing" };
  const called = given.filter((status) => status !== "Ej aktuellt");
  if (called.length === 0) return { word: "Ej aktuellt" };
  const mean = called.reduce((sum, status) => sum + SHARES[status], 0) / called.length;
  return { word: mean >= CARRIED_OUT ? "Genomfört" : mean <= NOT_CARRIED_OUT ? "Ej genomfört" : "Delvis genomfört" };
}

/** An activity whose last day has passed without its being carried out. */
export interface OverdueActivity {
  readonly initiative: InitiativeResult;
  readonly followed: FollowedActivity;
  /** Serial number. */
  readonly end: number;
}

/** What should have been done by a day (a serial number), the earliest first, and is neither carried out nor no longer called for. Source: O6. */
export function overdueActivities(initiatives: readonly InitiativeResult[], passed: number): readonly OverdueActivity[] {
  const overdue = initiatives.flatMap((initiative) =>
    initiative.activities.flatMap((followed): OverdueActivity[] => {
      const end = endOfActivity(followed.activity);
      return end === null || end > passed || isDone(followed.status) ? [] : [{ initiative, followed, end }];
    }),
  );
  return overdue.sort((a, b) => a.end - b.end);
}
