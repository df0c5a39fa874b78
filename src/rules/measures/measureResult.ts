import { samePeriod, type Period } from "../../registers/values/period.js";
import { attainment } from "./attainment.js";
import type { MeasureRow } from "../goals/goalTree.js";
import { readMeaning, unclear, unitOfMeasure, type Entry, type MeasureUnit } from "./meaning.js";
import { comparisonPeriod, type OutcomeRow } from "./outcomes.js";
import type { Meaning, MeasureResult } from "./results.js";
import { limitOf, measureStatus } from "./status.js";
import { isGiven, ownTarget, targetEntries, targetMeaning } from "./target.js";
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
  const outcome = source === undefined ? { kind: "missing" } as const : meaningOfRow(workbook, measure, source, countedIn);
  return judgedResult(workbook, measure, { source, unit, period, countedIn, outcome, comparedWith: earlierOutcome(workbook, measure, unit, period, countedIn), rolledUp: undefined });
}

/** What a result is judged from. */
interface Unjudged extends Pick<MeasureResult, "source" | "unit" | "period" | "outcome" | "comparedWith" | "rolledUp"> {
  readonly countedIn: MeasureUnit;
}

/** An outcome beside its target: status, attainment and trend. */
export function judgedResult(workbook: Workbook, measure: MeasureRow, unjudged: Unjudged): MeasureResult {
  const { settings } = workbook;
  const { source, unit, period, countedIn, outcome, comparedWith, rolledUp } = unjudged;
  const direction = measure.values.riktning;
  const target = direction === "Följs" ? ({ kind: "missing" } as const) : targetOfRow(workbook, measure, source, countedIn);
  const attained = attainment(direction, outcome, target, settings);
  return {
    measure,
    source,
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

/** What a row's outcome means. It is asked of its own result and of that it is compared with; of a measure that says what it counts in, the answer is the same. */
function meaningOfRow({ outcomes, meanings }: Workbook, measure: MeasureRow, row: OutcomeRow, countedIn: MeasureUnit): Meaning {
  if (measure.values.mattenhet === null || outcomes.measureOf(row) !== measure) return outcomeMeaning(outcomeEntry(row), countedIn);
  const known = meanings.outcomes.get(row);
  if (known !== undefined) return known;
  const meaning = outcomeMeaning(outcomeEntry(row), countedIn);
  meanings.outcomes.set(row, meaning);
  return meaning;
}

/** What the target of a row means: mostly the measure's own, which many rows share. */
function targetOfRow({ meanings }: Workbook, measure: MeasureRow, source: OutcomeRow | undefined, countedIn: MeasureUnit): Meaning {
  const hasOwn = source !== undefined && isGiven(ownTarget(source));
  if (hasOwn || measure.values.mattenhet === null) return targetMeaning(measure, targetEntries(measure, source), countedIn);
  const known = meanings.targets.get(measure);
  if (known !== undefined) return known;
  const meaning = targetMeaning(measure, targetEntries(measure, undefined), countedIn);
  meanings.targets.set(measure, meaning);
  return meaning;
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
  workbook: Workbook, measure: MeasureRow, unit: string | null, period: Period, countedIn: MeasureUnit,
): MeasureResult["comparedWith"] {
  const { outcomes, settings } = workbook;
  const earlier = comparisonPeriod(period, settings.trendMot);
  if (earlier === null) return { period: null, outcome: startMeaning(measure, countedIn) };
  const row = outcomes.find(measure.values.id, earlier, unit);
  return row === undefined ? undefined : { period: earlier, outcome: meaningOfRow(workbook, measure, row, countedIn) };
}
