import { addressOf } from "../../registers/register.js";
import { samePeriod, type Period } from "../../registers/values/period.js";
import { attainment } from "./attainment.js";
import type { MeasureRow } from "../goals/goalTree.js";
import { readMeaning, unclear, unitOfMeasure, type Entry, type MeasureUnit } from "./meaning.js";
import { comparisonPeriod, type OutcomeRow } from "./outcomes.js";
import type { Meaning, MeasureResult } from "./results.js";
import { limitOf, measureStatus } from "./status.js";
import { targetEntries, targetMeaning } from "./target.js";
import { trend } from "./trend.js";
import type { Workbook } from "../workbook.js";

/** One measure, unit and period; `source` is its row in Utfall, undefined when there is none. */
export function measureResult(
  workbook: Workbook, measure: MeasureRow, source: OutcomeRow | undefined, unit: string | null, period: Period,
): MeasureResult {
  const known = source === undefined ? undefined : workbook.judged.get(source);
  if (known !== undefined && known.measure === measure && known.unit === unit && samePeriod(known.period, period)) return known;
  const result = resultAnew(workbook, measure, source, unit, period);
  if (source !== undefined) workbook.judged.set(source, result);
  return result;
}

function resultAnew(workbook: Workbook, measure: MeasureRow, source: OutcomeRow | undefined, unit: string | null, period: Period): MeasureResult {
  const countedIn = unitOfRow(measure, source);
  const outcome = source === undefined ? { kind: "missing" } as const : outcomeMeaning(outcomeEntry(source), countedIn);
  return judgedResult(workbook, measure, { source, unit, period, countedIn, outcome, comparedWith: earlierOutcome(workbook, measure, unit, period, countedIn), rolledUp: undefined });
}

/** What a result is judged from. */
interface Unjudged extends Pick<MeasureResult, "source" | "unit" | "period" | "outcome" | "comparedWith" | "rolledUp"> {
  readonly countedIn: MeasureUnit;
}

/** An outcome beside its target: status, attainment and trend. */
export function judgedResult({ contents, settings }: Workbook, measure: MeasureRow, unjudged: Unjudged): MeasureResult {
  const { source, unit, period, countedIn, outcome, comparedWith, rolledUp } = unjudged;
  const direction = measure.values.riktning;
  const target = direction === "Följs" ? ({ kind: "missing" } as const) : targetMeaning(measure, targetEntries(measure, source), countedIn);
  const attained = attainment(direction, outcome, target, settings);
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
    rolledUp,
  };
}

export function outcomeEntry(source: OutcomeRow): Entry {
  return { quantity: source.values.utfall, cell: source.cells.utfall };
}

/** What a row's outcome, target and comparison are counted in. */
export function unitOfRow(measure: MeasureRow, source: OutcomeRow | undefined): MeasureUnit {
  const { mattenhet } = measure.values;
  if (mattenhet !== null) return mattenhet;
  const { target } = targetEntries(measure, source);
  return unitOfMeasure(mattenhet, source === undefined ? [target] : [target, outcomeEntry(source)]);
}

/** An outcome is one value: "högst 14 %" or "85–90 %" says too little to be compared. */
export function outcomeMeaning(entry: Entry, countedIn: MeasureUnit): Meaning {
  const bounded = entry.quantity?.kind === "number" && entry.quantity.bound !== null;
  const { meaning } = readMeaning(entry, countedIn);
  return (bounded && meaning.kind === "amount") || meaning.kind === "interval" ? { kind: "unclear", ruleId: unclear.boundAsOutcome } : meaning;
}

/** Where the measure began. */
export function startMeaning({ values, cells }: MeasureRow, countedIn: MeasureUnit): Meaning {
  return outcomeMeaning({ quantity: values.startvarde, cell: cells.startvarde }, countedIn);
}

function earlierOutcome(
  { outcomes, settings }: Workbook, measure: MeasureRow, unit: string | null, period: Period, countedIn: MeasureUnit,
): MeasureResult["comparedWith"] {
  const earlier = comparisonPeriod(period, settings.trendMot);
  if (earlier === null) return { period: null, outcome: startMeaning(measure, countedIn) };
  const row = outcomes.find(measure.values.id, earlier, unit);
  return row === undefined ? undefined : { period: earlier, outcome: outcomeMeaning(outcomeEntry(row), countedIn) };
}
