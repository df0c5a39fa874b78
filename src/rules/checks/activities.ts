import type { Finding } from "../../registers/finding.js";
import { registers, type RegisterKey } from "../../registers/registers.js";
import { dayText } from "../../registers/values/formatting.js";
import { named, ruleFinding } from "../messages.js";
import { activitiesPastTheirEnd } from "../assignments/overdue.js";
import type { Subject } from "../subjects.js";
import { lastDayOf, parseTimeFrame } from "../assignments/timeFrame.js";
import { alikeRows } from "./alikeRows.js";
import { activityName, inAktiviteter, rowNumber, type CheckContext } from "./context.js";
import { lastPassedDay } from "./deadlines.js";

const registerOf = {
  goal: "mal", assignment: "uppdrag", activity: "aktiviteter", measure: "matt", document: "dokument", control: "kontroller", decision: "beslut",
} as const satisfies Readonly<Record<Subject["kind"], RegisterKey>>;

/** The sheet that a thing of the kind stands on. */
export function sheetOf(kind: Subject["kind"], { contents }: CheckContext): string {
  const key = registerOf[kind];
  return contents[key]?.sheet ?? registers[key].sheet;
}

/** An activity belongs to a goal or an assignment; no report has a place for others. Source: model.md, Registers (Aktiviteter). */
export function activitiesBelongToGoalsOrAssignments(context: CheckContext): Finding[] {
  return (context.contents.aktiviteter?.rows ?? []).flatMap((activity) => {
    const subject = context.subjects.find(activity.values.avser);
    if (subject === undefined || subject.kind === "goal" || subject.kind === "assignment") return [];
    const about = { activity: activityName(activity), id: activity.values.avser, what: sheetOf(subject.kind, context) };
    return [ruleFinding("aktivitet.avser-annat", about, inAktiviteter(context, activity, "avser"))];
  });
}

/** Every activity has somebody responsible: its own, or whoever leads the assignment or owns the goal. Source: R34. */
export function activitiesHaveSomebodyResponsible(context: CheckContext): Finding[] {
  const { subjects, contents } = context;
  return (contents.aktiviteter?.rows ?? [])
    .filter((row) => row.values.ansvarig === null && subjects.ownerOf({ kind: "activity", row }) === null)
    .map((row) => ruleFinding("aktivitet.utan-ansvarig", { activity: activityName(row) }, inAktiviteter(context, row, "ansvarig")));
}

/**
 * An activity whose last day has passed is done, or no longer to be done. The day is Slut or, when blank, what Tidsram says; "fortlöpande" is never
 * overdue. Source: O6.
 */
export function activitiesEndInTime(context: CheckContext): Finding[] {
  const passed = lastPassedDay(context);
  if (passed === undefined || context.contents.uppfoljning === undefined) return [];
  return activitiesPastTheirEnd(context, passed, context.period).map(({ activity, end, status }) => {
    const about = { activity: activityName(activity), end: dayText(end), status };
    return ruleFinding("aktivitet.slut-passerat", about, inAktiviteter(context, activity, activity.values.slut === null ? "tidsram" : "slut"));
  });
}

/** Slut is the day that Tidsram says, or not after it where Tidsram only says a part of a year. */
export function endsAgreeWithTimeFrames(context: CheckContext): Finding[] {
  return (context.contents.aktiviteter?.rows ?? []).flatMap((activity) => {
    const { slut, tidsram } = activity.values;
    if (slut === null || tidsram === null) return [];
    const frame = parseTimeFrame(tidsram);
    const last = lastDayOf(frame);
    const isExact = frame?.kind === "byDate" && !frame.inferred;
    if (last === null || (isExact ? slut === last : slut <= last)) return [];
    const about = { activity: activityName(activity), end: dayText(slut), frame: named(tidsram) };
    return [ruleFinding("aktivitet.slut-tidsram", about, inAktiviteter(context, activity, "slut"))];
  });
}

/** The same activity is entered once for what it belongs to. Source: Ovanåker, defect 30. */
export function activityTextsDiffer(context: CheckContext): Finding[] {
  const rows = context.contents.aktiviteter?.rows ?? [];
  return alikeRows(rows, { idOf: ({ values }) => values.id, textOf: ({ values }) => values.aktivitet, restOf: ({ values }) => [values.avser] }).map(({ row, first }) => {
    const about = { activity: row.values.id, other: first.values.id, row: rowNumber(first) };
    return ruleFinding("aktivitet.samma-text", about, inAktiviteter(context, row, "aktivitet"));
  });
}
