import type { RegisterContents } from "../../registers/registers.js";
import { folded } from "../../registers/values/reading.js";
import { append } from "../goals/goalTree.js";

/** Shorter names than this are everyday words too ("Skolan"). */
const SHORTEST_NAME = 10;

/**
 * Finds the units that a text names, by whole name or alias of ten letters or more, also "nämndens": their codes, each once. Fullmäktige is left out, since it is named
 * as the one who decides, and so are those that are only compared with. Time grows with the text, whatever the number of units.
 */
export function unitsInText({ enheter }: Pick<RegisterContents, "enheter">): (text: string) => readonly string[] {
  const byFirstWord = new Map<string, { readonly code: string; readonly rest: readonly string[] }[]>();
  for (const { values } of enheter?.rows ?? []) {
    if (values.typ === "Fullmäktige" || values.typ === "Jämförelse") continue;
    for (const name of [values.namn, ...(values.alias ?? [])].filter(({ length }) => length >= SHORTEST_NAME)) {
      const [first = "", ...rest] = wordsOf(name);
      for (const form of rest.length === 0 ? formsOf(first) : [first]) append(byFirstWord, form, { code: values.kod, rest });
    }
  }
  if (byFirstWord.size === 0) return () => [];
  // Few texts name a unit, and parting each into words takes longer than looking for the words that names begin with. They are of letters, digits and hyphens.
  const beginning = new RegExp(`(?<![${LETTERS}])(?:${[...byFirstWord.keys()].join("|")})(?![${LETTERS}])`, "u");
  return (text) => {
    if (!beginning.test(folded(text))) return [];
    const words = wordsOf(text);
    const named = words.flatMap((word, index) =>
      (byFirstWord.get(word) ?? [])
        .filter(({ rest }) => rest.every((part, after) => isWord(words[index + 1 + after], part, after === rest.length - 1)))
        .map(({ code }) => code),
    );
    return [...new Set(named)];
  };
}

/** What words are of: the hyphen of "vård- och" belongs to its word. */
const LETTERS = String.raw`\p{L}\p{N}-`;
const BETWEEN_WORDS = new RegExp(`[^${LETTERS}]+`, "u");

/** The words of a text in lower case. */
function wordsOf(text: string): readonly string[] {
  return folded(text).split(BETWEEN_WORDS).filter((word) => word !== "");
}

function isWord(word: string | undefined, part: string, isLast: boolean): boolean {
  return word !== undefined && (word === part || (isLast && formsOf(part).includes(word)));
}

/** "nämnd", "nämnds", "nämnden" and "nämndens". */
function formsOf(word: string): readonly string[] {
  return [word, `${word}s`, `${word}en`, `${word}ens`];
}
