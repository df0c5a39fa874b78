import { registers, type RegisterKey } from "../registers/registers.js";
import type { Register } from "../registers/register.js";
import type { BroughtRow } from "./broughtRow.js";
import type { RegisterPlan } from "./byKey.js";
import { keyInWords, type Values } from "./rowKey.js";
import { comparable } from "./sameValue.js";
import type { Standing, StandingRow } from "./standing.js";

/**
 * What bringing rows to a register comes to, where rows may be alike: as many rows as say the same are there already, each counted once; the others are new. A row that says no more
 * than is brought is taken first, then one where somebody has filled in more. Time grows with the rows, times the ways in which they are filled in.
 */
export function planAmongAlike(key: RegisterKey, standing: Standing, brought: readonly BroughtRow[]): RegisterPlan {
  const register: Register = registers[key];
  const inputs = Object.keys(register.columns).filter((name) => standing.columnAt[name] !== undefined && register.columns[name]?.kind !== "calculated");
  const free = new Set(standing.rows);
  const left: { readonly row: BroughtRow; readonly text: string }[] = [];
  const same = new Set<BroughtRow>();
  const whole = rowsBy(register, inputs, standing.rows);
  for (const row of brought) {
    const text = asText(register, inputs, row.values);
    if (take(whole, text, free)) same.add(row);
    else left.push({ row, text });
  }
  const partly = new Map<string, RowsByText>();
  // By what they say, so that the order they were brought in does not matter.
  const filledMost = left.sort((a, b) => Object.keys(b.row.values).length - Object.keys(a.row.values).length || (a.text < b.text ? -1 : 1));
  for (const { row } of filledMost) {
    const filled = inputs.filter((name) => name in row.values);
    const index = partly.get(filled.join()) ?? rowsBy(register, filled, standing.rows);
    partly.set(filled.join(), index);
    if (take(index, asText(register, filled, row.values), free)) same.add(row);
  }
  const words = (row: BroughtRow) => keyInWords(register, row.values);
  return {
    added: brought.filter((row) => !same.has(row)).map((row) => ({ row, key: words(row) })),
    changed: [],
    unchanged: brought.filter((row) => same.has(row)).map((row) => ({ register: key, key: words(row) })),
    findings: [],
  };
}

type RowsByText = ReadonlyMap<string, StandingRow[]>;

function rowsBy(register: Register, columns: readonly string[], rows: readonly StandingRow[]): RowsByText {
  const byText = new Map<string, StandingRow[]>();
  // Taken from the end, so the upper rows are put in last.
  for (const row of [...rows].reverse()) {
    const text = asText(register, columns, row.values);
    const same = byText.get(text);
    if (same === undefined) byText.set(text, [row]);
    else same.push(row);
  }
  return byText;
}

function take(index: RowsByText, text: string, free: Set<StandingRow>): boolean {
  const rows = index.get(text) ?? [];
  for (let row = rows.pop(); row !== undefined; row = rows.pop()) {
    if (free.delete(row)) return true;
  }
  return false;
}

function asText(register: Register, columns: readonly string[], values: Values): string {
  return JSON.stringify(
    columns.map((name) => {
      const column = register.columns[name];
      const value = values[name] ?? null;
      return column === undefined || value === null ? null : comparable(column, value);
    }),
  );
}
