import type { RegisterContents } from "../registers/registers.js";
import type { ColumnValue } from "../registers/schema.js";
import type { Period } from "../registers/values/period.js";
import type { IntakeContext } from "./recognise.js";

/** What the user says for whole sheets, and what the registers hold already. */
export interface IntakeOptions extends IntakeContext {
  readonly contents?: RegisterContents;
  readonly period?: Period;
  readonly unit?: string;
  /** Values for columns that the sheets lack, by "register.key" ("matt.riktning"). */
  readonly defaults?: Readonly<Partial<Record<string, ColumnValue>>>;
  /** Rows to pass over: addresses of their first cell, "Blad1!A7". */
  readonly rowsLeftOut?: ReadonlySet<string>;
}
