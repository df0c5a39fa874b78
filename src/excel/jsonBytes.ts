// Requires: nothing by itself. How large requests and answers are.

/**
 * What Excel on the web takes in a request and gives in an answer is 5 MB; a little is left for what is only reckoned.
 * https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization
 */
export const MOST_BYTES = 4.75 * 2 ** 20;

/** Printable ASCII that JSON writes as it is. */
const PLAIN = /^[ !#-[\]-~]*$/u;

/** Bytes of a value as JSON in UTF-8: of a text "å" is two. Arrays, texts, numbers and truth values; what is left out of JSON counts as null. */
export function jsonBytes(value: unknown): number {
  if (typeof value === "string") return 2 + (PLAIN.test(value) ? value.length : bytesOfText(value));
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + jsonBytes(item) + 1, value.length === 0 ? 2 : 1);
  if (typeof value === "number") return Number.isFinite(value) ? String(value).length : 4;
  return value === false ? 5 : 4;
}

function bytesOfText(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isPair = isHigh(code) && isLow(text.charCodeAt(index + 1));
    bytes += isPair ? 4 : bytesOf(code);
    if (isPair) index += 1;
  }
  return bytes;
}

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

/** Of one that is no half of a pair: half a character alone is escaped, as other signs that cannot be seen are. */
function bytesOf(code: number): number {
  if (code < 0x80) return code === 0x22 || code === 0x5c || SHORT_ESCAPES.has(code) ? 2 : code < 0x20 ? 6 : 1;
  return code < 0x800 ? 2 : isHigh(code) || isLow(code) ? 6 : 3;
}

const SHORT_ESCAPES: ReadonlySet<number> = new Set(["\b", "\f", "\n", "\r", "\t"].map((character) => character.charCodeAt(0)));
