import { dayOf } from "../../registers/values/date.js";
import { isWithin, periodFrom, periodKey, periodTo, type Period } from "../../registers/values/period.js";
import { words } from "../comments/sentences.js";
import type { ControlRow } from "../subjects.js";

/** How often a control is promised: at least so many times a year, or all the time, which nobody can count. */
export type Frequency = { readonly kind: "perYear"; readonly times: number } | { readonly kind: "ongoing" };

const MONTHS_A_YEAR = 12;

/** How many there are of each part of a year. */
const PARTS = new Map([["år", 1], ["året", 1], ["kalenderår", 1], ["verksamhetsår", 1], ["halvår", 2], ["tertial", 3], ["kvartal", 4], ["månad", 12], ["vecka", 52], ["dag", 365]]);
const NUMBERS = new Map([
  ["en", 1], ["ett", 1], ["två", 2], ["tre", 3], ["fyra", 4], ["fem", 5], ["sex", 6], ["sju", 7], ["åtta", 8], ["nio", 9], ["tio", 10], ["elva", 11], ["tolv", 12],
]);

const anyOf = (map: ReadonlyMap<string, number>) => [...map.keys()].sort((a, b) => b.length - a.length).join("|");
/** Of "2–3 gånger" the first number is what is promised. */
const TIMES = new RegExp(`(?<![\\p{L}\\d])(\\d{1,3}|${anyOf(NUMBERS)})(?: ?[–-] ?\\d{1,3})? (?:gång|gånger|ggr) (?:per|om|i|under|varje) (${anyOf(PARTS)})(?:en)?(?!\\p{L})`, "iu");
const EVERY = new RegExp(`(?<!\\p{L})(?:varje|per) (${anyOf(PARTS)})(?:en)?(?!\\p{L})`, "iu");
const EVERY_OTHER = new RegExp(`(?<!\\p{L})(?:varannan|vartannat) (${anyOf(PARTS)})(?!\\p{L})`, "iu");
const NAMED: readonly (readonly [RegExp, number])[] = [
  [words("årlig(?:en|t)?|årsvis"), 1], [words("halvårsvis|halvårlig(?:en|t)?"), 2], [words("tertialvis"), 3], [words("kvartalsvis"), 4],
  [words("månadsvis|månatlig(?:en|t)?"), 12], [words("veckovis"), 52], [words("daglig(?:en|t)?"), 365],
];
const ONGOING = words("löpande|kontinuerligt|fortlöpande|regelbundet|vid behov");

/**
 * Reads När as people write it: "Vid behov men minst tre gånger per år" is three times a year, "Månadsvis" twelve, "Löpande under året" ongoing; `null` for what says no
 * frequency ("I samband med bokslut"). A number wins over "löpande". Source: I2.
 */
export function parseFrequency(typed: string): Frequency | null {
  const text = typed.replace(/\s+/gu, " ").trim();
  const times = timesAYear(text);
  if (times !== undefined) return { kind: "perYear", times };
  return ONGOING.test(text) ? { kind: "ongoing" } : null;
}

function timesAYear(text: string): number | undefined {
  const counted = TIMES.exec(text);
  if (counted !== null) {
    const [, number = "", part = ""] = counted;
    const times = NUMBERS.get(number.toLowerCase()) ?? Number(number);
    return times === 0 ? undefined : times * (PARTS.get(part.toLowerCase()) ?? 1);
  }
  const other = EVERY_OTHER.exec(text)?.[1];
  // Every other year is less than once a year: nothing that a year's follow-up can tell.
  if (other !== undefined) return PARTS.get(other.toLowerCase()) === 1 ? undefined : Math.floor((PARTS.get(other.toLowerCase()) ?? 1) / 2);
  const every = EVERY.exec(text)?.[1];
  return every === undefined ? NAMED.find(([pattern]) => pattern.test(text))?.[1] : PARTS.get(every.toLowerCase());
}

/** How often a control is promised: what Minst per år says or, where that is blank or no number of times, what När says in words. */
export function frequencyOf({ values: { minstPerAr, nar } }: ControlRow): Frequency | null {
  if (minstPerAr !== null && minstPerAr >= 1) return { kind: "perYear", times: minstPerAr };
  return nar === null ? null : parseFrequency(nar);
}

/** How many times a control promised `times` a year is to have been made by the end of the period, counted from January and rounded down. Source: I2 (pro rata). */
export function dueBy(times: number, period: Period): number {
  const lastMonth = dayOf(periodTo(period))?.month ?? MONTHS_A_YEAR;
  return Math.floor((times * lastMonth) / MONTHS_A_YEAR);
}

/**
 * How many times a control was made, by the periods for which somebody has assessed it. An assessment speaks for its whole period: that of a tertial stands for four
 * monthly controls, those of a year's three tertials for four quarterly ones, and each for at least one. A period and the parts of it are not counted twice. Source: I2.
 */
export function timesMade(times: number, assessed: readonly Period[]): number {
  const periods = [...new Map(assessed.map((period) => [periodKey(period), period])).values()];
  const outermost = periods.filter((period) => !periods.some((other) => other !== period && isWithin(period, other)));
  const innermost = periods.filter((period) => !periods.some((other) => other !== period && isWithin(other, period)));
  const months = outermost.reduce((sum, period) => sum + monthsOf(period), 0);
  return Math.max(innermost.length, Math.floor((times * months) / MONTHS_A_YEAR));
}

function monthsOf(period: Period): number {
  return (dayOf(periodTo(period))?.month ?? MONTHS_A_YEAR) - (dayOf(periodFrom(period))?.month ?? 1) + 1;
}
