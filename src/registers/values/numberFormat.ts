/** What an Excel number format code (English) says about the value, from its first section only. */
interface Shows {
  readonly percent: boolean;
  readonly date: boolean;
}

/** True for formats that show the value as a percentage. */
export function isPercentFormat(code: string): boolean {
  return shownBy(code).percent;
}

/** True for formats that show the value as a date, with or without time. */
export function isDateFormat(code: string): boolean {
  return shownBy(code).date;
}

/** A workbook has few formats, and every cell has one. */
const known = new Map<string, Shows>();

function shownBy(code: string): Shows {
  const before = known.get(code);
  if (before !== undefined) return before;
  const symbols = symbolsOf(code);
  const shows = { percent: symbols.includes("%"), date: /[yd]|mmm/u.test(symbols.replace(/general|standard/giu, "").toLowerCase()) };
  known.set(code, shows);
  return shows;
}

/** The format's first section without literal text, so that "kr" or "dagar" in quotes is not taken for a date. */
function symbolsOf(code: string): string {
  const first = /^(?:"[^"]*"|\\.|[^;"\\])*/u.exec(code)?.[0] ?? "";
  return first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, "");
}
