import type { Finding } from "../../registers/finding.js";
import { comparePeriods, periodLabel } from "../../registers/values/period.js";
import { formatNumberSv, formatPercentSv } from "../../registers/values/formatting.js";
import { typedText } from "../../registers/values/reading.js";
import type { MeasureRow } from "../goals/goalTree.js";
import { readMeaning, unclear, type Entry } from "../measures/meaning.js";
import { measureResult, unitOfRow } from "../measures/measureResults.js";
import { ruleFinding } from "../messages.js";
import type { OutcomeRow } from "../measures/outcomes.js";
import { printMeaning } from "../measures/printing.js";
import { isGiven, ownTarget, targetEntries, targetMeaning } from "../measures/target.js";
import { alikeRows } from "./alikeRows.js";
import { inMatt, inUtfall, nameOf, rowNumber, type CheckContext } from "./context.js";

/**
 * A direction and a unit that never go together: text can only be followed, and Ja/Nej is a direction and a unit at once. One of them is wrong,
 * whatever outcomes come.
 */
export function directionAndUnitDiffer({ values: { riktning, mattenhet } }: MeasureRow): boolean {
  if (mattenhet === null || riktning === "Följs") return false;
  return mattenhet === "text" || (mattenhet === "Ja/Nej") !== (riktning === "Ja/Nej");
}

/** Source: model.md, Måluppfyllelse (Ja/Nej: equal; Öka and Minska compare numbers). */
export function directionsSuitTheUnit(context: CheckContext): Finding[] {
  return measures(context)
    .filter(directionAndUnitDiffer)
    .map((measure) => {
      const about = { measure: nameOf(measure), direction: measure.values.riktning, unit: measure.values.mattenhet ?? "" };
      return ruleFinding("matt.riktning-enhet", about, inMatt(context, measure, "riktning"));
    });
}

/**
 * A measure has the target that its direction asks for: Inom intervall both bounds in order, Ja/Nej an answer, Öka and Minska a number, Följs
 * none. Source: model.md, Måluppfyllelse; R25.
 */
export function targetsSuitTheDirection(context: CheckContext): Finding[] {
  const withOwnNumber = measuresWithOwnNumber(context);
  return measures(context).flatMap((measure) => {
    const { malvarde, malvardeTill, riktning } = measure.values;
    const entries = targetEntries(measure, undefined);
    const unit = unitOfRow(measure, undefined);
    const about = { measure: nameOf(measure) };
    const place = inMatt(context, measure, "malvarde");
    if (riktning === "Följs") return isGiven(entries.target) ? [ruleFinding("matt.foljs-med-mal", about, place)] : [];

    const target = targetMeaning(measure, entries, unit);
    const typed = measure.cells.malvarde === undefined ? "" : typedText(measure.cells.malvarde);
    if (riktning === "Ja/Nej") {
      // With Ja/Nej as Måttenhet too, the value's own rule says it; with another, the two columns disagree.
      if (measure.values.mattenhet !== null) return [];
      const isNumber = malvarde?.kind === "number" || malvarde?.kind === "interval";
      return isNumber ? [ruleFinding("matt.ja-nej-mal", { ...about, typed }, place)] : [];
    }
    if (target.kind === "unclear" && target.ruleId === unclear.intervalUnexpected) return [ruleFinding("matt.intervall-ovantat", { ...about, typed }, place)];
    if (riktning !== "Inom intervall") return [];
    if (target.kind === "unclear" && target.ruleId === unclear.boundsReversed) {
      const from = readMeaning(entries.target, unit).meaning;
      const to = readMeaning(entries.upper, unit).meaning;
      return [ruleFinding("matt.granser-omvanda", { ...about, from: printMeaning(from), to: printMeaning(to) }, place)];
    }
    const hasLower = malvarde !== null || withOwnNumber.has(measure);
    if (target.kind !== "missing" || (!hasLower && malvardeTill === null)) return [];
    const missing = hasLower && malvardeTill === null ? "malvardeTill" : "malvarde";
    const missingPlace = inMatt(context, measure, missing);
    return [ruleFinding("matt.granser-saknas", { ...about, header: missingPlace.column }, missingPlace)];
  });
}

/** Measures for which some period has a target of its own that is one number: in an interval, a lower bound. */
function measuresWithOwnNumber({ contents, outcomes }: CheckContext): ReadonlySet<MeasureRow> {
  const rows = (contents.utfall?.rows ?? []).filter(({ values }) => values.malvarde?.kind === "number");
  return new Set(rows.map((row) => outcomes.measureOf(row)).filter((measure) => measure !== undefined));
}

