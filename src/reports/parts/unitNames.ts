import type { Workbook } from "../../rules/measures/measureResults.js";
import { folded } from "../../registers/values/reading.js";

/** The name of a unit by its code, as it stands in Enheter; a code that is not there is its own name. */
export type UnitNames = (unit: string) => string;

export function unitNamesOf({ contents }: Pick<Workbook, "contents">): UnitNames {
  const names = new Map<string, string>();
  for (const { values } of contents.enheter?.rows ?? []) {
    if (!names.has(folded(values.kod))) names.set(folded(values.kod), values.namn);
  }
  return (unit) => names.get(folded(unit)) ?? unit;
}
