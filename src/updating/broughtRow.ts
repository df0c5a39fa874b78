import type { CellAddress } from "../registers/cell.js";
import type { RegisterKey } from "../registers/registers.js";
import type { ColumnValue } from "../registers/schema.js";

/** Where a row came from: a sheet of a file that somebody picked, or of the workbook itself (`file` is then ""). */
export interface Origin {
  readonly file: string;
  readonly at: CellAddress;
}

/** A row brought to a register from elsewhere: typed, and only of the columns that it says something about. */
export interface BroughtRow {
  readonly register: RegisterKey;
  /** By column key. A column that is left out is not touched. */
  readonly values: Readonly<Record<string, ColumnValue>>;
  /** The cell that each value was read from; absent for what was made or told otherwise than by a cell. */
  readonly sources: Readonly<Record<string, CellAddress>>;
  readonly origin: Origin;
}
