import type { Finding } from "../../registers/finding.js";
import { dayText } from "../../registers/values/formatting.js";
import { decisionsInOrder } from "../decisions/decisions.js";
import { reportDayOf } from "../decisions/decisionReports.js";
import { ruleFinding } from "../messages.js";
import { dayOff } from "../decisions/workingDays.js";
import { inHandelser, type CheckContext } from "./context.js";

const PLANNED = "Planerad verkställighet";

/** An event comes after the decision that it is about. */
export function eventsComeAfterTheDecision(context: CheckContext): Finding[] {
  return decisionsInOrder(context).flatMap(({ row, events }) =>
    events
      .filter(({ values }) => values.datum < row.values.beslutsdatum)
      .map((event) => ruleFinding("handelse.fore-beslut", { id: row.values.id, day: dayText(event.values.datum) }, inHandelser(context, event, "datum"))),
  );
}

/** What is told of has happened by the day of the report; only what is planned lies after it. Source: U9. */
export function eventsHaveHappened(context: CheckContext): Finding[] {
  const { period, today, settings, contents } = context;
  const reported = period === undefined ? undefined : reportDayOf(contents, settings.enhet === "" ? null : settings.enhet, period);
  const known = [today, reported].filter((day) => day !== undefined);
  if (known.length === 0) return [];
  const latest = Math.min(...known);
  return (contents.handelser?.rows ?? [])
    .filter(({ values }) => values.datum > latest && values.handelse !== PLANNED)
    .map((event) => {
      const about = { id: event.values.beslutsnr, day: dayText(event.values.datum), latest: dayText(latest), planned: PLANNED };
      return ruleFinding("handelse.framtida", about, inHandelser(context, event, "datum"));
    });
}

/** Events happen on working days; another day may be a slip. What is planned may be for any day. Source: notes on Ale, defect 5. */
export function eventsAreOnWorkingDays(context: CheckContext): Finding[] {
  return (context.contents.handelser?.rows ?? []).flatMap((event) => {
    const { beslutsnr, datum, handelse } = event.values;
    const off = handelse === PLANNED ? undefined : dayOff(datum);
    return off === undefined ? [] : [ruleFinding("handelse.ej-arbetsdag", { id: beslutsnr, day: dayText(datum), off }, inHandelser(context, event, "datum"))];
  });
}
