import type { Finding } from "../../registers/finding.js";
import { addressOf } from "../../registers/register.js";
import { registers } from "../../registers/registers.js";
import { dayText } from "../../registers/values/formatting.js";
import { periodFrom, periodLabel } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import { criteriaOf } from "../goals/criteria.js";
import { append, type GoalRow } from "../goals/goalTree.js";
import { shouldBeMeasured } from "../goals/goalLevels.js";
import { holdsDuring, isInForce } from "../goals/goalsInForce.js";
import { ruleFinding } from "../messages.js";
import { onceFor } from "../onceFor.js";
import { alikeRows } from "./alikeRows.js";
import { goalName, inMal, rowNumber, type CheckContext } from "./context.js";

/** Every goal that ought to be measured has at least one measure, or criteria in words, while it is in force. Source: F4, R25. */
export function goalsHaveMeasures(context: CheckContext): Finding[] {
  const criteria = criteriaOf(context.contents);
  return goalsWithoutMeasure(context)
    .filter((goal) => criteria(goal.values.id).length === 0)
    .map((goal) => ruleFinding("mal.utan-matt", { goal: goalName(goal) }, inMal(context, goal, "mal")));
}

/** Goals in force that ought to be measured and have no measure. */
export const goalsWithoutMeasure = onceFor(({ contents, tree, period }: CheckContext): readonly GoalRow[] => {
  // Measures that could not be read are not missing.
  if (contents.matt === undefined) return [];
  const levelsBelow = new Map<GoalRow | undefined, GoalRow["values"]["niva"][]>();
  for (const goal of tree.inOrder) append(levelsBelow, tree.parent(goal), goal.values.niva);
  return tree.inOrder
    .filter((goal) => shouldBeMeasured(goal.values.niva, levelsBelow.get(goal) ?? []) && tree.measuresOf(goal.values.id).length === 0)
    .filter((goal) => period === undefined || isInForce(goal, period, tree));
});

/** Following Överordnat mål ends; goals below a cycle are told of too, since no report shows them in their place. */
export function goalTreeEnds(context: CheckContext): Finding[] {
  return context.tree.inCycle
    .filter((goal) => leadsBack(context, goal))
    .map((goal) => ruleFinding("mal.cykel", { goal: goalName(goal) }, inMal(context, goal, "overordnat")));
}

function leadsBack({ tree }: CheckContext, goal: GoalRow): boolean {
  const passed = new Set<GoalRow>();
  for (let at = tree.parent(goal); at !== undefined && !passed.has(at); at = tree.parent(at)) {
    if (at === goal) return true;
    passed.add(at);
  }
  return false;
}

/** Following Överordnad of a unit ends. */
export function unitHierarchyEnds({ contents }: CheckContext): Finding[] {
  const units = contents.enheter;
  if (units === undefined) return [];
  const above = new Map(units.rows.map(({ values }) => [folded(values.kod), values.overordnad === null ? undefined : folded(values.overordnad)]));
  return units.rows.flatMap((row) => {
    const own = folded(row.values.kod);
    const passed = new Set<string>();
    let at = above.get(own);
    while (at !== undefined && at !== own && !passed.has(at)) {
      passed.add(at);
      at = above.get(at);
    }
    if (at !== own) return [];
    const place = { register: registers.enheter.table, column: registers.enheter.columns.overordnad.header, at: addressOf(units, row, "overordnad") };
    return [ruleFinding("enhet.cykel", { unit: row.values.kod }, place)];
  });
}

/** A goal that is measured has an owner, its own or from above: a blank Enhet in Utfall means that unit. */
export function goalsHaveOwners(context: CheckContext): Finding[] {
  const { tree, contents } = context;
  if ((contents.enheter?.rows.length ?? 0) === 0) return [];
  return tree.inOrder
    .filter((goal) => tree.ownerOfGoal(goal) === null && tree.measuresOf(goal.values.id).length > 0)
    .map((goal) => ruleFinding("mal.utan-agare", { goal: goalName(goal) }, inMal(context, goal, "enhet")));
}

