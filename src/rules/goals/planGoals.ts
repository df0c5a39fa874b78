import { folded } from "../../registers/values/reading.js";
import { assignmentsOf, type AssignmentResult } from "../assignments/assignments.js";
import { criteriaOf, type OutlinedCriterion } from "./criteria.js";
import { isInForce } from "./goalsInForce.js";
import { append, type GoalRow, type MeasureRow } from "./goalTree.js";
import type { Choice, Workbook } from "../measures/measureResults.js";
import type { ActivityRow } from "../subjects.js";

/** A sub-goal with the measures that tell of it. */
export interface SubGoal {
  readonly goal: GoalRow;
  readonly measures: readonly MeasureRow[];
}

/** A goal of a plan with all that is said and done for it. */
export interface PlanGoal {
  readonly goal: GoalRow;
  /** The goals above it that are headings only, the topmost first: its goal area among them. */
  readonly headings: readonly GoalRow[];
  readonly criteria: readonly OutlinedCriterion[];
  /** Goals of Nivå Delmål below it. */
  readonly subGoals: readonly SubGoal[];
  /** Its own, not those of its sub-goals. */
  readonly measures: readonly MeasureRow[];
  readonly assignments: readonly AssignmentResult[];
  /** Its own, its sub-goals' and its assignments', in that order. */
  readonly activities: readonly ActivityRow[];
}

export interface Plan {
  /** By the place of their owners in Enheter; goals that nobody owns last, under `null`. */
  readonly owners: readonly { readonly owner: string | null; readonly goals: readonly PlanGoal[] }[];
  readonly notInForce: readonly GoalRow[];
  /** Goal areas and other headings that no goal of the plan stands under. */
  readonly withoutGoals: readonly GoalRow[];
}

/**
 * The goals that a unit plans for: its own, those of units below it, those of all above it, since a plan carries out what the committee and fullmäktige have decided, and those that
 * it has an assignment in. Without a unit, every goal. Goals that have others below them and nothing of their own are headings. Source: Norrköping, Verksamhetsplan 2016.
 */
export function planOf(workbook: Workbook, choice: Choice): Plan {
  const { tree } = workbook;
  const owners = new Set(tree.inOrder.map((goal) => tree.ownerOfGoal(goal)));
  const planning = new Set([...owners].filter((owner) => isPlannedFor(workbook, owner, choice.unit)));
  const assigned = new Set(assignmentsOf(workbook, choice).map(({ assignment }) => tree.goal(assignment.values.malId)));
  const concerning = tree.inOrder.filter((goal) => planning.has(tree.ownerOfGoal(goal)) || assigned.has(goal));
  const inForce = concerning.filter((goal) => isInForce(goal, choice.period, tree));
  const subGoalOf = partsOf(workbook);
  const gather = gatherer(workbook, choice, inForce, subGoalOf);
  const bare = headingsAmong(workbook, inForce.filter((goal) => subGoalOf(goal) === undefined), gather);
  const headings = new Set([...bare, ...others(workbook, inForce)]);
  const byOwner = new Map<string | null, PlanGoal[]>();
  for (const goal of inForce) {
    if (headings.has(goal) || subGoalOf(goal) !== undefined) continue;
    append(byOwner, tree.ownerOfGoal(goal), { goal, headings: headingsAbove(workbook, goal, headings), ...gather(goal) });
  }
  const opened = new Set([...byOwner.values()].flat().flatMap((planGoal) => planGoal.headings));
  return {
    owners: [...byOwner].map(([owner, goals]) => ({ owner, goals })).sort((a, b) => workbook.units.byOrder(a.owner, b.owner)),
    notInForce: concerning.filter((goal) => !isInForce(goal, choice.period, tree)),
    withoutGoals: inForce.filter((goal) => bare.has(goal) && !opened.has(goal)),
  };
}

/** An utskott or verksamhetsråd speaks for the body that it belongs to. */
const SPEAKS_FOR_ANOTHER: ReadonlySet<string> = new Set(["Utskott", "Verksamhetsråd"]);

