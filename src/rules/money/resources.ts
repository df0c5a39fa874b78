import type { RegisterRow } from "../../registers/register.js";
import type { Registers, Resurs } from "../../registers/registers.js";
import { folded } from "../../registers/values/reading.js";
import { append } from "../goals/goalTree.js";
import type { Workbook } from "../measures/measureResults.js";
import type { Units } from "../units/units.js";

export type ResourceRow = RegisterRow<Registers["resurser"]>;
export type ResourceType = Resurs["typ"];

/** What changes the money that a committee has to run things with, in the order of the list. Source: R16. */
export const frameTypes = ["Varaktig ramjustering", "Ramökning"] as const satisfies readonly ResourceType[];

const MONEY: ReadonlySet<ResourceType> = new Set([...frameTypes, "Investering"]);

/** Whether a resource is money, and not posts. */
export function isMoney(typ: ResourceType): boolean {
  return MONEY.has(typ);
}

/** Money or posts, with what its row leaves to what it concerns. */
export interface Resource {
  readonly row: ResourceRow;
  /** Its own Enhet or, when blank, who leads the assignment or owns the goal that it concerns. */
  readonly unit: string | null;
  /** Its own År or, when blank, that of the assignment it concerns. */
  readonly year: number | null;
}

const swedish = new Intl.Collator("sv");

/** Every resource in report order: year, type as in the list, unit as in Enheter, then amount and words, so that where it stands on the sheet does not matter. */
export function resourcesInOrder(workbook: Workbook): readonly Resource[] {
  const { contents, units } = workbook;
  const types = contents.resurser?.register.columns.typ.values ?? [];
  return (contents.resurser?.rows ?? [])
    .map((row) => resourceOf(workbook, row))
    .sort(
      (a, b) =>
        (a.year ?? Infinity) - (b.year ?? Infinity) ||
        types.indexOf(a.row.values.typ) - types.indexOf(b.row.values.typ) ||
        units.byOrder(a.unit, b.unit) ||
        (b.row.values.belopp ?? 0) - (a.row.values.belopp ?? 0) ||
        (b.row.values.arsarbetare ?? 0) - (a.row.values.arsarbetare ?? 0) ||
        swedish.compare(a.row.values.beskrivning ?? "", b.row.values.beskrivning ?? "") ||
        a.row.row - b.row.row,
    );
}

/** A row of Resurser with its unit and year. */
export function resourceOf({ subjects }: Pick<Workbook, "subjects">, row: ResourceRow): Resource {
  const { avser, enhet, ar } = row.values;
  const subject = avser === null ? undefined : subjects.find(avser);
  return {
    row,
    unit: enhet ?? (subject === undefined ? null : subjects.ownerOf(subject)),
    year: ar ?? (subject?.kind === "assignment" ? subject.row.values.ar : null),
  };
}

/** Resources by the folded id of what they concern, each list in the order given. */
export function resourcesBySubject(resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
  const bySubject = new Map<string, Resource[]>();
  for (const resource of resources) {
    const { avser } = resource.row.values;
    if (avser !== null) append(bySubject, folded(avser), resource);
  }
  return bySubject;
}

/** Sums of money in tkr. */
export interface MoneySum {
  readonly byType: ReadonlyMap<ResourceType, number>;
  readonly total: number;
}

export interface MoneySums extends MoneySum {
  /** In the order of Enheter; money that nobody is known to get comes last, under `null`. */
  readonly units: readonly (MoneySum & { readonly unit: string | null })[];
}

/** What each unit gets, by type and in all. What has no amount is left out. The units' sums are the whole, to the krona. Source: R18. */
export function sumMoney(resources: readonly Resource[], units: Pick<Units, "byOrder">): MoneySums {
  const paid = resources.filter(({ row }) => isMoney(row.values.typ) && row.values.belopp !== null);
  const byUnit = new Map<string | null, { readonly unit: string | null; readonly own: Resource[] }>();
  for (const resource of paid) {
    const key = resource.unit === null ? null : folded(resource.unit);
    const known = byUnit.get(key);
    if (known === undefined) byUnit.set(key, { unit: resource.unit, own: [resource] });
    else known.own.push(resource);
  }
  return {
    ...sumOf(paid),
    units: [...byUnit.values()].sort((a, b) => units.byOrder(a.unit, b.unit)).map(({ unit, own }) => ({ unit, ...sumOf(own) })),
  };
}

function sumOf(resources: readonly Resource[]): MoneySum {
  const byType = new Map<ResourceType, number>();
  for (const { row } of resources) byType.set(row.values.typ, (byType.get(row.values.typ) ?? 0) + kronor(row));
  return {
    byType: new Map([...byType].map(([typ, sum]) => [typ, sum / KRONOR_IN_TKR])),
    total: [...byType.values()].reduce((sum, each) => sum + each, 0) / KRONOR_IN_TKR,
  };
}

const KRONOR_IN_TKR = 1000;

/** Whole kronor add up without the last bits that fractions leave. */
function kronor({ values }: ResourceRow): number {
  return Math.round((values.belopp ?? 0) * KRONOR_IN_TKR);
}
