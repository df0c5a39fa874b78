/** The sentences of a text: up to a stop that a capital follows, or a line break. "bl. a." and "t.ex." do not end one. */
export function sentencesOf(text: string): readonly string[] {
  // Most comments are one sentence, and nearly every rule about comments asks.
  if (!/[.!?]\s|[\r\n]/.test(text)) return text.trim() === "" ? [] : [text.trim()];
  return text
    .split(/(?<=[.!?])\s+(?=["”“»(]?\p{Lu})|[\r\n]+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

/** A pattern of whole words, whatever their case. JavaScript's own word boundary does not know å, ä and ö. */
export function words(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${alternatives})(?![\\p{L}\\d])`, "iu");
}
