import type { CellInput } from "../../registers/cell.js";
import type { Finding } from "../../registers/finding.js";
import { registers } from "../../registers/registers.js";
import { comparePeriods, kindOfRhythm, periodFrom, periodLabel, samePeriod, type Period } from "../../registers/values/period.js";
import { formatNumberSv } from "../../registers/values/formatting.js";
import { folded, typedText } from "../../registers/values/reading.js";
import { foundIn } from "../foundIn.js";
import { deviation } from "../measures/comparison.js";
import type { MeasureRow } from "../goals/goalTree.js";
import { readMeaning, unclear } from "../measures/meaning.js";
import { answersOf, measureResult, outcomeEntry, outcomeMeaning, unitOfRow } from "../measures/measureResults.js";
import { missingRow, ruleFinding } from "../messages.js";
import { onceFor } from "../onceFor.js";
import type { OutcomeRow } from "../measures/outcomes.js";
import { isDue, isReported } from "../measures/outcomesDue.js";
import { printAmount, printMeaning } from "../measures/printing.js";
import type { Amount } from "../measures/results.js";
import { isGiven, ownTarget, targetEntries, targetMeaning } from "../measures/target.js";
import { inMatt, inUtfall, nameOf, rowNumber, type CheckContext } from "./context.js";
import { directionAndUnitDiffer } from "./measures.js";

/** Every measure of a goal in force has an outcome, or the words that it is not measured, for the workbook's period; unless no outcome could be read at all. Source: F4. */
export function outcomesAreThere(context: CheckContext): Finding[] {
  const { period } = context;
  if (period === undefined || context.contents.utfall === undefined) return [];
  return foundIn(answersOf(context, { unit: null, period }), (result) => {
    if (isReported(result) || !isDue(context, result)) return undefined;
    const { measure, source, unit } = result;
    const subject = missingRow(measure.values.id, periodLabel(period), unit);
    const place = source === undefined ? { ...inMatt(context, measure, "matt"), subject } : inUtfall(context, source, "utfall");
    return ruleFinding("utfall.saknas", { measure: nameOf(measure), unit, period: periodLabel(period) }, place);
  });
}

/**
 * A measure that moved the wrong way against what the workbook compares with, in the workbook's period or, when none is chosen, in each
 * measure's and unit's latest. Source: F3, R31.
 */
export function outcomesMoveTheRightWay(context: CheckContext): Finding[] {
  return foundIn(outcomesInQuestion(context), (row) => {
    const measure = context.outcomes.measureOf(row);
    if (measure === undefined) return undefined;
    const result = measureResult(context, measure, row, context.outcomes.unitOf(row), row.values.period);
    if (result.trend !== "Sämre" || result.comparedWith === undefined) return undefined;
    const { period, outcome } = result.comparedWith;
    const about = {
      measure: nameOf(measure),
      outcome: printMeaning(result.outcome),
      period: periodLabel(result.period),
      earlier: printMeaning(outcome),
      earlierPeriod: period === null ? null : periodLabel(period),
      direction: measure.values.riktning,
    };
    return ruleFinding("utfall.fel-hall", about, inUtfall(context, row, "utfall"));
  });
}

/** Outcomes of the workbook's period or, when none is chosen, each measure's and unit's latest; not of those that a measure is only compared with. */
export const outcomesInQuestion = onceFor(({ contents, outcomes, units, period }: CheckContext): readonly OutcomeRow[] => {
  const ofPeriod = (contents.utfall?.rows ?? []).filter((row) => period === undefined || samePeriod(row.values.period, period));
  const rows = ofPeriod.filter((row) => !units.isComparison(outcomes.unitOf(row)));
  if (period !== undefined) return rows;
  const latest = new Map<string, OutcomeRow>();
  for (const row of rows) {
    const key = `${folded(row.values.mattId)}|${folded(outcomes.unitOf(row) ?? "")}`;
    const known = latest.get(key);
    if (known === undefined || comparePeriods(known.values.period, row.values.period) < 0) latest.set(key, row);
  }
  return [...latest.values()];
});

