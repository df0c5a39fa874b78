import { goalStatuses } from "../../registers/definitions/statusWords.js";
import type { Finding } from "../../registers/finding.js";
import { periodKey, periodLabel, type Period } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import { foundIn } from "../foundIn.js";
import { TOLERANCE } from "../measures/comparison.js";
import { goalsRolledUp, ownJudgement, type GoalRollUp } from "../goals/goalRollUp.js";
import { reportedGoals } from "../goals/goalResults.js";
import type { GoalRow, MeasureRow } from "../goals/goalTree.js";
import { resultsOfMeasure } from "../measures/measureResults.js";
import { ruleFinding } from "../messages.js";
import { printAmount } from "../measures/printing.js";
import type { Amount } from "../measures/results.js";
import { canBeRolledUp, wayOfRollUp } from "../measures/rollUp.js";
import { goalName, inMatt, inUppfoljning, inUtfall, nameOf, type CheckContext } from "./context.js";
import { followUpsInQuestion } from "./followUps.js";
import { outcomesInQuestion } from "./outcomes.js";

/** Sammanvägning suits what the measure is counted in: shares have no sum, and answers and words no mean. */
export function waysOfRollUpSuitTheUnit(context: CheckContext): Finding[] {
  return (context.contents.matt?.rows ?? []).flatMap((measure) => {
    const way = wayOfRollUp(measure);
    const unit = measure.values.mattenhet ?? (measure.values.riktning === "Ja/Nej" ? "Ja/Nej" : null);
    if (way === null || unit === null || canBeRolledUp(way, unit)) return [];
    return [ruleFinding("matt.sammanvagning-enhet", { measure: nameOf(measure), way, unit }, inMatt(context, measure, "sammanvagning"))];
  });
}

/** Where several units report a measure, somebody has decided whether their outcomes are put together. Said only where the workbook has the column. */
export function sharedMeasuresHaveWays(context: CheckContext): Finding[] {
  const { contents: { matt }, outcomes, period } = context;
  if (period === undefined || matt?.columnAt["sammanvagning"] === undefined) return [];
  return matt.rows.flatMap((measure) => {
    const units = outcomes.unitsWith(measure.values.id, period).length;
    if (measure.values.sammanvagning !== null || units < 2) return [];
    return [ruleFinding("matt.sammanvagning-saknas", { measure: nameOf(measure), period: periodLabel(period), units }, inMatt(context, measure, "sammanvagning"))];
  });
}

/** A unit's own outcome is what the units below it come to, when all of them have one. Source: issue 6, Roll-up. */
export function ownOutcomesAgreeWithUnits(context: CheckContext): Finding[] {
  const { outcomes, units } = context;
  const withUnitsBelow = new Set((context.contents.enheter?.rows ?? []).flatMap(({ values }) => (values.overordnad === null ? [] : [folded(values.overordnad)])));
  return foundIn(outcomesInQuestion(context), (row) => {
    const measure = outcomes.measureOf(row);
    const unit = outcomes.unitOf(row);
    if (measure === undefined || wayOfRollUp(measure) === null || unit === null || !(withUnitsBelow.has(folded(unit)) || units.isCouncil(unit))) return undefined;
    const { period } = row.values;
    const together = togetherAt(context, measure, unit, period);
    if (together === undefined || Math.abs(together.own.value - together.below.value) <= slack(together.own)) return undefined;
    const about = {
      measure: nameOf(measure), unit, period: periodLabel(period), own: printAmount(together.own), together: printAmount(together.below), way: together.way, units: together.units,
    };
    return ruleFinding("utfall.sammanvagning-avviker", about, inUtfall(context, row, "utfall"));
  });
}

interface OwnBesideUnits {
  readonly own: Amount;
  readonly below: Amount;
  readonly way: string;
  readonly units: number;
}

function togetherAt(context: CheckContext, measure: MeasureRow, unit: string, period: Period): OwnBesideUnits | undefined {
  const [result] = resultsOfMeasure(context, measure, { unit, period });
  if (result?.rolledUp === undefined || result.rolledUp.isReported || result.rolledUp.missing.length > 0) return undefined;
  const { outcome, way, counted } = result.rolledUp;
  if (result.outcome.kind !== "amount" || outcome.kind !== "amount") return undefined;
  return { own: result.outcome.amount, below: outcome.amount, way, units: counted.length };
}

/** Half a step of what was written, and noise. */
function slack({ value, decimals, percent }: Amount): number {
  return 0.5 * 10 ** -(percent ? decimals + 2 : decimals) + TOLERANCE * (1 + Math.abs(value));
}

/** The own word for a goal that several units have goals in is what those goals propose, or says why it is not. Source: issue 6, Roll-up. */
export function judgementsAgreeWithGoalsBelow(context: CheckContext): Finding[] {
  const rollUps = new Map<number, ReadonlyMap<GoalRow, GoalRollUp>>();
  const rollUpsIn = (period: Period) => {
    const known = rollUps.get(periodKey(period)) ?? rollUpsOfPeriod(context, period);
    rollUps.set(periodKey(period), known);
    return known;
  };
  return foundIn(followUpsInQuestion(context), (row) => {
    const { period, status, orsak } = row.values;
    const own = status === null ? undefined : goalStatuses.find((word) => word === status);
    if (own === undefined) return undefined;
    const subject = context.followUps.subjectOf(row);
    if (subject?.kind !== "goal") return undefined;
    const proposed = rollUpsIn(period).get(subject.row)?.proposed;
    if (proposed === undefined || proposed === own) return undefined;
    const about = { goal: goalName(subject.row), own, proposed, period: periodLabel(period) };
    return ruleFinding(orsak === null ? "mal.bedomning-mot-mal-under" : "mal.mal-under-med-orsak", about, inUppfoljning(context, row, "status"));
  });
}

function rollUpsOfPeriod(context: CheckContext, period: Period): ReadonlyMap<GoalRow, GoalRollUp> {
  const choice = { unit: null, period };
  const { reported } = reportedGoals(context, choice);
  return new Map(goalsRolledUp(context, reported, (goal) => ownJudgement(context, goal, choice)).map((rollUp) => [rollUp.goal, rollUp]));
}
