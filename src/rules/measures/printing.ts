import { formatNumberSv, formatPercentSv, formatWithUnitSv } from "../../registers/values/formatting.js";
import type { Amount, Meaning } from "./results.js";

/** A value as it was written: "5,5 %", "2 400 tkr", "1 250". */
export function printAmount({ value, percent, decimals, unit }: Amount): string {
  if (percent) return formatPercentSv(value, decimals);
  return unit === null ? formatNumberSv(value, decimals) : formatWithUnitSv(value, unit, decimals);
}

/** What an outcome or target says, in a message; empty for what says nothing. */
export function printMeaning(meaning: Meaning): string {
  switch (meaning.kind) {
    case "amount":
      return printAmount(meaning.amount);
    case "interval":
      return `${printAmount(meaning.from)}–${printAmount(meaning.to)}`;
    case "yesNo":
      return meaning.value ? "Ja" : "Nej";
    case "text":
      return meaning.text;
    case "missing":
    case "unclear":
      return "";
  }
}
