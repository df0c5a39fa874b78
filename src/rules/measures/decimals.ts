import type { CellInput } from "../../registers/cell.js";
import { asPercentage, decimalsOf } from "../../registers/values/formatting.js";
import { typedText } from "../../registers/values/reading.js";

/** Beyond this, decimals of a number in General format are what a division left, not what somebody wrote. */
const MOST_DECIMALS = 4;

/**
 * How many decimals an outcome or target was written with, so that a report prints it alike: those of the text as typed, those of
 * the cell's number format, or, where the format says nothing, those that the number needs. `value` is as stored (0.055).
 */
export function decimalsAsWritten(cell: CellInput | undefined, value: number, percent: boolean): number {
  if (typeof cell?.value === "string") return decimalsOfText(typedText(cell));
  const shown = cell === undefined ? undefined : decimalsOfFormat(cell.numberFormat);
  // Excel itself gives a cell 0.00% as soon as somebody types 5,5 %: those two decimals are nobody's choice.
  if (shown !== undefined && cell?.numberFormat !== "0.00%") return shown;
  return Math.min(decimalsOf(percent ? asPercentage(value) : value), shown ?? MOST_DECIMALS, MOST_DECIMALS);
}

/** The most decimals of any number in the text: both ends of "85–90,5 %" are printed alike. */
function decimalsOfText(text: string): number {
  let most = 0;
  for (const [, decimals = ""] of text.matchAll(/\d[.,](\d+)/gu)) most = Math.max(most, decimals.length);
  return most;
}

/** A workbook has few formats, and every outcome has one. */
const known = new Map<string, number | undefined>();

/** Decimals of an English number format's first section; `undefined` when the code leaves them to the number ("General", "@"). */
function decimalsOfFormat(code: string): number | undefined {
  if (!known.has(code)) known.set(code, decimalsAnew(code));
  return known.get(code);
}

function decimalsAnew(code: string): number | undefined {
  const section = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/gu, "").split(";")[0] ?? "";
  if (!/[0#?]/u.test(section)) return undefined;
  return /\.([0#?]+)/u.exec(section)?.[1]?.length ?? 0;
}
