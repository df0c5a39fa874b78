import { periodLabel } from "../../registers/values/period.js";
import { reportedAssignments, type AssignmentResult } from "../../rules/assignments/assignments.js";
import { append } from "../../rules/goals/goalTree.js";
import { workbookOf, type Workbook } from "../../rules/measures/measureResults.js";
import { activityLegend, activityTable, type ActivityColumns } from "../parts/activityTable.js";
import { assignmentComment, assignmentLegend, assignmentsInWords, assignmentsNotInForce, assignmentStatusCell, countsByStatus, responsibleText } from "../parts/assignmentCells.js";
import type { ReportBlock, ReportCell, ReportColumn, ReportDocument, ReportTable } from "../document.js";
import { countCell, textCell } from "../parts/measureCells.js";
import { reportHead, sheetNameFor, summaryBlocks } from "../parts/reportHead.js";
import type { ReportChoice, ReportDefinition, ReportInput } from "../report.js";
import { unitNamesOf, type UnitNames } from "../parts/unitNames.js";

const TITLE = "Uppdragsuppföljning";

/** After Östersunds kommun, T2 2021: one table of every assignment, by committee, with the period's comment; before it, counts. */
export const uppdragsuppfoljning: ReportDefinition = {
  name: "uppdragsuppfoljning",
  title: TITLE,
  purpose: "Visar för varje uppdrag vad nämnden skriver om perioden och vilken status uppdraget har.",
  audience: "intern",
  isFollowUp: true,
  needs: ["uppdrag", "uppfoljning"],
  sheetName: (choice: ReportChoice) => sheetNameFor(TITLE, choice),
  build,
};

const DOCUMENT_TYPES = [TITLE];

/** Widths in characters: the committee, the assignment, its comment and its status. Together they fit A4 landscape at some 75 %. */
const GRID = [34, 46, 70, 20] as const;
/** Activities stand under the assignments' columns; only their time has one of its own. */
const ACTIVITY_COLUMNS: ActivityColumns = { ansvarig: 0, aktivitet: 1, kommentar: 2, status: 3, tidsram: 4 };
const TIME_WIDTH = 22;

function build(input: ReportInput): ReportDocument {
  const workbook = workbookOf(input.contents, input.settings);
  const names = unitNamesOf(workbook);
  const { reported, notInForce } = reportedAssignments(workbook, input);
  const activities = activityBlocks(workbook, reported, input);
  return {
    ...reportHead(uppdragsuppfoljning, input, DOCUMENT_TYPES),
    grid: activities.length === 0 ? GRID : [...GRID, TIME_WIDTH],
    blocks: [
      ...introduction(reported),
      ...summaryBlocks(input, DOCUMENT_TYPES),
      ...(reported.length === 0 ? [] : [...countBlocks(reported, names), ...assignmentBlocks(workbook, reported, names, periodLabel(input.period))]),
      ...activities,
      ...assignmentsNotInForce(notInForce, periodLabel(input.period)),
    ],
  };
}

function introduction(reported: readonly AssignmentResult[]): readonly ReportBlock[] {
  if (reported.length === 0) {
    return [{ kind: "paragraph", text: "Det finns inga uppdrag att redovisa för det här valet. Fyll i registret Uppdrag, eller välj en annan enhet." }];
  }
  return [{ kind: "paragraph", text: assignmentsInWords(reported) }, assignmentLegend(reported)];
}

/** The status words run to ten, too many for columns beside long texts: a committee's counts are told in words after its figure. */
const countColumns: readonly ReportColumn[] = [
  { key: "namnd", header: "Nämnd", align: "left", gridColumn: 0 },
  { key: "antal", header: "Antal uppdrag", align: "right", gridColumn: 1 },
  { key: "varav", header: "Varav", align: "left", gridColumn: 2 },
];

function countBlocks(reported: readonly AssignmentResult[], names: UnitNames): readonly ReportBlock[] {
  const byLead = new Map<string | null, AssignmentResult[]>();
  for (const result of reported) append(byLead, result.lead, result);
  return [
    { kind: "heading", level: 1, text: "Sammanställning", id: "sammanstallning" },
    {
      kind: "table",
      id: "antal",
      columns: countColumns,
      rows: [
        ...[...byLead].map(([lead, results]) => countRow(lead === null ? "Utan ansvarig" : names(lead), results)),
        countRow("Summa", reported),
      ],
    },
  ];
}

function countRow(name: string, results: readonly AssignmentResult[]): readonly ReportCell[] {
  const words = countsByStatus(results).map(([word, count]) => `${count} ${word.toLowerCase()}`);
  return [textCell(name), countCell(results.length), textCell(words.join(", "))];
}

function assignmentBlocks(workbook: Workbook, reported: readonly AssignmentResult[], names: UnitNames, period: string): readonly ReportBlock[] {
  return [
    { kind: "heading", level: 1, text: "Uppdrag", id: "uppdrag" },
    {
      kind: "table",
      id: "uppdrag",
      columns: [
        { key: "namnd", header: "Nämnd", align: "left", gridColumn: 0 },
        { key: "uppdrag", header: `${period} Uppdrag`, align: "left", gridColumn: 1 },
        { key: "kommentar", header: `Kommentar ${period}`, align: "left", gridColumn: 2 },
        { key: "status", header: "Status", align: "left", gridColumn: 3 },
      ],
      namedBy: 1,
      rows: reported.map((result) => [
        textCell(responsibleText(result, names)),
        textCell(result.assignment.values.uppdrag),
        assignmentComment(workbook, result, names),
        assignmentStatusCell(result),
      ]),
    },
  ];
}

function activityBlocks(workbook: Workbook, reported: readonly AssignmentResult[], choice: ReportChoice): readonly ReportBlock[] {
  const groups = reported.flatMap(({ assignment: { values } }): { readonly heading: ReportBlock; readonly table: ReportTable }[] => {
    const table = activityTable(workbook, values.id, choice, ACTIVITY_COLUMNS);
    return table === undefined ? [] : [{ heading: { kind: "heading", level: 2, text: values.uppdrag, id: `aktiviteter:${values.id}` }, table }];
  });
  if (groups.length === 0) return [];
  return [
    { kind: "heading", level: 1, text: "Aktiviteter", id: "aktiviteter" },
    ...activityLegend(groups.map(({ table }) => table)),
    ...groups.flatMap(({ heading, table }) => [heading, table]),
  ];
}
