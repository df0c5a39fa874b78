import type { Settings } from "../settings.js";

/** A period as people write it: "T1 2019", "Kvartal 1 2019", "April 2019", "Delår 2024", "Helår 2024", "2024". */
export type PeriodKind = "year" | "half" | "tertial" | "quarter" | "month";

export interface Period {
  readonly kind: PeriodKind;
  readonly year: number;
  /** 1-based number within the year; 1 for a year. A `half` 1 is the "Delår". */
  readonly number: number;
}

/** What the workbook says about how periods are meant. */
export type PeriodReading = Pick<Settings, "rapportering" | "delarTill">;

/** How many months a period of each kind has, and its place among periods that end in the same month (shortest first). */
const KINDS: Readonly<Record<PeriodKind, { readonly months: number; readonly rank: number }>> = {
  month: { months: 1, rank: 0 },
  quarter: { months: 3, rank: 1 },
  tertial: { months: 4, rank: 2 },
  half: { months: 6, rank: 3 },
  year: { months: 12, rank: 4 },
};

const RANKS = 5;

/** The kind of period that each rhythm of reporting ends; months and years stay what they are. */
export const kindOfRhythm: Readonly<Record<Settings["rapportering"], PeriodKind>> = {
  tertial: "tertial",
  kvartal: "quarter",
  månad: "month",
  halvår: "half",
  år: "year",
};

const MONTHS = [
  "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
] as const;

type PeriodWord = Omit<Period, "year">;

/** Every word for a part of a year, lower case and with single spaces, and what it means. "delår" depends on a setting and is not here. */
export const periodWords: ReadonlyMap<string, PeriodWord> = new Map(words());

function* words(): Generator<readonly [string, PeriodWord]> {
  for (const word of ["", "år", "helår"]) yield [word, { kind: "year", number: 1 }];
  yield* numbered("half", 2, ["h", "h ", "halvår "]);
  yield* numbered("tertial", 3, ["t", "t ", "tertial "]);
  yield* numbered("quarter", 4, ["k", "kv", "kv ", "q", "q ", "kvartal "]);
  for (const [index, name] of MONTHS.entries()) {
    const month = { kind: "month", number: index + 1 } as const;
    yield [name, month];
    if (name.length > 3) yield [name.slice(0, 3), month];
  }
  yield ["sept", { kind: "month", number: 9 }];
}

function* numbered(kind: PeriodKind, count: number, prefixes: readonly string[]): Generator<readonly [string, PeriodWord]> {
  for (let number = 1; number <= count; number++) {
    for (const prefix of prefixes) yield [`${prefix}${number}`, { kind, number }];
  }
}

/** What separates the year from the rest, or ends the text: any of these counts as a space. */
export const periodSeparators = ["\u00A0", "\u2009", "\u202F", "-", "–", ".", ",", ";", ":", "/"] as const;

/**
 * Reads a period: a year of four digits (19xx or 20xx) first or last, and a known word for the part of the year, or nothing.
 * In a series by tertial, quarter or half-year the month that ends one is read as that period, and "Delår" as the period
 * ending with `delarTill`. Answers `null` for whatever else is written. Source: model.md, Registers (periods).
 */
export function parsePeriod(text: string | number, options: PeriodReading): Period | null {
  const plain = separated(String(text));
  const first = /^((?:19|20)\d\d)(.*)$/.exec(plain);
  if (first !== null) {
    const [, year = "", rest = ""] = first;
    return readPart(Number(year), rest.trim(), options, "digits");
  }
  const last = /^(.*)((?:19|20)\d\d)$/.exec(plain);
  if (last === null) return null;
  const [, rest = "", year = ""] = last;
  return readPart(Number(year), rest.trim(), options, "words");
}

function separated(text: string): string {
  let spaced = text.toLowerCase();
  for (const separator of periodSeparators) spaced = spaced.replaceAll(separator, " ");
  return spaced.replace(/ +/g, " ").trim();
}

function readPart(year: number, word: string, options: PeriodReading, months: "digits" | "words"): Period | null {
  if (word === "delår") return { year, ...delar(options.delarTill) };
  const number = months === "digits" && /^(0[1-9]|1[0-2])$/.test(word) ? Number(word) : undefined;
  const part = number === undefined ? periodWords.get(word) : ({ kind: "month", number } as const);
  if (part === undefined) return null;
  return inSeries({ year, ...part }, options.rapportering);
}

/** To the end of August nothing but the second tertial ends; to the end of June, the first half-year. */
function delar(until: Settings["delarTill"]): PeriodWord {
  return until === "augusti" ? { kind: "tertial", number: 2 } : { kind: "half", number: 1 };
}

