import type { RegisterRow } from "../../registers/register.js";
import type { RegisterContents, Registers } from "../../registers/registers.js";
import type { Settings } from "../../registers/settings.js";
import { comparePeriods, periodKey, previousPeriod, samePeriodLastYear, type Period } from "../../registers/values/period.js";
import { folded, isBlank } from "../../registers/values/reading.js";
import { madeOnce, type GoalTree, type MeasureRow } from "../goals/goalTree.js";
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
  /** Groups of rows with the same measure, period and unit, each in the order of the sheet. */
  readonly repeated: readonly (readonly OutcomeRow[])[];
}

export function outcomesOf(contents: RegisterContents, tree: GoalTree, units: Pick<Units, "isComparison">): Outcomes {
  const measures = new Map<string, MeasureRow>();
  for (const row of contents.matt?.rows ?? []) {
    const id = folded(row.values.id);
    if (!measures.has(id)) measures.set(id, row);
  }
  const speaksFor = (row: OutcomeRow, measure: MeasureRow | undefined): string | null => {
    if (row.values.enhet !== null) return row.values.enhet;
    const typed = row.cells.enhet;
    // A unit that nobody knows is not the owner: the row then speaks for what was typed, and the reader's finding says so.
    if (typed !== undefined && !isBlank(typed)) return String(typed.value);
    return measure === undefined ? null : tree.ownerOfMeasure(measure);
  };
  const tell = (row: OutcomeRow): Told => {
    const measure = measures.get(folded(row.values.mattId));
    return { measure, unit: speaksFor(row, measure) };
  };

  const told = new Map<OutcomeRow, Told>();
  const byMeasure = new Map<string, OfMeasure>();
  const measuresWithOwnTargets = new Set<MeasureRow>();
  for (const row of contents.utfall?.rows ?? []) {
    const what = tell(row);
    told.set(row, what);
    const { unit, measure } = what;
    if (measure !== undefined && row.values.malvarde !== null) measuresWithOwnTargets.add(measure);
    const { period } = row.values;
    const ofMeasure = madeOnce(byMeasure, folded(row.values.mattId), (): OfMeasure => ({ periods: new Map(), comparedWith: [] }));
    const ofPeriod = madeOnce(ofMeasure.periods, periodKey(period), (): OfPeriod => ({ period, units: [], byUnit: new Map() }));
    const same = madeOnce(ofPeriod.byUnit, foldedUnit(unit), (): OutcomeRow[] => []);
    same.push(row);
    if (same.length > 1) continue;
    if (units.isComparison(unit)) ofMeasure.comparedWith.push(row);
    else ofPeriod.units.push(unit);
  }
  const ofPeriod = (measureId: string, period: Period) => byMeasure.get(folded(measureId))?.periods.get(periodKey(period));
  const everyPeriod = [...byMeasure.values()].flatMap(({ periods }) => [...periods.values()]);
  return {
    find: (measureId, period, unit) => ofPeriod(measureId, period)?.byUnit.get(foldedUnit(unit))?.[0],
    unitsWith: (measureId, period) => ofPeriod(measureId, period)?.units ?? [],
    periodsOf: (measureId) => {
      const own = [...(byMeasure.get(folded(measureId))?.periods.values() ?? [])];
      return own.filter((one) => one.units.length > 0).map(({ period }) => period).sort(comparePeriods);
    },
    comparedWith: (measureId) => byMeasure.get(folded(measureId))?.comparedWith ?? [],
    unitOf: (row) => (told.get(row) ?? tell(row)).unit,
    measureOf: (row) => (told.get(row) ?? tell(row)).measure,
    measuresWithOwnTargets,
    repeated: everyPeriod.flatMap(({ byUnit }) => [...byUnit.values()].filter((rows) => rows.length > 1)),
  };
}

/** What a row is an outcome of, and the unit that it speaks for. */
interface Told {
  readonly measure: MeasureRow | undefined;
  readonly unit: string | null;
}

interface OfMeasure {
  /** By `periodKey`. */
  readonly periods: Map<number, OfPeriod>;
  readonly comparedWith: OutcomeRow[];
}

interface OfPeriod {
  readonly period: Period;
  readonly units: (string | null)[];
  readonly byUnit: Map<string, OutcomeRow[]>;
}

/** No unit is as good as a blank one, as in the live formula of Utfall[Periodnyckel]. */
function foldedUnit(unit: string | null): string {
  return unit === null ? "" : folded(unit);
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
