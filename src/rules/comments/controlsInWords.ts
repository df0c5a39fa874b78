import { sentencesOf, words } from "./sentences.js";

/*
 * What the comment on a control says in words. Few and plain patterns: a text that only might mean it is left in peace.
 */

const MADE = "gjord|gjorda|gjorts|genomförd|genomförda|genomförts|utförd|utförda|utförts";
const NOT_MADE = [
  words(`(?:ingen|inga)(?: \\p{L}+)? kontroll(?:er)?(?: \\p{L}+){0,2} (?:${MADE})`),
  words(`inte (?:${MADE}) någ(?:on|ra)(?: \\p{L}+)? kontroll(?:er)?`),
  words(`kontroll(?:en|er|erna)?(?: har)? (?:inte|ej|heller inte|heller ej) (?:${MADE})`),
  words("antal(?:et)? (?:utförda|gjorda|genomförda)? ?kontroller (?:\\p{L}+ ){0,4}(?:är|var) (?:0|noll)"),
];

/** The words of a comment which say that no control was made, e.g. "Ingen riktad kontroll har genomförts"; undefined when none do. Source: I1. */
export function saysNotMade(comment: string): string | undefined {
  return firstOf(comment, NOT_MADE);
}

const GOOD = [words("bedöms (?:vara|som) (?:mycket )?(?:god|gott|bra|tillfredsställande)")];
const BAD = [words("bristfällig(?:t|a)?|stora brister|allvarliga brister|kraftigt eftersatt|saknas helt")];
const NEGATION = words("inte|ej|inget|ingen|inga|aldrig");

/** The words of a comment which say that all is well, e.g. "bedöms vara god"; undefined when none do, or not plainly. */
export function saysGood(comment: string): string | undefined {
  return firstOf(comment, GOOD, NEGATION);
}

/** The words of a comment which say that much is wanting, e.g. "bristfällig"; undefined when none do, or not plainly. */
export function saysBad(comment: string): string | undefined {
  return firstOf(comment, BAD, NEGATION);
}

function firstOf(comment: string, patterns: readonly RegExp[], unless?: RegExp): string | undefined {
  for (const sentence of sentencesOf(comment)) {
    const line = sentence.replace(/\s+/gu, " ");
    const found = patterns.map((pattern) => pattern.exec(line)?.[0]).find((words) => words !== undefined);
    if (found !== undefined && unless?.test(line) !== true) return found;
  }
  return undefined;
}

const VAGUE = [words("ett fåtal|majoriteten|merparten|flertalet|de flesta")];
const FIGURE = /\d/u;

/** The words of a comment which say how many without a figure beside them, e.g. "Ett fåtal"; undefined when none do. Source: Ovanåker, defect 40. */
export function saysVaguelyHowMany(comment: string): string | undefined {
  return firstOf(comment, VAGUE, FIGURE);
}

/** Whether a comment gives shares in percent. */
export function givesPercentages(comment: string): boolean {
  return /\d ?(?:%|procent(?!\p{L}))/u.test(comment.replace(/\s/gu, " "));
}
