/** The text without the spaces, full stops and colons at its end. Goes through them once, however many a cell has room for; a pattern would try every one as the first. */
export function withoutEnding(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s.:]/u.test(text[end - 1] ?? "")) end -= 1;
  return text.slice(0, end);
}
