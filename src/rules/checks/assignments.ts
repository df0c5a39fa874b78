import type { Finding } from "../../registers/finding.js";
import { registers } from "../../registers/registers.js";
import { dayText } from "../../registers/values/formatting.js";
import { listText } from "../../registers/values/list.js";
import { TEXT_FORMAT } from "../../registers/writing/cellFormats.js";
import { folded, isBlank } from "../../registers/values/reading.js";
import { isAssignmentInForce, isClosing, lastDayOf, latestStatus, othersOf, type AssignmentRow } from "../assignments/assignments.js";
import { foundIn } from "../foundIn.js";
import { missingRow, ruleFinding } from "../messages.js";
import { onceFor } from "../onceFor.js";
import { assignmentsPastTheirEnd, isSoFar } from "../assignments/overdue.js";
import { alikeRows } from "./alikeRows.js";
import { assignmentName, inUppdrag, rowNumber, type CheckContext } from "./context.js";
import { lastPassedDay } from "./deadlines.js";

/** Every assignment has a lead, its own or the owner of its goal. A cell that could not be read is the reader's. Source: R02, R50. */
export function assignmentsHaveLeads(context: CheckContext): Finding[] {
  return context.assignments
    .filter((assignment) => context.subjects.leadOf(assignment) === null && isBlankCell(assignment, "huvudansvarig"))
    .map((assignment) => ruleFinding("uppdrag.utan-ansvarig", { assignment: assignmentName(assignment) }, inUppdrag(context, assignment, "huvudansvarig")));
}

function isBlankCell({ cells }: AssignmentRow, key: string): boolean {
  const cell = cells[key];
  return cell === undefined || isBlank(cell);
}

/** Each unit is named once: exactly one leads. Source: R02. */
export function unitsAreNamedOnce(context: CheckContext): Finding[] {
  return foundIn(context.contents.uppdrag?.rows ?? [], (assignment) => {
    const { huvudansvarig, medansvariga } = assignment.values;
    if (medansvariga === null) return undefined;
    const named = [...(huvudansvarig === null ? [] : [huvudansvarig]), ...medansvariga];
    const once = new Set<string>();
    const twice = new Map<string, string>();
    for (const unit of named) {
      if (once.has(folded(unit))) twice.set(folded(unit), unit);
      once.add(folded(unit));
    }
    if (twice.size === 0) return undefined;
    const about = { assignment: assignmentName(assignment), units: [...twice.values()].join(", ") };
    const place = inUppdrag(context, assignment, "medansvariga");
    const fix = place.at === undefined ? undefined : { cells: [{ at: place.at, value: listText(othersOf(context, assignment)), numberFormat: TEXT_FORMAT }] };
    return ruleFinding("uppdrag.medansvarig-dubbelt", about, { ...place, fix });
  });
}

/** Assignments that are in force in the workbook's period, or all where it has none. */
export const assignmentsInQuestion = onceFor((context: CheckContext): readonly AssignmentRow[] => {
  const { assignments, period } = context;
  return period === undefined ? assignments : assignments.filter((assignment) => isAssignmentInForce(context, assignment, period));
});

/** Every assignment in force has an end. Where none has, that is one thing to say and not one for each. Source: R50. */
export function assignmentsHaveEnds(context: CheckContext): Finding[] {
  const { contents } = context;
  const inForce = assignmentsInQuestion(context);
  const without = inForce.filter((assignment) => assignment.values.slut === null && isBlankCell(assignment, "slut"));
  if (without.length > 0 && without.length === inForce.length) {
    const column = contents.uppdrag?.columnAt["slut"];
    const at = contents.uppdrag === undefined || column === undefined ? undefined : { sheet: contents.uppdrag.sheet, row: contents.uppdrag.headerRow, column };
    const { table, columns } = registers.uppdrag;
    return [ruleFinding("uppdrag.inget-slut", { count: without.length }, { register: table, column: columns.slut.header, at })];
  }
  return without.map((assignment) => ruleFinding("uppdrag.utan-slut", { assignment: assignmentName(assignment) }, inUppdrag(context, assignment, "slut")));
}

/** Start comes before Slut. */
export function assignmentDatesAreInOrder(context: CheckContext): Finding[] {
  return foundIn(context.contents.uppdrag?.rows ?? [], (assignment) => {
    const { start, slut } = assignment.values;
    if (start === null || slut === null || start <= slut) return undefined;
    const about = { assignment: assignmentName(assignment), start: dayText(start), end: dayText(slut) };
    return ruleFinding("uppdrag.datum-omvanda", about, inUppdrag(context, assignment, "slut"));
  });
}

