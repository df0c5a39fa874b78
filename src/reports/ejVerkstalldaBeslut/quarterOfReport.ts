import { dayText } from "../../registers/values/formatting.js";
import { periodFrom, periodLabel, periodTo, type Period } from "../../registers/values/period.js";
import { decisionsOf, lastQuarterIn, quarterOf, type DecisionsOfQuarter, type Law } from "../../rules/decisions/decisions.js";
import type { Workbook } from "../../rules/measures/measureResults.js";
import type { ReportBlock } from "../document.js";

const laws: readonly Law[] = ["LSS", "SoL"];

/** The decisions of one law in the report's quarter. */
export interface LawInQuarter {
  readonly law: Law;
  readonly decisions: DecisionsOfQuarter;
}

/** The laws under which there is something to report for the quarter; none when the period is no quarter. */
export function lawsIn(workbook: Pick<Workbook, "contents">, quarter: Period): readonly LawInQuarter[] {
  return laws.flatMap((law) => {
    const decisions = decisionsOf(workbook, quarter, law);
    return decisions === undefined || decisions.opening.length + decisions.new.length === 0 ? [] : [{ law, decisions }];
  });
}

/** Says why there is nothing to report: another period than a quarter has no new decisions, and would be counted wrongly. */
export function nothingToReport(period: Period): readonly ReportBlock[] {
  const text =
    period.kind === "quarter"
      ? `Det finns inga ej verkställda beslut att redovisa för ${periodLabel(period)}.`
      : `Ej verkställda beslut redovisas per kvartal, och ${periodLabel(period)} är inget kvartal. Välj ett kvartal, till exempel ${periodLabel(lastQuarterIn(period) ?? quarterOf(periodTo(period)))}.`;
  return [{ kind: "paragraph", text }];
}

/** "från och med 2019-01-01 till och med 2019-03-31" */
export function daysOf(period: Period): string {
  return `från och med ${dayText(periodFrom(period))} till och med ${dayText(periodTo(period))}`;
}

/** Within a sentence: "kvartal 1 2019" */
export function quarterInWords(quarter: Period): string {
  return periodLabel(quarter).toLowerCase();
}
