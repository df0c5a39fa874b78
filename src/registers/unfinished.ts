/**
 * The defined name that stands in a workbook while registers are being made in it. Excel does not take back what a failed request had done; who finds the name
 * knows which half-made sheets are ours, and completes them.
 */
export const UNFINISHED = "Maltavla_under_arbete";

/** The name's formula: the sheets that are being made, as one text. */
export function unfinishedFormula(sheets: readonly string[]): string {
  return `="${sheets.join("/").replaceAll('"', '""')}"`;
}

/** The sheets that a formula of the name tells of. No sheet has "/" in its name. */
export function unfinishedSheets(formula: string): readonly string[] {
  return formula.replace(/^="?/u, "").replace(/"$/u, "").replaceAll('""', '"').split("/").filter((sheet) => sheet !== "");
}
