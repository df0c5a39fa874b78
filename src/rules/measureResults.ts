import { addressOf } from "../registers/register.js";
import type { RegisterContents } from "../registers/registers.js";
import type { Settings } from "../registers/settings.js";
import type { Period } from "../registers/values/period.js";
import { attainment } from "./attainment.js";
import { followUpsOf, type FollowUps } from "./followUps.js";
import { goalTree, type GoalTree, type MeasureRow } from "./goalTree.js";
import { readMeaning, unclear, unitOfMeasure, type Entry, type MeasureUnit } from "./meaning.js";
import { comparisonPeriod, outcomesOf, type OutcomeRow, type Outcomes } from "./outcomes.js";
import type { Meaning, MeasureResult } from "./results.js";
import { limitOf, measureStatus } from "./status.js";
import { activitiesByOwner, assignmentsInOrder, subjectsOf, type ActivityRow, type AssignmentRow, type Subjects } from "./subjects.js";
import { targetEntries, targetMeaning } from "./target.js";
import { trend } from "./trend.js";
import { unitsOf, type Units } from "./units.js";

/** What a report or a check is about: one unit (with the units below it), or all, in one period. */
export interface Choice {
  readonly unit: string | null;
  readonly period: Period;
}

/** A workbook's registers with what is looked up again and again: made once, then every rule is near-linear. */
export interface Workbook {
  readonly contents: RegisterContents;
  readonly settings: Settings;
  readonly tree: GoalTree;
  readonly outcomes: Outcomes;
  readonly units: Units;
  readonly subjects: Subjects;
  readonly followUps: FollowUps;
  /** Assignments in report order. */
  readonly assignments: readonly AssignmentRow[];
  /** Activities in report order, by the folded id of what they belong to. */
  readonly activities: ReadonlyMap<string, readonly ActivityRow[]>;
}

export function workbookOf(contents: RegisterContents, settings: Settings): Workbook {
  const tree = goalTree(contents);
  const subjects = subjectsOf(contents, tree);
  const units = unitsOf(contents);
  return {
    contents, settings, tree, units, subjects,
    outcomes: outcomesOf(contents, tree),
    assignments: assignmentsInOrder(contents, subjects, units),
    followUps: followUpsOf(contents, subjects),
    activities: activitiesByOwner(contents),
  };
}

/**
 * All that can be said of each measure for the choice, in report order of goals and measures; measures without a goal come last.
 * - unit `null`: each unit that has an outcome for the period, or the owner when none has.
 * - a unit: its own outcome where it has one, else that of each unit below it that has one, else none yet of the owner, when that is the unit or one below it.
 * A measure with no outcome is there all the same, as "Ej mätt".
 */
export function measureResults(contents: RegisterContents, settings: Settings, choice: Choice): MeasureResult[] {
  return resultsOf(workbookOf(contents, settings), choice);
}

export function resultsOf(workbook: Workbook, choice: Choice): MeasureResult[] {
  const { tree } = workbook;
  const measures = [...tree.inOrder.flatMap((goal) => tree.measuresOf(goal.values.id)), ...tree.measuresOf(null)];
  const once = new Set(measures);
  return [...once].flatMap((measure) => resultsOfMeasure(workbook, measure, choice));
}

export function resultsOfMeasure(workbook: Workbook, measure: MeasureRow, choice: Choice): MeasureResult[] {
  return unitsReported(workbook, measure, choice).map((unit) => {
    const source = workbook.outcomes.find(measure.values.id, choice.period, unit);
    return measureResult(workbook, measure, source, unit, choice.period);
  });
}

function unitsReported({ tree, outcomes, units }: Workbook, measure: MeasureRow, { unit, period }: Choice): readonly (string | null)[] {
  const owner = tree.ownerOfMeasure(measure);
  const reporting = outcomes.unitsWith(measure.values.id, period);
  if (unit === null) return reporting.length > 0 ? reporting : [owner];
  if (reporting.some((reporter) => units.same(reporter, unit))) return [unit];
  const below = reporting.filter((reporter) => reporter !== null && units.isWithin(reporter, unit));
  if (below.length > 0) return below;
  if (units.same(owner, unit)) return [unit];
  return owner !== null && units.isWithin(owner, unit) ? [owner] : [];
}

/** One measure, unit and period; `source` is its row in Utfall, undefined when there is none. */
export function measureResult(
  workbook: Workbook, measure: MeasureRow, source: OutcomeRow | undefined, unit: string | null, period: Period,
): MeasureResult {
  const { contents, settings } = workbook;
  const direction = measure.values.riktning;
  const entries = targetEntries(measure, source);
  const countedIn = unitOfRow(measure, source);
  const outcome = source === undefined ? { kind: "missing" } as const : outcomeMeaning(outcomeEntry(source), countedIn);
  const target = direction === "Följs" ? ({ kind: "missing" } as const) : targetMeaning(measure, entries, countedIn);
  const attained = attainment(direction, outcome, target, settings);
  const comparedWith = earlierOutcome(workbook, measure, unit, period, countedIn);
  return {
    measure,
    source,
    sourceAddress: source === undefined || contents.utfall === undefined ? undefined : addressOf(contents.utfall, source, "utfall"),
    unit,
    period,
    outcome,
    target,
    status: measureStatus(direction, outcome, target, attained, limitOf(measure.values.gransDelvis, settings.gransDelvis)),
    attainment: attained,
    trend: comparedWith === undefined ? "Ej jämförbart" : trend(direction, outcome, comparedWith.outcome, target),
    comparedWith,
    comment: source?.values.kommentar ?? null,
  };
}

export function outcomeEntry(source: OutcomeRow): Entry {
  return { quantity: source.values.utfall, cell: source.cells.utfall };
}

/** What a row's outcome, target and comparison are counted in. */
export function unitOfRow(measure: MeasureRow, source: OutcomeRow | undefined): MeasureUnit {
  const { target } = targetEntries(measure, source);
  return unitOfMeasure(measure.values.mattenhet, source === undefined ? [target] : [target, outcomeEntry(source)]);
}

/** An outcome is one value: "högst 14 %" or "85–90 %" says too little to be compared. */
export function outcomeMeaning(entry: Entry, countedIn: MeasureUnit): Meaning {
  const bounded = entry.quantity?.kind === "number" && entry.quantity.bound !== null;
  const { meaning } = readMeaning(entry, countedIn);
  return (bounded && meaning.kind === "amount") || meaning.kind === "interval" ? { kind: "unclear", ruleId: unclear.boundAsOutcome } : meaning;
}

function earlierOutcome(
  { outcomes, settings }: Workbook, measure: MeasureRow, unit: string | null, period: Period, countedIn: MeasureUnit,
): MeasureResult["comparedWith"] {
  const earlier = comparisonPeriod(period, settings.trendMot);
  if (earlier === null) {
    const start: Entry = { quantity: measure.values.startvarde, cell: measure.cells.startvarde };
    return { period: null, outcome: outcomeMeaning(start, countedIn) };
  }
  const row = outcomes.find(measure.values.id, earlier, unit);
  return row === undefined ? undefined : { period: earlier, outcome: outcomeMeaning(outcomeEntry(row), countedIn) };
}
