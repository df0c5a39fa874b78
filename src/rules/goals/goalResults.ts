import type { RegisterContents } from "../../registers/registers.js";
import type { Settings } from "../../registers/settings.js";
import { isInForce } from "./goalsInForce.js";
import type { GoalRow, GoalTree } from "./goalTree.js";
import { resultsOfMeasure, workbookOf, type Choice, type Workbook } from "../measures/measureResults.js";
import type { GoalResult, MeasureResult, MeasureStatus } from "../measures/results.js";

/**
 * Every goal with its own measures' results, in report order: parents first, siblings by Ordning, Nr and id. For a unit: the goals that it or
 * a unit below owns or reports a measure of, and the goals above those.
 */
export function goalResults(contents: RegisterContents, settings: Settings, choice: Choice): GoalResult[] {
  return reportedGoals(workbookOf(contents, settings), choice).reported;
}

/** The goals of a report, and those left out because they are not in force in its period. */
export interface ReportedGoals {
  readonly reported: GoalResult[];
  readonly notInForce: readonly GoalRow[];
}

/**
 * As `goalResults`. A goal that is not in force is reported all the same when it, or a goal below it, has an outcome for the period. `also` are goals to
 * report whosever they are and whether in force or not: somebody has an assignment in them, or has reported on them.
 */
export function reportedGoals(workbook: Workbook, choice: Choice, also: ReadonlySet<GoalRow> = new Set()): ReportedGoals {
  const { tree } = workbook;
  const results = tree.inOrder.map((goal) => {
    // Two goals with one id are a finding; the measures are then the upper one's.
    const own = tree.goal(goal.values.id) === goal ? tree.measuresOf(goal.values.id) : [];
    return goalResult(goal, own.flatMap((measure) => resultsOfMeasure(workbook, measure, choice)));
  });
  const concerning = choice.unit === null ? new Set(tree.inOrder) : shownFor(workbook, results, choice.unit, also);
  const followed = results.filter(({ goal, measures }) => also.has(goal) || isInForce(goal, choice.period, tree) || measures.some(isBegun));
  const shown = withGoalsAbove(tree, followed.map(({ goal }) => goal));
  return {
    reported: results.filter(({ goal }) => concerning.has(goal) && shown.has(goal)),
    notInForce: tree.inOrder.filter((goal) => concerning.has(goal) && !shown.has(goal)),
  };
}

/** Whether somebody has a row of it in Utfall for the period. */
function isBegun({ source, rolledUp }: MeasureResult): boolean {
  return source !== undefined || (rolledUp !== undefined && [...rolledUp.counted, ...rolledUp.missing].some((part) => part.source !== undefined));
}

function withGoalsAbove(tree: GoalTree, goals: readonly GoalRow[]): ReadonlySet<GoalRow> {
  const all = new Set<GoalRow>();
  for (const goal of goals) {
    for (let at: GoalRow | undefined = goal; at !== undefined && !all.has(at); at = tree.parent(at)) all.add(at);
  }
  return all;
}

function shownFor({ tree, units }: Workbook, results: readonly GoalResult[], unit: string, also: ReadonlySet<GoalRow>): ReadonlySet<GoalRow> {
  const concerned = results.filter(({ goal, measures }) => {
    const owner = tree.ownerOfGoal(goal);
    return also.has(goal) || measures.length > 0 || (owner !== null && units.isWithin(owner, unit));
  });
  return withGoalsAbove(tree, concerned.map(({ goal }) => goal));
}

/** A goal's own measures as one unit reports them, whether the goal is in force or not. */
export function goalResultOf(workbook: Workbook, goal: GoalRow, choice: Choice): GoalResult {
  return goalResult(goal, workbook.tree.measuresOf(goal.values.id).flatMap((measure) => resultsOfMeasure(workbook, measure, choice)));
}

function goalResult(goal: GoalRow, measures: readonly MeasureResult[]): GoalResult {
  const counts = countStatuses(measures);
  return { goal, measures, counts, mean: weightedMean(measures), proposed: proposedWord(counts) };
}

/** How many measures have each status; a measure whose outcome or target is unclear has none and is not counted. */
export function countStatuses(measures: readonly MeasureResult[]): Record<MeasureStatus, number> {
  const counts: Record<MeasureStatus, number> = { "Uppnått": 0, "Delvis uppnått": 0, "Ej uppnått": 0, "Ej mätt": 0, "Mål saknas": 0, "Följs": 0 };
  for (const { status } of measures) if (status !== null) counts[status] += 1;
  return counts;
}

/** Mean of the uncapped attainments that exist, each by its measure's Vikt (blank is 1); a weight of zero or less takes no part. */
function weightedMean(measures: readonly MeasureResult[]): number | undefined {
  let sum = 0;
  let weights = 0;
  for (const { attainment, measure } of measures) {
    const weight = measure.values.vikt ?? 1;
    if (attainment.value === null || weight <= 0) continue;
    sum += attainment.value * weight;
    weights += weight;
  }
  return weights > 0 ? sum / weights : undefined;
}

/** Proposed from those that could be judged, measures or goals below: all met, none met or even partly, or something between. */
export function proposedWord(counts: Readonly<Record<"Uppnått" | "Delvis uppnått" | "Ej uppnått", number>>): GoalResult["proposed"] {
  const met = counts["Uppnått"];
  const partly = counts["Delvis uppnått"];
  const missed = counts["Ej uppnått"];
  if (met + partly + missed === 0) return "Ej bedömt";
  if (partly + missed === 0) return "Uppnått";
  return met + partly === 0 ? "Ej uppnått" : "Delvis uppnått";
}
