import { addressText } from "../registers/address.js";
import type { CellAddress } from "../registers/cell.js";
import type { Column } from "../registers/column.js";
import type { Finding } from "../registers/finding.js";
import { isTextList } from "../registers/reading/lookUps.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import type { ColumnValue } from "../registers/schema.js";
import { periodLabel, type Period } from "../registers/values/period.js";
import { folded } from "../registers/values/reading.js";
import { identityOf, type IdMaker, type Likeness } from "./ids.js";
import { intakeFinding } from "./messages.js";

/** Typed values by column key, and the cell that each was read from. */
export interface Cells {
  readonly values: Map<string, ColumnValue>;
  readonly sources: Map<string, CellAddress>;
}

/** A row of a register that sheets have given. */
export interface BuiltRow extends Cells {
  readonly register: RegisterKey;
  readonly at: CellAddress;
}

/** The key of Intake.read for a cell, and the column "register.key" that it was read as. */
export function cellRead(at: CellAddress, target: string): string {
  return `${at.row},${at.column},${target},${at.sheet}`;
}

/** How a row is told from others that say the same. */
export interface Occasion {
  /** Rows of one table that say the same are several unless they are of different occasions; `undefined` where they always are one. */
  readonly occasion: string | undefined;
  readonly isYearGuessed: boolean;
}

/** The rows that sheets have given so far: what several sheets say of one row comes together here, and every row gets its id. */
export class RowBank {
  readonly rows: BuiltRow[] = [];
  readonly findings: Finding[] = [];
  /** As Intake.read. */
  readonly read = new Map<string, ColumnValue>();
  readonly #byKey = new Map<string, BuiltRow>();
  readonly #occurrences = new Map<string, number>();
  readonly #ids: IdMaker;

  constructor(ids: IdMaker) {
    this.#ids = ids;
  }

  /** Adds a row, or what it says to the row that is the same: what the first said is kept, and a difference told of. */
  add(row: BuiltRow, { occasion, isYearGuessed }: Occasion): { readonly row: BuiltRow; readonly isNew: boolean } {
    const { register, values, at } = row;
    const text = (key: string) => textOf(values.get(key));
    const identity = identityOf(register);
    const told = identity === undefined ? registers[register].uniqueBy.map(text) : [identity.name, ...identity.within].map(text);
    const nth = occasion === undefined || values.has("id") ? 1 : this.#nth(`${register}|${occasion}|${JSON.stringify(told.map((part) => folded(part ?? "")))}`);
    if (identity !== undefined) {
      const { id, like } = this.#ids.idOf(register, { name: text(identity.name), within: identity.within.map(text), nth, isYearGuessed }, text("id"));
      if (id !== null) values.set("id", id);
      if (like !== undefined && id !== null) this.#tellLikeness(row, identity.name, like, id);
    }
    const ownsIds = "id" in registers[register].columns;
    const key = JSON.stringify([register, ...(ownsIds ? [folded(text("id") ?? addressText(at))] : registers[register].uniqueBy.length === 0 ? [addressText(at)] : [...told.map((part) => folded(part ?? "")), nth])]);
    const there = this.#byKey.get(key);
    if (there === undefined) {
      this.#byKey.set(key, row);
      this.rows.push(row);
      return { row, isNew: true };
    }
    this.#join(there, row);
    return { row: there, isNew: false };
  }

  /** What the registers have stays as it is worded there; what was only guessed is theirs too. */
  #tellLikeness({ register, values, sources, at }: BuiltRow, name: string, { why, name: standing }: { readonly why: Likeness; readonly name: string }, id: string): void {
    const { header } = columnOf(register, name);
    const typed = textOf(values.get(name)) ?? "";
    const place = sources.get(name) ?? at;
    if (why === "misspelt") values.delete(name);
    if (why === "otherYear") values.delete("ar");
    const { table } = registers[register];
    if (this.#byKey.has(JSON.stringify([register, folded(id)]))) return;
    if (why === "misspelt") this.findings.push(intakeFinding("inlasning.liknar", { typed, standing, id }, table, place, header));
    else if (why === "otherYear") this.findings.push(intakeFinding("inlasning.annat-ar", { typed, id }, table, place, header));
    else this.findings.push(intakeFinding("inlasning.en-av-flera", { typed, id }, table, place, header));
  }

  #join(there: BuiltRow, { register, values, sources, at }: BuiltRow): void {
    for (const [name, value] of values) {
      const kept = there.values.get(name);
      if (kept === undefined) {
        there.values.set(name, value);
        const source = sources.get(name);
        if (source !== undefined) there.sources.set(name, source);
      } else if (JSON.stringify(kept) !== JSON.stringify(value)) {
        const { header } = columnOf(register, name);
        this.findings.push(intakeFinding("inlasning.olika", { header, kept: printed(kept), other: printed(value) }, registers[register].table, sources.get(name) ?? at, header));
      }
    }
  }

  #nth(key: string): number {
    const count = (this.#occurrences.get(key) ?? 0) + 1;
    this.#occurrences.set(key, count);
    return count;
  }
}

/** A register's column. Throws RangeError for a key that the register lacks. */
export function columnOf(register: RegisterKey, key: string): Column {
  const column = Object.entries<Column>(registers[register].columns).find(([own]) => own === key)?.[1];
  if (column === undefined) throw new RangeError(`${register} has no column ${key}`);
  return column;
}

export function isPeriod(value: ColumnValue | undefined): value is Period {
  return typeof value === "object" && "kind" in value && "year" in value;
}

function textOf(value: ColumnValue | undefined): string | null {
  if (value === undefined) return null;
  if (isPeriod(value)) return periodLabel(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function printed(value: ColumnValue): string {
  if (isPeriod(value)) return periodLabel(value);
  if (typeof value !== "object") return String(value);
  if (isTextList(value)) return value.join(", ");
  return "kind" in value && value.kind === "number" ? String(value.value) : JSON.stringify(value);
}
