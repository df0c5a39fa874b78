import { cellOfValue } from "../registers/writing/rowsToCells.js";
import { isDateFormat } from "../registers/values/numberFormat.js";
import type { CellInput } from "../registers/cell.js";
import type { Column } from "../registers/column.js";
import type { Finding } from "../registers/finding.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import type { Register } from "../registers/register.js";
import type { ColumnValue } from "../registers/schema.js";
import type { PeriodReading } from "../registers/values/period.js";
import { isBlank, typedText } from "../registers/values/reading.js";
import { broughtTogether, type BroughtTogether } from "./broughtTogether.js";
import type { BroughtRow } from "./broughtRow.js";
import { identityOf } from "./identity.js";
import { updateFinding } from "./messages.js";
import { keyInWords } from "./rowKey.js";
import { sameValue } from "./sameValue.js";
import { addressIn, placeOfRow, unusableKey, type Meaning, type Standing, type StandingRow } from "./standing.js";
import type { CellUpdate, UpdatePlan } from "./updatePlan.js";
import { valueInWords } from "./valueInWords.js";

/** What one register's part of a plan is made of. */
export type RegisterPlan = Omit<UpdatePlan, "missing">;

/** What bringing rows to a register comes to, where a key tells its rows apart. Time grows with the rows that stand and the rows that are brought. */
export function planByKey(key: RegisterKey, standing: Standing, brought: readonly BroughtRow[], meaning: Meaning, periods: PeriodReading): RegisterPlan {
  const register: Register = registers[key];
  const identity = (values: BroughtRow["values"] | StandingRow["values"]) => identityOf(register, meaning.withUnit(register, values));
  const rows = new Map<string, StandingRow[]>();
  for (const row of standing.rows) {
    const same = rows.get(identity(row.values));
    if (same === undefined) rows.set(identity(row.values), [row]);
    else same.push(row);
  }
  const mayBe = unusableRows(register, standing, meaning, periods);
  const together = broughtTogether(register, brought, ({ values }) => identity(values));

  const added: { row: BroughtRow; key: string }[] = [];
  const changed: CellUpdate[] = [];
  const unchanged: { register: RegisterKey; key: string }[] = [];
  const findings: Finding[] = [...together.findings];
  for (const one of together.rows) {
    const whole = meaning.withUnit(register, one.row.values);
    const words = keyInWords(register, whole);
    const [row, ...others] = rows.get(identity(one.row.values)) ?? [];
    if (row === undefined) {
      const doubtful = mayBe(whole);
      if (doubtful === undefined) added.push({ row: one.row, key: words });
      else findings.push(updateFinding("uppdatering.oanvandbar-rad", { key: words, sheet: standing.sheet, row: doubtful.row + 1 }, { register: register.table, at: one.row.origin.at }));
      continue;
    }
    if (others.length > 0) {
      const about = { key: words, sheet: standing.sheet, row: row.row + 1, others: others.map((other) => other.row + 1) };
      findings.push(updateFinding("uppdatering.dubbel-rad", about, { register: register.table, at: placeOfRow(standing, row, register) }));
    }
    const updates = differences(key, standing, row, one, words);
    changed.push(...updates);
    if (updates.length === 0) unchanged.push({ register: key, key: words });
  }
  return { added, changed, unchanged, findings };
}

/** The cells of a row that say something else than what is brought. Its key is the same, however it is written. */
function differences(key: RegisterKey, standing: Standing, row: StandingRow, { row: brought, origins }: BroughtTogether, words: string): CellUpdate[] {
  const register: Register = registers[key];
  return Object.entries(brought.values).flatMap(([name, value]): readonly CellUpdate[] => {
    const column = register.columns[name];
    const cell = row.cells[name];
    const at = addressIn(standing, row, name);
    if (column === undefined || cell === undefined || at === undefined || register.uniqueBy.includes(name)) return [];
    const stands = row.values[name] ?? null;
    if (stands !== null && sameValue(column, stands, value)) return [];
    const origin = origins[name] ?? brought.origin;
    return [{ register: key, column: name, header: column.header, key: words, at, standing: standingInWords(column, stands, cell), brought: valueInWords(column, value), origin, ...cellToWrite(column, value, cell) }];
  });
}

/** What could not be read is shown as it was typed. */
function standingInWords(column: Column, value: ColumnValue | null, cell: CellInput): string {
  if (value !== null) return valueInWords(column, value);
  return isBlank(cell) || cell.value === false ? "" : typedText(cell);
}

/** A day is shown as the days of the column are. */
function cellToWrite(column: Column, value: ColumnValue, standing: CellInput): Pick<CellUpdate, "value" | "numberFormat"> {
  const cell = cellOfValue(column, value);
  return { value: cell.value, numberFormat: column.kind === "date" && isDateFormat(standing.numberFormat) ? standing.numberFormat : cell.format };
}

/** Finds the row that cannot be used and may be the one meant: what can be read of its key is the same, and something can. */
function unusableRows(register: Register, standing: Standing, meaning: Meaning, periods: PeriodReading): (values: StandingRow["values"]) => { readonly row: number } | undefined {
  const byUnread = new Map<string, { readonly unread: ReadonlySet<string>; readonly rows: Map<string, { readonly row: number }> }>();
  for (const row of standing.unusable) {
    const { values, unread } = unusableKey(register, standing, row, periods);
    if (Object.keys(values).length === 0) continue;
    const group = byUnread.get([...unread].join()) ?? { unread, rows: new Map() };
    byUnread.set([...unread].join(), group);
    const identity = identityOf(register, unread.has("enhet") ? values : meaning.withUnit(register, values), unread);
    if (!group.rows.has(identity)) group.rows.set(identity, row);
  }
  return (values) => {
    for (const { unread, rows } of byUnread.values()) {
      const found = rows.get(identityOf(register, values, unread));
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
