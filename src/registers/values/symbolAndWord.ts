/** Shapes that look alike, by the one that the scales are declared with. */
const SHAPES: Readonly<Record<string, string>> = { "●": "●", "•": "●", "⬤": "●", "◆": "◆", "♦": "◆", "■": "■", "▪": "■", "◼": "■", "–": "–", "—": "–", "−": "–", "-": "–" };

/** A text's symbol, first or last in it, and its words: either may be missing. */
export function symbolAndWord(text: string): { readonly symbol: string | undefined; readonly word: string } {
  const letters = [...text.replace(/\uFE0F/gu, "")];
  const first = SHAPES[letters[0] ?? ""];
  if (first !== undefined) return { symbol: first, word: letters.slice(1).join("").trim() };
  const last = SHAPES[letters.at(-1) ?? ""];
  return last === undefined ? { symbol: undefined, word: text } : { symbol: last, word: letters.slice(0, -1).join("").trim() };
}
