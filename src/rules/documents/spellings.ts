import { folded } from "../../registers/values/reading.js";

/** One name written in two ways: "Kontakt- och Stödverksamhet", "Kontakt och Stödverksamhet". */
export interface TwoSpellings {
  /** As most of the texts have it; of equally many the first. */
  readonly usual: string;
  readonly other: string;
  /** Place among the texts of the first that has the other spelling. */
  readonly text: number;
}

/** A word with what stands in it; a name is at most as long as this. */
const WORD = /[\p{L}][\p{L}\p{N}-]*/gu;
const LONGEST_NAME = 3;

/**
 * The names that differ in their hyphens only, within texts that belong together. A hyphen at the end of a word is compared with the two words after it, and
 * one within a word with the word without; numbers ("18-24") are left in peace. Time grows with the length of the texts. Source: notes on Ale, defect 26.
 */
export function twoSpellings(texts: readonly string[]): readonly TwoSpellings[] {
  const worded = texts.map((text) => [...text.matchAll(WORD)].map(([word]) => word));
  const unhyphened = worded.map((all) => all.map((word) => folded(word).replaceAll("-", "")));
  const hyphened = new Set(worded.flatMap((all, text) => all.flatMap((word, at) => (word.includes("-") ? [nameAt(unhyphened[text] ?? [], at, word.endsWith("-") ? LONGEST_NAME : 1)] : []))));
  if (hyphened.size === 0) return [];
  const found = new Map<string, Map<string, { count: number; text: number; spelling: string }>>();
  for (const [text, all] of worded.entries()) {
    for (const at of all.keys()) {
      for (const length of [1, LONGEST_NAME]) {
        // Two spellings have as many words: "e-post" is "epost", but never "e post".
        const key = nameAt(unhyphened[text] ?? [], at, length);
        if (at + length > all.length || !hyphened.has(key)) continue;
        const name = nameAt(all, at, length);
        const spellings = found.get(key) ?? new Map<string, { count: number; text: number; spelling: string }>();
        found.set(key, spellings);
        const known = spellings.get(folded(name));
        if (known === undefined) spellings.set(folded(name), { count: 1, text, spelling: name });
        else known.count++;
      }
    }
  }
  return [...found.values()].flatMap((spellings) => {
    const [usual, other] = [...spellings.values()].sort((a, b) => b.count - a.count);
    return usual === undefined || other === undefined ? [] : [{ usual: usual.spelling, other: other.spelling, text: other.text }];
  });
}

function nameAt(all: readonly string[], at: number, length: number): string {
  return all.slice(at, at + length).join(" ");
}
