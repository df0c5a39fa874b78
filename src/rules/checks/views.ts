import type { Finding } from "../../registers/finding.js";
import { addressOf } from "../../registers/register.js";
import { registers } from "../../registers/registers.js";
import { dayText } from "../../registers/values/formatting.js";
import { periodLabel, samePeriodLastYear } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import { developmentOfViews } from "../comments/viewsInWords.js";
import { foundIn } from "../foundIn.js";
import { ruleFinding } from "../messages.js";
import { countIn, viewsOf } from "../quality/views.js";
import { inSynpunkter, inUppfoljning, type CheckContext } from "./context.js";
import { followUpsInQuestion } from "./followUps.js";

/** Nothing is received before its day. */
export function viewsHaveBeenReceived(context: CheckContext): Finding[] {
  const { contents, today } = context;
  if (today === undefined) return [];
  return (contents.synpunkter?.rows ?? [])
    .filter(({ values }) => values.datum > today)
    .map((row) => ruleFinding("synpunkt.framtida", { day: dayText(row.values.datum) }, inSynpunkter(context, row, "datum")));
}

/** A comment which says that the views have become more or fewer agrees with how many there are, against the same period last year. Source: O2. */
export function commentsAgreeWithViews(context: CheckContext): Finding[] {
  if ((context.contents.synpunkter?.rows.length ?? 0) === 0) return [];
  return foundIn(followUpsInQuestion(context), (row) => {
    const { kommentar, period } = row.values;
    const said = kommentar === null ? undefined : developmentOfViews(kommentar);
    if (said === undefined) return undefined;
    const views = viewsOf(context, context.followUps.unitOf(row));
    const before = samePeriodLastYear(period);
    const [now, then] = [countIn(views, period), countIn(views, before)];
    if (now + then === 0 || (said.direction === "more" ? now > then : now < then)) return undefined;
    const about = { phrase: said.phrase, period: periodLabel(period), now, before: periodLabel(before), then };
    return ruleFinding("synpunkt.utveckling", about, inUppfoljning(context, row, "kommentar"));
  });
}

/** A unit that the tables only show by an abbreviation has a name that explains it. Source: Ovanåker, defect 39. */
export function unitsOfViewsAreExplained({ contents }: CheckContext): Finding[] {
  const { enheter } = contents;
  if (enheter === undefined) return [];
  const used = new Set((contents.synpunkter?.rows ?? []).map(({ values }) => folded(values.enhet)));
  return enheter.rows
    .filter(({ values }) => used.has(folded(values.kod)) && folded(values.namn) === folded(values.kod) && ABBREVIATION.test(values.kod.trim()))
    .map((row) => {
      const place = { register: registers.enheter.table, column: registers.enheter.columns.namn.header, at: addressOf(enheter, row, "namn") };
      return ruleFinding("enhet.forkortning", { unit: row.values.kod }, place);
    });
}

const ABBREVIATION = /^\p{Lu}[\p{Lu}\d&/-]{0,5}$/u;
