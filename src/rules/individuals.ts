import type { RegisterContents } from "../registers/registers.js";
import { folded } from "../registers/values/reading.js";
import { append } from "./goalTree.js";
import { holdsPersonalNumber } from "./personalNumbers.js";

/** What of an individual a text tells: the number of a decision, a personnummer, or what has been written about somebody. */
export type Individual = "beslutsnummer" | "personnummer" | "fritext";

/** Fewer letters than this say nothing of anybody, unless they are all that is said. */
const SHORTEST_TEXT = 12;

/** Finds what tells of an individual in texts, for a workbook with the registers Beslut and Handelser. Source: issue 5, Privacy. */
export function individualsIn(contents: RegisterContents): (text: string) => Individual | null {
  const holdsDecisionNumber = decisionNumbersIn(contents);
  const { beslut, handelser } = contents;
  const kinds = new Set((beslut?.rows ?? []).flatMap(({ values }) => [folded(values.insats), folded(values.verksamhet)]));
  const written = [
    ...(handelser?.rows ?? []).map(({ values }) => values.text),
    ...(beslut?.rows ?? []).flatMap(({ values }) => [values.avslutsorsak, values.tillfalligLosning, values.tillsynsarende]),
  ];
  // The name of an aid tells of nobody, though it may stand as a temporary solution too.
  const texts = [...new Set([...new Set(written)].map((text) => folded(text ?? "")))].filter((text) => text !== "" && !kinds.has(text));
  const short = new Set(texts.filter((text) => text.length < SHORTEST_TEXT));
  const long = new Map<string, string[]>();
  for (const text of texts) if (text.length >= SHORTEST_TEXT) append(long, text.slice(0, SHORTEST_TEXT), text);
  return (text) => {
    if (holdsPersonalNumber(text)) return "personnummer";
    if (holdsDecisionNumber(text)) return "beslutsnummer";
    const plain = folded(text);
    return short.has(plain) || begins(plain, long) ? "fritext" : null;
  };
}

/** Whether some text begins anywhere in this one; they are kept by how they begin, since there may be many. */
function begins(text: string, byBeginning: ReadonlyMap<string, readonly string[]>): boolean {
  for (let start = 0; start + SHORTEST_TEXT <= text.length; start++) {
    const some = byBeginning.get(text.slice(start, start + SHORTEST_TEXT));
    if (some?.some((told) => text.startsWith(told, start)) === true) return true;
  }
  return false;
}

/**
 * Tells whether a text holds the number of a decision in Beslut or Handelser. A number of one to four digits is a decision's number too, but nobody can tell it from a count or
 * a year: it is not looked for.
 */
export function decisionNumbersIn({ beslut, handelser }: RegisterContents): (text: string) => boolean {
  const typed = [...(beslut?.rows ?? []).map(({ values }) => values.id), ...(handelser?.rows ?? []).map(({ values }) => values.beslutsnr)];
  const numbers = new Set([...new Set(typed)].map(parts).filter(isTellable).map((words) => words.join(" ")));
  const lengths = [...new Set([...numbers].map((number) => number.split(" ").length))];
  return (text) => {
    if (numbers.size === 0) return false;
    // "1 302 579", as a sheet may show it, is a number in one.
    const joined = text.replace(/(?<!\d)\d{1,3}(?:[\s.]\d{3})+(?!\d)/gu, (digits) => digits.replace(/\D/gu, ""));
    return [text, joined].some((one) => {
      const words = parts(one);
      return words.some((_, start) => lengths.some((length) => numbers.has(words.slice(start, start + length).join(" "))));
    });
  };
}

/** Runs of letters and of digits: "LSS-2019/17" is the same number as "LSS 2019:17". */
function parts(text: string): readonly string[] {
  return folded(text).match(/\p{L}+|\p{N}+/gu) ?? [];
}

function isTellable(words: readonly string[]): boolean {
  return words.length > 1 ? words.some((word) => /\p{N}/u.test(word)) && words.join("").length > 2 : (words[0] ?? "").length > 4;
}
