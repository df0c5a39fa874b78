import type { Finding } from "../../registers/finding.js";
import { registers } from "../../registers/registers.js";
import { dayText } from "../../registers/values/formatting.js";
import { comparePeriods, periodLabel, periodTo, samePeriod } from "../../registers/values/period.js";
import { decisionsInOrder, decisionsOf, endOf, firstByDate, lastQuarterIn, monthsAfter, MONTHS_BEFORE_REPORT, quarterOf, waitsSince, type DecisionsOfQuarter } from "../decisions/decisions.js";
import { ruleFinding } from "../messages.js";
import { inBeslut, type CheckContext } from "./context.js";
import { lastPassedDay } from "./deadlines.js";
import { isEmptyCell } from "./decisions.js";

/** The decisions of the quarter that the workbook is about: its period or, when that is longer, the last quarter to end in it. */
function decisionsInQuestion(context: CheckContext): DecisionsOfQuarter | undefined {
  const quarter = context.period === undefined ? undefined : lastQuarterIn(context.period);
  return context.contents.beslut === undefined || quarter === undefined ? undefined : decisionsOf(context, quarter);
}

/**
 * Först rapporterad is the quarter in which the dates make the decision new. Earlier, and the date is hardly that of the decision; later, and it was told of too late.
 * Source: U1, U2 (Ale, 1302579).
 */
export function firstReportsAgreeWithDates(context: CheckContext): Finding[] {
  return (context.contents.beslut?.rows ?? []).flatMap((row) => {
    const { id, forstRapporterad: written } = row.values;
    const byDate = firstByDate(row);
    if (written?.kind !== "quarter" || byDate === null || samePeriod(written, byDate)) return [];
    const about = { id, written: periodLabel(written), byDate: periodLabel(byDate), limit: dayText(monthsAfter(waitsSince(row), MONTHS_BEFORE_REPORT)) };
    const rule = comparePeriods(written, byDate) < 0 ? "beslut.rapporterad-for-tidigt" : "beslut.rapporterad-for-sent";
    return [ruleFinding(rule, about, inBeslut(context, row, "forstRapporterad"))];
  });
}

/** What ended is told of in the quarter in which it ended, and what is told of as ended has a day. Source: U3 (Ale, 1299042). */
export function endsAreReportedInTheirQuarter(context: CheckContext): Finding[] {
  return (context.contents.beslut?.rows ?? []).flatMap((row) => {
    const { id, slutredovisad: written } = row.values;
    if (written?.kind !== "quarter") return [];
    const end = endOf(row);
    const place = inBeslut(context, row, "slutredovisad");
    if (end === null) {
      const hasDay = row.values.verkstallt !== null || row.values.avslutat !== null;
      return hasDay ? [] : [ruleFinding("beslut.slutredovisad-utan-dag", { id, written: periodLabel(written) }, place)];
    }
    const ended = quarterOf(end.day);
    if (samePeriod(written, ended)) return [];
    const about = { id, kind: end.kind, day: dayText(end.day), ended: periodLabel(ended), written: periodLabel(written) };
    return [ruleFinding("beslut.slutredovisad-avviker", about, place)];
  });
}

/** Reports are quarterly: another period in Först rapporterad or Slutredovisad says nothing, and the dates decide. Source: 28 f § LSS, 34 kap. 1 § SoL. */
export function reportsAreQuarterly(context: CheckContext): Finding[] {
  return (context.contents.beslut?.rows ?? []).flatMap((row) =>
    (["forstRapporterad", "slutredovisad"] as const).flatMap((key) => {
      const period = row.values[key];
      if (period === null || period.kind === "quarter") return [];
      const about = { id: row.values.id, column: registers.beslut.columns[key].header, period: periodLabel(period) };
      return [ruleFinding("beslut.ej-kvartal", about, inBeslut(context, row, key))];
    }),
  );
}

/**
 * Kön is given for every decision that is new, since the report counts them by it; for those reported before, one finding for the column. Source: U6, notes on Ale,
 * defect 10.
 */
export function decisionsHaveGender(context: CheckContext): Finding[] {
  const found = decisionsInQuestion(context);
  const { beslut } = context.contents;
  if (found === undefined || beslut === undefined) return [];
  const period = periodLabel(found.quarter);
  const added = found.new.filter(({ row }) => isEmptyCell(row, "kon"));
  const earlier = found.opening.filter(({ row }) => isEmptyCell(row, "kon")).length;
  const column = beslut.columnAt["kon"];
  const header = { register: registers.beslut.table, column: registers.beslut.columns.kon.header, at: column === undefined ? undefined : { sheet: beslut.sheet, row: beslut.headerRow, column } };
  return [
    ...added.map(({ row }) => ruleFinding("beslut.kon-saknas", { id: row.values.id, period }, inBeslut(context, row, "kon"))),
    ...(earlier === 0 ? [] : [ruleFinding("beslut.kon-saknas-for-tidigare", { count: earlier, of: found.opening.length, period }, header)]),
  ];
}

/** A decision that is open when the quarter ends has an event that says why: the reasons for the delay are part of the report. Source: 28 f § LSS, 34 kap. 1 § SoL. */
export function openDecisionsSayWhy(context: CheckContext): Finding[] {
  if (context.contents.handelser === undefined) return [];
  return (decisionsInQuestion(context)?.closing ?? [])
    .filter(({ events }) => events.length === 0)
    .map(({ row }) => ruleFinding("beslut.utan-handelse", { id: row.values.id }, inBeslut(context, row, "id")));
}

/**
 * What is told of an open decision is fresh: its last event comes after the quarter, before the report is made. Asked for when the quarter has ended. Source: U10,
 * notes on Ale, defect 6.
 */
export function openDecisionsHaveNews(context: CheckContext): Finding[] {
  const found = decisionsInQuestion(context);
  if (found === undefined) return [];
  const ended = periodTo(found.quarter);
  if (context.today !== undefined && context.today <= ended) return [];
  return found.closing.flatMap(({ row, events }) => {
    const latest = events.at(-1)?.values.datum;
    if (latest === undefined || latest > ended) return [];
    return [ruleFinding("beslut.ingen-ny-handelse", { id: row.values.id, latest: dayText(latest), period: periodLabel(found.quarter) }, inBeslut(context, row, "id"))];
  });
}

/** A planned day that has passed has become an execution, or another day. */
export function plannedDaysAreKept(context: CheckContext): Finding[] {
  const passed = lastPassedDay(context);
  if (passed === undefined) return [];
  return decisionsInOrder(context).flatMap(({ row, end, since }) => {
    const { id, planerad } = row.values;
    // A plan from before a break was for the aid that was broken off.
    if (end !== null || planerad === null || planerad > passed || planerad < since) return [];
    return [ruleFinding("beslut.planerad-passerad", { id, day: dayText(planerad) }, inBeslut(context, row, "planerad"))];
  });
}
