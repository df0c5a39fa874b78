const DAY = 86_400_000;
/** Serial 0 for dates after February 1900. Excel counts a 29 February 1900 that never was. */
const EPOCH = Date.UTC(1899, 11, 30);

/** Excel's serial number of a date from 1 March 1900 on (1900 system); undefined when there is no such day. */
export function serialOf(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1901 && year <= 9999 ? Math.round((time - EPOCH) / DAY) : undefined;
}

export function yearOf(serial: number): number {
  return new Date(EPOCH + serial * DAY).getUTCFullYear();
}
