import type { Register } from "../registers/register.js";
import { registers, type RegisterContents, type RegisterKey } from "../registers/registers.js";
import { periodKey } from "../registers/values/period.js";
import { folded } from "../registers/values/reading.js";
import { append } from "../rules/goals/goalTree.js";
import type { BroughtRow } from "./broughtRow.js";
import { keyInWords, type Values } from "./rowKey.js";
import { placeOfRow, type Meaning, type Standing, type StandingRow } from "./standing.js";
import type { MissingRow } from "./updatePlan.js";

/**
 * The rows of a register that came from the sheets that are brought from now, and are not brought. A sheet of the same name in another file is the same sheet a year later where some of its
 * rows come again: every other file has a "Blad1". Rows of periods that nothing is brought of are left out: a sheet of T2 says nothing of T1.
 */
export function rowsNoLongerBrought(key: RegisterKey, standing: Standing, brought: readonly BroughtRow[], contents: RegisterContents, meaning: Meaning): readonly MissingRow[] {
  const register: Register = registers[key];
  const words = (values: Values) => keyInWords(register, meaning.withUnit(register, values));
  const cameFrom = new Map<string, { readonly file: string; readonly sheet: string; readonly keys: string[] }>();
  for (const { values } of contents.ursprung?.rows ?? []) {
    if (folded(values.register) !== folded(register.sheet)) continue;
    const [file, sheet] = [values.fil ?? "", values.blad ?? ""];
    const group = cameFrom.get(JSON.stringify([file, sheet])) ?? { file, sheet, keys: [] };
    cameFrom.set(JSON.stringify([file, sheet]), group);
    group.keys.push(folded(values.rad));
  }
  if (cameFrom.size === 0) return [];

  const now = new Set(brought.map(({ values }) => folded(words(values))));
  const sheets = new Set(brought.map(({ origin }) => origin.at.sheet));
  const exactly = new Set(brought.map(({ origin }) => JSON.stringify([origin.file, origin.at.sheet])));
  const gone = new Set(
    [...cameFrom].flatMap(([place, { sheet, keys }]) => {
      const isTheSame = exactly.has(place) || (sheets.has(sheet) && keys.some((one) => now.has(one)));
      return isTheSame ? keys.filter((one) => !now.has(one)) : [];
    }),
  );
  const periods = new Set(brought.map(({ values }) => periodOf(register, values)));
  const found = new Map<string, StandingRow[]>();
  for (const row of standing.rows) {
    const key = folded(words(row.values));
    if (gone.has(key) && periods.has(periodOf(register, row.values))) append(found, key, row);
  }
  return [...found.values()].flatMap(([row]) => (row === undefined ? [] : [{ register: key, key: words(row.values), at: placeOfRow(standing, row, register) }]));
}

/** Which of the periods that the register's rows are told apart by; 0 where they are not. */
function periodOf({ uniqueBy }: Register, { period }: Values): number {
  return uniqueBy.includes("period") && period !== undefined && period !== null && typeof period === "object" && "year" in period ? periodKey(period) : 0;
}
