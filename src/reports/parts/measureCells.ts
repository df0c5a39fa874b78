import { formatNumberSv, formatPercentSv } from "../../registers/values/formatting.js";
import { displayPercent } from "../../rules/measures/attainment.js";
import type { Amount, Meaning, MeasureResult } from "../../rules/measures/results.js";
import type { ReportCell } from "../document.js";
import { measureScale } from "../scales.js";

const UNCLEAR = "Det som står i registret går inte att tolka säkert.";

/** A cell of running text; nothing to print when the text is blank. */
export function textCell(text: string | null): ReportCell {
  return text === null || text.trim() === "" ? { kind: "empty" } : { kind: "text", text };
}

/** A whole number of something. */
export function countCell(value: number): ReportCell {
  return { kind: "number", value, decimals: 0 };
}

/** An outcome or a target as its unit wrote it: typed decimals are kept, an interval is text, and what is missing is empty, never 0. */
export function meaningCell(meaning: Meaning, missing: string): ReportCell {
  switch (meaning.kind) {
    case "amount":
      return amountCell(meaning.amount);
    case "interval":
      return textCell(intervalText(meaning.from, meaning.to));
    case "yesNo":
      return textCell(meaning.value ? "Ja" : "Nej");
    case "text":
      return textCell(meaning.text);
    case "missing":
      return { kind: "empty", reason: missing };
    case "unclear":
      return { kind: "empty", reason: UNCLEAR };
  }
}

function amountCell({ value, percent, decimals, unit }: Amount): ReportCell {
  if (percent) return { kind: "percent", value, decimals };
  return { kind: "number", value, decimals, ...(unit === null ? {} : { unit }) };
}

/** "85–90 %": the unit once, after both bounds. */
function intervalText(from: Amount, to: Amount): string {
  const decimals = Math.max(from.decimals, to.decimals);
  const lower = from.percent ? formatPercentSv(from.value, decimals).replace(/\s*%$/u, "") : formatNumberSv(from.value, decimals);
  const upper = to.percent ? formatPercentSv(to.value, decimals) : `${formatNumberSv(to.value, decimals)}${to.unit === null ? "" : ` ${to.unit}`}`;
  return `${lower}–${upper}`.replaceAll("\u00A0", " ");
}

/** Måluppfyllelse in whole percent, or empty with the reason. `tak100` prints at most 100 %. */
export function attainmentCell({ attainment, status }: MeasureResult, tak100: boolean): ReportCell {
  if (attainment.value === null) return { kind: "empty", reason: attainment.reason };
  return wholePercentCell(tak100 ? Math.min(1, attainment.value) : attainment.value, status === "Uppnått");
}

/**
 * A fraction in whole percent. What is not met never prints as 100 % (99,6 % prints as 99 %): where plain rounding would say otherwise, the cell
 * holds the percentage that is printed.
 */
export function wholePercentCell(fraction: number, met: boolean): ReportCell {
  const printed = displayPercent(fraction, met) / 100;
  return { kind: "percent", value: formatPercentSv(fraction, 0) === formatPercentSv(printed, 0) ? fraction : printed, decimals: 0 };
}

export function statusCell(result: MeasureResult): ReportCell {
  if (result.status === null) return { kind: "empty", reason: UNCLEAR };
  return { kind: "status", scale: measureScale.name, word: result.status };
}
