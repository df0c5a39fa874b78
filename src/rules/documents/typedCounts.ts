import type { LetterCounts } from "./letterCounts.js";
import { countOfWord, countWords } from "./numberWords.js";

/** A count that somebody typed into a letter. */
export interface TypedCount {
  readonly of: keyof LetterCounts;
  readonly count: number;
  /** The words that the placeholder would replace, "två", and where they begin in the text. */
  readonly words: string;
  readonly at: number;
  /** What tells the count, as a reader finds it in the text: "två har verkställts". */
  readonly phrase: string;
  /** The placeholder that would stand in their place. */
  readonly placeholder: string;
}

const COUNT = `(?<![\\p{L}\\d])(?<count>${countWords.join("|")}|\\d{1,6})`;

interface Wording {
  readonly of: keyof LetterCounts;
  /** The group `words` is what the placeholder stands for. */
  readonly pattern: RegExp;
  readonly placeholder: string;
}

/** Few and plain: what only might tell one of the counts is left in peace. Source: U5, U12, and the sentences of OAN.2019.17. */
const wordings: readonly Wording[] = [
  { of: "new", pattern: new RegExp(`(?<words>${COUNT} (?:nya|nytt) beslut)(?!\\p{L})`, "giu"), placeholder: "{nya beslut}" },
  { of: "open", pattern: new RegExp(`(?<words>${COUNT} beslut är fortsatt ej verkställ(?:t|da))(?!\\p{L})`, "giu"), placeholder: "{fortsatt ej verkställda}" },
  { of: "executed", pattern: new RegExp(`(?<words>${COUNT}) (?:har )?verkställts(?!\\p{L})`, "giu"), placeholder: "{verkställda}" },
  { of: "closed", pattern: new RegExp(`(?<words>${COUNT}) (?:har )?avslutats utan verkställighet`, "giu"), placeholder: "{avslutade}" },
];

export function typedCounts(text: string): readonly TypedCount[] {
  return wordings.flatMap(({ of, pattern, placeholder }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: phrase, groups, index }) => {
      const count = countOfWord(groups?.["count"] ?? "");
      return count === undefined ? [] : [{ of, count, words: groups?.["words"] ?? "", at: index, phrase, placeholder }];
    }),
  );
}
