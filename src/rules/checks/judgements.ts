import { goalStatuses } from "../../registers/definitions/statusWords.js";
import type { Finding } from "../../registers/finding.js";
import { periodLabel } from "../../registers/values/period.js";
import { foundIn } from "../foundIn.js";
import { goalResultOf } from "../goals/goalResults.js";
import { ruleFinding } from "../messages.js";
import { goalName, inUppfoljning, type CheckContext } from "./context.js";
import { followUpsInQuestion } from "./followUps.js";

/**
 * A committee's own word for a goal is the word that its measures propose, or says why it is not. A goal whose measures propose nothing is left to the
 * committee. Source: model.md, Måluppfyllelse; Ovanåker 2.5 (propose a status, let the author override with a reason, and flag the difference).
 */
export function judgementsAgreeWithMeasures(context: CheckContext): Finding[] {
  const { followUps } = context;
  return foundIn(followUpsInQuestion(context), (row) => {
    const { period, status, orsak } = row.values;
    const own = status === null ? undefined : goalStatuses.find((word) => word === status);
    if (own === undefined) return undefined;
    const subject = followUps.subjectOf(row);
    if (subject?.kind !== "goal") return undefined;
    const { proposed } = goalResultOf(context, subject.row, { unit: followUps.unitOf(row), period });
    if (proposed === "Ej bedömt" || proposed === own) return undefined;
    const about = { goal: goalName(subject.row), own, proposed, period: periodLabel(period) };
    return ruleFinding(orsak === null ? "mal.bedomning-avviker" : "mal.bedomning-med-orsak", about, inUppfoljning(context, row, "status"));
  });
}
