import { previousPeriod, samePeriodLastYear, type Period } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import type { MeasureRow } from "../goals/goalTree.js";
import { unitOfMeasure, type MeasureUnit } from "./meaning.js";
import { judgedResult, measureResult, outcomeEntry, outcomeMeaning, startMeaning } from "./measureResult.js";
import { comparisonPeriod, type OutcomeRow } from "./outcomes.js";
import type { Meaning, MeasureResult, RolledUp, WayOfRollUp } from "./results.js";
import { canBeRolledUp, countedUnits, rolledUpAmount, wayOfRollUp, type CountedUnits } from "./rollUp.js";
import { targetEntries } from "./target.js";
import type { Choice, Workbook } from "../workbook.js";

/** Where a measure is put together, in which way, and counted in what. */
interface RollUp {
  readonly measure: MeasureRow;
  readonly way: WayOfRollUp;
  /** `null` is the whole municipality, where no one unit stands for it. */
  readonly at: string | null;
  readonly countedIn: MeasureUnit;
  readonly isBelow: (unit: string) => boolean;
}

/** A rolled-up outcome of one period. */
interface Together extends CountedUnits {
  readonly outcome: Meaning;
}

/**
 * The outcome of a unit that has units below it which report: its own where it has one, else theirs put together as Sammanvägning says, with status and trend by the
 * ordinary rules. Undefined where nothing is put together. Source: model.md, Måluppfyllelse; issue 6, Roll-up.
 */
export function rolledUpResult(workbook: Workbook, measure: MeasureRow, choice: Choice): MeasureResult | undefined {
  const way = wayOfRollUp(measure);
  if (way === null) return undefined;
  const { outcomes } = workbook;
  const { period } = choice;
  const at = unitToRollUpAt(workbook, measure, choice);
  const isBelow = belowUnit(workbook, measure, at, choice);
  const reporting = outcomes.unitsWith(measure.values.id, period).filter((unit) => unit !== null && isBelow(unit));
  const isOneUnitAlone = at === null && reporting.length === 1;
  if (reporting.length === 0 || isOneUnitAlone) return undefined;

  const own = outcomes.find(measure.values.id, period, at);
  const rows = [own, ...reporting.map((unit) => outcomes.find(measure.values.id, period, unit))].flatMap((row) => row ?? []);
  const countedIn = unitOfMeasure(measure.values.mattenhet, [targetEntries(measure, own).target, ...rows.map(outcomeEntry)]);
  if (!canBeRolledUp(way, countedIn)) return undefined;

  const rollUp: RollUp = { measure, way, at, countedIn, isBelow };
  const ownOutcome = outcomeIn(rollUp, own, "utfall");
  const units = together(workbook, rollUp, period);
  const isReported = ownOutcome.kind === "missing";
  const resultsFor = (codes: readonly string[]) =>
    [...codes].sort((a, b) => workbook.units.byOrder(a, b)).map((unit) => measureResult(workbook, measure, outcomes.find(measure.values.id, period, unit), unit, period));
  const rolledUp: RolledUp = {
    way,
    isReported,
    outcome: units.outcome,
    women: whereAllGive(workbook, rollUp, units, period, "kvinnor"),
    men: whereAllGive(workbook, rollUp, units, period, "man"),
    counted: resultsFor(units.counted),
    missing: resultsFor(units.missing),
  };
  const comparedWith = earlierOutcome(workbook, rollUp, period, isReported ? units : undefined);
  return judgedResult(workbook, measure, { source: own, unit: at, period, countedIn, outcome: isReported ? units.outcome : ownOutcome, comparedWith, rolledUp });
}

/** The chosen unit; of the whole workbook the measure's owner when all who report lie under it, else the council, else nobody. */
function unitToRollUpAt({ tree, outcomes, units }: Workbook, measure: MeasureRow, { unit, period }: Choice): string | null {
  if (unit !== null) return unit;
  const owner = tree.ownerOfMeasure(measure);
  const reporting = outcomes.unitsWith(measure.values.id, period);
  if (owner !== null && (units.isCouncil(owner) || reporting.every((reporter) => reporter !== null && units.isWithin(reporter, owner)))) return owner;
  return reporting.find((reporter) => units.isCouncil(reporter)) ?? null;
}

