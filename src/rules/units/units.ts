import type { Enhet, RegisterContents } from "../../registers/registers.js";
import { folded } from "../../registers/values/reading.js";
import { byReportOrder } from "../goals/goalTree.js";

/** The committees and units of a workbook, who is above whom, and how they are named. */
export interface Units {
  /** True when `unit` is `above` itself or lies somewhere below it. Cycles in Överordnad end the search. */
  isWithin(unit: string, above: string): boolean;
  /** The units above one, the nearest first, by their folded codes; a cycle in Överordnad ends them, and nobody is above itself. */
  above(unit: string): readonly string[];
  same(a: string | null, b: string | null): boolean;
  /** Whether the unit stands in Enheter. */
  isKnown(unit: string): boolean;
  /** Whether it is somebody else to compare with, such as the whole country: it answers for nothing and is counted in nothing. */
  isComparison(unit: string | null): boolean;
  /** Whether it is the council, under which the whole municipality lies also where Överordnad does not say so. */
  isCouncil(unit: string | null): boolean;
  /** Compares by Ordning in Enheter, then code; a unit that is not there comes after those with an Ordning, and no unit last. */
  byOrder(a: string | null, b: string | null): number;
}

/** Whether two codes are of one unit, however they are written; nobody is the same as nobody. */
export function sameUnit(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && folded(a) === folded(b));
}

export function unitsOf(contents: RegisterContents): Units {
  const parents = new Map<string, string>();
  const places = new Map<string, { readonly id: string; readonly ordning: number | null; readonly typ: Enhet["typ"] }>();
  for (const { values } of contents.enheter?.rows ?? []) {
    if (!places.has(folded(values.kod))) places.set(folded(values.kod), { id: values.kod, ordning: values.ordning, typ: values.typ });
    if (values.overordnad !== null && !parents.has(folded(values.kod))) parents.set(folded(values.kod), folded(values.overordnad));
  }
  const comparisons = new Set([...places].flatMap(([code, { typ }]) => (typ === "Jämförelse" ? [code] : [])));
  const fromUnitUp = (unit: string): ReadonlySet<string> => {
    const passed = new Set<string>();
    for (let at: string | undefined = folded(unit); at !== undefined && !passed.has(at); at = parents.get(at)) passed.add(at);
    return passed;
  };
  return {
    isWithin: (unit, above) => folded(unit) === folded(above) || fromUnitUp(unit).has(folded(above)),
    above: (unit) => [...fromUnitUp(unit)].slice(1),
    isKnown: (unit) => places.has(folded(unit)),
    isComparison: (unit) => comparisons.size > 0 && unit !== null && comparisons.has(folded(unit)),
    isCouncil: (unit) => unit !== null && places.get(folded(unit))?.typ === "Fullmäktige",
    byOrder: (a, b) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      const placeOf = (unit: string) => places.get(folded(unit)) ?? { id: unit, ordning: null };
      return byReportOrder(placeOf(a), placeOf(b));
    },
    same: sameUnit,
  };
}