/**
 * One outcome per measure, period and unit, also when one row names the unit and another leaves it to the owner. Rows that name the same are
 * the reader's finding.
 */
export function outcomesAreUnique(context: CheckContext): Finding[] {
  const { outcomes } = context;
  return outcomes.repeated.flatMap((rows) => {
    const written = new Set(rows.map((row) => folded(row.values.enhet ?? "")));
    const [first, second] = rows;
    const measure = first === undefined ? undefined : outcomes.measureOf(first);
    if (written.size < 2 || first === undefined || second === undefined || measure === undefined) return [];
    const printed = rows.map((row) => printMeaning(outcomeMeaning(outcomeEntry(row), unitOfRow(measure, row))));
    const about = {
      measure: nameOf(measure),
      period: periodLabel(first.values.period),
      unit: outcomes.unitOf(first) ?? "",
      rows: rows.map(rowNumber),
      outcomes: [...new Set(printed)],
    };
    return [ruleFinding("utfall.dubblett", about, inUtfall(context, second, "enhet"))];
  });
}

/**
 * What was read of an outcome and its target can be compared. The cells' own findings say where one could not be read, and the measure's where its
 * direction and unit never go together: here is what only a row can say, about its own target or about the two seen together.
 */
export function outcomesCanBeCompared(context: CheckContext): Finding[] {
  const { contents, outcomes } = context;
  return foundIn(contents.utfall?.rows ?? [], (row) => {
    const measure = outcomes.measureOf(row);
    if (measure === undefined || directionAndUnitDiffer(measure)) return undefined;
    const { status, outcome, target } = measureResult(context, measure, row, outcomes.unitOf(row), row.values.period);
    if (status !== null) return undefined;
    if (outcome.kind === "unclear" || hasOtherTarget(measure, row)) return undefined;
    if (target.kind === "unclear" && isGiven(ownTarget(row))) {
      if (target.ruleId === unclear.intervalUnexpected || target.ruleId === unclear.boundsReversed) return ownTargetFinding(context, measure, row, target.ruleId);
      if (readMeaning(ownTarget(row), unitOfRow(measure, row)).meaning.kind === "unclear") return undefined;
    }
    if (target.kind === "unclear" && targetMeaning(measure, targetEntries(measure, undefined), unitOfRow(measure, undefined)).kind === "unclear") return undefined;
    const typed = targetEntries(measure, row).target.cell;
    const about = { measure: nameOf(measure), outcome: printMeaning(outcome), target: printMeaning(target) || (typed === undefined ? "" : typedNumber(typed)) };
    return ruleFinding("utfall.ej-jamforbart", about, inUtfall(context, row, "utfall"));
  });
}

/** A number that can only be doubted beside an outcome in percent, as it stands in its cell. */
function typedNumber(cell: CellInput): string {
  return typeof cell.value === "number" ? formatNumberSv(cell.value) : typedText(cell);
}

function ownTargetFinding(
  context: CheckContext, measure: MeasureRow, row: OutcomeRow, ruleId: typeof unclear.intervalUnexpected | typeof unclear.boundsReversed,
): Finding {
  const place = inUtfall(context, row, "malvarde");
  const typed = row.cells.malvarde === undefined ? "" : typedText(row.cells.malvarde);
  if (ruleId === unclear.intervalUnexpected) return ruleFinding(ruleId, { measure: nameOf(measure), typed }, place);
  const { target, upper } = targetEntries(measure, row);
  const unit = unitOfRow(measure, row);
  const [from, to] = [target, upper].map((entry) => printMeaning(readMeaning(entry, unit).meaning));
  return ruleFinding(ruleId, { measure: nameOf(measure), from: from ?? "", to: to ?? "" }, place);
}

/** The measure's own number where an answer belongs is told of in Mått. */
function hasOtherTarget({ values }: MeasureRow, row: OutcomeRow): boolean {
  return values.riktning === "Ja/Nej" && !isGiven(ownTarget(row)) && (values.malvarde?.kind === "number" || values.malvarde?.kind === "interval");
}