/** The month that ends a tertial, quarter or half-year stands for it in such a series; every other period is itself. */
function inSeries(period: Period, rapportering: Settings["rapportering"]): Period {
  const kind = kindOfRhythm[rapportering];
  const months = KINDS[kind].months;
  if (period.kind !== "month" || kind === "year" || period.number % months !== 0) return period;
  return { kind, year: period.year, number: period.number / months };
}

/** The period as we write it; `parsePeriod` reads it back to the same period in a series that it belongs to. */
export function periodLabel(period: Period): string {
  switch (period.kind) {
    case "year":
      return String(period.year);
    case "half":
      return `Halvår ${period.number} ${period.year}`;
    case "tertial":
      return `T${period.number} ${period.year}`;
    case "quarter":
      return `Kvartal ${period.number} ${period.year}`;
    case "month": {
      const name = MONTHS[period.number - 1] ?? "";
      return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${period.year}`;
    }
  }
}

function lastMonth(period: Period): number {
  return period.number * KINDS[period.kind].months;
}

/** First day of the period, as a serial number of the 1900 date system. */
export function periodFrom(period: Period): number {
  return serialOf(period.year, lastMonth(period) - KINDS[period.kind].months + 1);
}

/** Last day of the period, as a serial number of the 1900 date system. */
export function periodTo(period: Period): number {
  return serialOf(period.year, lastMonth(period) + 1) - 1;
}

const MILLISECONDS_A_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;
/** Excel counts a 29 February 1900 that never was, so its serials before 1 March 1900 are one lower than the days say. */
const SERIAL_OF_MARCH_1900 = 61;

/** First days of months that have been asked for: a workbook has few periods, and asks of them row by row. */
const firstDays = new Map<number, number>();

function serialOf(year: number, month: number): number {
  const key = year * 100 + month;
  const known = firstDays.get(key);
  if (known !== undefined) return known;
  const counted = Date.UTC(year, month - 1, 1) / MILLISECONDS_A_DAY + SERIAL_OF_1970;
  const serial = counted < SERIAL_OF_MARCH_1900 ? counted - 1 : counted;
  firstDays.set(key, serial);
  return serial;
}

/**
 * The period that this one is part of: a month belongs to its tertial or its quarter as the workbook reports, a quarter to its
 * half-year, tertials and half-years to the year. A year has none.
 */
export function parentPeriod(period: Period, rapportering: Settings["rapportering"]): Period | null {
  const kind = parentKind(period.kind, rapportering);
  if (kind === null) return null;
  return { kind, year: period.year, number: Math.ceil(lastMonth(period) / KINDS[kind].months) };
}

function parentKind(kind: PeriodKind, rapportering: Settings["rapportering"]): PeriodKind | null {
  switch (kind) {
    case "month":
      return rapportering === "tertial" ? "tertial" : "quarter";
    case "quarter":
      return "half";
    case "tertial":
    case "half":
      return "year";
    case "year":
      return null;
  }
}

/** The period of the same kind just before. */
export function previousPeriod(period: Period): Period {
  if (period.number > 1) return { ...period, number: period.number - 1 };
  return { ...period, year: period.year - 1, number: 12 / KINDS[period.kind].months };
}

/** The period of the same kind right after. */
export function nextPeriod(period: Period): Period {
  if (period.number < 12 / KINDS[period.kind].months) return { ...period, number: period.number + 1 };
  return { ...period, year: period.year + 1, number: 1 };
}

export function samePeriodLastYear(period: Period): Period {
  return { ...period, year: period.year - 1 };
}

/**
 * One number per period: year × 100 + the last month × 5 + the kind's rank. Sorts by when a period ends, a shorter one before a
 * longer one; the same period a year earlier is 100 less. The live formula of Utfall[Periodnyckel] starts with it.
 */
export function periodKey(period: Period): number {
  return period.year * 100 + periodCode(period);
}

/** The part of `periodKey` below 100: which part of a year it is, whatever the year. */
export function periodCode(part: PeriodWord): number {
  const { months, rank } = KINDS[part.kind];
  return part.number * months * RANKS + rank;
}

/** Negative when `a` comes before `b`, zero when they are the same period. */
export function comparePeriods(a: Period, b: Period): number {
  return periodKey(a) - periodKey(b);
}

export function samePeriod(a: Period, b: Period): boolean {
  return a === b || periodKey(a) === periodKey(b);
}

/** Whether all of a period lies in another, or is that period. */
export function isWithin(period: Period, outer: Period): boolean {
  return periodFrom(period) >= periodFrom(outer) && periodTo(period) <= periodTo(outer);
}
