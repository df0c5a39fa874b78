const DAY_MS = 86_400_000;
/** Excel's serial number of 1 January 1970. */
const UNIX_EPOCH = 25_569;

/** Excel's serial number of a moment, as the clock on the user's wall shows it. */
export function localNow(moment: Date): number {
  return (moment.getTime() - moment.getTimezoneOffset() * 60_000) / DAY_MS + UNIX_EPOCH;
}
