const MS_PER_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;

/** The day of a moment as Excel's serial number, by the time zone of the machine. Whoever starts a use case takes the moment from its clock. */
export function localDaySerial(moment: Date): number {
  return Math.round(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / MS_PER_DAY) + SERIAL_OF_1970;
}
