import type { CellInput } from "../registers/cell.js";
import type { Column } from "../registers/column.js";
import { registers, type RegisterContents, type RegisterKey } from "../registers/registers.js";
import { registerKeys } from "../registers/workAreas.js";
import { folded, isBlank, typedText } from "../registers/values/reading.js";
import { isOneWordMisspelt, shapeOf } from "./misspelt.js";

/** What our own ids begin with (model.md, "Keys"). */
const PREFIXES: Readonly<Partial<Record<RegisterKey, string>>> = { dokument: "DOK", mal: "MÅL", matt: "MÅTT", uppdrag: "UPP", aktiviteter: "AKT", kontroller: "KON" };

/** What tells a row without id apart from the others of its register, by column key: its own words, and what it is within. */
const IDENTITIES: Readonly<Partial<Record<RegisterKey, { readonly name: string; readonly within: readonly string[] }>>> = {
  dokument: { name: "rubrik", within: ["enhet", "period"] },
  mal: { name: "mal", within: [] },
  matt: { name: "matt", within: ["malId"] },
  uppdrag: { name: "uppdrag", within: ["huvudansvarig", "ar"] },
  aktiviteter: { name: "aktivitet", within: ["avser"] },
  kontroller: { name: "risk", within: ["kontrollmoment", "omrade"] },
};

/** The columns that tell a row apart when it has no id; none where only the register's own key does. */
export function identityOf(register: RegisterKey): { readonly name: string; readonly within: readonly string[] } | undefined {
  return IDENTITIES[register];
}

/** Why a row was taken for one that the registers have, where its words do not say just that. */
export type Likeness = "misspelt" | "otherYear" | "oneOfSeveral";

export interface FoundId {
  readonly id: string | null;
  /** The row of the registers that it was taken for, in its own words, and why. */
  readonly like?: { readonly why: Likeness; readonly name: string };
}

/** A row that asks for its id. */
export interface Unnamed {
  readonly name: string | null;
  /** As in `identityOf`; what is not known is `null`, and is then the same as anything. */
  readonly within: readonly (string | null)[];
  /** Which of its table's rows of the same words it is, counted from 1. */
  readonly nth: number;
  /** Its year is the sheet's, not its own: an assignment of an earlier year is still the same. */
  readonly isYearGuessed: boolean;
}

/** Gives rows their ids: the one that the registers have for what says the same, else the next of ours that nobody has had. */
export interface IdMaker {
  /** `id` is the source's own, if it has one. */
  idOf(register: RegisterKey, row: Unnamed, id: string | null): FoundId;
}

interface Known {
  readonly id: string;
  readonly name: string;
  within: readonly (string | null)[];
  /** It stands in the registers. */
  readonly isStanding: boolean;
}

/**
 * Ids of rows that are there already are found by their words within their goal or committee, so that the same sheet taken in twice is the same rows. A row that cannot be
 * used yet is there too. A word misspelt is the same row only if `isTyped` says that no sheet has the register's own words. No id is given that any register has or points at, or
 * that stands in a sheet.
 */