/** Giltigt från comes before Giltigt till. */
export function validityIsInOrder(context: CheckContext): Finding[] {
  return context.tree.inOrder.flatMap((goal) => {
    const { giltigtFran, giltigtTill } = goal.values;
    if (giltigtFran === null || giltigtTill === null || giltigtFran <= giltigtTill) return [];
    return [ruleFinding("mal.giltighet-omvand", { from: dayText(giltigtFran), to: dayText(giltigtTill) }, inMal(context, goal, "giltigtTill"))];
  });
}

/** A goal has outcomes only for periods that it holds in: the report then shows it all the same, and one of the two is wrong. */
export function goalsAreInForce(context: CheckContext): Finding[] {
  const { period, tree, outcomes } = context;
  if (period === undefined) return [];
  return tree.inOrder.flatMap((goal) => {
    const hasOutcomes = tree.measuresOf(goal.values.id).some(({ values }) => outcomes.unitsWith(values.id, period).length > 0);
    if (!hasOutcomes || holdsDuring(goal, period)) return [];
    const { giltigtFran, giltigtTill } = goal.values;
    const about = { goal: goalName(goal), period: periodLabel(period) };
    return giltigtTill !== null && giltigtTill < periodFrom(period)
      ? [ruleFinding("mal.giltighet-slut", { ...about, until: dayText(giltigtTill) }, inMal(context, goal, "giltigtTill"))]
      : [ruleFinding("mal.giltighet-start", { ...about, from: dayText(giltigtFran ?? 0) }, inMal(context, goal, "giltigtFran"))];
  });
}

/**
 * Numbers of goals side by side (same goal above, level and unit) follow each other: 1, 2, 4 lacks 3. Only between the first and last that
 * stand there, since a plan may hold a part of another's goals. Source: R36.
 */
export function numberingHasNoGaps(context: CheckContext): Finding[] {
  const groups = new Map<string, { goal: GoalRow; last: number; prefix: string }[]>();
  for (const goal of context.tree.inOrder) {
    const [, prefix = "", last] = /^(.*?)(\d{1,6})\.?$/u.exec(goal.values.nr?.trim() ?? "") ?? [];
    if (last === undefined) continue;
    const key = [prefix, goal.values.overordnat ?? "", goal.values.niva, goal.values.enhet ?? ""].map(folded).join("|");
    const group = groups.get(key) ?? [];
    group.push({ goal, last: Number(last), prefix });
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) => {
    const sorted = [...group].sort((a, b) => a.last - b.last);
    return sorted.flatMap(({ goal, last, prefix }, index) => {
      const before = sorted[index - 1];
      const gap = before === undefined ? 0 : last - before.last - 1;
      if (before === undefined || gap < 1) return [];
      // A jump to another numbering ("9" to "101") is not told number by number.
      const shown = Array.from({ length: Math.min(gap, 3) }, (_, step) => `${prefix}${before.last + step + 1}`);
      const missing = gap > shown.length ? shown.slice(0, 1) : shown;
      return [ruleFinding("mal.nummer-saknas", { missing, more: gap - missing.length, before: `${prefix}${last}` }, inMal(context, goal, "nr"))];
    });
  });
}

/** The same goal is entered once per unit and goal above. */
export function goalTextsDiffer(context: CheckContext): Finding[] {
  const restOf = ({ values: { overordnat, enhet, niva } }: GoalRow) => [overordnat, enhet, niva];
  return alikeRows(context.contents.mal?.rows ?? [], { idOf: ({ values }) => values.id, textOf: ({ values }) => values.mal, restOf }).map(({ row, first }) =>
    ruleFinding("mal.samma-text", { goal: row.values.id, other: first.values.id, row: rowNumber(first) }, inMal(context, row, "mal")),
  );
}

/** Agenda 2030 holds numbers of global goals, of which there are 17. */
export function globalGoalsExist(context: CheckContext): Finding[] {
  return context.tree.inOrder.flatMap((goal) => {
    const unknown = (goal.values.agenda2030 ?? []).filter((number) => !/^0?[1-9]$|^1[0-7]$/u.test(number.trim()));
    return unknown.length === 0 ? [] : [ruleFinding("mal.agenda-2030", { goal: goalName(goal), typed: unknown }, inMal(context, goal, "agenda2030"))];
  });
}
