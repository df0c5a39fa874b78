import type { RegisterContent, RegisterRow } from "../registers/register.js";
import { registers, type RegisterContents, type RegisterKey, type Registers } from "../registers/registers.js";
import { rowSchema } from "../registers/schema.js";
import type { BroughtRow } from "./broughtRow.js";
import { identityOf } from "./identity.js";

/**
 * The registers that tell who owns what and what units are called, as they will be when the brought rows stand in them: a blank Enhet means the owner that the goal
 * then has. For looking up in: new rows have no place yet.
 */
export function ownersAfterwards(contents: RegisterContents, brought: ReadonlyMap<RegisterKey, readonly BroughtRow[]>): RegisterContents {
  const own = <K extends RegisterKey>(key: K) => withBrought(registers[key], contents[key], brought.get(key) ?? []);
  return { enheter: own("enheter"), mal: own("mal"), matt: own("matt"), uppdrag: own("uppdrag"), aktiviteter: own("aktiviteter"), dokument: own("dokument") };
}

function withBrought<K extends RegisterKey>(register: Registers[K], content: RegisterContent<Registers[K]> | undefined, brought: readonly BroughtRow[]): RegisterContent<Registers[K]> {
  const standing: RegisterContent<Registers[K]> = content ?? { register, sheet: register.sheet, rows: [], unusable: [], columnAt: {}, headerRow: 0 };
  if (brought.length === 0) return standing;
  const schema = rowSchema(register);
  const rows = new Map<string, RegisterRow<Registers[K]>>();
  for (const row of standing.rows) {
    const key = identityOf(register, row.values);
    if (!rows.has(key)) rows.set(key, row);
  }
  let below = standing.rows.at(-1)?.row ?? standing.headerRow;
  const said = new Map<string, BroughtRow["values"]>();
  for (const { values } of brought) {
    const key = identityOf(register, values);
    const known = rows.get(key);
    // Where two say different things, the first is taken.
    const together = { ...values, ...said.get(key) };
    said.set(key, together);
    const read = schema.safeParse({ ...known?.values, ...together });
    if (!read.success) continue;
    below += 1;
    rows.set(key, known === undefined ? { values: read.data, row: below, cells: {} } : { ...known, values: read.data });
  }
  return { ...standing, rows: [...rows.values()] };
}
