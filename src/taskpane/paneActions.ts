import type { Finding } from "../registers/finding.js";
import type { BuildOutcome, BuildRequest } from "../usecases/buildReport.js";

type Built = Extract<BuildOutcome, { readonly kind: "built" }>;
type Edited = Extract<BuildOutcome, { readonly kind: "edited" }>;

/** What the pane shows of a build. */
export type PaneBuild = Pick<Built, "kind" | "findings" | "lostEdits"> & { readonly written: Pick<Built["written"], "sheet" | "address"> } | Pick<Edited, "kind" | "edits">;

/** What the pane can have done in the open workbook. Both reject with WorkbookError, whose message is for the user. */
export interface PaneActions {
  /** Every finding, the most serious first. Writes nothing. */
  check(): Promise<readonly Finding[]>;
  /** Builds Måluppföljning for the unit and period of the workbook's settings; `edits` says what becomes of cells changed by hand. */
  buildMaluppfoljning(edits: BuildRequest["edits"]): Promise<PaneBuild>;
}
