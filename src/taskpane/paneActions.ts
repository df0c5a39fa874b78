import type { Finding } from "../registers/finding.js";

/** A cell of the report that someone changed by hand since it was last built. */
export interface HandEdit {
  /** Excel's address, e.g. "Måluppföljning!C7". */
  readonly address: string;
  /** What the cell is, in words, e.g. "Mått X, Utfall". */
  readonly where: string;
  /** What the add-in wrote, and what stands there now, as text. */
  readonly written: string;
  readonly found: string;
}

export type PaneBuild =
  | { readonly kind: "built"; readonly written: { readonly sheet: string; readonly address: string }; readonly findings: readonly Finding[]; readonly lostEdits: readonly HandEdit[] }
  /** Nothing was written: the user first decides about these cells. */
  | { readonly kind: "edited"; readonly edits: readonly HandEdit[] };

/** What the pane can have done in the open workbook. Both reject with WorkbookError, whose message is for the user. */
export interface PaneActions {
  /** Every finding, the most serious first. Writes nothing. */
  check(): Promise<readonly Finding[]>;
  /** Builds Måluppföljning for the unit and period of the workbook's settings; `edits` says what becomes of cells changed by hand. */
  buildMaluppfoljning(edits?: "keep" | "replace"): Promise<PaneBuild>;
}