/** Periods are of the kind that the workbook reports, or whole years. Source: F8. */
export function periodsFollowTheRhythm(context: CheckContext): Finding[] {
  const { contents, settings } = context;
  const kind = kindOfRhythm[settings.rapportering];
  return (contents.utfall?.rows ?? [])
    .filter(({ values }) => values.period.kind !== kind && values.period.kind !== "year")
    .map((row) => ruleFinding("utfall.period-rytm", { period: periodLabel(row.values.period), rhythm: settings.rapportering }, inUtfall(context, row, "period")));
}

/** Nothing is measured before its period has begun. */
export function periodsHaveBegun(context: CheckContext): Finding[] {
  const { contents, today } = context;
  if (today === undefined) return [];
  const begun = (period: Period) => periodFrom(period) <= today;
  return (contents.utfall?.rows ?? [])
    .filter((row) => row.values.utfall !== null && row.values.utfall.kind !== "notMeasured" && !begun(row.values.period))
    .map((row) => ruleFinding("utfall.framtida-period", { period: periodLabel(row.values.period) }, inUtfall(context, row, "period")));
}

/**
 * Women and men agree with the total: a share of all lies between the two shares, a count is their sum. A mean, an index or an amount of money can be neither, and is not
 * judged. Source: R11 and the cases' checks of women and men.
 */
export function womenAndMenAgreeWithTheTotal(context: CheckContext): Finding[] {
  return foundIn(context.contents.utfall?.rows ?? [], (row) => {
    if (row.values.kvinnor === null || row.values.man === null) return undefined;
    const measure = context.outcomes.measureOf(row);
    if (measure === undefined) return undefined;
    const unit = unitOfRow(measure, row);
    const amountOf = (key: "utfall" | "kvinnor" | "man"): Amount | undefined => {
      const { meaning } = readMeaning({ quantity: row.values[key], cell: row.cells[key] }, unit);
      return meaning.kind === "amount" ? meaning.amount : undefined;
    };
    const total = amountOf("utfall");
    const women = amountOf("kvinnor");
    const men = amountOf("man");
    const place = inUtfall(context, row, "utfall");
    if (total === undefined || women === undefined || men === undefined) return undefined;
    const about = { total: printAmount(total), women: printAmount(women), men: printAmount(men) };
    if (unit === "%") {
      const [low, high] = women.value <= men.value ? [women, men] : [men, women];
      const between = total.value >= low.value - slack(total, low) && total.value <= high.value + slack(total, high);
      return between ? undefined : ruleFinding("utfall.kon-andel", about, place);
    }
    const sum = women.value + men.value;
    if (unit !== "antal" || deviation(total.value, sum) === 0) return undefined;
    return ruleFinding("utfall.kon-summa", { ...about, sum: formatNumberSv(sum) }, place);
  });
}

/** Shares are rounded one by one: half a step of the coarser of the two. */
function slack(a: Amount, b: Amount): number {
  return 0.5 * 10 ** -(Math.min(a.decimals, b.decimals) + 2) + 1e-9;
}

/** Where Könsuppdelat says so, an outcome is given for women and men too; not that of others, who may not have it. */
export function womenAndMenAreThere(context: CheckContext): Finding[] {
  const { contents, outcomes, units } = context;
  return foundIn(contents.utfall?.rows ?? [], (row) => {
    const measure = outcomes.measureOf(row);
    const { utfall, kvinnor, man } = row.values;
    if (measure?.values.konsuppdelat !== "Ja" || utfall === null || utfall.kind === "notMeasured" || (kvinnor !== null && man !== null)) return undefined;
    if (units.isComparison(outcomes.unitOf(row))) return undefined;
    const empty = (["kvinnor", "man"] as const).filter((key) => row.values[key] === null);
    const missing = empty.map((key) => registers.utfall.columns[key].header);
    return ruleFinding("utfall.kon-saknas", { measure: nameOf(measure), missing }, inUtfall(context, row, kvinnor === null ? "kvinnor" : "man"));
  });
}