/**
 * A direction needs a target. Where outcomes already wait for one, the latest of them says so; else the measure. A target of the outcome's own
 * period is enough. Source: F2, R25, R32.
 */
export function directionsHaveTargets(context: CheckContext): Finding[] {
  const without = measures(context).filter(lacksTarget);
  const latest = latestWithoutTarget(context, new Set(without));
  return without.flatMap((measure) => {
    const waiting = latest.get(measure);
    if (waiting !== undefined) {
      const { outcome } = measureResult(context, measure, waiting, context.outcomes.unitOf(waiting), waiting.values.period);
      const about = { measure: nameOf(measure), outcome: printMeaning(outcome), period: periodLabel(waiting.values.period) };
      return printMeaning(outcome) === "" ? [] : [ruleFinding("utfall.vantar-malvarde", about, inUtfall(context, waiting, "utfall"))];
    }
    return context.outcomes.measuresWithOwnTargets.has(measure)
      ? []
      : [ruleFinding("matt.malvarde-saknas", { measure: nameOf(measure), direction: measure.values.riktning }, inMatt(context, measure, "malvarde"))];
  });
}

function lacksTarget(measure: MeasureRow): boolean {
  const { malvardeTill, riktning } = measure.values;
  return riktning !== "Följs" && malvardeTill === null && !saysSomething(targetEntries(measure, undefined).target);
}

/** A target that is there, readable or not. "---" and the like say that there is none. */
function saysSomething(entry: Entry): boolean {
  return isGiven(entry) && entry.quantity?.kind !== "notMeasured";
}

/** The latest outcome of each of some measures that has no target of its own. */
function latestWithoutTarget({ contents, outcomes, units }: CheckContext, asked: ReadonlySet<MeasureRow>): ReadonlyMap<MeasureRow, OutcomeRow> {
  const latest = new Map<MeasureRow, OutcomeRow>();
  for (const row of asked.size === 0 ? [] : (contents.utfall?.rows ?? [])) {
    const measure = outcomes.measureOf(row);
    if (measure === undefined || !asked.has(measure) || row.values.utfall === null || row.values.utfall.kind === "notMeasured" || saysSomething(ownTarget(row))) continue;
    if (units.isComparison(outcomes.unitOf(row))) continue;
    const known = latest.get(measure);
    if (known === undefined || comparePeriods(known.values.period, row.values.period) < 0) latest.set(measure, row);
  }
  return latest;
}

/** A weight counts only above zero. */
export function weightsCount(context: CheckContext): Finding[] {
  return measures(context).flatMap((measure) => {
    const weight = measure.values.vikt;
    if (weight === null || weight > 0) return [];
    return [ruleFinding("matt.vikt", { measure: nameOf(measure), weight: formatNumberSv(weight) }, inMatt(context, measure, "vikt"))];
  });
}

/** Gräns delvis is a share above 0 and at most 1; a 90 that means 90 % gets the fix. */
export function limitsAreShares(context: CheckContext): Finding[] {
  return measures(context).flatMap((measure) => {
    const limit = measure.values.gransDelvis;
    if (limit === null || (limit > 0 && limit <= 1)) return [];
    const place = inMatt(context, measure, "gransDelvis");
    const fix = limit > 1 && limit <= 100 && place.at !== undefined ? { cells: [{ at: place.at, value: limit / 100, numberFormat: "0%" }] } : undefined;
    const about = { measure: nameOf(measure), typed: formatNumberSv(limit), standard: formatPercentSv(context.settings.gransDelvis) };
    return [ruleFinding("matt.grans-delvis", about, { ...place, fix })];
  });
}

/** A measure belongs to a goal; an id that no goal has is the reader's finding. Source: F7. */
export function measuresHaveGoals(context: CheckContext): Finding[] {
  return measures(context)
    .filter((measure) => measure.values.malId === null)
    .map((measure) => ruleFinding("matt.utan-mal", { measure: nameOf(measure) }, inMatt(context, measure, "malId")));
}

/** The same measure is entered once. The same text under another goal may be meant. */
export function measureTextsDiffer(context: CheckContext): Finding[] {
  return alikeRows(measures(context), { idOf: ({ values }) => values.id, textOf: ({ values }) => values.matt, restOf: ({ values }) => [values.malId] }).map(({ row, first }) =>
    ruleFinding("matt.samma-text", { measure: row.values.id, other: first.values.id, row: rowNumber(first) }, inMatt(context, row, "matt")),
  );
}

function measures({ contents }: CheckContext): readonly MeasureRow[] {
  return contents.matt?.rows ?? [];
}

