import type { Mal } from "../../registers/registers.js";
import { periodLabel, type Period } from "../../registers/values/period.js";
import type { AssignmentResult } from "../../rules/assignments/assignments.js";
import { shouldBeMeasured } from "../../rules/goals/goalLevels.js";
import { reportedGoals } from "../../rules/goals/goalResults.js";
import { goalsRolledUp, ownJudgement } from "../../rules/goals/goalRollUp.js";
import type { GoalRow } from "../../rules/goals/goalTree.js";
import { resultsOfMeasure, workbookOf, type Workbook } from "../../rules/measures/measureResults.js";
import type { MeasureResult } from "../../rules/measures/results.js";
import { activityLegend, activityTable, type ActivityColumns } from "../parts/activityTable.js";
import { agenda2030Name } from "../parts/agenda2030.js";
import { assignmentLegend, assignmentsInWords, assignmentsNotInForce } from "../parts/assignmentCells.js";
import type { ReportBlock, ReportDocument, ReportTable } from "../document.js";
import { assignmentsByGoal, goalAssignmentTable, type AssignmentsByGoal } from "../parts/goalAssignments.js";
import { criterionBlocks, followUpBlocks, goalsWithMore } from "../parts/goalFollowUp.js";
import { goalOutline, type OutlinedGoal } from "./goalOutline.js";
import { assignmentCountsTable, goalCountsTable, judgementBlocks, severalUnitsNote } from "./goalSummary.js";
import { measureColumns, type MeasureColumns } from "../parts/measureColumns.js";
import { measureCharts } from "../parts/measureCharts.js";
import { measureNotes } from "../parts/measureNotes.js";
import { measureTable } from "../parts/measureTable.js";
import { inARow } from "../parts/printedText.js";
import type { ReportChoice, ReportDefinition, ReportInput } from "../report.js";
import { reportHead, sheetNameFor, summaryBlocks } from "../parts/reportHead.js";
import { legendOf, measureScale } from "../scales.js";
import { unitNamesOf, type UnitNames } from "../parts/unitNames.js";
import { inUnitOrder } from "../parts/unitOrder.js";

const TITLE = "Måluppföljning";
const DOCUMENT_TYPES = ["Uppföljningsrapport", TITLE];

/** After Ale kommun, Uppföljningsrapport April 2019: goals in the document's order, each with its measures, and counts at the end. */
export const maluppfoljning: ReportDefinition = {
  name: "maluppfoljning",
  title: TITLE,
  purpose: "Visar för varje mål vilka utfall måtten har under perioden och om målvärdena nås.",
  audience: "intern",
  isFollowUp: true,
  needs: ["mal", "matt", "utfall"],
  sheetName: (choice: ReportChoice) => sheetNameFor(TITLE, choice),
  build,
};

/** Where the parts of an activity stand on the grid: status and comment under those of the measures. */
function activityColumns({ at }: MeasureColumns): ActivityColumns {
  return { aktivitet: 0, ansvarig: at("malvarde"), tidsram: at("maluppfyllelse"), status: at("status"), kommentar: at("kommentar") };
}

/** Groups and roles have longer names than figures. */
const RESPONSIBLE_WIDTH = 22;

/** What every part of one report is made with. */
interface Making {
  readonly workbook: Workbook;
  readonly choice: ReportChoice;
  readonly assignments: AssignmentsByGoal;
  readonly names: UnitNames;
  readonly columns: MeasureColumns;
}

