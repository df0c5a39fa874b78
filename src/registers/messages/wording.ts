/** At most 60 characters of what stands in a cell, in quotation marks. Both languages write them as Swedish does; `told` opens the English ones. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  return `”${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
}

/** "a, b och c" */
export function listed(words: readonly string[], last: "och" | "eller" | "and" | "or"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}
