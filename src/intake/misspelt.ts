import { folded } from "../registers/values/reading.js";

/** Shorter words are too near each other to tell a slip from another word. */
const LEAST = 6;

/** The words that must be the same, and what the others begin with: the same for a text and the same text with a word misspelt. */
export function shapeOf(text: string): string {
  return wordsOf(text).map((word) => (word.length < LEAST - 1 || /\d/u.test(word) ? word : (word[0] ?? ""))).join(" ");
}

/**
 * True when the second text is the first with a letter wrong, lost, doubled or swapped with the next inside one long word. What is another thing in as few letters
 * ("årskurs 6" and "årskurs 9", "behöriga" and "obehöriga", "intern" and "extern") is not: figures, short words and first letters are the same.
 */
export function isOneWordMisspelt(text: string, typed: string): boolean {
  const [some, others] = [wordsOf(text), wordsOf(typed)];
  if (some.length !== others.length) return false;
  const different = some.flatMap((word, index) => (word === others[index] ? [] : [[word, others[index] ?? ""] as const]));
  const [only, ...more] = different;
  if (only === undefined) return true;
  const [word, other] = only;
  return more.length === 0 && Math.min(word.length, other.length) >= LEAST && word[0] === other[0] && !/\d/u.test(word + other) && isOneSlip(word, other);
}

function wordsOf(text: string): string[] {
  return folded(text).split(/[^\p{L}\p{N}%]+/u).filter((word) => word !== "");
}

function isOneSlip(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > 1) return false;
  let from = 0;
  while (from < word.length && word[from] === other[from]) from += 1;
  const [rest, otherRest] = [word.slice(from), other.slice(from)];
  const isSwap = rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2);
  return isSwap || rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1);
}
