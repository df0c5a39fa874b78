import type { RegisterContents } from "../../registers/registers.js";
import type { Workbook } from "../../rules/measures/measureResults.js";
import { folded } from "../../registers/values/reading.js";
import { onceFor } from "../../rules/onceFor.js";

/** The name of a unit by its code, as it stands in Enheter; a code that is not there is its own name. */
export type UnitNames = (unit: string) => string;

export function unitNamesOf({ contents }: Pick<Workbook, "contents">): UnitNames {
  return namesIn(contents);
}

/** Each goal of a report asks for the names of its units. */
const namesIn = onceFor((contents: RegisterContents): UnitNames => {
  const names = new Map<string, string>();
  for (const { values } of contents.enheter?.rows ?? []) {
    if (!names.has(folded(values.kod))) names.set(folded(values.kod), values.namn);
  }
  return (unit) => names.get(folded(unit)) ?? unit;
});
