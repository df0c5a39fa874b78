import { sentencesOf, words } from "./sentences.js";

const MORE = words("synpunkter(?:na)?(?: har)? (?:ökat|ökade|blivit fler)|fler synpunkter än");
const FEWER = words("synpunkter(?:na)?(?: har)? (?:minskat|minskade|blivit färre)|färre synpunkter än");
const NEGATION = words("inte|ej");

/** What a comment says of how many views there are, e.g. "synpunkterna har ökat"; undefined when it says nothing, or that they have not. */
export function developmentOfViews(comment: string): { readonly direction: "more" | "fewer"; readonly phrase: string } | undefined {
  for (const sentence of sentencesOf(comment)) {
    if (NEGATION.test(sentence)) continue;
    const more = MORE.exec(sentence)?.[0];
    const fewer = FEWER.exec(sentence)?.[0];
    if (more !== undefined) return { direction: "more", phrase: more };
    if (fewer !== undefined) return { direction: "fewer", phrase: fewer };
  }
  return undefined;
}
