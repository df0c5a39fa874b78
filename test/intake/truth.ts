import type { RegisterKey } from "../../src/registers/registers.js";
import type { ColumnValue } from "../../src/registers/schema.js";

/** What a column of a made workbook is: "register.key", with a period after "@" where the header names one; `null` for a column of no register. */
export interface TrueColumn {
  readonly sheet: string;
  readonly column: number;
  readonly headerRow: number;
  readonly target: string | null;
}

/** A cell's value in a register: `null` where it must not be read; `source` is 0-based on the sheet. */
export interface TrueValue {
  readonly value: ColumnValue | null;
  readonly source?: { readonly row: number; readonly column: number };
}

/** A row that must come out: of a register, from a sheet row, for a period where the row has several. */
export interface TrueRow {
  readonly sheet: string;
  readonly row: number;
  readonly register: RegisterKey;
  readonly period?: string;
  readonly values: Readonly<Record<string, TrueValue>>;
  /** The text of the row that this one points at. */
  readonly about?: string;
}

export interface Truth {
  readonly columns: readonly TrueColumn[];
  readonly rows: readonly TrueRow[];
}
