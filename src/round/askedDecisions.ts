import { dayText } from "../registers/values/formatting.js";
import { periodFrom, periodTo, type Period } from "../registers/values/period.js";
import { decisionsInOrder, type Decision } from "../rules/decisions/decisions.js";
import type { Workbook } from "../rules/workbook.js";
import { askedCells, keyOf, lines } from "./askedCells.js";
import type { Owned } from "./asked.js";

const asks = {
  planerad: { isNeeded: false }, verkstallt: { isNeeded: false }, avslutat: { isNeeded: false }, avslutsorsak: { isNeeded: false }, tillfalligLosning: { isNeeded: false },
} as const;

/**
 * The decisions that somebody waited on during the period. Decisions have no unit of their own: they are the workbook's unit's, and nobody else may see them. None of the
 * dates must be filled in, since the decision may wait on.
 */
export function askedDecisions(workbook: Workbook, period: Period): readonly Owned[] {
  const { settings } = workbook;
  const isOpen = ({ since, end }: Decision) => since <= periodTo(period) && (end === null || end.day >= periodFrom(period));
  return decisionsInOrder(workbook).filter(isOpen).map((decision) => asked(decision, settings.enhet === "" ? null : settings.enhet));
}

function asked({ row, since }: Decision, unit: string | null): Owned {
  const { values } = row;
  const { id, lag, insats, verksamhet, beslutsdatum, avbrottsdatum } = values;
  return {
    kind: "decisions",
    unit,
    order: row,
    row: {
      register: "beslut",
      key: keyOf("beslut", values),
      isStanding: true,
      values,
      what: `${id} ${insats}`,
      about: lines(`${lag}, ${verksamhet}`, `Beslut ${dayText(beslutsdatum)}`, avbrottsdatum === null ? null : `Avbrott ${dayText(avbrottsdatum)}`),
      last: `Väntat sedan ${dayText(since)}`,
      answers: askedCells("beslut", row, asks),
    },
  };
}
