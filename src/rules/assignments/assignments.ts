import { assignmentStatuses, type AssignmentStatus, type FollowUpStatus } from "../../registers/definitions/statusWords.js";
import { periodFrom, periodTo, samePeriod, type Period } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import type { FollowedUp, FollowUpRow } from "./followUps.js";
import { isQualityInitiative } from "../goals/goalLevels.js";
import { isInForce } from "../goals/goalsInForce.js";
import type { Choice, Workbook } from "../measures/measureResults.js";
import type { ActivityRow, AssignmentRow, Subject } from "../subjects.js";
import { endOfActivity } from "./timeFrame.js";

export type { ActivityRow, AssignmentRow } from "../subjects.js";
export type { FollowUpRow } from "./followUps.js";

/** One assignment and what is reported of it for a period: all that a report prints about it. */
export interface AssignmentResult {
  readonly assignment: AssignmentRow;
  /** Its own Huvudansvarig or, when blank, the owner of its goal. */
  readonly lead: string | null;
  /** Medansvariga without the lead, each once, as they stand in the cell. */
  readonly others: readonly string[];
  /** What the chosen unit reports of it where it takes part without leading and has reported; else what the lead reports. */
  readonly followUp: FollowUpRow | undefined;
  /** What other units report of it for the same period. */
  readonly further: readonly FollowUpRow[];
  /** `null` where no status is given, or a word that is no status of an assignment. */
  readonly status: AssignmentStatus | null;
  readonly comment: string | null;
}

/** The assignments of a report, and those left out because they are not in force in its period. */
export interface ReportedAssignments {
  readonly reported: readonly AssignmentResult[];
  readonly notInForce: readonly AssignmentRow[];
}

/** As `reportedAssignments`, only those that a report shows. */
export function assignmentsOf(workbook: Workbook, choice: Choice): readonly AssignmentResult[] {
  return reportedAssignments(workbook, choice).reported;
}

/**
 * Every assignment in report order: by its lead's place in Enheter, then Ordning and id. For a unit: those that it or a unit below leads, takes part
 * in or reports on. One that is not in force is reported all the same when it has a follow-up for the period.
 */
export function reportedAssignments(workbook: Workbook, choice: Choice): ReportedAssignments {
  const concerning = workbook.assignments.filter((assignment) => concerns(workbook, assignment, choice));
  const isReported = (assignment: AssignmentRow) =>
    isAssignmentInForce(workbook, assignment, choice.period) || workbook.followUps.of(assignment).some(({ values }) => samePeriod(values.period, choice.period));
  const reported = new Set(concerning.filter(isReported));
  return {
    reported: [...reported].map((assignment) => assignmentResult(workbook, assignment, choice)),
    notInForce: concerning.filter((assignment) => !reported.has(assignment)),
  };
}

function concerns({ subjects, followUps, units }: Workbook, assignment: AssignmentRow, { unit, period }: Choice): boolean {
  if (unit === null) return true;
  const concerned = [
    subjects.leadOf(assignment),
    ...(assignment.values.medansvariga ?? []),
    ...followUps.inPeriod(assignment, period).map((row) => followUps.unitOf(row)),
  ];
  return concerned.some((each) => each !== null && units.isWithin(each, unit));
}

/** One assignment for the choice, whether it is in force or not. */
function assignmentResult(workbook: Workbook, assignment: AssignmentRow, choice: Choice): AssignmentResult {
  const lead = workbook.subjects.leadOf(assignment);
  const followUp = followUpOf(workbook, assignment, choice);
  return {
    assignment,
    lead,
    others: othersOf(workbook, assignment),
    followUp,
    further: furtherFollowUps(workbook, assignment, choice.period, followUp),
    status: followUp === undefined ? null : statusOfAssignment(followUp),
    comment: followUp?.values.kommentar ?? null,
  };
}

