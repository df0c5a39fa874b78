import { serialOf } from "../../registers/values/date.js";
import { periodTo } from "../../registers/values/period.js";
import { monthNamed, monthNames } from "../comments/months.js";
import { words } from "../comments/sentences.js";
import type { ActivityRow } from "../subjects.js";

/**
 * What Tidsram of an activity means (model.md, Decided):
 * - `ongoing`: fortlöpande, regelbundet, also "ska fortgå under 2017"; never overdue,
 * - `perPeriod`: varje månad, varje bokslutsperiod, minst en gång per år,
 * - `byDate`: done by a day; `inferred` when the day is not written but follows from "hösten 2016" or "T1 2017",
 * - `withinYear`: done some day of a year,
 * - `from`: begins on a day, and says nothing of its end,
 * - `byPlan`: as another plan says.
 */
export type TimeFrame =
  | { readonly kind: "ongoing" }
  | { readonly kind: "perPeriod" }
  | { readonly kind: "byDate"; /** Serial number. */ readonly day: number; readonly inferred: boolean }
  | { readonly kind: "withinYear"; readonly year: number }
  | { readonly kind: "from"; /** Serial number. */ readonly day: number }
  | { readonly kind: "byPlan" };

const PER_PERIOD = words("(?:varje|per) (?:vecka|månad|kvartal|tertial|halvår|år|bokslutsperiod|period)|bokslutsperioder");
const ONGOING = words("kontinuerligt|fortlöpande|löpande|regelbundet|fortgå|fortgår|ständigt");
const BY_PLAN = words("enligt|i enlighet med");
const BEGINS = /^(?:startar|börjar|påbörjas|från(?: och med)?|fr\.? ?o\.? ?m\.?|med start)(?: den)? (?=\d)/iu;
const BEFORE = /(?<![\p{L}\d])före (?:den )?(?=\d)/iu;
const YEAR = "((?:19|20)\\d\\d)";

/** Reads Tidsram as people write it; `null` for what says no time that can be told ("i samband med att medarbetarundersökningen genomförs"). Source: R24, O6. */
export function parseTimeFrame(typed: string): TimeFrame | null {
  const text = typed.replace(/\s+/gu, " ").trim();
  if (PER_PERIOD.test(text)) return { kind: "perPeriod" };
  if (ONGOING.test(text)) return { kind: "ongoing" };
  const written = writtenDay(text);
  if (written !== undefined) return asMeant(text, written);
  return inferredDay(text) ?? yearAlone(text) ?? (BY_PLAN.test(text) ? { kind: "byPlan" } : null);
}

/** The day that an activity is to be done by: its Slut or, when blank, the last day that Tidsram says; `null` where nothing can be overdue. A serial number. Source: O6. */
export function endOfActivity({ values: { slut, tidsram } }: ActivityRow): number | null {
  return slut ?? (tidsram === null ? null : lastDayOf(parseTimeFrame(tidsram)));
}

/** The last day to be done, as a serial number; `null` where nothing can be overdue. */
export function lastDayOf(frame: TimeFrame | null): number | null {
  switch (frame?.kind) {
    case "byDate":
      return frame.day;
    case "withinYear":
      return periodTo({ kind: "year", year: frame.year, number: 1 });
    default:
      return null;
  }
}

/** "startar 2016-03-09" begins that day; "före 1 april 2016" is done the day before. */
function asMeant(text: string, written: TimeFrame | null): TimeFrame | null {
  if (written?.kind !== "byDate") return written;
  if (BEGINS.test(text)) return { kind: "from", day: written.day };
  return BEFORE.test(text) ? { ...written, day: written.day - 1 } : written;
}

/** "2017-12-31", "2017.12.31", "31 december 2017"; `null` for a day that does not exist, undefined where none is written. */
function writtenDay(text: string): TimeFrame | null | undefined {
  const numbers = new RegExp(`(?<!\\d)${YEAR}[-.](\\d\\d)[-.](\\d\\d)(?!\\d)`, "u").exec(text);
  if (numbers !== null) return day(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]), false);
  const named = new RegExp(`(?<!\\d)([0-3]?\\d) (${monthNames}) ${YEAR}(?!\\d)`, "iu").exec(text);
  return named === null ? undefined : day(Number(named[3]), monthNamed(named[2] ?? "") ?? 0, Number(named[1]), false);
}

type Inferred = readonly [pattern: string, dayOf: (match: RegExpExecArray) => TimeFrame | null];

/** The day that each way of writing stands for. The year is always written. Source: R24. */
const inferences: readonly Inferred[] = [
  [`före sommaren ${YEAR}`, ([, year]) => day(Number(year), 5, 31, true)],
  [`(?:vår|våren) ${YEAR}`, ([, year]) => day(Number(year), 5, 31, true)],
  [`(?:sommar|sommaren) ${YEAR}`, ([, year]) => day(Number(year), 8, 31, true)],
  [`(?:höst|hösten) ${YEAR}`, ([, year]) => day(Number(year), 12, 31, true)],
  [`årsskiftet ${YEAR} ?[/–-] ?(?:(?:19|20)?\\d\\d)`, ([, year]) => day(Number(year), 12, 31, true)],
  [`mitten (?:av|på) (${monthNames}) ${YEAR}`, ([, month, year]) => day(Number(year), monthNamed(month ?? "") ?? 0, 15, true)],
  [`(${monthNames}) ${YEAR}`, ([, month, year]) => endOf("month", Number(year), monthNamed(month ?? "") ?? 0)],
  [`(?:T|tertial )([1-3]) ${YEAR}`, ([, number, year]) => endOf("tertial", Number(year), Number(number))],
  [`kvartal ([1-4]) ${YEAR}`, ([, number, year]) => endOf("quarter", Number(year), Number(number))],
];

const inferencePatterns = inferences.map(([pattern, dayOf]) => [words(pattern), dayOf] as const);

function inferredDay(text: string): TimeFrame | null {
  for (const [pattern, dayOf] of inferencePatterns) {
    const match = pattern.exec(text);
    if (match !== null) return dayOf(match);
  }
  return null;
}

/** "under 2017", "senast 2018"; of several years, "2016–2018", the last. */
function yearAlone(text: string): TimeFrame | null {
  const years = [...text.matchAll(new RegExp(`(?<!\\d)${YEAR}(?!\\d)`, "gu"))].map(([, year]) => Number(year));
  return years.length === 0 ? null : { kind: "withinYear", year: Math.max(...years) };
}

function day(year: number, month: number, dayOfMonth: number, inferred: boolean): TimeFrame | null {
  const serial = serialOf({ year, month, day: dayOfMonth });
  return serial === null ? null : { kind: "byDate", day: serial, inferred };
}

function endOf(kind: "month" | "tertial" | "quarter", year: number, number: number): TimeFrame {
  return { kind: "byDate", day: periodTo({ kind, year, number }), inferred: true };
}
