import type { CellInput } from "../registers/cell.js";
import type { RegisterKey } from "../registers/registers.js";
import type { ColumnValue } from "../registers/schema.js";
import type { Period } from "../registers/values/period.js";

/** What a row of a form is about; each kind is a section of its own. */
export const sectionKinds = ["measures", "assignments", "activities", "goals", "controls", "decisions"] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** A cell that a unit is asked to fill in. */
export interface AskedCell {
  /** Key of the register's column. */
  readonly column: string;
  /** What the register says already; `null` for nothing, and for what could not be read. */
  readonly value: ColumnValue | null;
  /** As it stands in the register; `undefined` where the register has no such row, or no such column. */
  readonly cell: CellInput | undefined;
  /** Whether the row is unanswered without it. */
  readonly isNeeded: boolean;
  /** The words to choose among; left out where anything may be written. */
  readonly words?: readonly string[];
  /** English format code of the cell while nothing stands in it. */
  readonly numberFormat: string;
  /** What to write, for this very row; left out where the column's own help says it. */
  readonly help?: string;
}

/** A row of a register that a unit is asked to answer, whether or not the register has it yet. */
export interface AskedRow {
  readonly register: RegisterKey;
  /** As in RowMark. */
  readonly key: readonly string[];
  /** Whether the register has the row; else `values` is the row that Ny period would add. */
  readonly isStanding: boolean;
  readonly values: Readonly<Record<string, ColumnValue | null>>;
  /** What the unit is told, and cannot change: what it is, more about it, and what was last said of it. "" where there is nothing to tell. */
  readonly what: string;
  readonly about: string;
  readonly last: string;
  /** In the order of the register's columns. */
  readonly answers: readonly AskedCell[];
}

/** A report that a unit is to mark as ready. */
export interface ReadyRow extends Pick<AskedRow, "key" | "isStanding"> {
  readonly register: "klarmarkering";
  readonly report: string;
  /** Serial number; `null` where no register says. */
  readonly deadline: number | null;
  readonly answer: AskedCell;
}

/** Everything that one unit is asked for a period, and nothing else. */
export interface Form {
  /** Code. */
  readonly unit: string;
  readonly name: string;
  readonly period: Period;
  /** Sections in the order of `sectionKinds`; those with nothing to ask are left out. */
  readonly sections: readonly { readonly kind: SectionKind; readonly rows: readonly AskedRow[] }[];
  /** At least one. */
  readonly ready: readonly ReadyRow[];
  /** The last day of the earliest report owed; serial number. */
  readonly deadline: number | null;
}

/** All forms of a period, and what nobody can be asked. */
export interface Forms {
  readonly period: Period;
  /** In the order of Enheter. */
  readonly forms: readonly Form[];
  /** What no unit of Enheter owns: "MÅTT-3 Andel nöjda brukare". */
  readonly ownerless: readonly string[];
}

/** Cells that must be filled in, and how many of them are. */
export function answered({ sections }: Form): { readonly asked: number; readonly answered: number } {
  const needed = sections.flatMap(({ rows }) => rows.flatMap(({ answers }) => answers.filter(({ isNeeded }) => isNeeded)));
  return { asked: needed.length, answered: needed.filter(isFilled).length };
}

/** Whether something stands in the cell, readable or not. */
export function isFilled({ value, cell }: AskedCell): boolean {
  return value !== null || (cell !== undefined && String(cell.value).trim() !== "");
}
