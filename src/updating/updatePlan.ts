import type { CellAddress, CellValue } from "../registers/cell.js";
import type { Finding } from "../registers/finding.js";
import type { RegisterKey } from "../registers/registers.js";
import type { BroughtRow, Origin } from "./broughtRow.js";

/** A row that the register lacks. */
export interface AddedRow {
  readonly row: BroughtRow;
  /** Its key in words, e.g. "MÅTT-1 · T1 2019 · SAN". */
  readonly key: string;
}

/** A cell of a register that says something else than the brought row. */
export interface CellUpdate {
  readonly register: RegisterKey;
  /** Key of the register's column, and its header as it stands. */
  readonly column: string;
  readonly header: string;
  /** The row's key in words. */
  readonly key: string;
  /** The register's cell. */
  readonly at: CellAddress;
  /** As people read them; `standing` is "" for a blank cell. */
  readonly standing: string;
  readonly brought: string;
  /** What is to be written, as CellChange takes it. */
  readonly value: CellValue;
  readonly numberFormat: string;
  /** The cell that it was read from. */
  readonly origin: Origin;
}

/** A row that came from the same sheet last time, and does not now. Nothing is done about it. */
export interface MissingRow {
  readonly register: RegisterKey;
  readonly key: string;
  readonly at: CellAddress;
}

/** What bringing some rows to the registers comes to. Pure: nothing is written by it. */
export interface UpdatePlan {
  readonly added: readonly AddedRow[];
  /** Blank cells that are filled, and cells that would say something else than they do. */
  readonly changed: readonly CellUpdate[];
  /** Rows that say what stands already. */
  readonly unchanged: readonly { readonly register: RegisterKey; readonly key: string }[];
  readonly missing: readonly MissingRow[];
  /**
   * What is not done, or not without being told: two brought rows that say different things (the first is taken), a row of the register that cannot be read and may be the
   * one meant, a key that the register has twice, a column that its table lacks, a row that lacks what it needs. At the cell that it was brought from.
   */
  readonly findings: readonly Finding[];
}
