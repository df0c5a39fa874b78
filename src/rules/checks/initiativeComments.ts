import { activityStatuses } from "../../registers/definitions/statusWords.js";
import type { Finding } from "../../registers/finding.js";
import { asPlannedAndLate, wasBegun, wasNotCalledFor } from "../comments/carriedOut.js";
import { statusInFirstSentence } from "../comments/standardSentence.js";
import type { FollowUpRow } from "../assignments/followUps.js";
import { foundIn } from "../foundIn.js";
import { ruleFinding } from "../messages.js";
import { onceFor } from "../onceFor.js";
import { isQualityInitiative } from "../goals/goalLevels.js";
import type { Subject } from "../subjects.js";
import { inUppfoljning, type CheckContext } from "./context.js";
import { followUpsInQuestion, subjectName } from "./followUps.js";

interface Commented {
  readonly row: FollowUpRow;
  readonly subject: Subject;
  readonly comment: string;
}

/** The comments of the period on quality initiatives and on their activities. */
const commentsInQuestion = onceFor((context: CheckContext): readonly Commented[] =>
  foundIn(followUpsInQuestion(context), (row) => {
    const { kommentar } = row.values;
    if (kommentar === null) return undefined;
    const subject = context.followUps.subjectOf(row);
    return subject === undefined || !isOfAnInitiative(context, subject) ? undefined : { row, subject, comment: kommentar };
  }),
);

function isOfAnInitiative({ subjects }: CheckContext, subject: Subject): boolean {
  const above = subject.kind === "activity" ? subjects.find(subject.row.values.avser) : subject;
  return above?.kind === "goal" && isQualityInitiative(above.row);
}

/** What was never used because it was not called for is Ej aktuellt, and not done or undone. Source: Ovanåker, defect 28. */
export function whatWasNotCalledForSaysSo(context: CheckContext): Finding[] {
  return commentsInQuestion(context).flatMap(({ row, subject, comment }) => {
    const { status } = row.values;
    const phrase = wasNotCalledFor(comment);
    // Of an initiative only a part may be meant.
    if (subject.kind !== "activity" || phrase === undefined || status === null || status === "Ej aktuellt") return [];
    return [ruleFinding("uppfoljning.ej-aktuellt", { subject: subjectName(row, subject), status, phrase }, inUppfoljning(context, row, "status"))];
  });
}

/** What has begun is no longer Ej genomfört. Source: Ovanåker, defect 33 and 2.5 (Kvalitetsledningssystem). */
export function whatHasBegunSaysSo(context: CheckContext): Finding[] {
  return commentsInQuestion(context).flatMap(({ row, subject, comment }) => {
    const phrase = row.values.status === "Ej genomfört" ? wasBegun(comment) : undefined;
    if (phrase === undefined) return [];
    return [ruleFinding("uppfoljning.delvis-gjort", { subject: subjectName(row, subject), phrase }, inUppfoljning(context, row, "status"))];
  });
}

/** A comment does not say of one thing that it goes as planned and is late. Source: Ovanåker, defect 31. */
export function commentsAgreeWithThemselves(context: CheckContext): Finding[] {
  return commentsInQuestion(context).flatMap(({ row, subject, comment }) => {
    const both = asPlannedAndLate(comment);
    return both === undefined ? [] : [ruleFinding("uppfoljning.plan-och-forsening", { subject: subjectName(row, subject), ...both }, inUppfoljning(context, row, "kommentar"))];
  });
}

/** A first sentence that says how an initiative went says the same as its status. Source: Ovanåker 1.5 (the status stands in the first sentence of the comment). */
export function firstSentencesAgreeWithStatuses(context: CheckContext): Finding[] {
  return commentsInQuestion(context).flatMap(({ row, subject, comment }) => {
    const said = subject.kind === "goal" ? statusInFirstSentence(comment) : undefined;
    const status = activityStatuses.find((word) => word === row.values.status);
    if (said === undefined || status === undefined || said === status) return [];
    return [ruleFinding("uppfoljning.forsta-meningen", { subject: subjectName(row, subject), status, said }, inUppfoljning(context, row, "kommentar"))];
  });
}
