import { OWNER_LEVELS } from "../../registers/definitions/malFormulas.js";
import type { RegisterRow } from "../../registers/register.js";
import type { RegisterContents, Registers } from "../../registers/registers.js";
import { folded } from "../../registers/values/reading.js";

export type GoalRow = RegisterRow<Registers["mal"]>;
export type MeasureRow = RegisterRow<Registers["matt"]>;

/** The goals of a workbook as a tree, and who owns what. */
export interface GoalTree {
  /** All goals, each before the goals below it, siblings in report order. Goals in a cycle, or below one, come last. */
  readonly inOrder: readonly GoalRow[];
  /** Measures of each goal in report order, by folded goal id; measures without a known goal under `null`. */
  measuresOf(goalId: string | null): readonly MeasureRow[];
  goal(id: string | null): GoalRow | undefined;
  /** The goal's parent; undefined at the top or when the parent does not exist. */
  parent(goal: GoalRow): GoalRow | undefined;
  /** The unit that owns the goal: its own, or that of the nearest goal above. */
  ownerOfGoal(goal: GoalRow): string | null;
  ownerOfMeasure(measure: MeasureRow): string | null;
  /** Goals from which following Överordnat mål never ends. */
  readonly inCycle: readonly GoalRow[];
}

/** Compares two rows by Ordning (blank last), then Nr as numbers ("2.10" after "2.9"), then id. */
export function byReportOrder(a: Ordered, b: Ordered): number {
  return (
    (a.ordning ?? Infinity) - (b.ordning ?? Infinity) || natural.compare(a.nr ?? "", b.nr ?? "") || natural.compare(a.id, b.id) || compareText(a.id, b.id)
  );
}

interface Ordered {
  readonly id: string;
  readonly nr?: string | null;
  readonly ordning: number | null;
}

const natural = new Intl.Collator("sv", { numeric: true });

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function goalTree(contents: RegisterContents): GoalTree {
  const goals = [...(contents.mal?.rows ?? [])].sort((a, b) => byReportOrder(a.values, b.values) || a.row - b.row);
  const byId = firstById(goals);
  const goal = (id: string | null) => (id === null ? undefined : byId.get(folded(id)));
  const parent = (row: GoalRow) => goal(row.values.overordnat);

  const children = new Map<GoalRow | undefined, GoalRow[]>();
  for (const row of goals) append(children, parent(row), row);

  const measures = new Map<GoalRow | undefined, MeasureRow[]>();
  const sorted = [...(contents.matt?.rows ?? [])].sort((a, b) => byReportOrder(a.values, b.values) || a.row - b.row);
  for (const row of sorted) append(measures, goal(row.values.malId), row);

  const inOrder = depthFirst(children);
  const reached = new Set(inOrder);
  const unreached = goals.filter((row) => !reached.has(row));

  const ownerOfGoal = (row: GoalRow): string | null => {
    let at: GoalRow | undefined = row;
    for (let level = 0; level < OWNER_LEVELS && at !== undefined; level++) {
      if (at.values.enhet !== null) return at.values.enhet;
      at = parent(at);
    }
    return null;
  };
  return {
    inOrder: [...inOrder, ...unreached],
    measuresOf: (id) => measures.get(goal(id)) ?? [],
    goal,
    parent,
    ownerOfGoal,
    ownerOfMeasure: (measure) => {
      const own = goal(measure.values.malId);
      return own === undefined ? null : ownerOfGoal(own);
    },
    inCycle: unreached,
  };
}

/** Rows by folded id. Where two share one, which is a finding, the upper row counts. */
export function firstById<R extends { readonly values: { readonly id: string }; readonly row: number }>(rows: readonly R[]): Map<string, R> {
  const byId = new Map<string, R>();
  for (const row of rows) {
    const id = folded(row.values.id);
    const known = byId.get(id);
    if (known === undefined || row.row < known.row) byId.set(id, row);
  }
  return byId;
}

/** Adds a value to a key's list. */
export function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The value of a key, made when it is first asked for. */
export function madeOnce<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}

/** Every goal that can be reached from the top, parents first. A list instead of recursion: a sheet may hold a chain of thousands. */
function depthFirst(children: ReadonlyMap<GoalRow | undefined, readonly GoalRow[]>): GoalRow[] {
  const order: GoalRow[] = [];
  const waiting = [...(children.get(undefined) ?? [])].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    order.push(next);
    waiting.push(...[...(children.get(next) ?? [])].reverse());
  }
  return order;
}
