import { serialOf } from "../../registers/values/date.js";
import { periodFrom, periodTo, type Period, type PeriodKind } from "../../registers/values/period.js";
import { singleSpaces } from "../../registers/values/reading.js";
import { monthNamed, monthNames } from "./months.js";

/** A time that a comment mentions, as written and as days. */
export interface TimeMention {
  readonly text: string;
  /** First and last day, serial numbers. */
  readonly from: number;
  readonly to: number;
}

interface TimeWords {
  readonly pattern: RegExp;
  /** Reads a match; `year` is the comment's own, for times written without one. */
  readonly read: (match: RegExpMatchArray, year: number) => { readonly from: number; readonly to: number } | undefined;
}

const YEAR = "(?:,? (?<year>(?:19|20)\\d\\d))?";
const START = "(?<![\\p{L}\\d])";
const END = "(?![\\p{L}\\d])";

const partOfYear: Readonly<Record<string, readonly [kind: PeriodKind, parts: number]>> = { t: ["tertial", 3], tertial: ["tertial", 3], kvartal: ["quarter", 4] };
/** First and last month. A season stands for the part of the year that a municipality plans by. Source: R24. */
const seasons: Readonly<Record<string, readonly [first: number, last: number]>> = { vår: [1, 5], sommar: [6, 8], höst: [9, 12] };

const timeWords: readonly TimeWords[] = [
  {
    pattern: new RegExp(`${START}(?<part>T|tertial |kvartal )(?<number>[1-4])${YEAR}${END}`, "giu"),
    read: ({ groups }, year) => {
      const [kind, parts] = partOfYear[(groups?.["part"] ?? "").trim().toLowerCase()] ?? ["year", 0];
      const period: Period = { kind, year: yearOf(groups, year), number: Number(groups?.["number"]) };
      return period.number > parts ? undefined : { from: periodFrom(period), to: periodTo(period) };
    },
  },
  {
    pattern: new RegExp(`${START}(?:(?<season>vår|sommar|höst)(?:en|n)|i (?<bare>vår|sommar|höst))${YEAR}${END}`, "giu"),
    read: ({ groups }, year) => {
      const [first, last] = seasons[(groups?.["season"] ?? groups?.["bare"] ?? "").toLowerCase()] ?? [1, 12];
      return months(yearOf(groups, year), first, last);
    },
  },
  {
    pattern: new RegExp(`${START}(?:(?<day>[0-3]?\\d) )?(?<month>${monthNames})${YEAR}${END}`, "giu"),
    read: ({ groups }, year) => {
      const month = monthNamed(groups?.["month"] ?? "") ?? 0;
      if (groups?.["day"] === undefined) return months(yearOf(groups, year), month, month);
      return oneDay(yearOf(groups, year), month, Number(groups["day"]));
    },
  },
  {
    pattern: /(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/gu,
    read: ([, year, month, day]) => oneDay(Number(year), Number(month), Number(day)),
  },
];

function yearOf(groups: RegExpMatchArray["groups"], year: number): number {
  return Number(groups?.["year"] ?? year);
}

function months(year: number, first: number, last: number): { from: number; to: number } {
  return { from: periodFrom({ kind: "month", year, number: first }), to: periodTo({ kind: "month", year, number: last }) };
}

function oneDay(year: number, month: number, day: number): { from: number; to: number } | undefined {
  const serial = serialOf({ year, month, day });
  return serial === null ? undefined : { from: serial, to: serial };
}

/** The times that a comment on a period mentions which lie after that period: what it promises, as "hålls under T3" or "beslut senast 30 september". */
export function timesAhead(comment: string, period: Period): TimeMention[] {
  const text = singleSpaces(comment);
  return timeWords.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const days = read(match, period.year);
      return days === undefined || days.from <= periodTo(period) ? [] : [{ text: match[0].trim(), ...days }];
    }),
  );
}

/** What a comment on an earlier period promises for this one; undefined when it promises nothing then. Source: R10. */
export function promiseFor(comment: string, madeIn: Period, period: Period): TimeMention | undefined {
  return timesAhead(comment, madeIn).find(({ from, to }) => from <= periodTo(period) && to >= periodFrom(period));
}
