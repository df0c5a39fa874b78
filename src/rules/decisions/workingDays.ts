import { dayOf, serialOf } from "../../registers/values/date.js";

/** Why a day is no working day, in Swedish and English: its weekday, or the holiday that falls on it. */
export interface DayOff {
  readonly sv: string;
  readonly en: string;
}

const SATURDAY: DayOff = { sv: "en lördag", en: "a Saturday" };
const SUNDAY: DayOff = { sv: "en söndag", en: "a Sunday" };

const FIXED: ReadonlyMap<string, DayOff> = new Map([
  ["1-1", { sv: "nyårsdagen", en: "New Year's Day" }],
  ["1-6", { sv: "trettondedag jul", en: "Epiphany" }],
  ["5-1", { sv: "första maj", en: "May Day" }],
  ["6-6", { sv: "nationaldagen", en: "the National Day" }],
  ["12-25", { sv: "juldagen", en: "Christmas Day" }],
  ["12-26", { sv: "annandag jul", en: "Boxing Day" }],
]);

/** Holidays that move with Easter and fall on no Sunday, by days after Easter Day. */
const AROUND_EASTER: ReadonlyMap<number, DayOff> = new Map([
  [-2, { sv: "långfredagen", en: "Good Friday" }],
  [1, { sv: "annandag påsk", en: "Easter Monday" }],
  [39, { sv: "Kristi himmelsfärdsdag", en: "Ascension Day" }],
]);

/**
 * Why nobody works in an office on a day (serial number); undefined on a working day. Midsummer's Day and All Saints' Day are Saturdays.
 * Source: lagen (1989:253) om allmänna helgdagar.
 */
export function dayOff(serial: number): DayOff | undefined {
  const day = dayOf(serial);
  if (day === null) return undefined;
  const easter = easterOf(day.year);
  const holiday = FIXED.get(`${day.month}-${day.day}`) ?? (easter === null ? undefined : AROUND_EASTER.get(Math.floor(serial) - easter));
  if (holiday !== undefined) return holiday;
  // Serial 7 would be a Saturday, and so is every seventh day from there.
  const weekday = Math.floor(serial) % 7;
  return weekday === 0 ? SATURDAY : weekday === 1 ? SUNDAY : undefined;
}

/** Easter Day as a serial number. The Gregorian computus: Meeus, Astronomical Algorithms, 1991, chapter 8. */
function easterOf(year: number): number | null {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const from = epact + weekday - 7 * late + 114;
  return serialOf({ year, month: Math.floor(from / 31), day: (from % 31) + 1 });
}
