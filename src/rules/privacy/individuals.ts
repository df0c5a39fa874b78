import type { CellInput } from "../../registers/cell.js";
import type { RegisterContents } from "../../registers/registers.js";
import { folded, typedText } from "../../registers/values/reading.js";
import { append } from "../goals/goalTree.js";
import { holdsPersonalNumber } from "./personalNumbers.js";

/** What of an individual a text tells: the number of a decision, a personnummer, or what has been written about somebody. */
export type Individual = "beslutsnummer" | "personnummer" | "fritext";

/** Fewer letters than this say nothing of anybody, unless they are all that is said. */
const SHORTEST_TEXT = 12;

/** Finds what tells of an individual in texts, for a workbook with the registers Beslut and Handelser. Source: issue 5, Privacy. */
export function individualsIn(contents: RegisterContents): (text: string) => Individual | null {
  const holdsDecisionNumber = decisionNumbersIn(contents);
  const { beslut, handelser } = contents;
  const names = (beslut?.rows ?? []).flatMap(({ values }) => [bare(values.insats), bare(values.verksamhet)]);
  // The name of an aid tells of nobody, though it may stand as a temporary solution too; what happened to somebody is no name of an aid, unless several have it.
  const shared = repeated(names);
  const happened = [...typedIn(handelser, ["text"]), ...typedIn(beslut, ["avslutsorsak", "tillsynsarende"])].map(bare).filter((text) => !shared.has(text));
  const kinds = new Set(names);
  const meanwhile = typedIn(beslut, ["tillfalligLosning"]).map(bare).filter((text) => !kinds.has(text));
  const texts = [...new Set([...happened, ...meanwhile])].filter((text) => text !== "");
  const short = new Set(texts.filter((text) => text.length < SHORTEST_TEXT));
  const long = new Map<string, string[]>();
  for (const text of texts) if (text.length >= SHORTEST_TEXT) append(long, text.slice(0, SHORTEST_TEXT), text);
  return (text) => {
    if (holdsPersonalNumber(text)) return "personnummer";
    if (holdsDecisionNumber(text)) return "beslutsnummer";
    const plain = bare(text);
    return short.has(plain) || begins(plain, long) ? "fritext" : null;
  };
}

/** What stands in some columns of a register's rows, also of those that cannot be used. */
function typedIn(content: Typed | undefined, keys: readonly string[]): readonly string[] {
  const rows = [...(content?.rows ?? []), ...(content?.unusable ?? [])];
  return rows.flatMap(({ cells }) => keys.map((key) => cells[key])).filter((cell) => cell !== undefined).map(typedText);
}

interface Typed {
  readonly rows: readonly { readonly cells: Readonly<Partial<Record<string, CellInput>>> }[];
  readonly unusable: Typed["rows"];
}

/** Those that stand more than once. */
function repeated(texts: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const text of texts) (seen.has(text) ? again : seen).add(text);
  return again;
}

/** A text without the full stop that a report may leave out. */
function bare(text: string): string {
  return folded(text).replace(/[\s.,:;!?]+$/u, "");
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
  // Where a decision is replaced by another, people also write a word.
  const replacing = typedIn(beslut, ["nyttBeslut"]).filter((text) => /\d/u.test(text));
  const typed = [...typedIn(beslut, ["id"]), ...replacing, ...typedIn(handelser, ["beslutsnr"])];
  const told = [...new Set(typed)].map(parts).filter(isTellable);
  const numbers = new Set(told.flatMap((words) => (words.every((word) => /^\d+$/u.test(word)) ? [words.join(" "), words.join("")] : [words.join(" ")])));
  const lengths = [...new Set([...numbers].map((number) => number.split(" ").length))];
  const longest = [...numbers].reduce((most, { length }) => Math.max(most, length), 0);
  return (text) => {
    if (numbers.size === 0) return false;
    const words = parts(text);
    return words.some((_, start) => lengths.some((length) => numbers.has(words.slice(start, start + length).join(" ")))) || joinedDigits(text, longest).some((digits) => numbers.has(digits));
  };
}

/** Digits that only a space, a dash, a full stop or a slash parts, as one number: "1 302 579", "1302-579". At most `longest` digits. */
function joinedDigits(text: string, longest: number): readonly string[] {
  const runs = text.normalize("NFKC").match(/\d+(?:[\s./\u2010-\u2015\u2212-]\d+)+/gu) ?? [];
  return runs.flatMap((run) => {
    const groups = run.split(/\D/u);
    return groups.flatMap((_, start) => {
      const joined: string[] = [];
      let digits = groups[start] ?? "";
      for (const next of groups.slice(start + 1, start + longest)) {
        digits += next;
        if (digits.length > longest) break;
        joined.push(digits);
      }
      return joined;
    });
  });
}

/** Runs of letters and of digits: "LSS-2019/17" is the same number as "LSS 2019:17". */
function parts(text: string): readonly string[] {
  return folded(text.normalize("NFKC")).match(/\p{L}+|\p{N}+/gu) ?? [];
}

function isTellable(words: readonly string[]): boolean {
  return words.length > 1 ? words.some((word) => /\p{N}/u.test(word)) && words.join("").length > 2 : (words[0] ?? "").length > 4;
}
