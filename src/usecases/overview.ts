import type { Finding } from "../registers/finding.js";
import type { RegisterKey } from "../registers/registers.js";

/** What the pane shows of a workbook: made from one reading of it. */
export interface Overview {
  /**
   * "registers": at least one register is there. "foreign": none is, but sheets hold something. "empty": nothing is there.
   */
  readonly state: "registers" | "foreign" | "empty";
  /** Names of visible sheets that hold something, of a workbook without registers; else empty. */
  readonly foundSheets: readonly string[];
  /** The workbook's committee and period, from Installningar. */
  readonly choice: WorkbookChoice;
  /** Committees and units to choose among, in the order of reports. */
  readonly units: readonly { readonly code: string; readonly name: string }[];
  /** Periods that the workbook holds something for, and its own, newest first, as printed: "T2 2021". */
  readonly periods: readonly string[];
  /** The registers that the workbook has, in the order of their sheets. */
  readonly registers: readonly RegisterState[];
  /** Sheet names of the registers that it lacks. */
  readonly missingRegisters: readonly string[];
  /** What the chosen committee has filled in for the chosen period; empty when no period is chosen or nothing is due. */
  readonly progress: readonly Progress[];
  /** Open findings, the most serious first. */
  readonly findings: readonly Finding[];
  /** Findings that somebody has accepted, with the reason. */
  readonly accepted: readonly AcceptedFinding[];
  readonly reports: readonly ReportState[];
  /** The likely next step. */
  readonly next: NextStep;
}

export interface WorkbookChoice {
  /** `null` is the whole workbook. */
  readonly unit: { readonly code: string; readonly name: string } | null;
  /** As printed, e.g. "T1 2019"; `null` when none is chosen, or none that can be read. */
  readonly period: string | null;
}

export interface RegisterState {
  readonly key: RegisterKey;
  readonly table: string;
  readonly sheet: string;
  /** Rows that could be used. */
  readonly rows: number;
}

export interface Progress {
  /** Outcomes of measures, or follow-ups (with a status) of assignments. */
  readonly what: "outcomes" | "followUps";
  readonly done: number;
  readonly of: number;
}

export interface AcceptedFinding {
  readonly finding: Finding;
  readonly reason: string;
  /** Serial number. */
  readonly date: number;
}

export interface ReportState {
  /** As on the command line, e.g. "maluppfoljning". */
  readonly name: string;
  /** Sheet names of the registers without which it cannot be built. */
  readonly missing: readonly string[];
  /** Its newest sheet for the workbook's choice; `null` when it has not been built. */
  readonly built: { readonly sheet: string; readonly changed: number | null } | null;
}

export type NextStep =
  | { readonly kind: "createRegisters" }
  | { readonly kind: "choosePeriod" }
  /** Fill in a register that has no rows yet. */
  | { readonly kind: "fillIn"; readonly sheet: string }
  | { readonly kind: "mend"; readonly errors: number }
  | { readonly kind: "build"; readonly report: string };
