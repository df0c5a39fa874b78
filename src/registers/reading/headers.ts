import type { Column } from "../column.js";
import type { Finding } from "../finding.js";
import { finding } from "../messages.js";
import type { Register } from "../register.js";
import type { TableImage } from "../tableImage.js";
import { folded } from "../values/reading.js";

/** Where the columns of a register stand in a table, by the register's keys: index into the table's headers. */
export interface MatchedColumns {
  readonly indexOf: ReadonlyMap<string, number>;
  readonly missing: readonly string[];
  readonly findings: readonly Finding[];
}

interface Claim {
  readonly index: number;
  /** How near the header is: 0 the header itself, 1 an alias, 2 either with letters and hyphens written otherwise. */
  readonly distance: number;
}

/**
 * Finds a register's columns in a table by header, wherever they stand: first the header itself, then an alias; line breaks, kinds of
 * space, case and a trailing "*" or ":" do not matter. Columns that are not the register's are left alone.
 */
export function matchColumns(register: Register, image: TableImage): MatchedColumns {
  const place = (index: number) => ({
    register: register.table,
    at: { sheet: image.sheet, row: image.top, column: image.left + index },
    column: image.headers[index],
  });
  const claims = claimsByKey(register, image.headers);
  const claimed = new Set([...claims.values()].flat().map(({ index }) => index));
  /** Headers that nobody claims and that have the column's name in them: "Utfall 2019" where there is no Utfall. */
  const renamed = (column: Column) =>
    [...image.headers.keys()].filter((index) => !claimed.has(index) && ` ${headerText(image.headers[index] ?? "")} `.includes(` ${headerText(column.header)} `));
  const indexOf = new Map<string, number>();
  const missing: string[] = [];
  const findings: Finding[] = [];

  for (const [key, column] of Object.entries(register.columns)) {
    const [best, ...others] = claims.get(key) ?? [];
    if (best === undefined) {
      if (!column.required) {
        if (column.kind !== "calculated") findings.push(...renamed(column).map((index) => finding("kolumn.omdopt", { header: column.header, found: image.headers[index] ?? "" }, place(index))));
        continue;
      }
      missing.push(key);
      findings.push(finding("kolumn.saknas", { header: column.header, table: register.table, aliases: column.aliases }, { ...place(0), column: column.header }));
      continue;
    }
    indexOf.set(key, best.index);
    for (const other of others) {
      const rule = other.distance === best.distance ? "kolumn.dubbel" : "kolumn.lases-inte";
      const about = { header: column.header, read: image.headers[best.index] ?? "", ignored: image.headers[other.index] ?? "" };
      findings.push(finding(rule, about, place(other.index)));
    }
  }
  return { indexOf, missing, findings };
}

/** The key of the register's column that a header is, by name, alias or either written otherwise. */
export function keyOfHeader(register: Register, header: string): string | undefined {
  return [...claimsByKey(register, [header]).keys()][0];
}

/** The register's columns that a table with these headers has, by key. */
export function keysOfHeaders(register: Register, headers: readonly string[]): ReadonlySet<string> {
  return new Set(claimsByKey(register, headers).keys());
}

/** Where a table with these headers has each of the register's columns, by key: 0-based index of the header that is nearest. */
export function placesOfColumns(register: Register, headers: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...claimsByKey(register, headers)].flatMap(([key, [best]]) => (best === undefined ? [] : [[key, best.index] as const])));
}

/** For each key the table columns that could be it, nearest first and then from the left. A table column claims only the key it is nearest to. */
function claimsByKey(register: Register, headers: readonly string[]): Map<string, Claim[]> {
  const names = namesIn(register);
  const claims = new Map<string, Claim[]>();
  for (const [index, header] of headers.entries()) {
    const keys = [names.headers.get(headerText(header)), names.aliases.get(headerText(header)), names.letters.get(lettersOnly(header))];
    const distance = keys.findIndex((key) => key !== undefined && key !== "");
    const key = keys[distance];
    if (key !== undefined) claims.set(key, [...(claims.get(key) ?? []), { index, distance }]);
  }
  for (const list of claims.values()) list.sort((a, b) => a.distance - b.distance || a.index - b.index);
  return claims;
}

/** The keys of a register's columns, by what each is called. */
interface Names {
  readonly headers: Map<string, string>;
  readonly aliases: Map<string, string>;
  /** Either with letters and hyphens written otherwise. */
  readonly letters: Map<string, string>;
}

/** Registers are few and always the same, and formulas name their columns again and again. */
const known = new WeakMap<Register, Names>();

function namesIn(register: Register): Names {
  const before = known.get(register);
  if (before !== undefined) return before;
  const names: Names = { headers: new Map(), aliases: new Map(), letters: new Map() };
  for (const [key, column] of Object.entries(register.columns)) {
    add(names.headers, headerText(column.header), key);
    for (const alias of column.aliases) add(names.aliases, headerText(alias), key);
    for (const name of namesOf(column)) add(names.letters, lettersOnly(name), key);
  }
  known.set(register, names);
  return names;
}

/** Two columns of one register with the same name make that name useless: it is kept as nobody's. */
function add(names: Map<string, string>, name: string, key: string): void {
  names.set(name, names.has(name) && names.get(name) !== key ? "" : key);
}

function namesOf(column: Column): string[] {
  return [column.header, ...column.aliases];
}

/** A header as it is compared: one line, lower case, without the marks people put after required columns. */
export function headerText(header: string): string {
  return folded(header).replace(/[\s*:.]+$/u, "");
}

/** Letters and digits without rings and dots, so that "Mått id" and "MATT-ID" are "Mått-id". */
function lettersOnly(header: string): string {
  return headerText(header).normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");
}
