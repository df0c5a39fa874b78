import { alikeBy } from "../alike.js";
import { anyRegister } from "../column.js";
import type { Finding } from "../finding.js";
import { finding } from "../messages.js";
import type { Register } from "../register.js";
import type { ColumnValue } from "../schema.js";
import { folded } from "../values/reading.js";
import type { Directory } from "./directory.js";
import type { Draft, DraftRow } from "./draft.js";
import { addressIn, type Directories } from "./lookUps.js";

/**
 * Rows with the same key as an earlier row. Parts are compared without case and spaces around; an empty part equals an empty part.
 * @param own the register's own ids, where they are its key
 */
export function duplicates(draft: Draft, rows: readonly DraftRow[], own: Directory | undefined): Finding[] {
  const { register } = draft;
  // As many ids as rows: none has two.
  if (own !== undefined && own.ids.size === draft.rows.length + draft.incomplete.length) return [];
  const [key] = register.uniqueBy;
  if (key === undefined) return [];
  const comparable = comparables();
  // Part by part: of most rows the first is enough.
  let alike: readonly (readonly DraftRow[])[] = [rows];
  for (const part of register.uniqueBy) alike = alike.flatMap((some) => alikeBy(some, ({ values }) => comparable(values[part] ?? null)));
  const repeated = alike.flatMap(([first, ...others]) => (first === undefined ? [] : others.map((row) => ({ row, first }))));
  return repeated.sort((a, b) => a.row.row - b.row.row).map(({ row, first }) => {
    const about = {
      headers: register.uniqueBy.map((part) => register.columns[part]?.header ?? part),
      key: register.uniqueBy.map((part) => String(row.cells[part]?.value ?? "")).filter((text) => text.trim() !== "").join(", "),
      rows: [first.row + 1, row.row + 1] as const,
    };
    return finding("rad.dubblett", about, { register: register.table, at: addressIn(draft, row, key), column: register.columns[key]?.header });
  });
}

/** A short text for each value of a key: the same for values that are the same. Rows of one period share it as it was read. */
function comparables(): (value: ColumnValue | null) => string {
  const known = new Map<ColumnValue, string>();
  const nth = new Map<string, string>();
  return (value) => {
    if (typeof value === "string") return folded(value);
    if (value === null) return "";
    const before = known.get(value);
    if (before !== undefined) return before;
    const written = JSON.stringify(value);
    const text = nth.get(written) ?? String(nth.size);
    nth.set(written, text);
    known.set(value, text);
    return text;
  };
}

/** Where an id stands that another register has already. */
export function idsInSeveralRegisters(drafts: readonly Draft[], directories: Directories): Finding[] {
  const owning = drafts.filter(({ register }) => register.ownsIds === true);
  const apart = owning.reduce((sum, { register }) => sum + (directories.get(register.key)?.ids.size ?? 0), 0);
  if (directories.get(anyRegister)?.ids.size === apart) return [];

  const owners = new Map<string, { readonly register: Register; readonly row: number }>();
  const findings: Finding[] = [];
  for (const draft of owning) {
    const { register } = draft;
    const [key = ""] = register.uniqueBy;
    for (const row of draft.rows) {
      const id = row.values[key];
      if (typeof id !== "string") continue;
      const folding = folded(id);
      const owner = owners.get(folding);
      if (owner === undefined) owners.set(folding, { register, row: row.row });
      else if (owner.register !== register) {
        const about = { id, here: { sheet: register.sheet, row: row.row + 1 }, there: { sheet: owner.register.sheet, row: owner.row + 1 } };
        findings.push(finding("id.upptaget", about, { register: register.table, at: addressIn(draft, row, key), column: register.columns[key]?.header }));
      }
    }
  }
  return findings;
}
