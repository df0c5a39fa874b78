import { goalStatuses, type GoalStatus } from "../../registers/definitions/statusWords.js";
import type { AssignmentResult } from "../../rules/assignments/assignments.js";
import { reaches } from "../../rules/measures/comparison.js";
import { countStatuses } from "../../rules/goals/goalResults.js";
import { madeOnce, type GoalRow } from "../../rules/goals/goalTree.js";
import type { GoalRollUp } from "../../rules/goals/goalRollUp.js";
import type { GoalResult, MeasureResult, MeasureStatus } from "../../rules/measures/results.js";
import { countsByStatus } from "../parts/assignmentCells.js";
import type { ReportBlock, ReportCell, ReportColumn, ReportTable } from "../document.js";
import type { OutlinedGoal } from "./goalOutline.js";
import type { MeasureColumns } from "../parts/measureColumns.js";
import { textCell, wholePercentCell } from "../parts/measureCells.js";
import { assignmentScale, goalsBelowScale, goalScale, judgementScale, legendOf } from "../scales.js";

/** Statuses with a column of their own. */
const COUNTED = ["Uppnått", "Delvis uppnått", "Ej uppnått", "Ej mätt"] as const satisfies readonly MeasureStatus[];
/** What stands in Övriga, in the order it is told, as a sentence goes on after its number. */
const OTHERS = [["Mål saknas", "utan målvärde"], ["Följs", "som bara följs"]] as const satisfies readonly (readonly [MeasureStatus, string])[];

/** The figures stand in the narrow columns; the wide one, of comments, says in words what the last figure is. */
function countColumns({ at }: MeasureColumns): readonly ReportColumn[] {
  return [
    { key: "malomrade", header: "Målområde", align: "left", gridColumn: 0 },
    { key: "antal", header: "Mått", align: "right", gridColumn: 1 },
    ...COUNTED.map((status, index): ReportColumn => ({ key: status, header: status, align: "right", gridColumn: index + 2 })),
    { key: "ovriga", header: "Övriga", align: "right", gridColumn: COUNTED.length + 2 },
    { key: "varav", header: "Övriga är", align: "left", gridColumn: at("kommentar") },
  ];
}

/** How many measures have each status, per topmost goal and in total: Mått is the sum of the figures after it. */
export function goalCountsTable(outline: readonly OutlinedGoal[], withoutGoal: readonly MeasureResult[], columns: MeasureColumns): ReportTable {
  const byArea = new Map<GoalRow, MeasureResult[]>();
  for (const { area, result } of outline) {
    const ofArea = madeOnce(byArea, area, (): MeasureResult[] => []);
    for (const each of result.measures) ofArea.push(each);
  }
  const all = [...[...byArea.values()].flat(), ...withoutGoal];
  return {
    kind: "table",
    id: "antal",
    caption: "Antal mått per status",
    columns: countColumns(columns),
    rows: [
      ...[...byArea].map(([area, results]) => countRow(goalName(area), results)),
      ...(withoutGoal.length === 0 ? [] : [countRow("Mått utan mål", withoutGoal)]),
      countRow("Totalt", all),
    ],
  };
}

function countRow(name: string, results: readonly MeasureResult[]): readonly ReportCell[] {
  const counts = countStatuses(results);
  const shown = COUNTED.map((status) => counts[status]);
  const others = results.length - shown.reduce((sum, each) => sum + each, 0);
  return [textCell(name), count(results.length), ...shown.map(count), count(others), textCell(othersInWords(results))];
}

/** "1 utan målvärde, 2 som bara följs": the word Övriga alone would hide what is missing. */
export function othersInWords(results: readonly MeasureResult[]): string {
  const counts = countStatuses(results);
  const unclear = results.filter(({ status }) => status === null).length;
  const told = [...OTHERS.map(([status, words]) => [counts[status], words] as const), [unclear, "som inte går att tolka säkert"] as const];
  return told.flatMap(([number, words]) => (number === 0 ? [] : [`${number} ${words}`])).join(", ");
}

function count(value: number): ReportCell {
  return { kind: "number", value, decimals: 0 };
}

/**
 * A measure that several units report has a row, and a count, for each of them, or one where their outcomes are put together: that is said, so that nobody takes the counts for
 * measures, or a figure for whole that lacks a unit.
 */
export function severalUnitsNote(results: readonly MeasureResult[]): readonly ReportBlock[] {
  const measures = new Set(results.map(({ measure }) => measure));
  const together = results.flatMap(({ rolledUp }) => (rolledUp?.isReported === true ? [rolledUp] : []));
  const incomplete = together.filter(({ missing }) => missing.length > 0).length;
  const texts = [
    ...(measures.size === results.length ? [] : ["Ett mått som flera enheter redovisar räknas en gång för varje enhet."]),
    ...(together.length === 0 ? [] : [`${together.length === 1 ? "1 mått är sammanvägt" : `${together.length} mått är sammanvägda`} av enheternas utfall och räknas en gång.${incomplete === 0 ? "" : ` ${incomplete} mått saknar utfall från någon enhet.`}`]),
  ];
  return texts.length === 0 ? [] : [{ kind: "note", text: texts.join(" ") }];
}

/** The committee's own word for a goal, if it has given one. */
type JudgementOf = (goal: GoalRow) => GoalStatus | undefined;

/**
 * The word that the measures propose for each goal, with the mean behind it, and the committee's own word where it has given any; then what goals of several committees propose
 * for the goal above them; then the legend. Nothing when no goal has any. `tak100` prints at most 100 %: the mean itself is of uncapped attainments.
 */
