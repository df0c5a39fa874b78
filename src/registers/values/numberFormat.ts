/** What an Excel number format code (English) says about the value, from its first section only. */

/** True for formats that show the value as a percentage. */
export function isPercentFormat(code: string): boolean {
  return symbols(code).includes("%");
}

/** True for formats that show the value as a date, with or without time. */
export function isDateFormat(code: string): boolean {
  return /[yd]|mmm/u.test(symbols(code).replace(/general|standard/giu, "").toLowerCase());
}

/** A workbook has few formats, and every cell has one. */
const known = new Map<string, string>();

/** The format's first section without literal text, so that "kr" or "dagar" in quotes is not taken for a date. */
function symbols(code: string): string {
  const read = known.get(code) ?? symbolsAnew(code);
  known.set(code, read);
  return read;
}

function symbolsAnew(code: string): string {
  const first = /^(?:"[^"]*"|\\.|[^;"\\])*/u.exec(code)?.[0] ?? "";
  return first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, "");
}
