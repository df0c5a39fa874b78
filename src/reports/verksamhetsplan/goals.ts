import { dayText } from "../../registers/values/formatting.js";
import type { Workbook } from "../../rules/measures/measureResults.js";
import type { OutlinedCriterion } from "../../rules/goals/criteria.js";
import type { GoalRow } from "../../rules/goals/goalTree.js";
import type { Plan, PlanGoal } from "../../rules/goals/planGoals.js";
import { responsibleText } from "../parts/assignmentCells.js";
import type { ReportBlock, ReportColumn, ReportTable } from "../document.js";
import { textCell } from "../parts/measureCells.js";
import { unitNamesOf, type UnitNames } from "../parts/unitNames.js";
import { goalText } from "./goalText.js";
import { indicatorTable, type IndicatorColumns } from "./indicators.js";

/** The goals under whoever set them, each with what tells that it is reached and what is planned for it. */
export function goalBlocks(workbook: Workbook, { owners }: Plan, indicators: IndicatorColumns): readonly ReportBlock[] {
  const names = unitNamesOf(workbook);
  const hasActivities = owners.some(({ goals }) => goals.some(({ activities }) => activities.length > 0));
  return owners.flatMap(({ owner, goals }) => {
    const opened = new Set<GoalRow>();
    return [
      { kind: "heading" as const, level: 1 as const, text: owner === null ? "Mål som ingen äger" : `${genitive(names(owner))} mål`, id: `agare:${owner ?? ""}` },
      ...goals.flatMap((goal) => [...openedHeadings(goal, opened), ...blocksOf(workbook, goal, indicators, names), ...activityBlocks(goal, hasActivities)]),
    ];
  });
}

/** "Kommunfullmäktiges", "Personalutskottets"; a name that ends in s, x or z is its own. */
function genitive(name: string): string {
  return /[sxz]$/iu.test(name) ? name : `${name}s`;
}

/** The goal areas and other headings above a goal, each printed before the first goal below it. */
function openedHeadings({ headings }: PlanGoal, opened: Set<GoalRow>): readonly ReportBlock[] {
  return headings.flatMap((heading, depth): readonly ReportBlock[] => {
    if (opened.has(heading)) return [];
    opened.add(heading);
    const { id, beskrivning } = heading.values;
    return [
      { kind: "heading", level: depth === 0 ? 2 : depth === 1 ? 3 : 4, text: goalText(heading), id },
      ...(beskrivning === null ? [] : [{ kind: "paragraph" as const, text: beskrivning }]),
    ];
  });
}

/** Which table a goal gets follows from what it has: criteria in words, or sub-goals and indicators; a goal with neither stands as a heading over its activities. */
function blocksOf(workbook: Workbook, planGoal: PlanGoal, indicators: IndicatorColumns, names: UnitNames): readonly ReportBlock[] {
  const { goal, criteria } = planGoal;
  const { id, beskrivning } = goal.values;
  const withIndicators = indicatorTable(workbook, planGoal, indicators);
  const tables = [...(criteria.length === 0 ? [] : [criterionTable(planGoal)]), ...(withIndicators === undefined ? [] : [withIndicators])];
  const title: readonly ReportBlock[] = tables.length === 0 ? [{ kind: "heading", level: 3, text: goalText(goal), id }] : [];
  return [
    ...areaLine(planGoal),
    ...title,
    ...(beskrivning === null ? [] : [{ kind: "paragraph" as const, text: beskrivning }]),
    ...tables,
    ...(planGoal.assignments.length === 0 ? [] : [assignmentTable(planGoal, names)]),
  ];
}

/** A committee's goal says its goal area, also when it has none. */
function areaLine({ goal, headings }: PlanGoal): readonly ReportBlock[] {
  if (goal.values.niva !== "Nämndmål" || headings.length > 0) return [];
  return [{ kind: "paragraph", label: "Målområde", text: "Inte angivet.", id: `malomrade:${goal.values.id}` }];
}

const criterionColumns: readonly ReportColumn[] = [
  { key: "mal", header: "Mål", align: "left", gridColumn: 0 },
  { key: "maluppfyllelse", header: "Måluppfyllelse", align: "left", gridColumn: 1 },
];

/** The goal beside its criteria, a row each, so that a long list goes on over a page's end. */
function criterionTable({ goal, criteria }: PlanGoal): ReportTable {
  return {
    kind: "table",
    id: `kriterier:${goal.values.id}`,
    columns: criterionColumns,
    namedBy: 1,
    rows: criteria.map((criterion, index) => [textCell(index === 0 ? goalText(goal) : ""), textCell(criterionText(criterion))]),
  };
}

/** "5. Vi har en mall", and those below it "5.1 Klarspråk". */
function criterionText({ row: { values } }: OutlinedCriterion): string {
  return `${/^\d+$/u.test(values.nr) ? `${values.nr}.` : values.nr} ${values.kriterium}`;
}

const activityColumns: readonly ReportColumn[] = [
  { key: "ansvarig", header: "Ansvarig", align: "left", gridColumn: 0 },
  { key: "aktivitet", header: "Aktivitet", align: "left", gridColumn: 1 },
  { key: "resurs", header: "Resurs", align: "left", gridColumn: 2 },
  { key: "tidsram", header: "Tidsram", align: "left", gridColumn: 3 },
];

/** In a plan without any activity that is said once, at its beginning. */
function activityBlocks({ goal, activities }: PlanGoal, hasActivities: boolean): readonly ReportBlock[] {
  if (activities.length === 0) return hasActivities ? [{ kind: "note", text: "Inga aktiviteter är planerade för målet." }] : [];
  const table: ReportTable = {
    kind: "table",
    id: `aktiviteter:${goal.values.id}`,
    caption: "Planerade aktiviteter",
    columns: activityColumns,
    namedBy: 1,
    rows: activities.map(({ values: { ansvarig, aktivitet, resurs, tidsram, slut } }) => [
      textCell(ansvarig), textCell(aktivitet), textCell(resurs),
      textCell([tidsram, slut === null ? null : `senast ${dayText(slut)}`].filter((part) => part !== null).join(", ")),
    ]),
  };
  return [table];
}

const assignmentColumns: readonly ReportColumn[] = [
  { key: "ansvarig", header: "Ansvarig", align: "left", gridColumn: 0 },
  { key: "uppdrag", header: "Uppdrag", align: "left", gridColumn: 1 },
  { key: "fortydligande", header: "Förtydligande", align: "left", gridColumn: 2 },
  { key: "slut", header: "Slut", align: "left", gridColumn: 3 },
];

function assignmentTable({ goal, assignments }: PlanGoal, names: UnitNames): ReportTable {
  return {
    kind: "table",
    id: `uppdrag:${goal.values.id}`,
    caption: "Uppdrag",
    columns: assignmentColumns,
    namedBy: 1,
    rows: assignments.map((result) => {
      const { uppdrag, fortydligande, slut } = result.assignment.values;
      return [textCell(responsibleText(result, names)), textCell(uppdrag), textCell(fortydligande), textCell(slut === null ? null : dayText(slut))];
    }),
  };
}
