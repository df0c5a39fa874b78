/** What is measured: a check and a build of Måluppföljning, whoever answers them. */
import { buildReport } from "../src/usecases/buildReport.js";
import { checkWorkbook } from "../src/usecases/checkWorkbook.js";
import type { ReportWritten, WorkbookImage, WorkbookPort } from "../src/usecases/port.js";

/** Serial number of the day that reports are made: the tertial is over (2024-05-15). */
const DAY = 45_427;

export type CommandName = "check" | "build";

export const commands: Readonly<Record<CommandName, (port: WorkbookPort) => Promise<unknown>>> = {
  check: (port) => checkWorkbook(port, DAY),
  build: (port) => buildReport(port, { report: "maluppfoljning", unit: undefined, period: undefined, edits: "replace", today: DAY }),
};

export const COMMANDS: readonly CommandName[] = ["check", "build"];

/** What the port answered, in order. */
export interface Answers {
  readonly images: readonly WorkbookImage[];
  readonly written: readonly ReportWritten[];
}

export type AnswersOf = Readonly<Record<CommandName, Answers>>;

/** Whether what another process left is its answers. */
export function areAnswers(left: unknown): left is AnswersOf {
  return typeof left === "object" && left !== null && COMMANDS.every((command) => command in left);
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
