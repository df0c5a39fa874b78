import type { RegisterRow } from "../../registers/register.js";
import type { RegisterContents, Registers } from "../../registers/registers.js";
import type { Settings } from "../../registers/settings.js";
import { comparePeriods, periodKey, previousPeriod, samePeriodLastYear, type Period } from "../../registers/values/period.js";
import { folded, isBlank } from "../../registers/values/reading.js";
import { byRow } from "../byRow.js";
import { append, madeOnce, type GoalTree, type MeasureRow } from "../goals/goalTree.js";
import { sameUnit, type Units } from "../units/units.js";

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

  const told = byRow<OutcomeRow, Told>();
  const rowsOf = new Map<string, Map<number, OutcomeRow[]>>();
  const measuresWithOwnTargets = new Set<MeasureRow>();
  for (const row of contents.utfall?.rows ?? []) {
    const what = tell(row);
    told.set(row, what);
    if (what.measure !== undefined && row.values.malvarde !== null) measuresWithOwnTargets.add(what.measure);
    append(madeOnce(rowsOf, folded(row.values.mattId), () => new Map<number, OutcomeRow[]>()), periodKey(row.values.period), row);
  }
  const isOther = (unit: string | null) => units.isComparison(unit);
  const unitOf = (row: OutcomeRow) => (told.get(row) ?? tell(row)).unit;
  const byMeasure = new Map<string, ReadonlyMap<number, OfPeriod>>();
  const repeated: (readonly OutcomeRow[])[] = [];
  for (const [id, periods] of rowsOf) {
    const ofMeasure = new Map<number, OfPeriod>();
    for (const [key, rows] of periods) {
      const several = rows.length === 1 ? undefined : byUnit(rows, unitOf);
      for (const same of several?.values() ?? []) if (same.length > 1) repeated.push(same);
      const first = several === undefined ? rows : [...several.values()].flatMap((same) => same.slice(0, 1));
      const all = first.map(unitOf);
      ofMeasure.set(key, { rows: first, units: all.some(isOther) ? all.filter((unit) => !isOther(unit)) : all, byUnit: first.length > FEW ? several : undefined });
    }
    byMeasure.set(id, ofMeasure);
  }
  const ofPeriod = (measureId: string, period: Period) => byMeasure.get(folded(measureId))?.get(periodKey(period));
  const periodsOf = (measureId: string) => [...(byMeasure.get(folded(measureId))?.values() ?? [])];
  return {
    find: (measureId, period, unit) => {
      const there = ofPeriod(measureId, period);
      return there?.byUnit === undefined ? there?.rows.find((row) => sameUnit(unitOf(row), unit)) : there.byUnit.get(foldedUnit(unit))?.[0];
    },
    unitsWith: (measureId, period) => ofPeriod(measureId, period)?.units ?? [],
    periodsOf: (measureId) => {
      const own = periodsOf(measureId).filter((one) => one.units.length > 0);
      return own.flatMap(({ rows }) => rows.slice(0, 1)).map(({ values }) => values.period).sort(comparePeriods);
    },
    comparedWith: (measureId) => {
      const others = periodsOf(measureId).flatMap(({ rows, units: own }) => (own.length === rows.length ? [] : rows.filter((row) => units.isComparison(unitOf(row)))));
      return others.sort((a, b) => a.row - b.row);
    },
    unitOf,
    measureOf: (row) => (told.get(row) ?? tell(row)).measure,
    measuresWithOwnTargets,
    repeated,
  };
}

/** What a row is an outcome of, and the unit that it speaks for. */
interface Told {
  readonly measure: MeasureRow | undefined;
  readonly unit: string | null;
}

/** A measure's rows of one period: of each unit the upper one. */
interface OfPeriod {
  /** In the order of the sheet. */
  readonly rows: readonly OutcomeRow[];
  /** Those that are not only compared with. */
  readonly units: readonly (string | null)[];
  /** Where there are many: by the unit that they speak for, folded. */
  readonly byUnit: ReadonlyMap<string, readonly OutcomeRow[]> | undefined;
}

/** Up to so many units are looked through one by one: most measures have one, and there are many measures and periods. */
const FEW = 8;

function byUnit(rows: readonly OutcomeRow[], unitOf: (row: OutcomeRow) => string | null): ReadonlyMap<string, readonly OutcomeRow[]> {
  const units = new Map<string, OutcomeRow[]>();
  for (const row of rows) append(units, foldedUnit(unitOf(row)), row);
  return units;
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
