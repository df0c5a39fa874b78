import type { CellAddress, CellInput } from "./cell.js";
import type { Column, ColumnKind, ValueOfKind } from "./column.js";

/** A register: one Excel table on one sheet, defined once; everything else about it is made from this definition. */
export interface Register<Columns extends Record<string, Column> = Record<string, Column>> {
  /** English identifier, used in code and in `refersTo`. */
  readonly key: string;
  /** Name of the Excel table, e.g. "Matt": ASCII, so that formulas can be typed on any keyboard. */
  readonly table: string;
  /** Name of the sheet that the template puts it on, e.g. "Mått". */
  readonly sheet: string;
  /** What one row is, in Swedish. */
  readonly rowIs: string;
  readonly columns: Columns;
  /** The columns that together identify a row; blank parts are allowed where the column is optional. None where rows may be alike. */
  readonly uniqueBy: readonly string[];
  /** True when the rows' key is an id in the one namespace of all registers, so that no other register may have the same id. */
  readonly ownsIds?: boolean;
}

/** Takes a definition as written, and lets only its own columns be named in `uniqueBy`. */
export function defineRegister<const Columns extends Record<string, Column>>(
  register: Register<Columns> & { readonly uniqueBy: readonly (keyof Columns & string)[] },
): Register<Columns> {
  return register;
}

type InputKeys<C extends Record<string, Column>> = {
  [K in keyof C]: C[K]["kind"] extends "calculated" ? never : K;
}[keyof C];

type ValueOf<C> = C extends Column<infer K extends ColumnKind, infer V, infer R>
  ? R extends true ? (V extends ValueOfKind[K] ? V : ValueOfKind[K]) : (V extends ValueOfKind[K] ? V : ValueOfKind[K]) | null
  : never;

/** The typed values of one usable row: required columns are there, optional ones may be `null`. */
export type RowOf<R> = R extends Register<infer C> ? { readonly [K in InputKeys<C>]: ValueOf<C[K]> } : never;

/** One usable row with its place, and each cell as it was typed. */
export interface RegisterRow<R> {
  readonly values: RowOf<R>;
  /** Sheet row, 0-based. */
  readonly row: number;
  /** The cells of the register's columns that the sheet has, as typed, by column key. */
  readonly cells: Readonly<Partial<Record<string, CellInput>>>;
}

/** A register as read from a workbook. Rows that lack a required value are not in `rows`, and each has a finding. */
export interface RegisterContent<R> {
  readonly register: R;
  readonly sheet: string;
  readonly rows: readonly RegisterRow<R>[];
  /** Rows that cannot be used, with what stands in them: they may tell of somebody all the same. */
  readonly unusable: readonly Pick<RegisterRow<R>, "row" | "cells">[];
  /** 0-based sheet column of each column found, by key; a missing optional column is absent. */
  readonly columnAt: Readonly<Partial<Record<string, number>>>;
  /** 0-based row of the header. */
  readonly headerRow: number;
}

/** The address of one column of a row; `undefined` when the sheet lacks the column. */
export function addressOf<R>(content: RegisterContent<R>, row: { readonly row: number }, key: string): CellAddress | undefined {
  const column = content.columnAt[key];
  return column === undefined ? undefined : { sheet: content.sheet, row: row.row, column };
}
