import type { RegisterRow } from "../../registers/register.js";
import type { Registers } from "../../registers/registers.js";
import { comparePeriods, periodKey, periodTo, type Period } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import type { Choice, Workbook } from "../measures/measureResults.js";

export type SignOffRow = RegisterRow<Registers["klarmarkering"]>;

/** How a report that a unit owes stands: marked ready by its last day, marked later, not marked though that day has passed, or not due yet. */
export type SignOffState = "inTime" | "late" | "missing" | "notDue";

/** A report that a unit owes, as it stands on a day. */
export interface SignOff {
  readonly row: SignOffRow;
  readonly state: SignOffState;
  /** Days after the last day: until it was marked or, while it is not, until today. 0 for what is neither late nor missing. */
  readonly daysLate: number;
}

/** How a row stands on a day (a serial number). The last day itself is in time. Source: issue 6; Ale, Intern kontroll 2019. */
export function signOffOf(row: SignOffRow, today: number): SignOff {
  const { senast, klarmarkerad } = row.values;
  const daysLate = Math.max(0, (klarmarkerad ?? today) - senast);
  if (klarmarkerad !== null) return { row, daysLate, state: daysLate === 0 ? "inTime" : "late" };
  return { row, daysLate, state: daysLate === 0 ? "notDue" : "missing" };
}

/**
 * What the unit and those below it owe for the periods of the year that have ended with the chosen one, by period, then unit, then report. Of two rows about one report,
 * which is a finding, the upper one counts.
 */
export function signOffsOf({ contents, units }: Workbook, { unit, period }: Choice, today: number): readonly SignOff[] {
  const once = new Map<string, SignOffRow>();
  for (const row of [...(contents.klarmarkering?.rows ?? [])].sort((a, b) => a.row - b.row)) {
    const key = JSON.stringify([folded(row.values.rapport), folded(row.values.enhet), periodKey(row.values.period)]);
    if (!once.has(key)) once.set(key, row);
  }
  const isAsked = ({ values: { enhet, period: of } }: SignOffRow) =>
    of.year === period.year && periodTo(of) <= periodTo(period) && (unit === null || units.isWithin(enhet, unit));
  return [...once.values()]
    .filter(isAsked)
    .sort((a, b) => comparePeriods(a.values.period, b.values.period) || units.byOrder(a.values.enhet, b.values.enhet) || reportNames.compare(a.values.rapport, b.values.rapport))
    .map((row) => signOffOf(row, today));
}

const reportNames = new Intl.Collator("sv", { numeric: true });

/** How many of some reports were marked in time. owed = inTime + late + missing + notDue. */
export interface SignOffCounts extends Readonly<Record<SignOffState, number>> {
  readonly owed: number;
  /** Of those that are marked or whose last day has passed, the part that was marked in time, as a fraction; `null` where there is none. Nothing is said of what is not due yet. */
  readonly shareInTime: number | null;
  /** The most days that one of them came late, or is late by now; 0 where none is. */
  readonly mostDaysLate: number;
}

export function countSignOffs(signOffs: readonly SignOff[]): SignOffCounts {
  const counts: Record<SignOffState, number> = { inTime: 0, late: 0, missing: 0, notDue: 0 };
  for (const { state } of signOffs) counts[state] += 1;
  const settled = counts.inTime + counts.late + counts.missing;
  return {
    ...counts,
    owed: signOffs.length,
    shareInTime: settled === 0 ? null : counts.inTime / settled,
    mostDaysLate: signOffs.reduce((most, { daysLate }) => Math.max(most, daysLate), 0),
  };
}

/** The periods of some reports, the earliest first. */
export function periodsOwed(signOffs: readonly SignOff[]): readonly Period[] {
  const once = new Map(signOffs.map(({ row }) => [periodKey(row.values.period), row.values.period]));
  return [...once.values()].sort(comparePeriods);
}
