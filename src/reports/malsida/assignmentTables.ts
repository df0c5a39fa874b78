import { activitiesOf, type AssignmentResult } from "../../rules/assignments/assignments.js";
import { folded } from "../../registers/values/reading.js";
import type { Workbook } from "../../rules/measures/measureResults.js";
import { resourcesBySubject, type Resource } from "../../rules/money/resources.js";
import { responsibleText } from "../parts/assignmentCells.js";
import type { ReportBlock, ReportCell } from "../document.js";
import { textCell } from "../parts/measureCells.js";
import type { UnitNames } from "../parts/unitNames.js";
import { budgetLine } from "./money.js";
import { codesOf, unitsResponsible } from "./responsibility.js";

/** Assignments by who gave them. */
export interface ByGiver {
  readonly council: readonly AssignmentResult[];
  /** Of committees, boards and whoever else. */
  readonly own: readonly AssignmentResult[];
  readonly unknown: readonly AssignmentResult[];
}

export function byGiver(assignments: readonly AssignmentResult[]): ByGiver {
  const isCouncils = ({ assignment: { values } }: AssignmentResult) => folded(values.givare ?? "").endsWith("fullmäktige");
  return {
    council: assignments.filter(isCouncils),
    own: assignments.filter((result) => result.assignment.values.givare !== null && !isCouncils(result)),
    unknown: assignments.filter(({ assignment: { values } }) => values.givare === null),
  };
}

/** Fullmäktige's assignments and the committees' own, each with its clarification, as Östersund prints them in 2024. */
export function assignmentBlocks(
  goalId: string, assignments: readonly AssignmentResult[], resources: readonly Resource[], workbook: Workbook, names: UnitNames, year: number,
): readonly ReportBlock[] {
  const { council, own, unknown } = byGiver(assignments);
  const bySubject = resourcesBySubject(resources);
  const tableOf = (giver: string, some: readonly AssignmentResult[], responsible: (result: AssignmentResult) => string): ReportBlock => ({
    kind: "table",
    id: `uppdrag-${giver}:${goalId}`,
    columns: [
      { key: "uppdrag", header: "Uppdrag", align: "left", gridColumn: 0 },
      { key: "fortydligande", header: "Förtydligande av uppdrag", align: "left", gridColumn: 1 },
      { key: "ansvarig", header: "Ansvarig", align: "left", gridColumn: 2 },
    ],
    rows: some.map((result): readonly ReportCell[] => [
      textCell(result.assignment.values.uppdrag),
      textCell(clarification(result, bySubject.get(folded(result.assignment.values.id)) ?? [], workbook)),
      textCell(responsible(result)),
    ]),
  });
  const heading = (giver: string, text: string): ReportBlock => ({ kind: "heading", level: 3, text: `${text} ${year}`, id: `uppdrag-${giver}:${goalId}` });
  return [
    heading("fullmaktige", "Uppdrag från fullmäktige"),
    ...(council.length === 0
      ? [{ kind: "paragraph" as const, text: "Fullmäktige har inte gett några uppdrag för målet." }]
      : [tableOf("fullmaktige", council, codesOf), codesNote(council, workbook, names)]),
    heading("namnd", "Nämndernas egna uppdrag"),
    ...(own.length === 0 ? [{ kind: "paragraph" as const, text: "Nämnderna har inga egna uppdrag för målet." }] : [tableOf("namnd", own, (result) => responsibleText(result, names))]),
    ...(unknown.length === 0 ? [] : [heading("utan-givare", "Uppdrag utan angiven givare"), tableOf("utan-givare", unknown, codesOf), codesNote(unknown, workbook, names)]),
  ];
}

/** The text as it stands, a bullet for each activity, and last a line for each of its resources; investments have a table. */
function clarification({ assignment: { values } }: AssignmentResult, resources: readonly Resource[], workbook: Workbook): string {
  const activities = activitiesOf(workbook, values.id).map(({ values: { aktivitet, tidsram } }) => `• ${aktivitet}${tidsram === null ? "" : ` (${tidsram})`}`);
  const lines = resources.filter(({ row }) => row.values.typ !== "Investering").map(budgetLine);
  return [...(values.fortydligande === null ? [] : [values.fortydligande]), ...activities, ...lines].join("\n");
}

/** How the codes of a table are read and what they stand for: Östersund's page says it nowhere. */
function codesNote(assignments: readonly AssignmentResult[], workbook: Workbook, names: UnitNames): ReportBlock {
  const explained = unitsResponsible(assignments, workbook).filter((code) => names(code) !== code);
  const inBrackets = "Den som står före en parentes leder, de inom parentesen deltar. Där flera står utan parentes är ingen utsedd att leda.";
  return { kind: "note", text: [inBrackets, ...(explained.length === 0 ? [] : [`${explained.map((code) => `${code}: ${names(code)}`).join("; ")}.`])].join(" ") };
}
