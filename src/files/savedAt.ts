const MS_PER_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;

/** The clock of whoever fills in a form, wherever the file is read. */
const swedishTime = new Intl.DateTimeFormat("en-US", {
  timeZone: "Europe/Stockholm", hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
});

/**
 * When a file was saved, as Excel's serial day with the time as fraction, by Swedish time; `null` for what cannot be read.
 * @param text W3CDTF, as in docProps/core.xml: "2019-05-20T08:30:00Z", "2019-05-20T10:30:00+02:00", "2019-05-20".
 */
export function savedAt(text: string): number | null {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)(T.+)?$/u.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  if (time === undefined) return serial(Date.parse(`${year}-${month}-${day}T00:00:00Z`));
  // Without a zone the time is the one on the clock.
  if (!/(?:Z|[+-]\d\d:?\d\d)$/u.test(time)) return serial(Date.parse(`${text.trim()}Z`));
  const moment = Date.parse(text.trim());
  if (Number.isNaN(moment)) return null;
  const part = new Map(swedishTime.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const [y = 0, m = 1, d = 1] = [part.get("year"), part.get("month"), part.get("day")];
  return serial(Date.UTC(y, m - 1, d, part.get("hour"), part.get("minute"), part.get("second")));
}

function serial(time: number): number | null {
  return Number.isNaN(time) ? null : time / MS_PER_DAY + SERIAL_OF_1970;
}
