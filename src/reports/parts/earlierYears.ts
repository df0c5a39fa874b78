import { samePeriodLastYear, type Period } from "../../registers/values/period.js";

/** The same period in each of so many years before, the earliest first. */
export function yearsBefore(period: Period, count: number): readonly Period[] {
  const years: Period[] = [];
  for (let year = samePeriodLastYear(period); years.length < count; year = samePeriodLastYear(year)) years.unshift(year);
  return years;
}
