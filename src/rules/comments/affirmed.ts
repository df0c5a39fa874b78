import { singleSpaces } from "../../registers/values/reading.js";
import { sentencesOf, words } from "./sentences.js";

const NEGATION = words("inte|ej|inget|ingen|inga|ingenting|aldrig|utan att");

/** The first match in a sentence of a comment without a negation: "inget återstår" says nothing of what is left. */
export function affirmed(comment: string, pattern: RegExp): string | undefined {
  for (const sentence of sentencesOf(comment)) {
    const found = pattern.exec(singleSpaces(sentence))?.[0];
    if (found !== undefined && !NEGATION.test(sentence)) return found;
  }
  return undefined;
}
