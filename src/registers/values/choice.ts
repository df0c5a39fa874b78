import type { CellInput } from "../cell.js";
import { folded, isBlank, read, typedText, unreadable, type Reading } from "./reading.js";
import { symbolAndWord } from "./symbolAndWord.js";

/**
 * Reads one word of a closed list, or what people write for it by `alsoWritten`, a symbol also beside its word ("● Ingen avvikelse", as reports print it). Case, spacing,
 * kinds of dash and trailing punctuation are forgiven; everything but the word itself is marked `corrected`. A ticked box counts as Ja in a list that has Ja and Nej. Anything else is unreadable, however near: see `nearest`.
 */
export function parseChoice<T extends string>(cell: CellInput, values: readonly T[], alsoWritten: Readonly<Record<string, T>> = {}): Reading<T> {
  if (isBlank(cell)) return null;
  if (cell.type === "Error") return unreadable(cell, "error");
  const typed = typeof cell.value === "boolean" ? (cell.value ? "Ja" : "Nej") : typedText(cell);
  const exact = values.find((value) => value === cell.value);
  if (exact !== undefined) return read(exact);
  const meantBy = (text: string): T | undefined => {
    const wanted = comparable(text);
    return values.find((value) => formOf(value) === wanted) ?? Object.entries(alsoWritten).find(([written]) => formOf(written) === wanted)?.[1];
  };
  const found = meantBy(typed);
  if (found !== undefined) return read(found, true);
  const { symbol, word } = symbolAndWord(typed);
  const meant = symbol === undefined ? undefined : meantBy(symbol);
  return meant === undefined || (word !== "" && meantBy(word) !== meant) ? unreadable(cell) : read(meant, true);
}

/** The only word of the list that is at most two changed letters away (one in short words), to propose; `undefined` when none or several are. */
export function nearest<T extends string>(typed: string, values: readonly T[]): T | undefined {
  const text = comparable(typed);
  const near = values.filter((value) => {
    const word = formOf(value);
    return distance(text, word) <= (Math.min(text.length, word.length) >= 5 ? 2 : 1) && Math.min(text.length, word.length) >= 3;
  });
  return near.length === 1 ? near[0] : undefined;
}

/** The words of lists are few, and are compared with every cell. */
const forms = new Map<string, string>();

function formOf(word: string): string {
  const known = forms.get(word);
  if (known !== undefined) return known;
  const form = comparable(word);
  forms.set(word, form);
  return form;
}

function comparable(text: string): string {
  return folded(text)
    .replace(/[‐‑‒–—−]/gu, "-")
    .replace(/ *([/-]) */gu, "$1")
    .replace(/[\s.,:;!*]+$/u, "");
}

/** Levenshtein distance: letters to change, add or take away. Texts far longer than any word of a list count as far. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Infinity;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...a].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...b].entries()) {
      const replaced = (previous[column] ?? Infinity) + (letter === other ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? Infinity) + 1, (current[column] ?? Infinity) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? Infinity;
}
