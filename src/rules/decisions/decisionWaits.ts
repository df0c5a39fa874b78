import { periodTo, type Period } from "../../registers/values/period.js";
import { monthsAfter, type Decision } from "./decisions.js";

/** The last day that counts as waiting in the quarter's report: the day the decision ended where that is reported by then, else the quarter's last. A serial number. */
export function waitedUntil({ end, last }: Decision, quarter: Period): number {
  const quarterEnds = periodTo(quarter);
  return end !== null && last !== null && (end.day <= quarterEnds || periodTo(last) <= quarterEnds) ? end.day : quarterEnds;
}

/** Days from the decision or the break to its end or the end of the quarter. Source: notes on Ale, U11. */
export function waitingDays(decision: Decision, quarter: Period): number {
  return waitedUntil(decision, quarter) - decision.since;
}

/** Whole months waited, as far as the calendar counts them: 28 February is a month after 31 January. */
export function waitingMonths(decision: Decision, quarter: Period): number {
  const until = waitedUntil(decision, quarter);
  let months = Math.max(0, Math.floor((until - decision.since) / LONGEST_MONTH));
  while (monthsAfter(decision.since, months + 1) <= until) months++;
  return months;
}

const LONGEST_MONTH = 31;

/**
 * How waits are grouped, in whole months: from `from` on, to the next group's. Source: IVO's statistics of decisions not carried out (ivo.se, Ej verkställda beslut,
 * 2016: 7–9, 10–12, 13–17, 18+ månader), with those before seven months, and those of which three months have not gone, as groups of their own.
 */
export const waitGroups = [
  { from: 0, label: "Under 3 månader" },
  { from: 3, label: "3–6 månader" },
  { from: 7, label: "7–9 månader" },
  { from: 10, label: "10–12 månader" },
  { from: 13, label: "13–17 månader" },
  { from: 18, label: "18 månader eller mer" },
] as const;

export type WaitGroup = (typeof waitGroups)[number]["label"];

export function waitGroupOf(months: number): WaitGroup {
  return waitGroups.filter(({ from }) => from <= months).at(-1)?.label ?? waitGroups[0].label;
}
