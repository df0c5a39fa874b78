import { plainSpaces } from "../../registers/values/reading.js";

/** A sum of money in a text. */
export interface Amount {
  /** As written: "25 000 kr". */
  readonly text: string;
  /** In kronor. */
  readonly kronor: number;
}

const SUM = /(?<![\d.,])(\d{1,3}(?: \d{3})+|\d+)(?:,(\d+))? ?(kr|kronor|tkr|mnkr|mkr)(?!\p{L})/giu;
const KRONOR: Readonly<Record<string, number>> = { kr: 1, kronor: 1, tkr: 1_000, mnkr: 1_000_000, mkr: 1_000_000 };

export function amountsIn(text: string): readonly Amount[] {
  return [...plainSpaces(text).matchAll(SUM)].map(([written, whole = "", decimals = "0", unit = ""]) => ({
    text: written,
    kronor: Math.round(Number(`${whole.replaceAll(" ", "")}.${decimals}`) * (KRONOR[unit.toLowerCase()] ?? 1)),
  }));
}
