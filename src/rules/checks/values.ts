import type { Finding } from "../../registers/finding.js";
import { formatNumberSv, formatPercentSv } from "../../registers/values/formatting.js";
import { typedText } from "../../registers/values/reading.js";
import { decimalsAsWritten } from "../measures/decimals.js";
import type { MeasureRow } from "../goals/goalTree.js";
import { readMeaning, unclear, unitOfMeasure, type Entry, type MeasureUnit, type ReadMeaning } from "../measures/meaning.js";
import { unitOfRow } from "../measures/measureResults.js";
import { ruleFinding, type Place } from "../messages.js";
import { printMeaning } from "../measures/printing.js";
import { inMatt, inUtfall, type CheckContext } from "./context.js";

/**
 * What each outcome and target means in its measure: bare numbers taken for percentages and money counted into the measure's unit (upplysning, with
 * the number to write), and values that could mean two things or do not suit the unit (fel). Source: model.md, Reading what people type.
 */
export function valuesSuitTheirMeasure(context: CheckContext): Finding[] {
  const { contents, outcomes } = context;
  const findings: Finding[] = [];
  const look = (entry: Entry, unit: MeasureUnit, place: () => Place) => {
    const found = valueFinding(entry, unit, place);
    if (found !== undefined) findings.push(found);
  };
  for (const measure of contents.matt?.rows ?? []) {
    const unit = unitOfTargets(measure);
    for (const key of ["malvarde", "malvardeTill", "startvarde"] as const) {
      const quantity = measure.values[key];
      if (quantity !== null) look({ quantity, cell: measure.cells[key] }, unit, () => inMatt(context, measure, key));
    }
  }
  for (const row of contents.utfall?.rows ?? []) {
    const measure = outcomes.measureOf(row);
    if (measure === undefined) continue;
    const unit = unitOfRow(measure, row);
    for (const key of ["utfall", "kvinnor", "man", "malvarde"] as const) {
      const quantity = row.values[key];
      if (quantity !== null) look({ quantity, cell: row.cells[key] }, unit, () => inUtfall(context, row, key));
    }
  }
  return findings;
}

function unitOfTargets(measure: MeasureRow): MeasureUnit {
  return unitOfMeasure(measure.values.mattenhet, [{ quantity: measure.values.malvarde, cell: measure.cells.malvarde }]);
}

function valueFinding(entry: Entry, unit: MeasureUnit, placeOf: () => Place): Finding | undefined {
  const { cell, quantity } = entry;
  if (cell === undefined || quantity === null) return undefined;
  const read = readMeaning(entry, unit);
  if (read.assumed === null && read.meaning.kind !== "unclear") return undefined;
  const place = placeOf();
  const typed = typeof cell.value === "number" ? formatNumberSv(cell.value) : typedText(cell);
  const header = place.column;
  if (read.assumed !== null) {
    const ruleId = read.assumed === "percent" ? "varde.procent-antaget" : "varde.omraknat";
    return ruleFinding(ruleId, { header, typed, printed: printMeaning(read.meaning) }, { ...place, fix: fixOf(read, place) });
  }
  if (read.meaning.kind !== "unclear") return undefined;
  switch (read.meaning.ruleId) {
    case unclear.percentAmbiguous: {
      if (quantity.kind !== "number") return undefined;
      const decimals = decimalsAsWritten(undefined, quantity.value, false);
      const about = { header, typed, asShare: formatPercentSv(quantity.value), asPercentage: formatPercentSv(quantity.value / 100, decimals) };
      return ruleFinding("varde.procent-tvetydig", about, place);
    }
    case unclear.percentInOtherUnit: {
      const printed = quantity.kind === "number" ? formatPercentSv(quantity.value) : typed;
      return ruleFinding("varde.procent-i-annan-enhet", { header, typed: printed, unit }, place);
    }
    case unclear.unitDiffers:
      return ruleFinding("varde.enhet-avviker", { header, typed, unit: unit ?? "" }, place);
    case unclear.yesNoExpected:
      return ruleFinding("varde.ja-nej-vantat", { header, typed }, place);
    case unclear.numberExpected:
      return ruleFinding("varde.tal-vantat", { header, typed, unit }, place);
    default:
      return undefined;
  }
}

/** The number as it was meant. An interval stays: its two ends belong in two cells. */
function fixOf({ meaning }: ReadMeaning, { at }: Place): Place["fix"] {
  if (meaning.kind !== "amount" || at === undefined) return undefined;
  const { value, percent, decimals } = meaning.amount;
  const places = decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
  return { cells: [{ at, value, numberFormat: percent ? `${places}%` : "General" }] };
}