function isPlannedFor({ units, contents }: Workbook, owner: string | null, unit: string | null): boolean {
  if (unit === null) return true;
  if (owner === null) return false;
  const row = contents.enheter?.rows.find(({ values }) => units.same(values.kod, owner))?.values;
  const body = row !== undefined && SPEAKS_FOR_ANOTHER.has(row.typ) ? (row.overordnad ?? owner) : owner;
  return units.isWithin(owner, unit) || units.isWithin(unit, body);
}

/** The goal that a sub-goal is a part of; undefined for other goals, for a sub-goal right under a goal area or nothing, and for one from which the goals above lead round. */
function partsOf({ tree }: Workbook): (goal: GoalRow) => GoalRow | undefined {
  const inCycle = new Set(tree.inCycle);
  return (goal) => {
    const above = goal.values.niva === "Delmål" && !inCycle.has(goal) ? tree.parent(goal) : undefined;
    return above?.values.niva === "Målområde" ? undefined : above;
  };
}

type Gathered = Omit<PlanGoal, "goal" | "headings">;

function gatherer(
  workbook: Workbook, { period }: Choice, inForce: readonly GoalRow[], subGoalOf: (goal: GoalRow) => GoalRow | undefined,
): (goal: GoalRow) => Gathered {
  const { tree, contents, activities } = workbook;
  const criteria = criteriaOf(contents);
  const subGoals = new Map<GoalRow, GoalRow[]>();
  for (const goal of inForce) {
    const above = subGoalOf(goal);
    if (above !== undefined) append(subGoals, above, goal);
  }
  const assignments = new Map<GoalRow, AssignmentResult[]>();
  for (const result of assignmentsOf(workbook, { unit: null, period })) {
    const goal = tree.goal(result.assignment.values.malId);
    if (goal !== undefined) append(assignments, goal, result);
  }
  const partsBelow = (goal: GoalRow): readonly GoalRow[] => {
    const parts: GoalRow[] = [];
    const waiting = [...(subGoals.get(goal) ?? [])].reverse();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      parts.push(next);
      waiting.push(...[...(subGoals.get(next) ?? [])].reverse());
    }
    return parts;
  };
  return (goal) => {
    const below = partsBelow(goal);
    const own = assignments.get(goal) ?? [];
    const ids = [goal, ...below].map(({ values }) => values.id).concat(own.map(({ assignment }) => assignment.values.id));
    return {
      criteria: criteria(goal.values.id),
      subGoals: below.map((each) => ({ goal: each, measures: tree.measuresOf(each.values.id) })),
      measures: tree.measuresOf(goal.values.id),
      assignments: own,
      activities: ids.flatMap((id) => activities.get(folded(id)) ?? []),
    };
  };
}

/** Goals above those of the plan that are not of the plan themselves: nobody's goal area, or that of another unit. */
function others({ tree }: Workbook, goals: readonly GoalRow[]): readonly GoalRow[] {
  const own = new Set(goals);
  const above = new Set<GoalRow>();
  for (const goal of goals) {
    for (let at = tree.parent(goal); at !== undefined && !above.has(at); at = tree.parent(at)) above.add(at);
  }
  return [...above].filter((goal) => !own.has(goal));
}

/** Goal areas and goals above others, that have nothing of their own. */
function headingsAmong({ tree }: Workbook, goals: readonly GoalRow[], gather: (goal: GoalRow) => Gathered): ReadonlySet<GoalRow> {
  const inCycle = new Set(tree.inCycle);
  const above = new Set(goals.filter((goal) => !inCycle.has(goal)).flatMap((goal) => tree.parent(goal) ?? []));
  return new Set(
    goals.filter((goal) => {
      const { criteria, subGoals, measures, assignments, activities } = gather(goal);
      const isBare = [criteria, subGoals, measures, assignments, activities].every((list) => list.length === 0);
      return isBare && (goal.values.niva === "Målområde" || above.has(goal));
    }),
  );
}

function headingsAbove({ tree }: Workbook, goal: GoalRow, headings: ReadonlySet<GoalRow>): readonly GoalRow[] {
  const above = new Set<GoalRow>();
  for (let at = tree.parent(goal); at !== undefined && !above.has(at); at = tree.parent(at)) above.add(at);
  return [...above].filter((each) => headings.has(each)).reverse();
}
