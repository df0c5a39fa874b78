import { dayText, formatDay, formatNumberSv, formatPercentSv, formatWithUnitSv } from "../../registers/values/formatting.js";
import type { CellValue } from "../../registers/cell.js";
import { isDateFormat, isPercentFormat } from "../../registers/values/numberFormat.js";
import type { ReportCell } from "../document.js";
import { statusText } from "../scales.js";

/** Plain spaces in place of hard ones: a terminal, a search and a test find "5,5 %" as a person types it. */
function withPlainSpaces(text: string): string {
  return text.replaceAll("\u00A0", " ");
}

/** A cell as it is printed in Sweden, with plain spaces: "5,5 %", "2 400 tkr", "2019-01-22", "● Uppnått"; "" when there is nothing. */
export function printedText(cell: ReportCell): string {
  switch (cell.kind) {
    case "text":
      return cell.text;
    case "number":
      return withPlainSpaces(
        cell.unit === undefined ? formatNumberSv(cell.value, cell.decimals) : formatWithUnitSv(cell.value, cell.unit, cell.decimals),
      );
    case "percent":
      return withPlainSpaces(formatPercentSv(cell.value, cell.decimals));
    case "date":
      return dayText(cell.value);
    case "status":
      return statusText(cell.scale, cell.word);
    case "empty":
      return "";
  }
}

/** What a sheet's cell shows in Sweden, near enough for a person to know it by: "5,5 %", "2019-01-22", "2 400", "SANT". */
export function shownText(value: CellValue, numberFormat = "General"): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "SANT" : "FALSKT";
  const shown = isDateFormat(numberFormat) ? formatDay(value) : isPercentFormat(numberFormat) ? formatPercentSv(value) : undefined;
  return withPlainSpaces(shown ?? formatNumberSv(value));
}

/** Texts one after another in a sentence, "a; b; c": the full stop of one is no end of the sentence. */
export function inARow(texts: readonly string[]): string {
  return texts.map((text, index) => (index < texts.length - 1 ? text.replace(/[\s.]+$/u, "") : text)).join("; ");
}
