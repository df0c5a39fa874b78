import { activityStatuses, type ActivityStatus, type AssignmentStatus } from "../../registers/definitions/statusWords.js";
import { periodFrom, type Period } from "../../registers/values/period.js";
import { isClosedBefore, isClosing, isDone, lastDayOf, latestStatus, type ActivityRow, type AssignmentRow } from "./assignments.js";
import { foundIn } from "../foundIn.js";
import { isInForce } from "../goals/goalsInForce.js";
import type { Workbook } from "../measures/measureResults.js";
import { endOfActivity } from "./timeFrame.js";

/** An assignment whose last day has passed without its having ended. */
export interface OverdueAssignment {
  readonly assignment: AssignmentRow;
  /** Its Slut, or the Klart senast that a follow-up has put it off to. A serial number. */
  readonly until: number;
  readonly status: AssignmentStatus | null;
}

/**
 * Assignments that were to be done by a day (a serial number), by what has been said of them up to and including the period; in report order.
 * Source: R09, model.md (a deadline passed without "Genomfört").
 */
export function assignmentsPastTheirEnd(workbook: Workbook, passed: number, period: Period | undefined): readonly OverdueAssignment[] {
  return foundIn(workbook.assignments, (assignment) => {
    const until = lastDayOf(workbook, assignment);
    if (until === null || until > passed) return undefined;
    const status = latestStatus(workbook, assignment, (other) => isSoFar(other, period));
    return isClosing(status) ? undefined : { assignment, until, status };
  });
}

/** Whether a period is not after another, the workbook's own; true of every period where it has none. */
export function isSoFar(other: Period, period: Period | undefined): boolean {
  return period === undefined || periodFrom(other) <= periodFrom(period) || other.year < period.year;
}

/** An activity whose last day has passed without its being carried out. */
export interface OverdueActivity {
  readonly activity: ActivityRow;
  /** Its Slut or, when blank, the day that Tidsram says. A serial number. */
  readonly end: number;
  readonly status: ActivityStatus | null;
}

/**
 * Activities that were to be done by a day (a serial number), are not done or no longer called for, and belong to what is still followed; in the order of the sheet.
 * "Fortlöpande" is never overdue. Source: O6.
 */
export function activitiesPastTheirEnd(workbook: Workbook, passed: number, period: Period | undefined): readonly OverdueActivity[] {
  return (workbook.contents.aktiviteter?.rows ?? []).flatMap((activity) => {
    const end = endOfActivity(activity);
    if (end === null || end > passed) return [];
    const status = latestOf(workbook, activity, period);
    return isDone(status) || !isStillFollowed(workbook, activity, period) ? [] : [{ activity, end, status }];
  });
}

function latestOf({ followUps }: Workbook, activity: ActivityRow, period: Period | undefined): ActivityStatus | null {
  const rows = followUps.of(activity.values.id).filter(({ values }) => period === undefined || periodFrom(values.period) <= periodFrom(period));
  return rows.reduce<ActivityStatus | null>((last, { values }) => activityStatuses.find((word) => word === values.status) ?? last, null);
}

/** What an activity belongs to is still in force: nobody reports on the parts of a goal or assignment that has ended. */
function isStillFollowed(workbook: Workbook, activity: ActivityRow, period: Period | undefined): boolean {
  const { subjects, tree } = workbook;
  const above = subjects.find(activity.values.avser);
  if (period === undefined || above === undefined) return true;
  if (above.kind === "goal") return isInForce(above.row, period, tree);
  return above.kind !== "assignment" || !isClosedBefore(workbook, above.row, period);
}
