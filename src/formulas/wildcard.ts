/** Whether the text holds * or ? that is not escaped by ~, or an escape itself. */
export function hasWildcard(text: string): boolean {
  return /[*?~]/.test(text);
}

function expression(pattern: string): string {
  let source = "";
  for (let i = 0; i < pattern.length; i += 1) {
    const char = pattern.charAt(i);
    const next = pattern.charAt(i + 1);
    if (char === "~" && next !== "" && "*?~".includes(next)) {
      source += next === "~" ? "~" : `\\${next}`;
      i += 1;
    } else if (char === "*") source += "[\\s\\S]*";
    else if (char === "?") source += "[\\s\\S]";
    else source += char.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  }
  return source;
}

/** A pattern that must match a whole text (COUNTIF, MATCH, XLOOKUP): * any text, ? one character, ~ takes the next literally. */
export function wholePattern(pattern: string): RegExp {
  return new RegExp(`^${expression(pattern)}$`, "iu");
}

/** A pattern that may match anywhere (SEARCH). */
export function partPattern(pattern: string): RegExp {
  return new RegExp(expression(pattern), "iu");
}
