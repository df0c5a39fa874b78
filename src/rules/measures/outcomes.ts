import type { RegisterRow } from "../../registers/register.js";
import type { RegisterContents, Registers } from "../../registers/registers.js";
import type { Settings } from "../../registers/settings.js";
import { comparePeriods, periodKey, previousPeriod, samePeriodLastYear, type Period } from "../../registers/values/period.js";
import { folded, isBlank } from "../../registers/values/reading.js";
import { append, type GoalTree, type MeasureRow } from "../goals/goalTree.js";
import type { Units } from "../units/units.js";

export type OutcomeRow = RegisterRow<Registers["utfall"]>;

/** The outcomes of a workbook, found by measure, period and unit. Where two rows say the same, the upper one counts. */
export interface Outcomes {
  find(measureId: string, period: Period, unit: string | null): OutcomeRow | undefined;
  /** Every unit that has a row of the measure for the period, in the order of the sheet; those that are only compared with left out. */
  unitsWith(measureId: string, period: Period): readonly (string | null)[];
  /** Every period that a unit has a row of the measure for, the earliest first. */
  periodsOf(measureId: string): readonly Period[];
  /** Rows of those that the measure is only compared with, in the order of the sheet. */
  comparedWith(measureId: string): readonly OutcomeRow[];
  /** The unit a row speaks for: its own or, when blank, the one that owns the measure. */
  unitOf(row: OutcomeRow): string | null;
  measureOf(row: OutcomeRow): MeasureRow | undefined;
  /** Measures of which some row has a target of its own. */
  readonly measuresWithOwnTargets: ReadonlySet<MeasureRow>;
  /** Groups of rows with the same measure, period and unit, in the order of the sheet. */
  readonly repeated: readonly (readonly OutcomeRow[])[];
}

export function outcomesOf(contents: RegisterContents, tree: GoalTree, units: Pick<Units, "isComparison">): Outcomes {
  const measures = new Map<string, MeasureRow>();
  for (const row of contents.matt?.rows ?? []) {
    const id = folded(row.values.id);
    if (!measures.has(id)) measures.set(id, row);
  }
  const measureOf = (row: OutcomeRow) => measures.get(folded(row.values.mattId));
  const unitOf = (row: OutcomeRow): string | null => {
    if (row.values.enhet !== null) return row.values.enhet;
    const typed = row.cells.enhet;
    // A unit that nobody knows is not the owner: the row then speaks for what was typed, and the reader's finding says so.
    if (typed !== undefined && !isBlank(typed)) return String(typed.value);
    const measure = measureOf(row);
    return measure === undefined ? null : tree.ownerOfMeasure(measure);
  };

  const rowsByKey = new Map<string, OutcomeRow[]>();
  const unitsByMeasure = new Map<string, (string | null)[]>();
  const periods = new Map<string, Map<number, Period>>();
  const comparedWith = new Map<string, OutcomeRow[]>();
  const measuresWithOwnTargets = new Set<MeasureRow>();
  for (const row of contents.utfall?.rows ?? []) {
    const unit = unitOf(row);
    const measure = measureOf(row);
    if (measure !== undefined && row.values.malvarde !== null) measuresWithOwnTargets.add(measure);
    const key = outcomeKey(row.values.mattId, row.values.period, unit);
    const same = rowsByKey.get(key);
    if (same !== undefined) {
      same.push(row);
      continue;
    }
    rowsByKey.set(key, [row]);
    if (units.isComparison(unit)) append(comparedWith, folded(row.values.mattId), row);
    else {
      append(unitsByMeasure, outcomeKey(row.values.mattId, row.values.period, null), unit);
      const known = periods.get(folded(row.values.mattId)) ?? new Map<number, Period>();
      periods.set(folded(row.values.mattId), known.set(periodKey(row.values.period), row.values.period));
    }
  }
  return {
    find: (measureId, period, unit) => rowsByKey.get(outcomeKey(measureId, period, unit))?.[0],
    unitsWith: (measureId, period) => unitsByMeasure.get(outcomeKey(measureId, period, null)) ?? [],
    periodsOf: (measureId) => [...(periods.get(folded(measureId))?.values() ?? [])].sort(comparePeriods),
    comparedWith: (measureId) => comparedWith.get(folded(measureId)) ?? [],
    unitOf,
    measureOf,
    measuresWithOwnTargets,
    repeated: [...rowsByKey.values()].filter((rows) => rows.length > 1),
  };
}

/** The same parts, in the same order, as the live formula of Utfall[Periodnyckel]. */
function outcomeKey(measureId: string, period: Period, unit: string | null): string {
  return `${periodKey(period)}|${folded(measureId)}|${unit === null ? "" : folded(unit)}`;
}

/** The period that the workbook compares with; `null` when it compares with the start value. */
export function comparisonPeriod(period: Period, trendMot: Settings["trendMot"]): Period | null {
  switch (trendMot) {
    case "samma period förra året":
      return samePeriodLastYear(period);
    case "föregående period":
      return previousPeriod(period);
    case "startvärde":
      return null;
  }
}
