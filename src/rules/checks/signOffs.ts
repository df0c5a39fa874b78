import type { Finding } from "../../registers/finding.js";
import { registers } from "../../registers/registers.js";
import { dayText } from "../../registers/values/formatting.js";
import { isWithin, periodFrom, periodLabel } from "../../registers/values/period.js";
import { isBlank } from "../../registers/values/reading.js";
import { ruleFinding } from "../messages.js";
import { onceFor } from "../onceFor.js";
import { signOffOf, type SignOffRow } from "../assignments/signOffs.js";
import { inKlarmarkering, type CheckContext } from "./context.js";

/** The reports owed for the workbook's period and the parts of it, or all where it has no period: last year's lateness is history. */
const signOffsInQuestion = onceFor(({ contents, period }: CheckContext): readonly SignOffRow[] => {
  const rows = contents.klarmarkering?.rows ?? [];
  return period === undefined ? rows : rows.filter(({ values }) => isWithin(values.period, period));
});

function owed({ values: { rapport, enhet, period } }: SignOffRow) {
  return { report: rapport, unit: enhet, period: periodLabel(period) };
}


/** Reports are marked ready by their last day, the day itself included. Source: issue 6 (Klarmarkering); Ale, Intern kontroll 2019 (share marked in time). */
export function reportsAreMarkedInTime(context: CheckContext): Finding[] {
  return signOffsInQuestion(context).flatMap((row) => {
    const { senast, klarmarkerad } = row.values;
    if (klarmarkerad === null || klarmarkerad <= senast) return [];
    return [ruleFinding("klarmarkering.for-sent", { ...owed(row), days: klarmarkerad - senast, last: dayText(senast) }, inKlarmarkering(context, row, "klarmarkerad"))];
  });
}

/** What is not marked ready when its last day has passed is missing. Where nobody says what day it is, nothing is. Source: issue 6 (Klarmarkering). */
export function reportsOwedAreMarked(context: CheckContext): Finding[] {
  const { today } = context;
  if (today === undefined) return [];
  return signOffsInQuestion(context).flatMap((row) => {
    const { state, daysLate } = signOffOf(row, today);
    const typed = row.cells.klarmarkerad;
    // A day that cannot be read is the reader's finding.
    if (state !== "missing" || (typed !== undefined && !isBlank(typed))) return [];
    return [ruleFinding("klarmarkering.saknas", { ...owed(row), days: daysLate, last: dayText(row.values.senast) }, inKlarmarkering(context, row, "klarmarkerad"))];
  });
}

/** Nothing is marked ready on a day that has not come. */
export function markedDaysHaveCome(context: CheckContext): Finding[] {
  const { today, contents } = context;
  if (today === undefined) return [];
  return (contents.klarmarkering?.rows ?? []).flatMap((row) => {
    const { klarmarkerad } = row.values;
    if (klarmarkerad === null || klarmarkerad <= today) return [];
    return [ruleFinding("klarmarkering.framtida-dag", { ...owed(row), day: dayText(klarmarkerad) }, inKlarmarkering(context, row, "klarmarkerad"))];
  });
}

const DAYS = ["senast", "klarmarkerad"] as const;

/** A report about a period is owed, and marked ready, when the period has begun: another day is a mistyped year or month. */
export function signOffDaysSuitTheirPeriod(context: CheckContext): Finding[] {
  return (context.contents.klarmarkering?.rows ?? []).flatMap((row) =>
    DAYS.flatMap((key) => {
      const day = row.values[key];
      if (day === null || day >= periodFrom(row.values.period)) return [];
      return [ruleFinding("klarmarkering.fore-perioden", { ...owed(row), header: registers.klarmarkering.columns[key].header, day: dayText(day) }, inKlarmarkering(context, row, key))];
    }),
  );
}
