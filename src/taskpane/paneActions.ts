import type { CellAddress } from "../registers/cell.js";
import type { Finding } from "../registers/finding.js";
import type { WorkArea } from "../registers/workAreas.js";
import type { Language } from "../registers/language.js";
import type { PeriodPlan } from "../usecases/beginPeriod.js";
import type { BuildOutcome, BuildRequest } from "../usecases/buildReport.js";
import type { Example } from "../usecases/openExample.js";
import type { Changed } from "../usecases/changed.js";
import type { Overview } from "../usecases/overview.js";
import type { WorkbookChange } from "../usecases/port.js";
import type { ReportPreview } from "../usecases/previewReport.js";
import type { Work } from "../usecases/work.js";
import type { IntakeActions } from "./intake/intakeActions.js";
import type { RoundActions } from "./round/roundActions.js";

/** Report, unit and period as chosen in the pane; what is left out is the workbook's own. */
export type ReportRequest = Pick<BuildRequest, "report" | "unit" | "period">;

/** What a build came to. The document itself stays where it was made: what it says stands on the sheet, and it is long. */
export type PaneBuild = WithoutDocument<BuildOutcome>;
type WithoutDocument<Outcome> = Outcome extends unknown ? Omit<Outcome, "document"> : never;

/**
 * What the pane can have done in the open workbook. Everything rejects with WorkbookError, whose text is for the user; anything else is a fault of ours.
 */
export interface PaneActions extends IntakeActions, RoundActions {
  /** Reads and checks the workbook. Writes nothing. */
  check(work?: Work): Promise<Overview>;
  /** Checks the workbook again after reading what has changed in it; undefined when that says what it said before. Writes nothing. */
  checkChanges(changed: Changed): Promise<Overview | undefined>;
  /** Tells of what changes in the workbook from now on, until the function it gives is called. */
  watch(onChange: (change: WorkbookChange) => void): Promise<() => void>;
  /** Whether this workbook is to be checked while somebody writes in it. */
  checksLive(): Promise<boolean>;
  chooseLiveCheck(to: "on" | "off"): Promise<void>;
  /** What a build would write, and which cells of the standing report have been changed by hand. Writes nothing. */
  preview(request: ReportRequest, work?: Work): Promise<ReportPreview>;
  /** Builds the report. The outcome is "edited", and nothing written, when a changed cell is left undecided by `edits`. */
  build(request: ReportRequest & Pick<BuildRequest, "edits">, work?: Work): Promise<PaneBuild>;
  /** Selects a cell, and shows its sheet. */
  goTo(at: CellAddress): Promise<void>;
  /** Shows a sheet, e.g. a register's or a report's. */
  goToSheet(sheet: string): Promise<void>;
  /** Does what the findings propose, all in one step; rejects with `finding-changed`, and writes nothing, when a cell has changed since. */
  fix(findings: readonly Finding[]): Promise<void>;
  /** Adds the finding to Godtaganden with the reason. */
  accept(finding: Finding, reason: string): Promise<void>;
  /** Takes it back: the row leaves Godtaganden. */
  takeBack(finding: Finding): Promise<void>;
  /** Leaves out what a rule tells that is only good to know, or tells it again. */
  switchRule(ruleId: string, to: "on" | "off"): Promise<void>;
  /** Writes committee (code; "" is the whole workbook) and period into Installningar. */
  choose(choice: { readonly unit?: string; readonly period?: string }): Promise<void>;
  /** What beginning the next period would add, when the assignments with those ids go on into a new year. Writes nothing. */
  planPeriod(carry: readonly string[], work?: Work): Promise<PeriodPlan>;
  /** Begins the next period: adds the rows to be filled in, and makes it the workbook's own. */
  beginPeriod(carry: readonly string[], work?: Work): Promise<PeriodPlan>;
  /** Adds the registers of some areas of work that the workbook lacks. Nothing that is there is changed. */
  createRegisters(areas: readonly WorkArea[]): Promise<void>;
  /** Opens a sample workbook beside the open one, which is left as it is. */
  openExample(example: Example): Promise<void>;
  /** The language chosen in this workbook; null when none is, and Excel's own is then used. */
  chosenLanguage(): Promise<Language | null>;
  chooseLanguage(language: Language): Promise<void>;
}
