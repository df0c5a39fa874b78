import type { GoalStatus } from "../registers/definitions/statusWords.js";
import type { AssignmentResult } from "../rules/assignments.js";
import { reaches } from "../rules/comparison.js";
import { countStatuses } from "../rules/goalResults.js";
import type { GoalRow } from "../rules/goalTree.js";
import type { MeasureResult, MeasureStatus } from "../rules/results.js";
import { countsByStatus } from "./assignmentCells.js";
import type { ReportBlock, ReportCell, ReportColumn, ReportTable } from "./document.js";
import type { OutlinedGoal } from "./goalOutline.js";
import { textCell, wholePercentCell } from "./measureCells.js";
import { assignmentScale, goalScale, judgementScale, legendOf } from "./scales.js";

/** Statuses with a column of their own. */
const COUNTED = ["Uppnått", "Delvis uppnått", "Ej uppnått", "Ej mätt"] as const satisfies readonly MeasureStatus[];
/** What stands in Övriga, in the order it is told, as a sentence goes on after its number. */
const OTHERS = [["Mål saknas", "utan målvärde"], ["Följs", "som bara följs"]] as const satisfies readonly (readonly [MeasureStatus, string])[];

/** The figures stand in the narrow columns; the wide one says in words what the last figure is. */
const countColumns: readonly ReportColumn[] = [
  { key: "malomrade", header: "Målområde", align: "left", gridColumn: 0 },
  { key: "antal", header: "Mått", align: "right", gridColumn: 1 },
  ...COUNTED.map((status, index): ReportColumn => ({ key: status, header: status, align: "right", gridColumn: index + 2 })),
  { key: "ovriga", header: "Övriga", align: "right", gridColumn: COUNTED.length + 2 },
  { key: "varav", header: "Övriga är", align: "left", gridColumn: COUNTED.length + 3 },
];

/** How many measures have each status, per topmost goal and in total: Mått is the sum of the figures after it. */
export function goalCountsTable(outline: readonly OutlinedGoal[], withoutGoal: readonly MeasureResult[]): ReportTable {
  const byArea = new Map<GoalRow, MeasureResult[]>();
  for (const { area, result } of outline) byArea.set(area, [...(byArea.get(area) ?? []), ...result.measures]);
  const all = [...[...byArea.values()].flat(), ...withoutGoal];
  return {
    kind: "table",
    id: "antal",
    caption: "Antal mått per status",
    columns: countColumns,
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

/** A measure that several units report has a row, and a count, for each of them: that is said, so that nobody takes the counts for measures. */
export function severalUnitsNote(results: readonly MeasureResult[]): readonly ReportBlock[] {
  const measures = new Set(results.map(({ measure }) => measure));
  return measures.size === results.length ? [] : [{ kind: "note", text: "Ett mått som flera enheter redovisar räknas en gång för varje enhet." }];
}

const judgementColumns: readonly ReportColumn[] = [
  { key: "mal", header: "Mål", align: "left", gridColumn: 0 },
  { key: "antal", header: "Antal mått", align: "right", gridColumn: 1 },
  { key: "bedomda", header: "Bedömda", align: "right", gridColumn: 2 },
  { key: "maluppfyllelse", header: "Måluppfyllelse", align: "right", gridColumn: 3 },
  { key: "forslag", header: "Förslag", align: "left", gridColumn: 4 },
];

const ownColumn: ReportColumn = { key: "bedomning", header: "Nämndens bedömning", align: "left", gridColumn: 5 };

/** The committee's own word for a goal, if it has given one. */
export type JudgementOf = (goal: OutlinedGoal) => GoalStatus | undefined;

/**
 * The word that the measures propose for each goal, with the mean behind it, and the committee's own word where it has given any; then the legend. Nothing
 * when no goal has either. `tak100` prints at most 100 %: the mean itself is of uncapped attainments.
 */
export function judgementBlocks(outline: readonly OutlinedGoal[], judgementOf: JudgementOf, tak100: boolean): readonly ReportBlock[] {
  const judged = outline
    .map((goal) => ({ ...goal.result, own: judgementOf(goal) }))
    .filter(({ measures, own }) => measures.length > 0 || own !== undefined);
  if (judged.length === 0) return [];
  const own = judged.flatMap((goal) => (goal.own === undefined ? [] : [goal.own]));
  const table: ReportTable = {
    kind: "table",
    id: "bedomning",
    caption: own.length === 0 ? "Förslag till bedömning av målen" : "Bedömning av målen",
    columns: own.length === 0 ? judgementColumns : [...judgementColumns, ownColumn],
    rows: judged.map((goal): readonly ReportCell[] => [
      textCell(goalName(goal.goal)),
      count(goal.measures.length),
      count(goal.counts["Uppnått"] + goal.counts["Delvis uppnått"] + goal.counts["Ej uppnått"]),
      goal.mean === undefined
        ? { kind: "empty", reason: "Inget mått har en måluppfyllelse." }
        : wholePercentCell(tak100 ? Math.min(1, goal.mean) : goal.mean, reaches(goal.mean, 1)),
      { kind: "status", scale: goalScale.name, word: goal.proposed },
      ...(own.length === 0 ? [] : [ownCell(goal.own)]),
    ]),
  };
  return [
    table,
    legendOf(goalScale, judged.map(({ proposed }) => proposed)),
    ...(own.length === 0 ? [] : [legendOf(judgementScale, own)]),
  ];
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
