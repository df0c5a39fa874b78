import { addressText } from "../../registers/address.js";
import { isTextList } from "../../registers/reading/lookUps.js";
import type { Register } from "../../registers/register.js";
import { registers } from "../../registers/registers.js";
import type { ColumnValue } from "../../registers/schema.js";
import { folded } from "../../registers/values/reading.js";
import type { BroughtRow } from "../../updating/broughtRow.js";
import { planUpdate } from "../../updating/planUpdate.js";
import type { UpdatePlan } from "../../updating/updatePlan.js";
import type { Standing } from "./lookAtSheets.js";

/**
 * What bringing the rows comes to, where nothing points at a row that is not brought: the ids of rows that lack what they need are not given to others, and what a sheet
 * reports of such a row stays out with it.
 */
export function planIntake(standing: Standing, brought: readonly BroughtRow[]): UpdatePlan {
  const { contents, settings } = standing;
  const plan = planUpdate(contents, settings, brought);
  const outside = rowsOutside(standing, brought, plan);
  if (outside.size === 0) return plan;
  const isOutside = idsOf(outside);
  // Reported on the same row of the sheet: the finding of that row tells of both.
  const places = new Set([...outside].map(({ origin }) => addressText(origin.at)));
  const cut: BroughtRow[] = [];
  const rest = brought.flatMap((row): readonly BroughtRow[] => {
    if (outside.has(row)) return [row];
    const values = Object.fromEntries(Object.entries(row.values).filter(([key, value]) => !pointsAt(row, key, value, isOutside)));
    if (Object.keys(values).length === Object.keys(row.values).length) return [row];
    cut.push(row);
    const register: Register = registers[row.register];
    return register.ownsIds !== true && places.has(addressText(row.origin.at)) ? [] : [{ ...row, values }];
  });
  // What now lacks its goal may be pointed at in its turn.
  return cut.length === 0 ? plan : planIntake(standing, rest);
}

/** Rows with an id of their own that neither stand in their register nor come to. */
function rowsOutside({ contents }: Standing, brought: readonly BroughtRow[], { added }: UpdatePlan): ReadonlySet<BroughtRow> {
  const standing = Object.values(contents).flatMap(({ rows, unusable }) => [...rows.map(({ values }) => ("id" in values ? values.id : null)), ...unusable.map(({ cells }) => cells["id"]?.value ?? null)]);
  const there = new Set([...standing, ...added.map(({ row }) => row.values["id"])].map((id) => (typeof id === "string" || typeof id === "number" ? folded(String(id)) : "")));
  return new Set(brought.filter(({ register: key, values: { id } }) => {
    const register: Register = registers[key];
    return register.ownsIds === true && typeof id === "string" && !there.has(folded(id));
  }));
}

function idsOf(rows: ReadonlySet<BroughtRow>): (id: string) => boolean {
  const ids = new Set([...rows].map(({ values: { id } }) => (typeof id === "string" ? folded(id) : "")));
  return (id) => ids.has(folded(id));
}

function pointsAt(row: BroughtRow, key: string, value: ColumnValue, isOutside: (id: string) => boolean): boolean {
  const register: Register = registers[row.register];
  const refersTo = register.columns[key]?.refersTo;
  if (refersTo === undefined || refersTo === registers.enheter.key) return false;
  return typeof value === "string" ? isOutside(value) : isTextList(value) && value.some(isOutside);
}
