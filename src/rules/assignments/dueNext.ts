import { nextPeriod, periodFrom, periodTo, samePeriod, type Period } from "../../registers/values/period.js";
import { isClosing, isDone, lastDayOf, latestStatus, type ActivityRow, type AssignmentRow } from "./assignments.js";
import type { Choice, Workbook } from "../measures/measureResults.js";
import { assignmentsToCarryOn, newPeriod } from "./newPeriod.js";
import { isSoFar } from "./overdue.js";
import { endOfActivity } from "./timeFrame.js";

/** What is to be reported for the period after the chosen one, each by the unit that owes it; `null` is a unit that nobody has named. */
export interface DueNext {
  readonly period: Period;
  readonly outcomes: readonly (string | null)[];
  readonly followUps: readonly (string | null)[];
  /** Follow-ups of controls. A control has no unit: they are the whole workbook's. */
  readonly controls: readonly (string | null)[];
  readonly signOffs: readonly (string | null)[];
  /** Assignments of the year that is ending which nobody has ended. */
  readonly toCarryOn: readonly AssignmentRow[];
}

/**
 * What Ny period would ask for, with what it, or somebody, has asked for already: the same however often a period is begun. For a unit: what it and those below it owe, and
 * the controls.
 */
export function dueNext(workbook: Workbook, { unit, period }: Choice): DueNext {
  const { contents, tree, followUps, subjects } = workbook;
  const to = nextPeriod(period);
  const asked = newPeriod(workbook, to, []);
  const isOwn = (owner: string | null) => unit === null || (owner !== null && workbook.units.isWithin(owner, unit));
  const inNext = <Row extends { readonly values: { readonly period: Period } }>(rows: readonly Row[] = []) => rows.filter(({ values }) => samePeriod(values.period, to));

  const ownerOfMeasure = (id: string) => {
    const subject = subjects.find(id);
    return subject?.kind === "measure" ? tree.ownerOfMeasure(subject.row) : null;
  };
  const ownerOf = (id: string) => {
    const subject = subjects.find(id);
    return subject === undefined ? null : subjects.ownerOf(subject);
  };
  const answers = inNext(contents.utfall?.rows).filter((row) => !workbook.units.isComparison(workbook.outcomes.unitOf(row)));
  const outcomes = [...answers.map(({ values }) => values), ...asked.outcomes].map(({ mattId, enhet }) => enhet ?? ownerOfMeasure(mattId));
  const toFollowUp = [...inNext(contents.uppfoljning?.rows).map((row) => followUps.unitOf(row)), ...asked.followUps.map(({ avser, enhet }) => enhet ?? ownerOf(avser))];
  const controls = [...inNext(contents.kontrollresultat?.rows), ...asked.controlResults].map(() => null);
  const signOffs = [...inNext(contents.klarmarkering?.rows).map(({ values }) => values), ...asked.signOffs].map(({ enhet }) => enhet);
  return {
    period: to,
    outcomes: outcomes.filter(isOwn), followUps: toFollowUp.filter(isOwn), controls, signOffs: signOffs.filter(isOwn),
    toCarryOn: assignmentsToCarryOn(workbook, to).filter((assignment) => isOwn(subjects.leadOf(assignment))),
  };
}

/** An assignment or an activity that is to be done by a day. */
export type Deadline =
  | { readonly kind: "assignment"; readonly row: AssignmentRow; readonly day: number }
  | { readonly kind: "activity"; readonly row: ActivityRow; readonly day: number };

/** What is to be done in the period after the chosen one and is not done yet, the first day first; days are serial numbers. Source: notes on Östersund, 4.5. */
export function deadlinesNext(workbook: Workbook, { unit, period }: Choice): readonly Deadline[] {
  const { subjects, followUps, units, contents } = workbook;
  const to = nextPeriod(period);
  const isOwn = (owner: string | null) => unit === null || (owner !== null && units.isWithin(owner, unit));
  const isInNext = (day: number | null): day is number => day !== null && day >= periodFrom(to) && day <= periodTo(to);
  const assignments = workbook.assignments.flatMap((row): readonly Deadline[] => {
    const day = lastDayOf(workbook, row);
    const isOpen = !isClosing(latestStatus(workbook, row, (other) => isSoFar(other, period)));
    return isInNext(day) && isOpen && isOwn(subjects.leadOf(row)) ? [{ kind: "assignment", row, day }] : [];
  });
  const activities = (contents.aktiviteter?.rows ?? []).flatMap((row): readonly Deadline[] => {
    const day = endOfActivity(row);
    const last = followUps.of(row.values.id).findLast(({ values }) => values.status !== null && isSoFar(values.period, period));
    return isInNext(day) && !isDone(last?.values.status ?? null) && isOwn(subjects.ownerOf({ kind: "activity", row })) ? [{ kind: "activity", row, day }] : [];
  });
  const text = ({ kind, row }: Deadline) => (kind === "assignment" ? row.values.uppdrag : row.values.aktivitet);
  return [...assignments, ...activities].sort((a, b) => a.day - b.day || swedish.compare(text(a), text(b)) || swedish.compare(a.row.values.id, b.row.values.id));
}

const swedish = new Intl.Collator("sv", { numeric: true });
