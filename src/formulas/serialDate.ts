/**
 * Dates as Excel counts them (1900 date system): 1 is 1 January 1900, and 60 is the 29 February 1900 that never was.
 */
const dayMs = 86_400_000;
/** Serial of 31 December 9999, the last Excel knows. */
export const lastSerial = 2_958_465;

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Serial of a calendar day; months and days outside their range roll over as in DATE. Undefined outside 1900–9999. */
export function serialOf(year: number, month: number, day: number): number | undefined {
  const midnight = Date.UTC(year, month - 1, 1) + (day - 1) * dayMs;
  const sinceEpoch = Math.round(midnight / dayMs) + 25_569;
  const leapQuirk = year === 1900 && month === 2 && day === 29;
  const serial = leapQuirk ? 60 : sinceEpoch <= 60 ? sinceEpoch - 1 : sinceEpoch;
  return serial >= 0 && serial <= lastSerial ? serial : undefined;
}

/** Calendar day of a serial (its time of day is dropped); undefined when Excel would answer #NUM!. */
export function calendarDay(serial: number): CalendarDay | undefined {
  const whole = Math.floor(serial);
  if (whole < 0 || whole > lastSerial) return undefined;
  if (whole === 0) return { year: 1900, month: 1, day: 0 };
  if (whole === 60) return { year: 1900, month: 2, day: 29 };
  const date = new Date((whole - (whole < 60 ? 25_568 : 25_569)) * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Day of the week of a serial, 0 is Saturday as Excel counts (serial 0 and 7 are Saturdays). */
export function weekdayFromSaturday(serial: number): number {
  return Math.floor(serial) % 7;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
