import type { RegisterRow } from "../../registers/register.js";
import type { Registers } from "../../registers/registers.js";
import { dayOf, serialOf } from "../../registers/values/date.js";
import { comparePeriods, periodFrom, periodTo, previousPeriod, samePeriod, type Period } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import { append, byReportOrder, firstById } from "../goals/goalTree.js";
import type { Workbook } from "../measures/measureResults.js";
import type { DecisionRow } from "../subjects.js";

export type EventRow = RegisterRow<Registers["handelser"]>;
export type Law = DecisionRow["values"]["lag"];

/** How a decision stopped waiting: carried out, or closed without it. `day` is a serial number. */
export interface DecisionEnd {
  readonly kind: "executed" | "closed";
  readonly day: number;
}

/** A decision about an individual, with the quarters in which it is reported. */
export interface Decision {
  readonly row: DecisionRow;
  /** The day from which somebody has waited: that of the break where there has been one, else that of the decision. A serial number. */
  readonly since: number;
  readonly end: DecisionEnd | null;
  /** The quarter in which it is reported as new; null when it ended within three months, and so never is reported. */
  readonly first: Period | null;
  /** The quarter in which its end is reported; null while it is open, and when it never is reported. */
  readonly last: Period | null;
  /** What has happened in it, the earliest first. */
  readonly events: readonly EventRow[];
}

/**
 * What a decision is in one quarter, by the first that holds: not yet old enough, new, told of before and still open, told of before and ended in the quarter, or no
 * longer told of. A decision that is new and has ended in the same quarter is new.
 */
export type DecisionCategory = "notYet" | "new" | "stillOpen" | "executed" | "closed" | "past";

/** The decisions of a quarter, each list in report order. opening + new − executed − closed = closing. */
export interface DecisionsOfQuarter {
  readonly quarter: Period;
  /** Reported before, and open when the quarter began. */
  readonly opening: readonly Decision[];
  /** Reported for the first time. */
  readonly new: readonly Decision[];
  /** Their execution is reported: decisions of `opening` and, when three months and the execution fall in one quarter, of `new`. */
  readonly executed: readonly Decision[];
  /** Closed without execution, likewise. */
  readonly closed: readonly Decision[];
  /** Of `opening`, those that are open still. */
  readonly open: readonly Decision[];
  /** Open when the quarter ends: `open` and what is left of `new`. */
  readonly closing: readonly Decision[];
}

/** How many of each. */
export type DecisionCounts = Readonly<Record<Exclude<keyof DecisionsOfQuarter, "quarter">, number>>;

/** How long a decision may wait before it has to be reported. Source: 28 f § LSS, 34 kap. 1 § SoL. */
export const MONTHS_BEFORE_REPORT = 3;

/**
 * The decisions of a quarter, of one law or of all; undefined when the period is no quarter, since nothing is then defined as new.
 * Source: model.md, Reports; notes on Ale, U1, U7.
 */
export function decisionsOf(workbook: Pick<Workbook, "contents">, quarter: Period, law?: Law): DecisionsOfQuarter | undefined {
  if (quarter.kind !== "quarter") return undefined;
  const decisions = decisionsInOrder(workbook).filter(({ row }) => law === undefined || row.values.lag === law);
  const opening = decisions.filter(({ first, last }) => isBefore(first, quarter) && !isBefore(last, quarter));
  const added = decisions.filter(({ first }) => isSame(first, quarter));
  const ended = (kind: DecisionEnd["kind"]) => byEnd([...opening, ...added].filter(({ last, end }) => isSame(last, quarter) && end?.kind === kind));
  const isOpen = ({ last }: Decision) => last === null || comparePeriods(last, quarter) > 0;
  const isReported = ({ first }: Decision) => first !== null && comparePeriods(first, quarter) <= 0;
  return {
    quarter, opening, new: added, executed: ended("executed"), closed: ended("closed"),
    open: opening.filter(isOpen), closing: decisions.filter((decision) => isReported(decision) && isOpen(decision)),
  };
}

export function countsOf(decisions: DecisionsOfQuarter): DecisionCounts {
  const { opening, new: added, executed, closed, open, closing } = decisions;
  return { opening: opening.length, new: added.length, executed: executed.length, closed: closed.length, open: open.length, closing: closing.length };
}

/** What the decision is in the quarter. */
export function categoryOf({ first, last, end }: Decision, quarter: Period): DecisionCategory {
  if (first === null) return "past";
  if (comparePeriods(first, quarter) > 0) return "notYet";
  if (samePeriod(first, quarter)) return "new";
  if (isBefore(last, quarter)) return "past";
  return isSame(last, quarter) && end !== null ? end.kind : "stillOpen";
}

