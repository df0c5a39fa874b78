import type { RegisterContents } from "../registers/registers.js";
import { folded } from "../registers/values/reading.js";

/** The committees and units of a workbook, who is above whom, and how they are named. */
export interface Units {
  /** True when `unit` is `above` itself or lies somewhere below it. Cycles in Överordnad end the search. */
  isWithin(unit: string, above: string): boolean;
  same(a: string | null, b: string | null): boolean;
}

export function unitsOf(contents: RegisterContents): Units {
  const parents = new Map<string, string>();
  for (const { values } of contents.enheter?.rows ?? []) {
    if (values.overordnad !== null && !parents.has(folded(values.kod))) parents.set(folded(values.kod), folded(values.overordnad));
  }
  return {
    isWithin(unit, above) {
      const wanted = folded(above);
      const passed = new Set<string>();
      for (let at: string | undefined = folded(unit); at !== undefined && !passed.has(at); at = parents.get(at)) {
        if (at === wanted) return true;
        passed.add(at);
      }
      return false;
    },
    same: (a, b) => a === b || (a !== null && b !== null && folded(a) === folded(b)),
  };
}
