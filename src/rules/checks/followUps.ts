import type { Finding } from "../../registers/finding.js";
import { dayText } from "../../registers/values/formatting.js";
import { kindOfRhythm, periodFrom, periodLabel, periodTo, samePeriod, type Period } from "../../registers/values/period.js";
import { folded, isBlank } from "../../registers/values/reading.js";
import { followUpOf, isClosing, othersOf, statusOfAssignment, type AssignmentRow } from "../assignments/assignments.js";
import { promiseFor } from "../comments/promises.js";
import type { FollowUpRow } from "../assignments/followUps.js";
import { foundIn } from "../foundIn.js";
import { missingRow, ruleFinding } from "../messages.js";
import { onceFor } from "../onceFor.js";
import type { Subject } from "../subjects.js";
import { sheetOf } from "./activities.js";
import { assignmentsInQuestion } from "./assignments.js";
import { activityName, assignmentName, goalName, inUppdrag, inUppfoljning, nameOf, rowNumber, type CheckContext } from "./context.js";

/** The rows of the workbook's period, or all when it has none. */
export const followUpsInQuestion = onceFor(({ contents, period }: CheckContext): readonly FollowUpRow[] => {
  const rows = contents.uppfoljning?.rows ?? [];
  return period === undefined ? rows : rows.filter((row) => samePeriod(row.values.period, period));
});

/** What a follow-up is about, by its text or, where Avser leads nowhere, its id. */
export function subjectName(row: FollowUpRow, subject: Subject | undefined): string {
  switch (subject?.kind) {
    case "goal":
      return goalName(subject.row);
    case "assignment":
      return assignmentName(subject.row);
    case "activity":
      return activityName(subject.row);
    case "measure":
      return nameOf(subject.row);
    default:
      return row.values.avser;
  }
}

/**
 * Every assignment in force has a comment by its lead for the workbook's period; where an earlier comment promised something for this period, that is
 * named. Where nobody has followed up anything yet, that is one thing to say, once the period is over. Source: R06, R10, F5.
 */
export function assignmentsAreFollowedUp(context: CheckContext): Finding[] {
  const { period, contents, subjects } = context;
  if (period === undefined || contents.uppfoljning === undefined) return [];
  const inForce = assignmentsInQuestion(context);
  if (contents.uppfoljning.rows.length === 0) return nothingFollowedUp(context, inForce.length, period);
  const label = periodLabel(period);
  return foundIn(inForce, (assignment) => {
    const followUp = followUpOf(context, assignment, { unit: null, period });
    if (followUp !== undefined && !isBlankComment(followUp)) return undefined;
    const about = { assignment: assignmentName(assignment), unit: subjects.leadOf(assignment), period: label };
    const missing = () => ({ ...inUppdrag(context, assignment, "uppdrag"), subject: missingRow(assignment.values.id, label, about.unit) });
    const place = followUp === undefined ? missing() : inUppfoljning(context, followUp, "kommentar");
    const promise = earlierPromise(context, assignment);
    return promise === undefined ? ruleFinding("uppfoljning.saknas", about, place) : ruleFinding("uppfoljning.utlovat-steg", { ...about, ...promise }, place);
  });
}

/** A plan for a year that is not over owes nothing yet. */
function nothingFollowedUp(context: CheckContext, count: number, period: Period): Finding[] {
  const { today } = context;
  if (count === 0 || (today !== undefined && today <= periodTo(period))) return [];
  const headerRow = { row: context.contents.uppfoljning?.headerRow ?? 0 };
  return [ruleFinding("uppfoljning.ingen", { count, period: periodLabel(period) }, inUppfoljning(context, headerRow, "avser"))];
}

function isBlankComment({ values, cells }: FollowUpRow): boolean {
  if (values.kommentar !== null) return false;
  const { kommentar } = cells;
  return kommentar === undefined || isBlank(kommentar);
}

/** What the latest comment that promises something for the workbook's period says of it. */
function earlierPromise({ period, followUps }: CheckContext, assignment: AssignmentRow): { promise: string; promisedIn: string } | undefined {
  if (period === undefined) return undefined;
  const commented = followUps.of(assignment).filter(({ values }) => values.kommentar !== null).reverse();
  for (const { values } of commented) {
    const promise = values.kommentar === null ? undefined : promiseFor(values.kommentar, values.period, period);
    if (promise !== undefined) return { promise: promise.text, promisedIn: periodLabel(values.period) };
  }
  return undefined;
}

/** A follow-up is about a goal, an assignment or an activity: measures have their outcomes, documents are not followed up. Source: model.md, Registers (Uppfoljning). */
export function followUpsAreOfWhatIsFollowed(context: CheckContext): Finding[] {
  return foundIn(context.contents.uppfoljning?.rows ?? [], (row) => {
    const subject = context.followUps.subjectOf(row);
    if (subject?.kind !== "measure" && subject?.kind !== "document") return undefined;
    return ruleFinding("uppfoljning.avser-annat", { id: row.values.avser, what: sheetOf(subject.kind, context) }, inUppfoljning(context, row, "avser"));
  });
}

