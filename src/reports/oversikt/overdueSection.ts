import { dayText } from "../../registers/values/formatting.js";
import { assignmentsOf, lastDayOf } from "../../rules/assignments/assignments.js";
import { controlsOf, controlText, shortfallOf, type Shortfall } from "../../rules/controls/controls.js";
import { lastPassedDay } from "../../rules/checks/deadlines.js";
import { activitiesPastTheirEnd, assignmentsPastTheirEnd } from "../../rules/assignments/overdue.js";
import type { ReportBlock, ReportCell } from "../document.js";
import { countCell, textCell } from "../parts/measureCells.js";
import { activityScale, assignmentScale, NOT_GIVEN } from "../scales.js";
import { sectionHeading, type OverviewInput, type OverviewSection } from "./section.js";

interface Overdue {
  readonly what: "Uppdrag" | "Aktivitet";
  readonly text: string;
  readonly unit: string | null;
  /** The day it was to be done by, a serial number; `null` where it has none. */
  readonly day: number | null;
  readonly status: ReportCell;
}

/**
 * Assignments and activities whose last day has passed, and controls made less often than promised: the same as the check tells of; and assignments that somebody calls
 * Försenat. Those that are latest come first. A day counts as passed at the end of the period, or yesterday where that is earlier.
 */
export function overdueSection(input: OverviewInput): OverviewSection | undefined {
  const { workbook, period, date } = input;
  const { contents } = workbook;
  const passed = lastPassedDay({ period, today: date });
  if (passed === undefined) return undefined;
  const hasDeadlines = (contents.uppdrag?.rows.length ?? 0) + (contents.aktiviteter?.rows.length ?? 0) > 0;
  const overdue = overdueOf(input, passed);
  const controls = controlsOf(contents);
  const shortfalls = controls.inOrder.flatMap((control) => shortfallOf(controls, control, period) ?? []);
  if (!hasDeadlines && shortfalls.length === 0) return undefined;
  const told = hasDeadlines ? inWords(overdue, dayText(passed)) : "";
  return {
    name: "Försenat",
    told,
    blocks: [
      sectionHeading("Försenat", "forsenat"),
      ...(overdue.length > 0 ? [overdueTable(overdue, passed)] : told === "" ? [] : [{ kind: "paragraph", text: told } as const]),
      ...(shortfalls.length === 0 ? [] : [shortfallTable(shortfalls)]),
    ],
  };
}

function inWords(overdue: readonly Overdue[], passed: string): string {
  if (overdue.length === 0) return `Inget som skulle vara klart till och med ${passed} är försenat.`;
  const assignments = overdue.filter(({ what }) => what === "Uppdrag").length;
  const activities = overdue.length - assignments;
  const parts = [
    ...(assignments === 0 ? [] : [`${assignments} uppdrag`]),
    ...(activities === 0 ? [] : [`${activities} ${activities === 1 ? "aktivitet" : "aktiviteter"}`]),
  ];
  return `${parts.join(" och ")} är ${overdue.length === 1 ? "försenat" : "försenade"}, räknat till och med ${passed}.`;
}

function overdueOf({ workbook, period, unit }: OverviewInput, passed: number): readonly Overdue[] {
  const { contents, subjects, units } = workbook;
  // Where nobody follows anything up, nobody can have said that it is done.
  if (contents.uppfoljning === undefined) return [];
  const past = assignmentsPastTheirEnd(workbook, passed, period);
  const told = new Set(past.map(({ assignment }) => assignment));
  const late = assignmentsOf(workbook, { unit, period }).filter(({ assignment, status }) => status === "Försenat" && !told.has(assignment));
  const all = [...past, ...late.map(({ assignment, status }) => ({ assignment, status, until: lastDayOf(workbook, assignment) }))];
  const assignments = all.map(({ assignment, until, status }): Overdue => ({
    what: "Uppdrag", text: assignment.values.uppdrag, unit: subjects.leadOf(assignment), day: until, status: { kind: "status", scale: assignmentScale.name, word: status ?? NOT_GIVEN },
  }));
  const activities = activitiesPastTheirEnd(workbook, passed, period).map(({ activity, end, status }): Overdue => ({
    what: "Aktivitet", text: activity.values.aktivitet, unit: subjects.ownerOf({ kind: "activity", row: activity }), day: end,
    status: { kind: "status", scale: activityScale.name, word: status ?? NOT_GIVEN },
  }));
  return [...assignments, ...activities]
    .filter(({ unit: owner }) => unit === null || (owner !== null && units.isWithin(owner, unit)))
    .sort((a, b) => (a.day ?? Number.MAX_SAFE_INTEGER) - (b.day ?? Number.MAX_SAFE_INTEGER) || units.byOrder(a.unit, b.unit) || swedish.compare(a.text, b.text));
}

const swedish = new Intl.Collator("sv", { numeric: true });

function overdueTable(overdue: readonly Overdue[], passed: number): ReportBlock {
  return {
    kind: "table", id: "forsenat", caption: "Försenade uppdrag och aktiviteter",
    columns: [
      { key: "text", header: "Uppdrag eller aktivitet", align: "left", gridColumn: 0 },
      { key: "sort", header: "Sort", align: "left", gridColumn: 1 },
      { key: "enhet", header: "Ansvarig", align: "left", gridColumn: 2 },
      { key: "dag", header: "Skulle vara klart", align: "right", gridColumn: 3 },
      { key: "dagar", header: "Dagar sent", align: "right", gridColumn: 4 },
      { key: "status", header: "Status", align: "left", gridColumn: 5 },
    ],
    rows: overdue.map(({ what, text, unit, day, status }) => [textCell(text), textCell(what), textCell(unit), ...dayCells(day, passed), status]),
  };
}

/** The day, and how many days ago it was. */
function dayCells(day: number | null, passed: number): readonly ReportCell[] {
  if (day === null) return [{ kind: "empty", reason: "Ingen dag är satt." }, { kind: "empty" }];
  return [{ kind: "date", value: day }, day > passed ? { kind: "empty", reason: "Dagen har inte passerat." } : countCell(passed - day)];
}

function shortfallTable(shortfalls: readonly Shortfall[]): ReportBlock {
  return {
    kind: "table", id: "for-sallan", caption: "Kontroller som är gjorda mer sällan än utlovat",
    columns: [
      { key: "kontroll", header: "Kontroll", align: "left", gridColumn: 0 },
      { key: "skulle", header: "Skulle vara gjord", align: "right", gridColumn: 1 },
      { key: "gjord", header: "Är gjord", align: "right", gridColumn: 2 },
    ],
    rows: shortfalls.map(({ control, due, made }) => [
      textCell([control.values.omrade, controlText(control)].filter((part) => part !== null).join(": ")), countCell(due), countCell(made),
    ]),
  };
}