function build(input: ReportInput): ReportDocument {
  const { contents, settings, unit, period } = input;
  const workbook = workbookOf(contents, settings);
  const assignments = assignmentsByGoal(workbook, { unit, period });
  const { reported, notInForce } = reportedGoals(workbook, { unit, period }, goalsWithMore(workbook, assignments.of.keys(), input));
  const outline = goalOutline(reported, workbook.tree);
  const withoutGoal = workbook.tree.measuresOf(null).flatMap((measure) => resultsOfMeasure(workbook, measure, { unit, period }));
  const results = [...outline.flatMap(({ result }) => result.measures), ...withoutGoal];
  const underGoals = outline.flatMap(({ result }) => assignments.of.get(result.goal) ?? []);
  const columns = measureColumns(workbook, results, period);
  const making: Making = { workbook, choice: { unit, period }, assignments, names: unitNamesOf(workbook), columns };
  const goals = goalSections(outline, making);
  const activities = goals.flatMap((block) => (block.kind === "table" && block.id.startsWith("aktiviteter:") ? [block] : []));
  return {
    ...reportHead(maluppfoljning, input, DOCUMENT_TYPES),
    grid: activities.length === 0 ? columns.grid : columns.grid.with(activityColumns(columns).ansvarig, RESPONSIBLE_WIDTH),
    blocks: [
      ...introduction(input, outline, results, underGoals),
      ...activityLegend(activities),
      ...summaryBlocks(input, DOCUMENT_TYPES),
      ...goals,
      ...withoutGoalBlocks(withoutGoal, making),
      ...overviewBlocks(outline, withoutGoal, underGoals, making),
      ...measureCharts(results, workbook),
      ...notInForceNote(notInForce, period),
      ...assignmentsNotInForce(assignments.notInForce, periodLabel(period)),
      ...elsewhereNote(assignments.withoutGoal.length),
    ],
  };
}

function introduction(
  { period }: ReportInput, outline: readonly OutlinedGoal[], results: readonly MeasureResult[], assignments: readonly AssignmentResult[],
): readonly ReportBlock[] {
  if (outline.length === 0 && results.length === 0) {
    return [{ kind: "paragraph", text: "Det finns inga mål eller mått att redovisa för det här valet. Fyll i registren Mål och Mått, eller välj en annan enhet." }];
  }
  const inSentences = [inWords(periodLabel(period), results), ...(assignments.length === 0 ? [] : [assignmentsInWords(assignments)])].join(" ");
  const statuses = results.flatMap(({ status }) => (status === null ? [] : [status]));
  return [
    { kind: "paragraph", text: inSentences },
    ...(statuses.length === 0 ? [] : [legendOf(measureScale, statuses)]),
    ...(assignments.length === 0 ? [] : [assignmentLegend(assignments)]),
  ];
}

/** The state of the whole report in a sentence or two, for whoever reads no further. */
function inWords(period: string, results: readonly MeasureResult[]): string {
  if (results.length === 0) return "Målen har inga mått.";
  const reported = results.filter(({ outcome }) => outcome.kind !== "missing").length;
  if (reported === 0) return `Inga utfall är ifyllda för ${period}.`;
  const met = results.filter(({ status }) => status === "Uppnått").length;
  const judged = results.filter(({ status }) => status === "Uppnått" || status === "Delvis uppnått" || status === "Ej uppnått").length;
  const attained = judged === 0 ? "Inget av dem går att jämföra med ett målvärde." : `Målvärdet är nått för ${met} av ${judged} mått som går att jämföra.`;
  return `${reported} av ${results.length} mått har utfall för ${period}. ${attained}`;
}

/** Every goal with what is its own; its assignments and activities follow the goals below it, as printed in Ale. */
function goalSections(outline: readonly OutlinedGoal[], making: Making): readonly ReportBlock[] {
  const blocks: ReportBlock[] = [];
  const open: OutlinedGoal[] = [];
  const closeFrom = (depth: number) => {
    for (const goal of open.splice(depth).reverse()) blocks.push(...workBlocks(goal, making));
  };
  for (const goal of outline) {
    closeFrom(goal.depth);
    open.push(goal);
    blocks.push(...goalBlocks(goal, making));
  }
  closeFrom(0);
  return blocks;
}

function goalBlocks({ result, depth, levelsBelow }: OutlinedGoal, making: Making): readonly ReportBlock[] {
  const { workbook, choice, names } = making;
  const { id, niva, mal, beskrivning, agenda2030 } = result.goal.values;
  const title: ReportBlock =
    niva === "Inriktning"
      ? { kind: "paragraph", label: niva, text: mal, id }
      : { kind: "heading", level: headingLevel(depth), text: headingText(result.goal.values), id };
  return [
    title,
    ...(beskrivning === null ? [] : [{ kind: "paragraph" as const, text: beskrivning }]),
    ...(agenda2030 === null || agenda2030.length === 0
      ? []
      : [{ kind: "paragraph" as const, label: "Agenda 2030", text: agenda2030.map(agenda2030Name).join("; ") }]),
    ...criterionBlocks(workbook, result.goal),
    ...followUpBlocks(workbook, result.goal, choice, names),
    ...(result.measures.length > 0 ? measureBlocks(`matt:${id}`, result.measures, making) : []),
    ...(result.measures.length === 0 && shouldBeMeasured(niva, levelsBelow) ? [{ kind: "paragraph" as const, text: "Målet har inget mått." }] : []),
  ];
}

