import { folded } from "../../registers/values/reading.js";
import { committeesOf } from "../../rules/units/committees.js";
import { append } from "../../rules/goals/goalTree.js";
import type { Workbook } from "../../rules/measures/measureResults.js";
import { unitNamesOf } from "../parts/unitNames.js";

/** Things of one committee or unit, under its name. */
export interface Group<Item> {
  readonly name: string;
  readonly items: readonly Item[];
}

/** How the overview of a workbook is divided. */
export interface UnitGroups {
  /** Header of the column of names. */
  readonly header: "Nämnd" | "Enhet";
  /** By the units' order in Enheter; what has no unit comes last. */
  of<Item>(items: readonly Item[], unitOf: (item: Item) => string | null): readonly Group<Item>[];
}

/** By committee, with those below it, for the whole workbook, the council, and a committee that has none below it; else by the units themselves. */
export function unitGroupsOf(workbook: Workbook, chosen: string | null): UnitGroups {
  const committeeOf = committeesOf(workbook.contents);
  const { units, contents } = workbook;
  const isAlone = (unit: string) => units.same(committeeOf(unit), unit) && !(contents.enheter?.rows ?? []).some(({ values: { kod } }) => !units.same(kod, unit) && units.isWithin(kod, unit));
  const isByCommittee = chosen === null || units.isCouncil(chosen) || isAlone(chosen);
  const groupOf = (unit: string | null) => (isByCommittee ? committeeOf(unit) : unit);
  const names = unitNamesOf(workbook);
  return {
    header: isByCommittee ? "Nämnd" : "Enhet",
    of: (items, unitOf) => {
      const byUnit = new Map<string | null, (typeof items)[number][]>();
      const codes = new Map<string | null, string | null>();
      for (const item of items) {
        const unit = groupOf(unitOf(item));
        const key = unit === null ? null : folded(unit);
        if (!codes.has(key)) codes.set(key, unit);
        append(byUnit, key, item);
      }
      return [...byUnit]
        .map(([key, own]) => ({ unit: codes.get(key) ?? null, own }))
        .sort((a, b) => units.byOrder(a.unit, b.unit))
        .map(({ unit, own }) => ({ name: unit === null ? (isByCommittee ? "Utan nämnd" : "Utan enhet") : names(unit), items: own }));
    },
  };
}
