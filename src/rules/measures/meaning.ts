import type { CellInput } from "../../registers/cell.js";
import { isBlank, typedText } from "../../registers/values/reading.js";
import type { Quantity } from "../../registers/values/quantity.js";
import { decimalsAsWritten } from "./decimals.js";
import type { Amount, Meaning } from "./results.js";

/** What a measure counts in: its Måttenhet, or, where that is blank, what its outcome and target were written with. */
export type MeasureUnit = string | null;

/** An outcome or target as read, with its cell; the quantity is `null` when the cell is empty or could not be read. */
export interface Entry {
  readonly quantity: Quantity | null;
  readonly cell: CellInput | undefined;
}

/** A meaning, and what had to be taken for granted to give it: each is an upplysning with a fix. */
export interface ReadMeaning {
  readonly meaning: Meaning;
  /** "percent": a bare 60 was read as 60 %. "money": mnkr was counted into tkr or the like. */
  readonly assumed: "percent" | "money" | null;
}

/** Rules whose findings say why a value is unclear; the reader's own where the cell could not be read at all. */
export const unclear = {
  unreadable: "cell.olasbar",
  percentAmbiguous: "varde.procent-tvetydig",
  percentInOtherUnit: "varde.procent-i-annan-enhet",
  unitDiffers: "varde.enhet-avviker",
  yesNoExpected: "varde.ja-nej-vantat",
  numberExpected: "varde.tal-vantat",
  boundAsOutcome: "cell.text-for-tal",
  intervalUnexpected: "matt.intervall-ovantat",
  boundsReversed: "matt.granser-omvanda",
} as const;

/** What one of each money unit is worth in kronor. */
const KRONOR: ReadonlyMap<string, number> = new Map([["kr", 1], ["tkr", 1e3], ["mnkr", 1e6], ["mdkr", 1e9]]);

/** Units in which a count or an index is not given: "5 tkr" in a measure of antal is a mistake, "5 personer" is not. */
const NEVER_A_COUNT: ReadonlySet<string> = new Set([...KRONOR.keys(), "procentenheter", "index"]);

/**
 * The unit of a measure for one comparison. A blank Måttenhet takes it from what is compared: a percentage in either makes
 * both percentages, else the first unit word counts.
 */
export function unitOfMeasure(mattenhet: string | null, compared: readonly Entry[]): MeasureUnit {
  if (mattenhet !== null) return mattenhet;
  let word: string | null = null;
  for (const { quantity } of compared) {
    if (quantity === null || quantity.kind === "notMeasured") continue;
    if (quantity.kind === "yesNo") {
      word ??= "Ja/Nej";
      continue;
    }
    if (quantity.percent !== "none") return "%";
    word ??= quantity.unit;
  }
  return word;
}

/**
 * What an outcome or target means in a measure counted in `unit`. In a percent measure a bare number beyond ±1 is a percentage, 0
 * is 0 and between −1 and 1 it is unclear; a percentage elsewhere is unclear; money is counted into the measure's unit when
 * both units are known. What was typed but could not be read is unclear, never missing. Source: model.md, Reading what people type.
 */
export function readMeaning(entry: Entry, unit: MeasureUnit): ReadMeaning {
  const { quantity, cell } = entry;
  if (unit === "text") return certain(textMeaning(cell));
  if (quantity === null) return cell === undefined || isBlank(cell) ? certain({ kind: "missing" }) : doubtful(unclear.unreadable);
  switch (quantity.kind) {
    case "notMeasured":
      return certain({ kind: "missing" });
    case "yesNo":
      return unit === "Ja/Nej" ? certain({ kind: "yesNo", value: quantity.value }) : doubtful(unclear.numberExpected);
    case "number":
      return readNumbers(quantity.value, undefined, quantity, cell, unit);
    case "interval":
      return readNumbers(quantity.from, quantity.to, quantity, cell, unit);
  }
}

function certain(meaning: Meaning): ReadMeaning {
  return { meaning, assumed: null };
}

function doubtful(ruleId: string): ReadMeaning {
  return certain({ kind: "unclear", ruleId });
}

function textMeaning(cell: CellInput | undefined): Meaning {
  return cell === undefined || isBlank(cell) ? { kind: "missing" } : { kind: "text", text: typedText(cell) };
}

interface Written {
  readonly percent: "sign" | "format" | "none";
  readonly unit: string | null;
}

/** One number, or the two ends of an interval, which are always in the same unit. */
function readNumbers(from: number, to: number | undefined, written: Written, cell: CellInput | undefined, unit: MeasureUnit): ReadMeaning {
  if (unit === "Ja/Nej") return doubtful(unclear.yesNoExpected);
  const factor = unit === "%" ? percentFactor(Math.max(Math.abs(from), Math.abs(to ?? 0)), written) : plainFactor(written, unit);
  if (typeof factor === "string") return doubtful(factor);
  const amount = amountOf(from, factor, cell, unit);
  const meaning: Meaning = to === undefined ? { kind: "amount", amount } : { kind: "interval", from: amount, to: amountOf(to, factor, cell, unit) };
  return { meaning, assumed: factor === 1 ? null : unit === "%" ? "percent" : "money" };
}

/** A number as it counts; one that is multiplied has the decimals that it needs then, and not those that were written. */
function amountOf(value: number, factor: number, cell: CellInput | undefined, unit: MeasureUnit): Amount {
  const percent = unit === "%";
  const counted = factor === 1 ? value : Number((value * factor).toPrecision(15));
  return { value: counted, percent, decimals: decimalsAsWritten(factor === 1 ? cell : undefined, counted, percent), unit: wordAfter(unit) };
}

/** What a number in a percent measure is multiplied with, or the rule that says why nobody can know. `largest` is its size, or that of the larger end of an interval. */
function percentFactor(largest: number, written: Written): number | string {
  if (written.unit !== null) return unclear.unitDiffers;
  if (written.percent !== "none") return 1;
  if (largest === 0) return 1;
  return largest > 1 ? 0.01 : unclear.percentAmbiguous;
}

function plainFactor(written: Written, unit: MeasureUnit): number | string {
  if (written.percent !== "none") return unclear.percentInOtherUnit;
  const word = written.unit;
  if (word === null || unit === null || word === unit) return 1;
  const from = KRONOR.get(word);
  const to = KRONOR.get(unit);
  if (from !== undefined && to !== undefined) return from / to;
  if (unit === "antal" && !NEVER_A_COUNT.has(word)) return 1;
  if (unit === "index" && word === "poäng") return 1;
  return unclear.unitDiffers;
}

/** The word printed after a number; counts and indexes stand alone. */
function wordAfter(unit: MeasureUnit): string | null {
  return unit === null || unit === "%" || unit === "antal" || unit === "index" ? null : unit;
}