/** Every decision in report order: by Ordning, then the one that has waited longest, then its number. Of two with one number, which is a finding, only the upper. */
export function decisionsInOrder({ contents }: Pick<Workbook, "contents">): readonly Decision[] {
  const events = new Map<string, EventRow[]>();
  for (const row of contents.handelser?.rows ?? []) append(events, folded(row.values.beslutsnr), row);
  for (const rows of events.values()) rows.sort((a, b) => a.values.datum - b.values.datum || byText(a, b) || a.row - b.row);
  const rows = [...firstById(contents.beslut?.rows ?? []).values()];
  return rows
    .map((row) => decisionOf(row, events.get(folded(row.values.id)) ?? []))
    .sort((a, b) => (a.row.values.ordning ?? Infinity) - (b.row.values.ordning ?? Infinity) || a.since - b.since || byReportOrder(a.row.values, b.row.values));
}

/** Two events of one day stand in the same order wherever their rows are. */
function byText(a: EventRow, b: EventRow): number {
  return a.values.text < b.values.text ? -1 : Number(a.values.text > b.values.text);
}

function decisionOf(row: DecisionRow, events: readonly EventRow[]): Decision {
  const since = waitsSince(row);
  const end = endOf(row);
  const first = quarterOr(row.values.forstRapporterad) ?? firstByDate(row);
  const last = first === null || end === null ? null : later(quarterOr(row.values.slutredovisad) ?? quarterOf(end.day), first);
  return { row, since, end, first, last, events };
}

/** The day from which somebody has waited. */
export function waitsSince({ values }: DecisionRow): number {
  return values.avbrottsdatum ?? values.beslutsdatum;
}

/**
 * How the decision ended. What lies before the day from which somebody has waited is no end of that wait: an execution that was broken off, or a mistyped date, which
 * must not make the decision disappear from the report. Of two ends the earlier holds.
 */
export function endOf(row: DecisionRow): DecisionEnd | null {
  const { verkstallt, avslutat } = row.values;
  const since = waitsSince(row);
  const executed = verkstallt !== null && verkstallt >= since ? verkstallt : Infinity;
  const closed = avslutat !== null && avslutat >= since ? avslutat : Infinity;
  if (executed === Infinity && closed === Infinity) return null;
  return executed <= closed ? { kind: "executed", day: executed } : { kind: "closed", day: closed };
}

/**
 * The quarter in which the dates make a decision new: the one after that of its date, in which its three months run out. Null when it ended in time.
 * Source: Ale, kvartal 1 2019 ("besluten vara tagna inom perioden 2018-10-01 till och med 2018-12-31").
 */
export function firstByDate(row: DecisionRow): Period | null {
  const since = waitsSince(row);
  const end = endOf(row);
  return end !== null && end.day <= monthsAfter(since, MONTHS_BEFORE_REPORT) ? null : quarterAfter(quarterOf(since));
}

/** The quarter that a day (serial number) lies in. */
export function quarterOf(day: number): Period {
  const { year, month } = dayOf(day) ?? { year: 1900, month: 1 };
  return { kind: "quarter", year, number: Math.ceil(month / 3) };
}

/** The quarter itself or, of a longer period, the last quarter to end in it; undefined where none does. */
export function lastQuarterIn(period: Period): Period | undefined {
  const ended = previousPeriod(quarterOf(periodTo(period) + 1));
  return periodTo(ended) >= periodFrom(period) ? ended : undefined;
}

/** The same day of the month some months later, or the month's last where it has no such day. Serial numbers. */
export function monthsAfter(day: number, months: number): number {
  const from = dayOf(day);
  if (from === null) return day;
  const at = from.year * 12 + from.month - 1 + months;
  const month = { year: Math.floor(at / 12), month: (at % 12) + 1 };
  for (let last = from.day; last > 0; last--) {
    const serial = serialOf({ ...month, day: last });
    if (serial !== null) return serial;
  }
  return day;
}

function quarterAfter({ kind, year, number }: Period): Period {
  return number < 4 ? { kind, year, number: number + 1 } : { kind, year: year + 1, number: 1 };
}

/** The quarter whose decisions are new in this one. */
export function windowOfNew(quarter: Period): Period {
  return previousPeriod(quarter);
}

/** Only a quarter says in which report a decision was; anything else is a finding, and the dates decide. */
function quarterOr(period: Period | null): Period | null {
  return period?.kind === "quarter" ? period : null;
}

function later(a: Period, b: Period): Period {
  return comparePeriods(a, b) < 0 ? b : a;
}

function isBefore(period: Period | null, quarter: Period): boolean {
  return period !== null && comparePeriods(period, quarter) < 0;
}

function isSame(period: Period | null, quarter: Period): boolean {
  return period !== null && samePeriod(period, quarter);
}

/** Ended decisions stand in the order in which they ended, where Ordning says nothing. */
function byEnd(decisions: readonly Decision[]): readonly Decision[] {
  return [...decisions].sort((a, b) => (a.row.values.ordning ?? Infinity) - (b.row.values.ordning ?? Infinity) || (a.end?.day ?? 0) - (b.end?.day ?? 0) || byReportOrder(a.row.values, b.row.values));
}
