import type { RegisterContents } from "../../registers/registers.js";
import type { Settings } from "../../registers/settings.js";
import type { Period } from "../../registers/values/period.js";
import type { MeasureRow } from "../goals/goalTree.js";
import { measureResult } from "./measureResult.js";
import type { MeasureResult } from "./results.js";
import { rolledUpResult } from "./rolledUpResults.js";
import { workbookOf, type Choice, type Workbook } from "../workbook.js";

export { measureResult, outcomeEntry, outcomeMeaning, unitOfRow } from "./measureResult.js";
export { workbookOf, type Choice, type Workbook } from "../workbook.js";

/**
 * All that can be said of each measure for the choice, in report order of goals and measures; measures without a goal come last.
 * - unit `null`: each unit that has an outcome for the period, or the owner when none has.
 * - a unit: its own outcome where it has one, else that of each unit below it that has one, else none yet of the owner, when that is the unit or one below it.
 * Where Sammanvägning puts units' outcomes together there is one result of them all, with those of the units in it (rolledUpResults.ts).
 * A measure with no outcome is there all the same, as "Ej mätt".
 */
export function measureResults(contents: RegisterContents, settings: Settings, choice: Choice): MeasureResult[] {
  return resultsOf(workbookOf(contents, settings), choice);
}

export function resultsOf(workbook: Workbook, choice: Choice): MeasureResult[] {
  return measuresInOrder(workbook).flatMap((measure) => resultsOfMeasure(workbook, measure, choice));
}

/** Goals' measures in report order, then those without a goal; each once. */
export function measuresInOrder({ tree }: Pick<Workbook, "tree">): readonly MeasureRow[] {
  return [...new Set([...tree.inOrder.flatMap((goal) => tree.measuresOf(goal.values.id)), ...tree.measuresOf(null)])];
}

export function resultsOfMeasure(workbook: Workbook, measure: MeasureRow, choice: Choice): MeasureResult[] {
  const together = rolledUpResult(workbook, measure, choice);
  return together === undefined ? unitResults(workbook, measure, choice) : [together];
}

/** What units themselves have reported or should have, whether or not it is put together: each result is one to answer. */
export function answersOf(workbook: Workbook, choice: Choice): MeasureResult[] {
  return measuresInOrder(workbook).flatMap((measure) => {
    const together = rolledUpResult(workbook, measure, choice);
    if (together?.rolledUp === undefined) return unitResults(workbook, measure, choice);
    const { isReported, counted, missing } = together.rolledUp;
    return [...(isReported ? [] : [together]), ...counted, ...missing];
  });
}

function unitResults(workbook: Workbook, measure: MeasureRow, choice: Choice): MeasureResult[] {
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

/** The same measure and unit in another period, put together as there where it is. */
export function sameInPeriod(workbook: Workbook, { measure, unit, rolledUp }: MeasureResult, period: Period): MeasureResult {
  const together = rolledUp === undefined ? undefined : rolledUpResult(workbook, measure, { unit, period });
  return together ?? measureResult(workbook, measure, workbook.outcomes.find(measure.values.id, period, unit), unit, period);
}