/** Medansvariga without the lead, each once. */
export function othersOf({ subjects, units }: Workbook, assignment: AssignmentRow): readonly string[] {
  const { medansvariga } = assignment.values;
  if (medansvariga === null) return NOBODY;
  const lead = subjects.leadOf(assignment);
  const others = new Map(medansvariga.map((unit) => [folded(unit), unit]));
  return [...others.values()].filter((unit) => !units.same(unit, lead));
}

const NOBODY: readonly string[] = [];

/**
 * The follow-up of anything for a unit and period: the unit's own, or one of a unit below it, or else the owner's or lead's. Where nobody is known to
 * own it, the first that there is.
 */
export function followUpOf({ subjects, followUps, units }: Workbook, about: FollowedUp, { unit, period }: Choice): FollowUpRow | undefined {
  const rows = followUps.inPeriod(about, period);
  const [first] = rows;
  if (first === undefined) return undefined;
  const subject = followUps.subjectOf(first);
  const owner = subject === undefined ? null : subjects.ownerOf(subject);
  const owners = followUps.find(about, period, owner);
  const isOwn = (reporter: string | null) => unit === null || (reporter !== null && units.isWithin(reporter, unit));
  if (owners !== undefined && isOwn(owner)) return owners;
  const own = unit === null ? undefined : (followUps.find(about, period, unit) ?? rows.find((row) => isOwn(followUps.unitOf(row))));
  return own ?? owners ?? (owner === null ? first : undefined);
}

/** What is reported of anything for a period, but for `followUp`, by Enheter's order; of a unit's several rows, which is a finding, the upper one. */
export function furtherFollowUps({ followUps, units }: Workbook, about: FollowedUp, period: Period, followUp: FollowUpRow | undefined): readonly FollowUpRow[] {
  const rows = followUps.inPeriod(about, period);
  if (rows.every((row) => row === followUp)) return NOTHING_MORE;
  return rows
    .filter((row) => row !== followUp && followUps.find(about, period, followUps.unitOf(row)) === row)
    .sort((a, b) => units.byOrder(followUps.unitOf(a), followUps.unitOf(b)) || a.row - b.row);
}

const NOTHING_MORE: readonly FollowUpRow[] = [];

/** The status that a row gives an assignment; `null` where it gives none, or a word that is no status of one. */
export function statusOfAssignment({ values: { status } }: FollowUpRow): AssignmentStatus | null {
  return status === null ? null : (assignmentStatuses.find((word) => word === status) ?? null);
}

/** Words that end an assignment: nothing more is reported of it after the period that has one of them. */
const CLOSING: ReadonlySet<AssignmentStatus> = new Set(["Genomfört", "Ej genomfört", "Avbrutet"]);

/**
 * Whether an assignment is to be followed up in a period: from its Start, or År where Start is blank, to the end of the year that it was last to be done
 * in, since one that is late is still owed a follow-up; and not once its lead has ended it in an earlier period.
 */
export function isAssignmentInForce(workbook: Workbook, assignment: AssignmentRow, period: Period): boolean {
  const { ar, start, slut } = assignment.values;
  const begins = start === null ? ar <= period.year : start <= periodTo(period);
  // A Klart senast before Slut is a day on the way: the assignment goes on to its Slut.
  const last = Math.max(lastDayOf(workbook, assignment) ?? start ?? 0, slut ?? 0);
  const goesOn = (slut === null && ar >= period.year) || last >= periodFrom({ kind: "year", year: period.year, number: 1 });
  return begins && goesOn && !isClosedBefore(workbook, assignment, period);
}

/** The day that an assignment is to be done by: its latest Klart senast or, where nobody has put it off, Slut; `null` when it has neither. A serial number. */
export function lastDayOf({ followUps }: Workbook, assignment: AssignmentRow): number | null {
  return followUps.of(assignment).findLast(isPutOff)?.values.klartSenast ?? assignment.values.slut;
}

function isPutOff({ values }: FollowUpRow): boolean {
  return values.klartSenast !== null;
}