/** Under the council lies the whole municipality, where the measure is its own. */
function belowUnit({ tree, units }: Workbook, measure: MeasureRow, at: string | null, { unit }: Choice): RollUp["isBelow"] {
  if (at === null) return () => true;
  const hasAllBelow = units.isCouncil(at) && (unit === null || units.same(tree.ownerOfMeasure(measure), at));
  return (other) => !units.same(other, at) && (hasAllBelow || units.isWithin(other, at));
}

/** The units below that report for the period, or did so the time before or a year before: those are missing when they do not. */
function together(workbook: Workbook, rollUp: RollUp, period: Period): Together {
  const { outcomes, units } = workbook;
  const { measure: { values: { id } }, isBelow, way } = rollUp;
  const answeredIn = (at: Period) => outcomes.unitsWith(id, at).filter((unit) => unit !== null && isBelow(unit) && amountOf(rollUp, outcomes.find(id, at, unit), "utfall") !== undefined);
  const answered = answeredIn(period);
  const expected = [...answered, ...outcomes.unitsWith(id, period), ...answeredIn(previousPeriod(period)), ...answeredIn(samePeriodLastYear(period))];
  const below = new Map(expected.flatMap((unit) => (unit === null || !isBelow(unit) ? [] : [[folded(unit), unit] as const])));
  const counted = countedUnits(units, [...below.values()], answered.filter((unit) => unit !== null));
  const amounts = counted.counted.flatMap((unit) => amountOf(rollUp, outcomes.find(id, period, unit), "utfall") ?? []);
  return { ...counted, outcome: asMeaning(rolledUpAmount(way, amounts)) };
}

/** Women's or men's figures of some units only would stand beside a total of all. */
function whereAllGive({ outcomes }: Workbook, rollUp: RollUp, { counted }: CountedUnits, period: Period, key: "kvinnor" | "man"): Meaning {
  const amounts = counted.flatMap((unit) => amountOf(rollUp, outcomes.find(rollUp.measure.values.id, period, unit), key) ?? []);
  return amounts.length < counted.length ? { kind: "missing" } : asMeaning(rolledUpAmount(rollUp.way, amounts));
}

/** What the trend is seen against. Sums and means are only compared where the same units are in both: `now` are those of a rolled-up outcome. */
function earlierOutcome(workbook: Workbook, rollUp: RollUp, period: Period, now: CountedUnits | undefined): MeasureResult["comparedWith"] {
  const { measure, at, countedIn } = rollUp;
  if (now !== undefined && now.missing.length > 0) return undefined;
  const earlier = comparisonPeriod(period, workbook.settings.trendMot);
  if (earlier === null) return { period: null, outcome: startMeaning(measure, countedIn) };
  const own = outcomeIn(rollUp, workbook.outcomes.find(measure.values.id, earlier, at), "utfall");
  if (own.kind !== "missing") return { period: earlier, outcome: own };
  const then = together(workbook, rollUp, earlier);
  const isComplete = then.counted.length > 0 && then.missing.length === 0;
  return isComplete && (now === undefined || sameUnits(now.counted, then.counted)) ? { period: earlier, outcome: then.outcome } : undefined;
}

function sameUnits(a: readonly string[], b: readonly string[]): boolean {
  const codes = new Set(a.map(folded));
  return a.length === b.length && b.every((unit) => codes.has(folded(unit)));
}

function outcomeIn({ countedIn }: RollUp, row: OutcomeRow | undefined, key: "utfall" | "kvinnor" | "man"): Meaning {
  return row === undefined ? { kind: "missing" } : outcomeMeaning({ quantity: row.values[key], cell: row.cells[key] }, countedIn);
}

function amountOf(rollUp: RollUp, row: OutcomeRow | undefined, key: "utfall" | "kvinnor" | "man") {
  const meaning = outcomeIn(rollUp, row, key);
  return meaning.kind === "amount" ? meaning.amount : undefined;
}

function asMeaning(amount: ReturnType<typeof rolledUpAmount>): Meaning {
  return amount === undefined ? { kind: "missing" } : { kind: "amount", amount };
}
