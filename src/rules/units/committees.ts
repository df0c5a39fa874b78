import type { RegisterContents, Enhet } from "../../registers/registers.js";
import { folded } from "../../registers/values/reading.js";

/** Units of these types answer for what those below them do. */
const COMMITTEE_TYPES: ReadonlySet<Enhet["typ"]> = new Set(["Fullmäktige", "Styrelse", "Nämnd", "Utskott", "Bolag"]);

/**
 * The committee that a unit belongs to: itself or the nearest one above it. A unit without one is its own, and no unit has none. Source: issue 6 (roll-up: unit, committee,
 * municipality).
 */
export function committeesOf({ enheter }: RegisterContents): (unit: string | null) => string | null {
  const units = new Map<string, Enhet>();
  for (const { values } of enheter?.rows ?? []) if (!units.has(folded(values.kod))) units.set(folded(values.kod), values);
  return (unit) => {
    if (unit === null) return null;
    const passed = new Set<Enhet>();
    for (let at = units.get(folded(unit)); at !== undefined && !passed.has(at); at = at.overordnad === null ? undefined : units.get(folded(at.overordnad))) {
      if (COMMITTEE_TYPES.has(at.typ)) return at.kod;
      passed.add(at);
    }
    return units.get(folded(unit))?.kod ?? unit;
  };
}
