import type { Column } from "../registers/column.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import { families, type Family } from "./families.js";
import { commonWords } from "./headerWords.js";

/** A column that a sheet's column can go to. */
export interface Target {
  /** "register.key", e.g. "uppfoljning.status". */
  readonly target: string;
  readonly register: RegisterKey;
  readonly key: string;
  readonly header: string;
}

/** Every column that the columns of a family's sheets can go to, register by register, in the registers' own order. */
export function targetsOf(family: Family): readonly Target[] {
  return commonWords.candidatesOf(family).map(({ register, key, column: { header } }) => ({ target: `${register}.${key}`, register, key, header }));
}

/** The registers that a table's rows can be first of all. */
export const takenInTo: readonly RegisterKey[] = families.map(({ primary }) => primary);

/** The register's column that "register.key" is; `undefined` when there is none that people fill in. */
export function targetNamed(target: string): Target | undefined {
  const [own, key, ...more] = target.split(".");
  const register = isRegister(own) ? own : undefined;
  if (register === undefined || more.length > 0) return undefined;
  const column = Object.entries<Column>(registers[register].columns).find(([name]) => name === key)?.[1];
  return column === undefined || column.kind === "calculated" || key === undefined ? undefined : { target, register, key, header: column.header };
}

const known: ReadonlySet<string> = new Set(Object.keys(registers));

function isRegister(text: string | undefined): text is RegisterKey {
  return text !== undefined && known.has(text);
}
