import { reaches } from "../rules/comparison.js";
import { countStatuses } from "../rules/goalResults.js";
import type { GoalRow } from "../rules/goalTree.js";
import type { MeasureResult, MeasureStatus } from "../rules/results.js";
import type { ReportBlock, ReportCell, ReportColumn, ReportTable } from "./document.js";
import type { OutlinedGoal } from "./goalOutline.js";
import { textCell, wholePercentCell } from "./measureCells.js";
import { goalScale } from "./scales.js";

const COUNTED = ["Uppnått", "Delvis uppnått", "Ej uppnått", "Ej mätt", "Mål saknas", "Följs"] as const satisfies readonly MeasureStatus[];

const countColumns: readonly ReportColumn[] = [
  { key: "malomrade", header: "Målområde", align: "left", gridColumn: 0 },
  ...COUNTED.map((status, index): ReportColumn => ({ key: status, header: status, align: "right", gridColumn: index + 1 })),
  { key: "summa", header: "Summa", align: "right", gridColumn: COUNTED.length + 1 },
];

/** How many measures have each status, per topmost goal and in total. */
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
  return [textCell(name), ...COUNTED.map((status) => count(counts[status])), count(results.length)];
}

function count(value: number): ReportCell {
  return { kind: "number", value, decimals: 0 };
}

/** Measures that have no status are in Summa but in no column: that is said, so that the row can be added up. */
export function uncountedNote(results: readonly MeasureResult[]): readonly ReportBlock[] {
  const unclear = results.filter(({ status }) => status === null).length;
  return unclear === 0 ? [] : [{ kind: "note", text: `I Summa ingår ${unclear} mått som inte har någon status, för att utfallet eller målvärdet inte går att tolka säkert.` }];
}

const judgementColumns: readonly ReportColumn[] = [
  { key: "mal", header: "Mål", align: "left", gridColumn: 0 },
  { key: "antal", header: "Antal mått", align: "right", gridColumn: 1 },
  { key: "bedomda", header: "Bedömda", align: "right", gridColumn: 2 },
  { key: "maluppfyllelse", header: "Måluppfyllelse", align: "right", gridColumn: 3 },
  { key: "forslag", header: "Förslag", align: "left", gridColumn: 4 },
];

/** The word that the measures propose for each goal, with the mean behind it; undefined when no goal has a measure. */
export function judgementTable(outline: readonly OutlinedGoal[]): ReportTable | undefined {
  const measured = outline.filter(({ result }) => result.measures.length > 0);
  if (measured.length === 0) return undefined;
  return {
    kind: "table",
    id: "bedomning",
    caption: "Förslag till bedömning av målen",
    columns: judgementColumns,
    rows: measured.map(({ result: { goal, measures, counts, mean, proposed } }): readonly ReportCell[] => [
      textCell(goalName(goal)),
      count(measures.length),
      count(counts["Uppnått"] + counts["Delvis uppnått"] + counts["Ej uppnått"]),
      mean === undefined ? { kind: "empty", reason: "Inget mått har en måluppfyllelse." } : wholePercentCell(mean, reaches(mean, 1)),
      { kind: "status", scale: goalScale.name, word: proposed },
    ]),
  };
}

function goalName({ values: { nr, mal } }: GoalRow): string {
  return nr === null ? mal : `${nr} ${mal}`;
}
