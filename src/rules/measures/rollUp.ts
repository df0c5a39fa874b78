import { asPercentage, decimalsOf } from "../../registers/values/formatting.js";
import { folded } from "../../registers/values/reading.js";
import type { MeasureRow } from "../goals/goalTree.js";
import type { MeasureUnit } from "./meaning.js";
import type { Amount, WayOfRollUp } from "./results.js";
import type { Units } from "../units/units.js";

/** What is not counted in whole things has no sum: two shares of 60 % are not 120 %. */
const WITHOUT_SUM: ReadonlySet<MeasureUnit> = new Set(["%", "procentenheter", "index"]);
const NO_FIGURES: ReadonlySet<MeasureUnit> = new Set(["text", "Ja/Nej"]);

/** The measure's Sammanvägning, where it is one that puts outcomes together. */
export function wayOfRollUp({ values: { sammanvagning } }: MeasureRow): WayOfRollUp | null {
  return sammanvagning === "Redovisas inte" ? null : sammanvagning;
}

/** Whether outcomes counted in the unit can be put together in the way. */
export function canBeRolledUp(way: WayOfRollUp, unit: MeasureUnit): boolean {
  return !NO_FIGURES.has(unit) && !(way === "Summa" && WITHOUT_SUM.has(unit));
}

/**
 * What the amounts, all in one unit, come to; undefined where there are none. A mean weighs each alike, and has a decimal more than they have where it needs one. The order
 * does not matter, to the last bit.
 */
export function rolledUpAmount(way: WayOfRollUp, amounts: readonly Amount[]): Amount | undefined {
  const inOrder = [...amounts].sort((a, b) => a.value - b.value);
  const [smallest] = inOrder;
  const largest = inOrder.at(-1);
  if (smallest === undefined || largest === undefined || inOrder.length === 1) return smallest;
  if (way === "Minsta") return smallest;
  if (way === "Största") return largest;
  const decimals = Math.max(...amounts.map((amount) => amount.decimals));
  const sum = withoutNoise(inOrder.reduce((total, { value }) => total + value, 0));
  if (way === "Summa") return { ...smallest, value: sum, decimals };
  const mean = withoutNoise(sum / inOrder.length);
  return { ...smallest, value: mean, decimals: decimalsOf(smallest.percent ? asPercentage(mean) : mean) > decimals ? decimals + 1 : decimals };
}

/** 0.1 + 0.2 is 0.30000000000000004 in binary. */
function withoutNoise(value: number): number {
  return Number(value.toPrecision(15));
}

/** Whose outcomes are counted, and who should have had one: each with the codes as given. */
export interface CountedUnits {
  readonly counted: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Of the units below one, those whose outcomes together are its own. No outcome is counted twice: a committee's own stands for the units below it, and a committee
 * without one is the units below it. What is missing is never counted as 0, and is named at the lowest level that reports.
 * @param below Those that have reported or should have, each once.
 * @param answered Those of them that have an outcome.
 */
export function countedUnits(units: Pick<Units, "above">, below: readonly string[], answered: readonly string[]): CountedUnits {
  const having = new Set(answered.map(folded));
  // Of units in a circle, which is a finding, none is above another.
  const aboveOf = (unit: string) => units.above(unit).filter((above) => !units.above(above).includes(folded(unit)));
  const isBelowAnAnswer = (unit: string) => aboveOf(unit).some((above) => having.has(above));
  const withUnitsBelow = new Set(below.flatMap(aboveOf));
  return {
    counted: answered.filter((unit) => !isBelowAnAnswer(unit)),
    missing: below.filter((unit) => !having.has(folded(unit)) && !isBelowAnAnswer(unit) && !withUnitsBelow.has(folded(unit))),
  };
}
