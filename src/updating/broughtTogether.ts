import { addressText } from "../registers/address.js";
import type { CellAddress } from "../registers/cell.js";
import type { Finding } from "../registers/finding.js";
import type { Register } from "../registers/register.js";
import type { ColumnValue } from "../registers/schema.js";
import type { BroughtRow, Origin } from "./broughtRow.js";
import { updateFinding } from "./messages.js";
import { keyInWords } from "./rowKey.js";
import { sameValue } from "./sameValue.js";
import { valueInWords } from "./valueInWords.js";

/** Brought rows of one key as one: of each column what the first that says anything says. */
export interface BroughtTogether {
  readonly row: BroughtRow;
  /** Where each value came from, by column key. */
  readonly origins: Readonly<Record<string, Origin>>;
}

/**
 * The rows of a register with those of the same key put together, in the order that they were brought; rows may then come from several sheets. What a later one says
 * otherwise than an earlier is a finding.
 */
export function broughtTogether(register: Register, rows: readonly BroughtRow[], identity: (row: BroughtRow) => string): { rows: readonly BroughtTogether[]; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const byKey = new Map<string, { row: BroughtRow; values: Record<string, ColumnValue>; origins: Record<string, Origin> }>();
  for (const row of rows) {
    const key = identity(row);
    const first = byKey.get(key);
    if (first === undefined) {
      const origins = Object.fromEntries(Object.keys(row.values).map((column) => [column, originOf(row, column)]));
      byKey.set(key, { row, values: { ...row.values }, origins });
      continue;
    }
    for (const [key, value] of Object.entries(row.values)) {
      const column = register.columns[key];
      const taken = first.values[key];
      if (column === undefined) continue;
      if (taken === undefined) {
        first.values[key] = value;
        first.origins[key] = originOf(row, key);
      } else if (!register.uniqueBy.includes(key) && !sameValue(column, taken, value)) {
        const about = {
          key: keyInWords(register, first.values), header: column.header, taken: valueInWords(column, taken), other: valueInWords(column, value),
          place: placeInWords(first.origins[key] ?? first.row.origin),
        };
        findings.push(updateFinding("uppdatering.motstridigt", about, { register: register.table, at: originOf(row, key).at, column: column.header }));
      }
    }
  }
  const together = [...byKey.values()].map(({ row, values, origins }) => {
    const sources: Record<string, CellAddress> = { ...row.sources };
    for (const [key, { at }] of Object.entries(origins)) if (!(key in row.values)) sources[key] = at;
    return { row: { ...row, values, sources }, origins };
  });
  return { rows: together, findings };
}

export function originOf({ origin, sources }: BroughtRow, column: string): Origin {
  return { file: origin.file, at: sources[column] ?? origin.at };
}

function placeInWords({ file, at }: Origin): string {
  return file === "" ? addressText(at) : `${file}, ${addressText(at)}`;
}
