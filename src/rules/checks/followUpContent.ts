import type { Finding } from "../../registers/finding.js";
import { registers } from "../../registers/registers.js";
import { periodKey, periodLabel } from "../../registers/values/period.js";
import { folded, isBlank } from "../../registers/values/reading.js";
import { agreementEnd } from "../comments/agreements.js";
import { repeatedSentences, rowsThatShareSentences } from "../comments/repeatedSentences.js";
import { goesOn, isPutOff } from "../comments/statusInWords.js";
import type { FollowUpRow } from "../assignments/followUps.js";
import { foundIn } from "../foundIn.js";
import { named, ruleFinding } from "../messages.js";
import { isCarriedOut, statusWordsOf } from "../assignments/statusScale.js";
import { byId, inUppfoljning, rowNumber, type CheckContext } from "./context.js";
import { followUpsInQuestion, subjectName } from "./followUps.js";

/**
 * Every follow-up of an assignment, an activity or a quality initiative has a status. Any other goal's status is computed, so its row may be only a comment.
 * Source: R07, F5, I1, O7.
 */
export function followUpsHaveStatuses(context: CheckContext): Finding[] {
  return foundIn(followUpsInQuestion(context), (row) => {
    if (!isEmpty(row, "status")) return undefined;
    const subject = context.followUps.subjectOf(row);
    if (subject === undefined || !isCarriedOut(subject)) return undefined;
    const about = { subject: subjectName(row, subject), period: periodLabel(row.values.period) };
    return ruleFinding("uppfoljning.status-saknas", about, inUppfoljning(context, row, "status"));
  });
}

/** A status is a word of the scale that belongs to what is followed up. Source: model.md, Decided (Status lives in Uppfoljning). */
export function statusesAreOfTheScale(context: CheckContext): Finding[] {
  return foundIn(context.contents.uppfoljning?.rows ?? [], (row) => {
    const { status } = row.values;
    if (status === null) return undefined;
    const subject = context.followUps.subjectOf(row);
    const words = subject === undefined ? undefined : statusWordsOf(subject);
    if (words === undefined || words.includes(status)) return undefined;
    return ruleFinding("uppfoljning.fel-skala", { subject: subjectName(row, subject), status, words }, inUppfoljning(context, row, "status"));
  });
}

/** What is done does not go on for years in the comment, and what runs has no part that is put off. Source: R08. */
export function statusesAgreeWithComments(context: CheckContext): Finding[] {
  return foundIn(followUpsInQuestion(context), (row) => {
    const { status, kommentar } = row.values;
    if (status === null || kommentar === null) return undefined;
    const phrase = status === "Genomfört" ? goesOn(kommentar) : status === "Pågående" ? isPutOff(kommentar) : undefined;
    if (phrase === undefined) return undefined;
    const about = { subject: subjectName(row, context.followUps.subjectOf(row)), status, phrase };
    return ruleFinding("uppfoljning.status-kommentar", about, inUppfoljning(context, row, "status"));
  });
}

/** What is late has a cause, and a new day. A new day that has passed is told of with the assignment. Source: R09. */
export function delaysHaveCausesAndDays(context: CheckContext): Finding[] {
  return foundIn(followUpsInQuestion(context), (row) => {
    if (row.values.status !== "Försenat") return undefined;
    const empty = (["orsak", "klartSenast"] as const).filter((key) => isEmpty(row, key));
    const [first] = empty;
    if (first === undefined) return undefined;
    const about = {
      subject: subjectName(row, context.followUps.subjectOf(row)),
      missing: empty.map((key) => registers.uppfoljning.columns[key].header),
    };
    return ruleFinding("uppfoljning.forsenat-utan-orsak", about, inUppfoljning(context, row, first));
  });
}

/** A cell that holds something unreadable is not empty; the reader tells of it. */
function isEmpty({ values, cells }: FollowUpRow, key: "status" | "orsak" | "klartSenast"): boolean {
  if (values[key] !== null) return false;
  const cell = cells[key];
  return cell === undefined || isBlank(cell);
}

/** No sentence stands in the comments on two things for one period: what it counts would be counted twice. One finding per comment. Source: R12. */
export function sentencesStandOnce(context: CheckContext): Finding[] {
  const { followUps } = context;
  const commentOf = ({ values }: FollowUpRow) => ({ text: values.kommentar ?? "", group: periodKey(values.period) });
  const inOrder = byId(rowsThatShareSentences(followUpsInQuestion(context), commentOf), ({ values }) => values.avser);
  const ofOneSubject = (_: string, a: FollowUpRow, b: FollowUpRow) => folded(a.values.avser) === folded(b.values.avser);
  return repeatedSentences(inOrder, commentOf, ofOneSubject).map(({ row, first, sentence }) => {
    const about = {
      subject: subjectName(row, followUps.subjectOf(row)),
      other: subjectName(first, followUps.subjectOf(first)),
      row: rowNumber(first),
      sentence: named(sentence),
    };
    return ruleFinding("uppfoljning.samma-mening", about, inUppfoljning(context, row, "kommentar"));
  });
}

/** How many years ahead the end of an agreement is told of. */
const YEARS_AHEAD = 2;

/** An agreement that a comment tells of, and that ends this year or within two, is called to mind. Source: R13. */
export function agreementsAreRenewedInTime(context: CheckContext): Finding[] {
  return foundIn(followUpsInQuestion(context), (row) => {
    const { kommentar, period } = row.values;
    const year = kommentar === null ? undefined : agreementEnd(kommentar);
    if (year === undefined || year < period.year || year > period.year + YEARS_AHEAD) return undefined;
    const about = { subject: subjectName(row, context.followUps.subjectOf(row)), year };
    return ruleFinding("uppfoljning.avtal-slutar", about, inUppfoljning(context, row, "kommentar"));
  });
}