/** What is done for a goal. After goals below it the tables say whose they are. */
function workBlocks({ result: { goal }, levelsBelow }: OutlinedGoal, { workbook, assignments, choice, names, columns }: Making): readonly ReportBlock[] {
  const results = assignments.of.get(goal) ?? [];
  const activities = activityTable(workbook, goal.values.id, choice, activityColumns(columns));
  const captioned = (table: ReportTable, what: string): ReportTable =>
    levelsBelow.length === 0 ? table : { ...table, caption: `${what} inom ${headingText(goal.values)}` };
  return [
    ...(results.length === 0 ? [] : [captioned(goalAssignmentTable(goal.values.id, results, workbook, names, assignments.severalLeads, columns), "Uppdrag")]),
    ...(activities === undefined ? [] : [captioned(activities, "Aktiviteter")]),
  ];
}

function headingLevel(depth: number): 1 | 2 | 3 | 4 {
  return depth === 0 ? 1 : depth === 1 ? 2 : depth === 2 ? 3 : 4;
}

/** Goals that a reader would not tell apart from areas by their number carry the name of their level, as printed in Ale: "Mål (nivå 1): …". */
function headingText({ niva, nr, mal }: Mal): string {
  const numbered = nr === null ? mal : `${nr} ${mal}`;
  if (niva === "Målområde" || niva === "Prioriterat mål") return numbered;
  return `${niva === "Mål nivå 1" ? "Mål (nivå 1)" : niva}: ${numbered}`;
}

function measureBlocks(id: string, results: readonly MeasureResult[], { workbook, columns }: Making): readonly ReportBlock[] {
  const ordered = inUnitOrder(results, workbook);
  return [measureTable(id, ordered, workbook, columns), ...measureNotes(ordered, workbook, columns)];
}

/** A measure is never left out because its goal is missing. */
function withoutGoalBlocks(results: readonly MeasureResult[], making: Making): readonly ReportBlock[] {
  if (results.length === 0) return [];
  return [
    { kind: "heading", level: 1, text: "Mått utan mål", id: "utan-mal" },
    { kind: "paragraph", text: "De här måtten hör inte till något mål i registret Mål." },
    ...measureBlocks("matt:utan-mal", results, making),
  ];
}

function overviewBlocks(
  outline: readonly OutlinedGoal[], withoutGoal: readonly MeasureResult[], assignments: readonly AssignmentResult[], { workbook, choice, columns }: Making,
): readonly ReportBlock[] {
  const judgementOf = (goal: GoalRow) => ownJudgement(workbook, goal, choice);
  const results = [...outline.flatMap(({ result }) => result.measures), ...withoutGoal];
  const blocks = [
    ...(results.length === 0 ? [] : [goalCountsTable(outline, withoutGoal, columns), ...severalUnitsNote(results)]),
    ...(assignments.length === 0 ? [] : [assignmentCountsTable(assignments)]),
    ...judgementBlocks(outline, goalsRolledUp(workbook, outline.map(({ result }) => result), judgementOf), judgementOf, workbook.settings.tak100, columns),
  ];
  return blocks.length === 0 ? [] : [{ kind: "heading", level: 1, text: "Sammanställning", id: "sammanstallning" }, ...blocks];
}

/** Nothing is left out in silence. */
function notInForceNote(goals: readonly GoalRow[], period: Period): readonly ReportBlock[] {
  if (goals.length === 0) return [];
  return [{ kind: "note", text: `Mål som inte gäller under ${periodLabel(period)} är inte med: ${inARow(goals.map(({ values }) => headingText(values)))}` }];
}

/** Assignments without a goal have a report of their own. */
function elsewhereNote(count: number): readonly ReportBlock[] {
  if (count === 0) return [];
  return [{ kind: "note", text: `${count} uppdrag hör inte till något mål och är inte med här. De redovisas i Uppdragsuppföljning.` }];
}