/** An assignment is followed up by units that are responsible for it, or lie below one that is. Source: notes on Östersund, FollowUp.unit. */
export function followUpsAreByThoseResponsible(context: CheckContext): Finding[] {
  const { followUps, subjects, units } = context;
  return foundIn(context.contents.uppfoljning?.rows ?? [], (row) => {
    const { enhet } = row.values;
    if (enhet === null || !units.isKnown(enhet)) return undefined;
    const subject = followUps.subjectOf(row);
    if (subject?.kind !== "assignment") return undefined;
    const lead = subjects.leadOf(subject.row);
    const responsible = [lead, ...othersOf(context, subject.row)];
    if (lead === null || responsible.some((unit) => unit !== null && units.isWithin(enhet, unit))) return undefined;
    return ruleFinding("uppfoljning.annan-enhet", { assignment: assignmentName(subject.row), unit: enhet }, inUppfoljning(context, row, "enhet"));
  });
}

/** An assignment is followed up for periods from its start on. Source: model.md, Registers (Uppdrag). */
export function followUpsComeAfterTheStart(context: CheckContext): Finding[] {
  return foundIn(context.contents.uppfoljning?.rows ?? [], (row) => {
    const subject = context.followUps.subjectOf(row);
    if (subject?.kind !== "assignment") return undefined;
    const { start, ar } = subject.row.values;
    const { period } = row.values;
    if (start === null ? ar <= period.year : start <= periodTo(period)) return undefined;
    const about = { assignment: assignmentName(subject.row), period: periodLabel(period), start: start === null ? String(ar) : (dayText(start)) };
    return ruleFinding("uppfoljning.fore-start", about, inUppfoljning(context, row, "period"));
  });
}

/** An assignment that has ended stays ended, in the words of one and the same unit. Source: R14. */
export function endedAssignmentsStayEnded(context: CheckContext): Finding[] {
  const { followUps } = context;
  return context.assignments.flatMap((assignment) => {
    const rows = followUps.of(assignment);
    if (rows.length < 2) return [];
    const ended = new Map<string, { readonly word: string; readonly to: number }>();
    return rows.flatMap((row) => {
      const status = statusOfAssignment(row);
      if (status === null) return [];
      const unit = folded(followUps.unitOf(row) ?? "");
      const before = ended.get(unit);
      if (isClosing(status)) {
        if (before === undefined) ended.set(unit, { word: status, to: periodTo(row.values.period) });
        return [];
      }
      if (before === undefined || before.to >= periodFrom(row.values.period)) return [];
      const about = { assignment: assignmentName(assignment), period: periodLabel(row.values.period), status, ended: before.word };
      return [ruleFinding("uppfoljning.efter-avslut", about, inUppfoljning(context, row, "status"))];
    });
  });
}

/** One follow-up per subject, period and unit, also when one row names the unit and another leaves it to the owner. Rows that name the same are the reader's finding. */
export function followUpsAreUnique(context: CheckContext): Finding[] {
  const { followUps } = context;
  return followUps.repeated.flatMap((rows) => {
    const written = new Set(rows.map((row) => folded(row.values.enhet ?? "")));
    const [first, second] = rows;
    if (written.size < 2 || first === undefined || second === undefined) return [];
    const about = {
      subject: subjectName(first, followUps.subjectOf(first)),
      period: periodLabel(first.values.period),
      unit: followUps.unitOf(first) ?? "",
      rows: rows.map(rowNumber),
    };
    return [ruleFinding("uppfoljning.dubblett", about, inUppfoljning(context, second, "enhet"))];
  });
}

/** Periods are of the kind that the workbook reports, or whole years. Source: F8. */
export function followUpsFollowTheRhythm(context: CheckContext): Finding[] {
  const { contents, settings } = context;
  const kind = kindOfRhythm[settings.rapportering];
  return (contents.uppfoljning?.rows ?? [])
    .filter(({ values }) => values.period.kind !== kind && values.period.kind !== "year")
    .map((row) => ruleFinding("uppfoljning.period-rytm", { period: periodLabel(row.values.period), rhythm: settings.rapportering }, inUppfoljning(context, row, "period")));
}

/** Nothing is followed up before its period has begun. */
export function followedUpPeriodsHaveBegun(context: CheckContext): Finding[] {
  const { contents, today } = context;
  if (today === undefined) return [];
  return (contents.uppfoljning?.rows ?? [])
    .filter(({ values }) => (values.status ?? values.kommentar) !== null && periodFrom(values.period) > today)
    .map((row) => ruleFinding("uppfoljning.framtida-period", { period: periodLabel(row.values.period) }, inUppfoljning(context, row, "period")));
}
