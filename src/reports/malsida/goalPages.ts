import { folded } from "../../registers/values/reading.js";
import { reportedAssignments, type AssignmentResult, type AssignmentRow } from "../../rules/assignments/assignments.js";
import { isInForce } from "../../rules/goals/goalsInForce.js";
import { append, byReportOrder, type GoalRow, type MeasureRow } from "../../rules/goals/goalTree.js";
import { resultsOfMeasure, type Choice, type Workbook } from "../../rules/measures/measureResults.js";
import { resourcesBySubject, resourcesInOrder, type Resource } from "../../rules/money/resources.js";
import type { MeasureResult } from "../../rules/measures/results.js";

/** All that one goal's page is made from. */
export interface GoalPage {
  readonly goal: GoalRow;
  /** The goals below it that have no page of their own, in report order. */
  readonly below: readonly GoalRow[];
  /** By Ordning and id. */
  readonly assignments: readonly AssignmentResult[];
  readonly measures: readonly MeasureResult[];
  /** Money and posts of the year, of the goal, those below it and its assignments. */
  readonly resources: readonly Resource[];
}

export interface GoalPages {
  readonly pages: readonly GoalPage[];
  readonly assignmentsNotInForce: readonly AssignmentRow[];
  readonly assignmentsWithoutGoal: readonly AssignmentResult[];
  /** Of the pages' goals and assignments, but of another year. */
  readonly resourcesOfOtherYears: readonly Resource[];
}

/** Levels that have pages though nothing is done for them yet: what the whole municipality is to reach. */
const OVERALL: ReadonlySet<GoalRow["values"]["niva"]> = new Set(["Målområde", "Prioriterat mål", "Fullmäktiges mål"]);
/** Levels that are parts of the goal above them. */
const PARTS: ReadonlySet<GoalRow["values"]["niva"]> = new Set(["Inriktning", "Delmål"]);

/**
 * A page for each goal of the whole municipality in force that has no such goal below it, and for every other goal that has assignments and lies below none of those. For a unit: the
 * goals that it or a unit below owns, and those that it has assignments in. What lies below a page's goal is on its page.
 */
export function goalPages(workbook: Workbook, choice: Choice): GoalPages {
  const { tree } = workbook;
  const pageOf = pagesByGoal(workbook);
  const { reported, notInForce } = reportedAssignments(workbook, choice);
  const assignments = new Map<GoalRow, AssignmentResult[]>();
  const withoutGoal: AssignmentResult[] = [];
  for (const result of reported) {
    const goal = tree.goal(result.assignment.values.malId);
    if (goal === undefined) withoutGoal.push(result);
    else append(assignments, pageOf(goal), result);
  }
  const aboveOthers = new Set(tree.inOrder.filter(({ values }) => OVERALL.has(values.niva)).map((goal) => tree.parent(goal)));
  const isOverall = (goal: GoalRow) =>
    OVERALL.has(goal.values.niva) && !aboveOthers.has(goal) && isInForce(goal, choice.period, tree) && concerns(workbook, goal, choice);
  const below = new Map<GoalRow, GoalRow[]>();
  for (const goal of tree.inOrder) {
    const page = pageOf(goal);
    if (page !== goal && isInForce(goal, choice.period, tree)) append(below, page, goal);
  }
  const resources = resourcesBySubject(resourcesInOrder(workbook));
  const pages = tree.inOrder.filter((goal) => assignments.has(goal) || isOverall(goal)).map((goal) => {
    const parts = below.get(goal) ?? [];
    const own = [...(assignments.get(goal) ?? [])].sort((a, b) => byReportOrder(a.assignment.values, b.assignment.values));
    return {
      goal,
      below: parts,
      assignments: own,
      measures: [goal, ...parts].flatMap(({ values }) => tree.measuresOf(values.id)).flatMap((measure) => ownOrAll(workbook, measure, choice)),
      resources: [goal, ...parts, ...own.map(({ assignment }) => assignment)].flatMap(({ values }) => resources.get(folded(values.id)) ?? []),
    };
  });
  return {
    pages: pages.map((page) => ({ ...page, resources: page.resources.filter(({ year }) => isOfYear(year, choice)) })),
    assignmentsNotInForce: notInForce.filter(({ values }) => tree.goal(values.malId) !== undefined),
    assignmentsWithoutGoal: withoutGoal,
    resourcesOfOtherYears: pages.flatMap((page) => page.resources.filter(({ year }) => !isOfYear(year, choice))),
  };
}

/** A unit's own outcome where it has one; else the goal's nyckeltal are told as others report them. */
function ownOrAll(workbook: Workbook, measure: MeasureRow, choice: Choice): readonly MeasureResult[] {
  const own = resultsOfMeasure(workbook, measure, choice);
  return own.length > 0 ? own : resultsOfMeasure(workbook, measure, { ...choice, unit: null });
}

/** Money of a goal need not say which year. */
function isOfYear(year: number | null, { period }: Choice): boolean {
  return year === null || year === period.year;
}

function concerns({ tree, units }: Workbook, goal: GoalRow, { unit }: Choice): boolean {
  const owner = tree.ownerOfGoal(goal);
  return unit === null || (owner !== null && units.isWithin(owner, unit));
}

/** Whose page a goal is on: the nearest goal of the whole municipality, itself or above it, or else its own; a part is on that of what it is a part of. */
function pagesByGoal({ tree }: Workbook): (goal: GoalRow) => GoalRow {
  const pages = new Map<GoalRow, GoalRow>();
  for (const goal of tree.inOrder) {
    const parent = tree.parent(goal);
    const above = parent === undefined ? undefined : pages.get(parent);
    const isPart = PARTS.has(goal.values.niva) || (above !== undefined && OVERALL.has(above.values.niva) && !OVERALL.has(goal.values.niva));
    pages.set(goal, isPart && above !== undefined ? above : goal);
  }
  return (goal) => pages.get(goal) ?? goal;
}
