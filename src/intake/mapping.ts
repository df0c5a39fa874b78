import type { RegisterKey } from "../registers/registers.js";

/** Where a column goes, as somebody has said: a register's column, for one period where the header names none; `null` leaves the column out. */
export interface ChosenTarget {
  readonly register: RegisterKey;
  /** Key of the register's column. */
  readonly key: string;
  /** As people write it. */
  readonly period?: string;
}

/**
 * What somebody has decided of tables that look alike, told apart by their headers. Register, columns and defaults hold on every sheet that has such a table; what is
 * left out, and the period and unit, only for the one on this sheet.
 */
export interface TableMapping {
  /** What the table's columns are called (columnNames.ts), in order, those without header left out: a table with the same ones is the same table, next period too. */
  readonly headers: readonly string[];
  /** The sheet it stood on when it was decided. */
  readonly sheet: string;
  /** Which of the sheet's tables with these headers, counted from 1; left out, the first. */
  readonly nth?: number;
  /** The register that its rows are first of all; left out, as it is recognised. */
  readonly register?: RegisterKey;
  /** By the column's name; one that is left out goes where it is recognised. */
  readonly columns: Readonly<Record<string, ChosenTarget | null>>;
  /** Left out of the intake altogether. */
  readonly isLeftOut?: true;
  /** For what the table itself does not say. As people write them. */
  readonly period?: string;
  readonly unit?: string;
  /** Values for columns that the table lacks, by "register.key", as people write them ("matt.riktning": "Öka"). */
  readonly defaults?: Readonly<Record<string, string>>;
}

/** What somebody has decided of how sheets are taken in: kept in the workbook for the next period, and as a file. */
export interface Mapping {
  readonly version: 1;
  readonly tables: readonly TableMapping[];
  /** Words that this municipality writes in headers, and the column that each means: "Prick" → "uppfoljning.status". */
  readonly words: Readonly<Record<string, string>>;
}

export const emptyMapping: Mapping = { version: 1, tables: [], words: {} };