export function idMaker(contents: RegisterContents, isTyped: (name: string) => boolean): IdMaker {
  const byName = new Map<string, Known[]>();
  const byShape = new Map<string, Known[]>();
  const highest = new Map<RegisterKey, number>();
  const used = new Set<string>();
  const note = (id: string) => {
    used.add(folded(id));
    for (const [register, prefix] of prefixes) {
      const [, number] = new RegExp(`^${prefix}-(\\d{1,9})(?!\\d)`, "iu").exec(id) ?? [];
      if (number !== undefined) highest.set(register, Math.max(highest.get(register) ?? 0, Number(number)));
    }
  };
  const remember = (register: RegisterKey, known: Known) => {
    note(known.id);
    add(byName, keyOf(register, folded(known.name)), known);
    if (known.isStanding) add(byShape, keyOf(register, shapeOf(known.name)), known);
  };
  for (const { register, textOf } of rowsStanding(contents)) {
    for (const [key, { kind }] of Object.entries<Column>(registers[register].columns)) {
      const id = kind === "id" ? textOf(key) : null;
      if (id !== null) note(id);
    }
    const identity = IDENTITIES[register];
    const [id, name] = [textOf("id"), identity === undefined ? null : textOf(identity.name)];
    if (identity !== undefined && id !== null && name !== null) remember(register, { id, name, within: identity.within.map(textOf), isStanding: true });
  }

  return {
    idOf(register, row, id) {
      const { name, within, nth } = row;
      if (id !== null) {
        if (name === null) note(id);
        else if (byName.get(keyOf(register, folded(name)))?.some((known) => known.id === id) !== true) remember(register, { id, name, within, isStanding: false });
        return { id };
      }
      const prefix = PREFIXES[register];
      if (prefix === undefined || name === null) return { id: null };
      const found = standing(register, row, name);
      if (found !== undefined) {
        found.known.within = found.known.within.map((part, index) => part ?? within[index] ?? null);
        return { id: found.known.id, ...(found.why === undefined ? {} : { like: { why: found.why, name: found.known.name } }) };
      }
      let number = (highest.get(register) ?? 0) + 1;
      while (used.has(folded(`${prefix}-${number}`)) || isTyped(`${prefix}-${number}`)) number += 1;
      const made: Known = { id: `${prefix}-${number}`, name, within, isStanding: false };
      remember(register, made);
      return { id: made.id };

      function standing(of: RegisterKey, { isYearGuessed }: Unnamed, words: string): { readonly known: Known; readonly why?: Likeness } | undefined {
        const alike = byName.get(keyOf(of, folded(words))) ?? [];
        const exact = alike.filter((known) => known.within.every((part, index) => same(part, within[index] ?? null)));
        const [own] = exact.slice(nth - 1);
        if (own !== undefined) return { known: own };
        const fitting = alike.filter((known) => !exact.includes(known) && fits(known.within, within));
        const [other] = fitting.slice(nth - 1 - exact.length);
        if (other !== undefined) return { known: other, ...(fitting.length > 1 ? { why: "oneOfSeveral" as const } : {}) };
        if (nth > 1) return undefined;
        const [earlier, ...more] = isYearGuessed ? alike.filter((known) => known.isStanding && fits(known.within.slice(0, -1), within.slice(0, -1))) : [];
        if (earlier !== undefined && more.length === 0) return { known: earlier, why: "otherYear" };
        const [near, ...others] = (byShape.get(keyOf(of, shapeOf(words))) ?? []).filter((known) => fits(known.within, within) && isOneWordMisspelt(known.name, words) && !isTyped(known.name));
        return near === undefined || others.length > 0 ? undefined : { known: near, why: "misspelt" };
      }
    },
  };
}

interface StandingRow {
  readonly register: RegisterKey;
  /** What a column says: as it was read, or as it was typed where the row cannot be used. */
  readonly textOf: (key: string) => string | null;
}

function rowsStanding(contents: RegisterContents): StandingRow[] {
  return registerKeys.flatMap((register): StandingRow[] => {
    const content: Standing | undefined = contents[register];
    const typed = (cell: CellInput | undefined) => (cell === undefined || isBlank(cell) || cell.type === "Error" ? null : typedText(cell));
    return [...(content?.rows ?? []), ...(content?.unusable ?? [])].map(({ values, cells }) => ({
      register, textOf: (key) => {
        const value = values?.[key];
        return typeof value === "string" || typeof value === "number" ? String(value) : values === undefined ? typed(cells[key]) : null;
      },
    }));
  });
}

interface Standing {
  readonly rows: readonly StandingValues[];
  readonly unusable: readonly StandingValues[];
}

interface StandingValues {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly cells: Readonly<Partial<Record<string, CellInput>>>;
}

const prefixes = registerKeys.flatMap((register) => {
  const prefix = PREFIXES[register];
  return prefix === undefined ? [] : [[register, prefix] as const];
});

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [value]);
  else there.push(value);
}

function keyOf(register: RegisterKey, text: string): string {
  return `${register} ${text}`;
}

function same(a: string | null, b: string | null): boolean {
  return a === b || a !== null && b !== null && folded(a) === folded(b);
}

/** True when nothing that is known of both differs. */
function fits(some: readonly (string | null)[], others: readonly (string | null)[]): boolean {
  return some.every((part, index) => part === null || (others[index] ?? null) === null || same(part, others[index] ?? null));
}
