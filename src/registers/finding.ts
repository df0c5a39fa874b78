import type { CellAddress, CellInput } from "./cell.js";
import type { LocalText } from "./language.js";

export type Severity = "fel" | "varning" | "upplysning";

/** A change to input cells that would resolve a finding, each cell with its new value and, where it matters, number format. */
export interface ProposedFix {
  readonly cells: readonly {
    readonly at: CellAddress;
    readonly value: CellInput["value"];
    readonly numberFormat?: string;
  }[];
}

/** Something the check found in a workbook, in plain words that say what to do. */
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
  readonly message: LocalText;
  /**
   * What Godtaganden[Avser] and Godtaganden[Värde] must say for this finding to be accepted: the key of its row, e.g. "UPP-3, T2 2021, SAN", and what stands in its
   * cell. Absent where the row cannot be told by a key; the finding can then not be accepted.
   */
  readonly subject?: { readonly key: string; readonly value: string };
  readonly fix?: ProposedFix;
}
