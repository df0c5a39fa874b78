import type { RegisterContents } from "../../registers/registers.js";
import { samePeriod, type Period } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";

/** What the report is called in Klarmarkering and Dokument. */
export const DECISION_REPORT = "Ej verkställda beslut";

/**
 * The day on which a committee's report of decisions not carried out is made (Rapporteringstillfälle), by Klarmarkering: the day it was marked ready or, before that, the
 * last day to do so. Undefined where nothing says. A serial number.
 */
export function reportDayOf({ klarmarkering }: RegisterContents, unit: string | null, period: Period): number | undefined {
  const row = (klarmarkering?.rows ?? []).find(
    ({ values }) =>
      folded(values.rapport) === folded(DECISION_REPORT) && (unit === null || folded(values.enhet) === folded(unit)) && samePeriod(values.period, period),
  );
  return row === undefined ? undefined : (row.values.klarmarkerad ?? row.values.senast);
}
