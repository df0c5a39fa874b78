import type { CellAddress } from "../cell.js";
import type { Finding } from "../finding.js";
import { finding } from "../messages.js";
import type { Register } from "../register.js";
import { keysOfHeaders } from "./headers.js";

/** What else is in the workbook, to tell where a register that is missing may have gone. */
export interface Surroundings {
  readonly sheets: readonly { readonly name: string }[];
  /** Every table, the registers' own too. */
  readonly tables: readonly OtherTable[];
}

interface OtherTable {
  readonly name: string;
  readonly sheet: string;
  readonly headers: readonly string[];
}

export const nothingAround: Surroundings = { sheets: [], tables: [] };

/**
 * What to say of a register without a table: that a table with its columns has another name, or that its sheet is there with the table
 * turned into plain cells. Undefined when neither is so, and nobody may have meant it to be there.
 */
export function whereRegisterWent(register: Register, around: Surroundings, registerTables: ReadonlySet<string>): Finding | undefined {
  const { table, sheet } = register;
  const [renamed] = lookAlikes(register, around, registerTables);
  if (renamed !== undefined) {
    const about = { table, sheet, found: renamed.name, foundOn: renamed.sheet };
    return finding("register.annat-namn", about, { register: table, at: topOf(renamed.sheet) });
  }
  const own = around.sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
  return own === undefined ? undefined : finding("register.ingen-tabell", { table, sheet: own.name }, { register: table, at: topOf(own.name) });
}

/** Copies of a register that is there: people copy a sheet, write in the copy, and wonder why nothing changes. */
export function copiesOf(register: Register, around: Surroundings, registerTables: ReadonlySet<string>): Finding[] {
  return lookAlikes(register, around, registerTables).map(({ name, sheet }) =>
    finding("register.kopia", { table: register.table, found: name, foundOn: sheet }, { register: register.table, at: topOf(sheet) }),
  );
}

/** Tables of other names with all columns that the register needs, and half of its columns in all. `registerTables` are in lower case. */
export function lookAlikes(register: Register, { tables }: Surroundings, registerTables: ReadonlySet<string>): readonly OtherTable[] {
  return tables.filter(({ name, headers }) => !registerTables.has(name.toLowerCase()) && looksLike(register, headers));
}

/** True of headers with all columns that the register needs, and half of its columns in all. */
export function looksLike(register: Register, headers: readonly string[]): boolean {
  const found = keysOfHeaders(register, headers);
  return found.size * 2 >= Object.keys(register.columns).length && hasNeeded(register, found);
}

/** True of the headers of a table that has a register's name by chance: it lacks what the register needs, and most of its columns. A register that has lost a column is still one. */
export function isSomethingElse(register: Register, headers: readonly string[]): boolean {
  const found = keysOfHeaders(register, headers);
  return found.size * 2 < Object.keys(register.columns).length && !hasNeeded(register, found);
}

function hasNeeded({ columns }: Register, found: ReadonlySet<string>): boolean {
  return Object.entries(columns).every(([key, { required }]) => !required || found.has(key));
}

function topOf(sheet: string): CellAddress {
  return { sheet, row: 0, column: 0 };
}