export function judgementBlocks(
  outline: readonly OutlinedGoal[], rolledUp: readonly GoalRollUp[], judgementOf: JudgementOf, tak100: boolean, columns: MeasureColumns,
): readonly ReportBlock[] {
  const fromBelow = new Set(rolledUp.map(({ goal }) => goal));
  const judged = outline
    .map((goal) => ({ ...goal.result, own: judgementOf(goal.result.goal) }))
    .filter(({ goal, measures, own }) => (measures.length > 0 || own !== undefined) && !fromBelow.has(goal));
  const all = [...judged, ...rolledUp];
  if (all.length === 0) return [];
  const own = all.flatMap((goal) => (goal.own === undefined ? [] : [goal.own]));
  return [
    ...(judged.length === 0 ? [] : [judgementTable(judged, tak100, columns)]),
    ...(rolledUp.length === 0 ? [] : [goalsBelowTable(rolledUp, columns)]),
    ...(judged.length === 0 ? [] : [legendOf(goalScale, judged.map(({ proposed }) => proposed))]),
    ...(rolledUp.length === 0 ? [] : [legendOf(goalsBelowScale, rolledUp.map(({ proposed }) => proposed))]),
    ...(own.length === 0 ? [] : [legendOf(judgementScale, own)]),
  ];
}

function judgementTable(judged: readonly (GoalResult & { readonly own: GoalStatus | undefined })[], tak100: boolean, { at }: MeasureColumns): ReportTable {
  const hasOwn = judged.some(({ own }) => own !== undefined);
  return {
    kind: "table",
    id: "bedomning",
    caption: hasOwn ? "Bedömning av målen" : "Förslag till bedömning av målen",
    columns: [
      { key: "mal", header: "Mål", align: "left", gridColumn: 0 },
      { key: "antal", header: "Antal mått", align: "right", gridColumn: 1 },
      { key: "bedomda", header: "Bedömda", align: "right", gridColumn: 2 },
      { key: "maluppfyllelse", header: "Måluppfyllelse", align: "right", gridColumn: at("maluppfyllelse") },
      { key: "forslag", header: "Förslag", align: "left", gridColumn: at("status") },
      ...(hasOwn ? [{ key: "bedomning", header: "Nämndens bedömning", align: "left", gridColumn: at("trend") } as const] : []),
    ],
    rows: judged.map((goal): readonly ReportCell[] => [
      textCell(goalName(goal.goal)),
      count(goal.measures.length),
      count(goal.counts["Uppnått"] + goal.counts["Delvis uppnått"] + goal.counts["Ej uppnått"]),
      goal.mean === undefined
        ? { kind: "empty", reason: "Inget mått har en måluppfyllelse." }
        : wholePercentCell(tak100 ? Math.min(1, goal.mean) : goal.mean, reaches(goal.mean, 1)),
      { kind: "status", scale: goalScale.name, word: goal.proposed },
      ...(hasOwn ? [ownCell(goal.own)] : []),
    ]),
  };
}

/** What the committees' goals say of the goal above them. */
function goalsBelowTable(rolledUp: readonly GoalRollUp[], { at }: MeasureColumns): ReportTable {
  return {
    kind: "table",
    id: "bedomning-ovanfor",
    caption: "Förslag för mål som flera nämnder har mål under",
    columns: [
      { key: "mal", header: "Mål", align: "left", gridColumn: 0 },
      { key: "antal", header: "Mål under", align: "right", gridColumn: 1 },
      { key: "bedomda", header: "Bedömda", align: "right", gridColumn: 2 },
      { key: "forslag", header: "Förslag", align: "left", gridColumn: at("status") },
      { key: "bedomning", header: "Egen bedömning", align: "left", gridColumn: at("trend") },
      { key: "varav", header: "Målen under är", align: "left", gridColumn: at("kommentar") },
    ],
    rows: rolledUp.map(({ goal, counts, proposed, own }): readonly ReportCell[] => {
      const all = goalStatuses.reduce((sum, word) => sum + counts[word], 0);
      return [
        textCell(goalName(goal)),
        count(all),
        count(all - counts["Ej bedömt"]),
        { kind: "status", scale: goalsBelowScale.name, word: proposed },
        ownCell(own),
        textCell(goalStatuses.flatMap((word) => (counts[word] === 0 ? [] : [`${counts[word]} ${word.toLowerCase()}`])).join(", ")),
      ];
    }),
  };
}

function ownCell(own: GoalStatus | undefined): ReportCell {
  return own === undefined ? { kind: "empty", reason: "Nämnden har inte gett någon egen bedömning." } : { kind: "status", scale: judgementScale.name, word: own };
}

/** How many assignments have each status, and in all. */
export function assignmentCountsTable(results: readonly AssignmentResult[]): ReportTable {
  return {
    kind: "table",
    id: "antal-uppdrag",
    caption: "Antal uppdrag per status",
    columns: [
      { key: "status", header: "Status", align: "left", gridColumn: 0 },
      { key: "antal", header: "Uppdrag", align: "right", gridColumn: 1 },
    ],
    rows: [
      ...countsByStatus(results).map(([word, number]): readonly ReportCell[] => [{ kind: "status", scale: assignmentScale.name, word }, count(number)]),
      [textCell("Totalt"), count(results.length)],
    ],
  };
}

export function goalName({ values: { nr, mal } }: GoalRow): string {
  return nr === null ? mal : `${nr} ${mal}`;
}
