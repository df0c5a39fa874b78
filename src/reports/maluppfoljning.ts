import type { Mal } from "../registers/registers.js";
import { periodLabel, type Period } from "../registers/values/period.js";
import { shouldBeMeasured } from "../rules/goalLevels.js";
import { reportedGoals } from "../rules/goalResults.js";
import type { GoalRow } from "../rules/goalTree.js";
import { resultsOfMeasure, workbookOf, type Workbook } from "../rules/measureResults.js";
import type { MeasureResult } from "../rules/results.js";
import { agenda2030Name } from "./agenda2030.js";
import type { ReportBlock, ReportDocument } from "./document.js";
import { goalOutline, type OutlinedGoal } from "./goalOutline.js";
import { goalCountsTable, judgementTable, severalUnitsNote } from "./goalSummary.js";
import { measureNotes, measureTable } from "./measureTable.js";
import { inUnitOrder } from "./unitOrder.js";
import type { ReportChoice, ReportDefinition, ReportInput } from "./report.js";
import { goalScale, measureScale } from "./scales.js";

const TITLE = "Måluppföljning";

/** After Ale kommun, Uppföljningsrapport April 2019: goals in the document's order, each with its measures, and counts at the end. */
export const maluppfoljning: ReportDefinition = {
  name: "maluppfoljning",
  title: TITLE,
  purpose: "Visar för varje mål vilka utfall måtten har under perioden och om målvärdena nås.",
  audience: "intern",
  needs: ["mal", "matt", "utfall"],
  sheetName: ({ unit, period }: ReportChoice) => [TITLE, periodLabel(period), ...(unit === null ? [] : [unit])].join(" "),
  build,
};

/**
 * Widths in characters: the goal or measure, three columns of figures, status, trend, what it was compared with, and comment. Each holds its widest header or
 * word; together they fit A4 landscape at some 70 %.
 */
const GRID = [56, 12, 13, 18, 17, 15, 16, 46] as const;

function build(input: ReportInput): ReportDocument {
  const { contents, settings, unit, period } = input;
  const workbook = workbookOf(contents, settings);
  const { reported, notInForce } = reportedGoals(workbook, { unit, period });
  const outline = goalOutline(reported, workbook.tree);
  const withoutGoal = workbook.tree.measuresOf(null).flatMap((measure) => resultsOfMeasure(workbook, measure, { unit, period }));
  const results = [...outline.flatMap(({ result }) => result.measures), ...withoutGoal];
  return {
    report: maluppfoljning.name,
    title: `${TITLE} ${periodLabel(period)}`,
    audience: maluppfoljning.audience,
    sheetName: maluppfoljning.sheetName(input),
    unitName: unitName(input),
    period,
    periodLabel: periodLabel(period),
    date: input.date,
    grid: GRID,
    blocks: [
      ...introduction(input, outline, results),
      ...outline.flatMap((goal) => goalBlocks(goal, workbook)),
      ...withoutGoalBlocks(withoutGoal, workbook),
      ...summaryBlocks(outline, withoutGoal, settings.tak100),
      ...notInForceNote(notInForce, period),
    ],
  };
}

function unitName({ contents, settings, unit }: ReportInput): string {
  const named = unit === null ? undefined : contents.enheter?.rows.find(({ values }) => values.kod === unit)?.values.namn;
  const parts = [named ?? unit ?? "Alla nämnder och enheter", settings.kommun.trim()];
  return parts.filter((part) => part !== "").join(", ");
}

function introduction({ period }: ReportInput, outline: readonly OutlinedGoal[], results: readonly MeasureResult[]): readonly ReportBlock[] {
  if (outline.length === 0 && results.length === 0) {
    return [{ kind: "paragraph", text: "Det finns inga mål eller mått att redovisa för det här valet. Fyll i registren Mål och Mått, eller välj en annan enhet." }];
  }
  const used = new Set(results.map(({ status }) => status));
  const words = measureScale.steps.map(({ word }) => word).filter((word) => [...used].some((status) => status === word));
  return [
    { kind: "paragraph", text: inWords(periodLabel(period), results) },
    ...(words.length === 0 ? [] : [{ kind: "legend" as const, scale: measureScale.name, words }]),
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

function goalBlocks({ result, depth, levelsBelow }: OutlinedGoal, workbook: Workbook): readonly ReportBlock[] {
  const { id, niva, mal, beskrivning, agenda2030 } = result.goal.values;
  const title: ReportBlock =
    niva === "Inriktning"
      ? { kind: "paragraph", label: niva, text: mal }
      : { kind: "heading", level: headingLevel(depth), text: headingText(result.goal.values), id };
  return [
    title,
    ...(beskrivning === null ? [] : [{ kind: "paragraph" as const, text: beskrivning }]),
    ...(agenda2030 === null || agenda2030.length === 0
      ? []
      : [{ kind: "paragraph" as const, label: "Agenda 2030", text: agenda2030.map(agenda2030Name).join("; ") }]),
    ...(result.measures.length > 0 ? measureBlocks(`matt:${id}`, result.measures, workbook) : []),
    ...(result.measures.length === 0 && shouldBeMeasured(niva, levelsBelow) ? [{ kind: "paragraph" as const, text: "Målet har inget mått." }] : []),
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

function measureBlocks(id: string, results: readonly MeasureResult[], workbook: Workbook): readonly ReportBlock[] {
  const ordered = inUnitOrder(results, workbook);
  return [measureTable(id, ordered, workbook), ...measureNotes(ordered, workbook)];
}

/** A measure is never left out because its goal is missing. */
function withoutGoalBlocks(results: readonly MeasureResult[], workbook: Workbook): readonly ReportBlock[] {
  if (results.length === 0) return [];
  return [
    { kind: "heading", level: 1, text: "Mått utan mål", id: "utan-mal" },
    { kind: "paragraph", text: "De här måtten hör inte till något mål i registret Mål." },
    ...measureBlocks("matt:utan-mal", results, workbook),
  ];
}

function summaryBlocks(outline: readonly OutlinedGoal[], withoutGoal: readonly MeasureResult[], tak100: boolean): readonly ReportBlock[] {
  const results = [...outline.flatMap(({ result }) => result.measures), ...withoutGoal];
  if (results.length === 0) return [];
  const judged = judgementTable(outline, tak100);
  return [
    { kind: "heading", level: 1, text: "Sammanställning", id: "sammanstallning" },
    goalCountsTable(outline, withoutGoal),
    ...severalUnitsNote(results),
    ...(judged === undefined ? [] : [judged, goalLegend(outline)]),
  ];
}

/** Nothing is left out in silence. */
function notInForceNote(goals: readonly GoalRow[], period: Period): readonly ReportBlock[] {
  if (goals.length === 0) return [];
  return [{ kind: "note", text: `Mål som inte gäller under ${periodLabel(period)} är inte med: ${goals.map(({ values }) => headingText(values)).join("; ")}` }];
}

function goalLegend(outline: readonly OutlinedGoal[]): ReportBlock {
  const used = new Set(outline.filter(({ result }) => result.measures.length > 0).map(({ result }) => result.proposed));
  return { kind: "legend", scale: goalScale.name, words: goalScale.steps.map(({ word }) => word).filter((word) => [...used].some((proposed) => proposed === word)) };
}
