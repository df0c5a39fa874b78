import type { Finding } from "../registers/finding.js";
import type { RegisterContents, RegisterKey } from "../registers/registers.js";
import type { Settings } from "../registers/settings.js";
import type { Period } from "../registers/values/period.js";
import type { Audience, ReportDocument } from "./document.js";

/** What the user chooses before a report is built. */
export interface ReportChoice {
  /** Code of a committee or unit in Enheter; `null` is the whole workbook. */
  readonly unit: string | null;
  readonly period: Period;
}

/** Everything a report is made from; the same input always gives the same document. */
export interface ReportInput extends ReportChoice {
  readonly contents: RegisterContents;
  readonly settings: Settings;
  /** Serial number of the day the report is made. */
  readonly date: number;
  /** What the check of the workbook found and nobody has accepted; absent where nobody has checked. */
  readonly findings?: readonly Finding[];
}

/** One kind of report. Adding a report is a definition and a line in reports.ts. */
export interface ReportDefinition {
  /** As on the command line: lower case, ASCII. */
  readonly name: string;
  readonly title: string;
  /** One Swedish sentence: what the report is for. */
  readonly purpose: string;
  readonly audience: Audience;
  /** What a committee gets every period: the likely next one to build, before plans, letters and extracts. */
  readonly isFollowUp?: true;
  /** The registers without which it cannot be made. */
  readonly needs: readonly RegisterKey[];
  /** Registers of which one is enough, where none in particular is needed. */
  readonly needsOneOf?: readonly RegisterKey[];
  /** The sheet it is built on: one per choice, so that a rebuild finds its place again. */
  sheetName(choice: ReportChoice): string;
  build(input: ReportInput): ReportDocument;
}
