import type { ActivityStatus } from "../../registers/definitions/statusWords.js";

/** The sentence that a comment on a quality initiative begins with, made from its status. After Ovanåker, Kvalitetsbokslut 2017. */
const SENTENCES: Readonly<Record<ActivityStatus, string>> = {
  "Genomfört": "Kvalitetsinsatsen har genomförts enligt fastlagd planering.",
  "Delvis genomfört": "Kvalitetsinsatsen har delvis genomförts enligt fastlagd planering.",
  "Ej genomfört": "Kvalitetsinsatsen har inte genomförts enligt fastlagd planering.",
  "Ej aktuellt": "Kvalitetsinsatsen är inte längre aktuell.",
};

export function standardSentence(status: ActivityStatus): string {
  return SENTENCES[status];
}

/** As people write it, now and then in words of their own: "Kvalitetsarbetet har genomförts enligt planering." Source: Ovanåker, defect 38. */
const WRITTEN = /^\s*Kvalitets(?:insatsen|arbetet) har (?:(delvis|inte|ej) )?genomförts(?: enligt (?:fastlagd )?(?:plan|planen|planering|planeringen))?\s*\.\s*/iu;

const BY_ADVERB: Readonly<Record<string, ActivityStatus>> = { "": "Genomfört", delvis: "Delvis genomfört", inte: "Ej genomfört", ej: "Ej genomfört" };

/** The status that a comment's own first sentence says; undefined when it does not begin with such a one. */
export function statusInFirstSentence(comment: string): ActivityStatus | undefined {
  const match = WRITTEN.exec(comment);
  return match === null ? undefined : BY_ADVERB[(match[1] ?? "").toLowerCase()];
}

/** The comment without a first sentence that only says the status: a report makes that sentence itself. */
export function withoutFirstSentence(comment: string): string {
  return comment.replace(WRITTEN, "").trim();
}
