/**
 * A text as it must be given to Excel (Range.values) to stay that text. What begins with = + - @ would be taken for a formula, and what
 * looks like a number, a date or a truth value would be turned into one; an apostrophe first keeps it as text and is not part of the value. In a cell that has
 * text format already, only the first kind needs it.
 * See https://learn.microsoft.com/javascript/api/excel/excel.range (values: a leading apostrophe).
 */
export function textToWrite(text: string, textFormat = false): string {
  if (/^[=+\-@']/u.test(text)) return `'${text}`;
  return !textFormat && looksLikeValue(text) ? `'${text}` : text;
}

/** Wide on purpose: an apostrophe too many does nothing, one too few turns "2.1" or "maj 2019" into a date. */
function looksLikeValue(text: string): boolean {
  const trimmed = text.trim();
  return (trimmed.length <= 40 && /^[^\p{L}]*\d/u.test(trimmed)) || VALUE_IN_WORDS.test(trimmed);
}

/** A truth value, a month with its day or year, or money. */
const VALUE_IN_WORDS =
  /^(?:(?:sant|falskt|true|false)$|(?:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|dec)\p{L}*\.?[ -]?\d|(?:kr|sek|usd|eur)\s*\d)/iu;
