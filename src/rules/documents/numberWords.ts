import { formatNumberSv } from "../../registers/values/formatting.js";

/** Zero to twelve as words, digits after that. Source: Språkrådet, Svenska skrivregler, and Ale's own letter ("två", "fem"). */
const neuter = ["inget", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"] as const;

/** How many there are of something like a decision: "inget", "ett", "två", "13". */
export function countInWords(count: number): string {
  return neuter[count] ?? formatNumberSv(count);
}

/** The number that a word or figure tells: "två" is 2, "inga" 0; undefined for what is no number. */
export function countOfWord(word: string): number | undefined {
  const lower = word.toLowerCase();
  if (/^\d{1,6}$/u.test(lower)) return Number(lower);
  if (lower === "inga") return 0;
  const index = neuter.findIndex((known) => known === lower);
  return index === -1 ? undefined : index;
}

export const countWords: readonly string[] = ["inga", ...neuter];
