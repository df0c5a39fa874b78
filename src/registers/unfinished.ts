/**
 * The defined name that stands in a workbook while registers are being made in it. Excel does not take back what a failed request had done; who finds the name
 * knows which half-made sheets are ours, and completes them.
 */
export const UNFINISHED = "Maltavla_under_arbete";

/** Longest text within a formula. */
const LONGEST_TEXT = 255;

/** The name's formula: the sheets that are being made, as texts put together. */
export function unfinishedFormula(sheets: readonly string[]): string {
  const texts: string[] = [];
  for (const sheet of sheets.map((name) => name.replaceAll('"', '""'))) {
    const last = texts.at(-1);
    if (last === undefined || last.length + 2 + sheet.length > LONGEST_TEXT) texts.push(last === undefined ? sheet : `/${sheet}`);
    else texts[texts.length - 1] = `${last}/${sheet}`;
  }
  return `=${(texts.length === 0 ? [""] : texts).map((text) => `"${text}"`).join("&")}`;
}

/** The sheets that a formula of the name tells of. No sheet has "/" in its name. */
export function unfinishedSheets(formula: string): readonly string[] {
  return formula.replace(/^="?/u, "").replace(/"$/u, "").replaceAll('"&"/', "/").replaceAll('""', '"').split("/").filter((sheet) => sheet !== "");
}
