import type { Period } from "../../registers/values/period.js";
import { dayText } from "../../registers/values/formatting.js";
import { printedAid } from "../../rules/decisions/aidNames.js";
import type { Decision, EventRow } from "../../rules/decisions/decisions.js";
import { waitingDays } from "../../rules/decisions/decisionWaits.js";
import type { ReportCell } from "../document.js";
import { textCell } from "../parts/measureCells.js";

export function numberCell({ row }: Decision): ReportCell {
  return textCell(row.values.id);
}

export function aidCell({ row }: Decision): ReportCell {
  return textCell(printedAid(row.values.insats));
}

export function dayCell(serial: number | null): ReportCell {
  return serial === null ? { kind: "empty" } : { kind: "date", value: serial };
}

/** The day of the decision and, where there has been one, of the break. */
export function decisionDayCell({ row: { values } }: Decision): ReportCell {
  if (values.avbrottsdatum === null) return dayCell(values.beslutsdatum);
  return textCell(`${dayText(values.beslutsdatum)}\nAvbrott ${dayText(values.avbrottsdatum)}`);
}

export function waitCell(decision: Decision, quarter: Period): ReportCell {
  return { kind: "number", value: waitingDays(decision, quarter), decimals: 0 };
}

/** "2019-02-18 Ett boende har erbjudits." */
export function eventText({ values }: EventRow): string {
  return `${dayText(values.datum)} ${values.text}`;
}

/** What is known of an open decision: a case with the supervisor, its events stacked, and what is given meanwhile. Planned days that no event tells of come last. */
export function openComment(decision: Decision): ReportCell {
  const { tillsynsarende, tillfalligLosning, planerad } = decision.row.values;
  const isTold = decision.events.some(({ values }) => values.datum === planerad);
  return lines([
    tillsynsarende,
    ...endOfNew(decision),
    ...decision.events.map(eventText),
    tillfalligLosning === null ? null : `Tillfällig lösning: ${tillfalligLosning}`,
    planerad === null || isTold ? null : `Planerad verkställighet ${dayText(planerad)}`,
  ]);
}

/** A new decision that has ended in the same quarter stands among the new ones too, and says so. */
function endOfNew({ end, first, last }: Decision): readonly string[] {
  if (end === null || first === null || last === null || first.year !== last.year || first.number !== last.number) return [];
  return [`${end.kind === "executed" ? "Verkställt" : "Avslutat"} ${dayText(end.day)}`];
}

/** Why a decision was closed, and which one takes its place. */
export function closedComment({ row }: Decision): ReportCell {
  const { avslutsorsak, nyttBeslut } = row.values;
  return lines([avslutsorsak, nyttBeslut === null ? null : `Nytt beslut: ${nyttBeslut}`]);
}

export function lines(texts: readonly (string | null)[]): ReportCell {
  return textCell(texts.filter((text) => text !== null).join("\n"));
}