/** Whether the lead's latest follow-up with a status, of periods that ended before this one, says that it has ended. */
export function isClosedBefore(workbook: Workbook, assignment: AssignmentRow, period: Period): boolean {
  const [first] = workbook.followUps.of(assignment);
  // Most have no earlier one, and there are many.
  if (first === undefined || periodTo(first.values.period) >= periodFrom(period)) return false;
  return isClosing(latestStatus(workbook, assignment, (earlier) => periodTo(earlier) < periodFrom(period)));
}

/** The lead's latest status of an assignment among the periods asked for; `null` when it has none. */
export function latestStatus(
  { subjects, followUps, units }: Workbook, assignment: AssignmentRow, among: (period: Period) => boolean,
): AssignmentStatus | null {
  const lead = subjects.leadOf(assignment);
  const isLeads = (row: FollowUpRow) => among(row.values.period) && units.same(followUps.unitOf(row), lead);
  const last = followUps.of(assignment).findLast((row) => statusOfAssignment(row) !== null && isLeads(row));
  return last === undefined ? null : statusOfAssignment(last);
}

/** Whether a status ends an assignment. */
export function isClosing(status: AssignmentStatus | null): boolean {
  return status !== null && CLOSING.has(status);
}

/** The activities of one goal or assignment, in report order. */
export function activitiesOf(workbook: Workbook, id: string): readonly ActivityRow[] {
  return workbook.activities.get(folded(id)) ?? [];
}

/**
 * The follow-up of an earlier period that closed an activity: what was done in the spring is done in the autumn too, and nobody need say so again. What has no last day
 * is done each year anew.
 */
export function closedEarlier(workbook: Workbook, activity: ActivityRow, { unit, period }: Choice): FollowUpRow | undefined {
  const { id } = activity.values;
  const isDoneOnce = endOfActivity(activity) !== null;
  const counts = (earlier: Period) => periodTo(earlier) < periodFrom(period) && (isDoneOnce || earlier.year === period.year);
  const last = workbook.followUps.of(id).findLast(({ values }) => values.status !== null && counts(values.period));
  const followUp = last === undefined ? undefined : followUpOf(workbook, id, { unit, period: last.values.period });
  return isDone(followUp?.values.status ?? null) ? followUp : undefined;
}

/** Whether a status says of an activity that nothing more is to be done. */
export function isDone(status: FollowUpStatus | null): boolean {
  return status === "Genomfört" || status === "Ej aktuellt";
}

/** Something that a unit owes a follow-up of for a period, and the row it has written; `undefined` when it has not. */
export interface FollowUpDue {
  readonly subject: Extract<Subject, { kind: "assignment" | "activity" | "goal" }>;
  readonly followUp: FollowUpRow | undefined;
}

/**
 * What is to be followed up in a period: every assignment in force and every quality initiative, each followed by its activities. For a unit: those that it or a unit
 * below leads or owns. Of other goals, measures are followed up, and nothing more is due.
 */
export function followUpsDue(workbook: Workbook, choice: Choice): readonly FollowUpDue[] {
  const { subjects, tree, units } = workbook;
  const isOwn = (unit: string | null) => choice.unit === null || (unit !== null && units.isWithin(unit, choice.unit));
  const due = (subject: FollowUpDue["subject"]): FollowUpDue => ({ subject, followUp: followUpOf(workbook, subject.row.values.id, choice) });
  const activityDue = (row: ActivityRow) => due({ kind: "activity", row });
  const assignments = workbook.assignments.filter((assignment) => isOwn(subjects.leadOf(assignment)) && isAssignmentInForce(workbook, assignment, choice.period));
  const initiatives = tree.inOrder.filter((goal) => isQualityInitiative(goal) && isOwn(tree.ownerOfGoal(goal)) && isInForce(goal, choice.period, tree));
  return [
    ...assignments.flatMap((row) => [due({ kind: "assignment", row }), ...activitiesOf(workbook, row.values.id).map(activityDue)]),
    ...initiatives.flatMap((row) => {
      const open = activitiesOf(workbook, row.values.id).filter((activity) => closedEarlier(workbook, activity, choice) === undefined);
      return [due({ kind: "goal", row }), ...open.map(activityDue)];
    }),
  ];
}