/** An assignment is done while its goal still holds: a plan that outlasts what it is for is told of. Source: R45. */
export function assignmentsEndWithinTheirGoal(context: CheckContext): Finding[] {
  const { tree } = context;
  return foundIn(context.assignments, (assignment) => {
    const until = tree.goal(assignment.values.malId)?.values.giltigtTill ?? null;
    const { slut } = assignment.values;
    if (until === null || slut === null || slut <= until) return undefined;
    const about = { assignment: assignmentName(assignment), end: dayText(slut), until: dayText(until) };
    return ruleFinding("uppdrag.efter-malet", about, inUppdrag(context, assignment, "slut"));
  });
}

/** År is a year that periods can have. */
export function assignmentYearsArePlausible(context: CheckContext): Finding[] {
  return (context.contents.uppdrag?.rows ?? [])
    .filter(({ values }) => values.ar < 1900 || values.ar > 2099)
    .map((assignment) => ruleFinding("uppdrag.ar-orimligt", { assignment: assignmentName(assignment), year: assignment.values.ar }, inUppdrag(context, assignment, "ar")));
}

/** An assignment whose last day has passed has ended: its Slut, or the Klart senast that a follow-up has put it off to. Source: R09, model.md (a deadline passed without "Genomfört"). */
export function assignmentsEndInTime(context: CheckContext): Finding[] {
  const { contents } = context;
  const passed = lastPassedDay(context);
  if (contents.uppfoljning === undefined || passed === undefined) return [];
  return assignmentsPastTheirEnd(context, passed, context.period).map(({ assignment, until, status }) => {
    const about = { assignment: assignmentName(assignment), end: dayText(until), status };
    return ruleFinding("uppdrag.slut-passerat", about, inUppdrag(context, assignment, "slut"));
  });
}

/**
 * An assignment of an earlier year has ended, is followed up this year too, or is the Föregående uppdrag of another. One with a later Slut is still in
 * force, and one whose Slut has passed is told of for that. Source: R14.
 */
export function assignmentsAreCarriedOn(context: CheckContext): Finding[] {
  const { period, contents, followUps } = context;
  if (period === undefined || contents.uppfoljning === undefined) return [];
  const continued = new Set((contents.uppdrag?.rows ?? []).flatMap(({ values }) => (values.foregaende === null ? [] : [folded(values.foregaende)])));
  return foundIn(context.assignments, (assignment) => {
    const { id, ar } = assignment.values;
    if (ar >= period.year || lastDayOf(context, assignment) !== null || continued.has(folded(id))) return undefined;
    const status = latestStatus(context, assignment, (other) => isSoFar(other, period));
    const isFollowedUp = followUps.of(assignment).some(({ values }) => values.period.year === period.year);
    if (isClosing(status) || isFollowedUp) return undefined;
    const about = { assignment: assignmentName(assignment), year: ar, now: period.year, status };
    const subject = missingRow(id, String(period.year));
    return ruleFinding("uppdrag.ej-vidare", about, { ...inUppdrag(context, assignment, "ar"), subject });
  });
}

/** Following Föregående uppdrag ends, and never leads to a later year. Source: R46. */
export function predecessorsComeBefore(context: CheckContext): Finding[] {
  const { subjects } = context;
  return foundIn(context.contents.uppdrag?.rows ?? [], (assignment) => {
    const before = subjects.assignment(assignment.values.foregaende);
    if (before === undefined) return undefined;
    const place = inUppdrag(context, assignment, "foregaende");
    if (leadsBack(context, assignment)) return ruleFinding("uppdrag.foregaende-cykel", { assignment: assignmentName(assignment) }, place);
    if (before.values.ar <= assignment.values.ar) return undefined;
    const about = { assignment: assignmentName(assignment), year: assignment.values.ar, earlier: before.values.id, earlierYear: before.values.ar };
    return ruleFinding("uppdrag.foregaende-senare", about, place);
  });
}

function leadsBack({ subjects }: CheckContext, assignment: AssignmentRow): boolean {
  const passed = new Set<AssignmentRow>();
  for (let at = subjects.assignment(assignment.values.foregaende); at !== undefined && !passed.has(at); at = subjects.assignment(at.values.foregaende)) {
    if (at === assignment) return true;
    passed.add(at);
  }
  return false;
}

/** The same assignment is entered once per lead and year. */
export function assignmentTextsDiffer(context: CheckContext): Finding[] {
  const alike = alikeRows(context.contents.uppdrag?.rows ?? [], {
    idOf: ({ values }) => values.id,
    textOf: ({ values }) => values.uppdrag,
    restOf: (assignment) => [String(assignment.values.ar), context.subjects.leadOf(assignment), assignment.values.malId],
  });
  return alike.map(({ row, first }) => {
    const about = { assignment: row.values.id, other: first.values.id, row: rowNumber(first) };
    return ruleFinding("uppdrag.samma-text", about, inUppdrag(context, row, "uppdrag"));
  });
}
