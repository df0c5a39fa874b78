import { reportedAssignments, type AssignmentResult, type AssignmentRow } from "../../rules/assignments/assignments.js";
import { append, type GoalRow } from "../../rules/goals/goalTree.js";
import type { Choice, Workbook } from "../../rules/measures/measureResults.js";
import { assignmentComment, assignmentStatusCell } from "./assignmentCells.js";
import type { ReportColumn, ReportTable } from "../document.js";
import { textCell } from "./measureCells.js";
import type { MeasureColumns } from "./measureColumns.js";
import type { UnitNames } from "./unitNames.js";

/** The assignments of a choice by the goal that each belongs to. */
export interface AssignmentsByGoal {
  readonly of: ReadonlyMap<GoalRow, readonly AssignmentResult[]>;
  readonly withoutGoal: readonly AssignmentResult[];
  readonly notInForce: readonly AssignmentRow[];
  /** Whether several units lead them, so that a reader has to be told who. */
  readonly severalLeads: boolean;
}

export function assignmentsByGoal(workbook: Workbook, choice: Choice): AssignmentsByGoal {
  const { reported, notInForce } = reportedAssignments(workbook, choice);
  const of = new Map<GoalRow, AssignmentResult[]>();
  const withoutGoal: AssignmentResult[] = [];
  for (const result of reported) {
    const goal = workbook.tree.goal(result.assignment.values.malId);
    if (goal === undefined) withoutGoal.push(result);
    else append(of, goal, result);
  }
  return {
    of, withoutGoal,
    notInForce: notInForce.filter(({ values }) => workbook.tree.goal(values.malId) !== undefined),
    severalLeads: new Set([...of.values()].flat().map(({ lead }) => lead)).size > 1,
  };
}

const assignmentColumn: ReportColumn = { key: "uppdrag", header: "Uppdrag", align: "left", gridColumn: 0 };
const leadColumn: ReportColumn = { key: "ansvarig", header: "Ansvarig", align: "left", gridColumn: 1 };

/** Status and comment stand under those of the measures; the columns between are passed over. */
function reportedColumns({ at }: MeasureColumns): readonly ReportColumn[] {
  return [
    { key: "status", header: "Status", align: "left", gridColumn: at("status") },
    { key: "kommentar", header: "Kommentar", align: "left", gridColumn: at("kommentar") },
  ];
}

/** The assignments of one goal, as printed in Ale: Uppdrag, Status, Kommentar. Who leads each is told by code where several units do. */
export function goalAssignmentTable(
  goalId: string, results: readonly AssignmentResult[], workbook: Workbook, names: UnitNames, severalLeads: boolean, columns: MeasureColumns,
): ReportTable {
  return {
    kind: "table",
    id: `uppdrag:${goalId}`,
    columns: [assignmentColumn, ...(severalLeads ? [leadColumn] : []), ...reportedColumns(columns)],
    rows: results.map((result) => [
      textCell(result.assignment.values.uppdrag),
      ...(severalLeads ? [textCell(codesOf(result))] : []),
      assignmentStatusCell(result),
      assignmentComment(workbook, result, names),
    ]),
  };
}

/** "SAN (TN, VON)": the lead, then those who take part. */
function codesOf({ lead, others }: AssignmentResult): string {
  const taking = others.length === 0 ? [] : [`(${others.join(", ")})`];
  return lead === null ? taking.join("") : [lead, ...taking].join(" ");
}
