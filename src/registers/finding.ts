import type { CellAddress, CellInput } from "./cell.js";

export type Severity = "fel" | "varning" | "upplysning";

/** A change to input cells that would resolve a finding, each cell with its new value and, where it matters, number format. */
export interface ProposedFix {
  readonly cells: readonly {
    readonly at: CellAddress;
    readonly value: CellInput["value"];
    readonly numberFormat?: string;
  }[];
}

/** Something the check found in a workbook, in plain Swedish that says what to do. */
export interface Finding {
  /** Slug of the rule, e.g. "utfall.vantar-malvarde". */
  readonly ruleId: string;
  readonly severity: Severity;
  /** Name of the register's table, e.g. "Utfall". */
  readonly register: string;
  /** Where: a cell, or the register's header when a column or table is concerned; absent when the table itself is missing. */
  readonly at?: CellAddress;
  /** Header of the column concerned. */
  readonly column?: string;
  readonly message: string;
  readonly fix?: ProposedFix;
}
