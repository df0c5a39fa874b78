/** What is measured: a check and a build of Måluppföljning, whoever answers them. */
import { readRegisters } from "../src/registers/readRegisters.js";
import { layoutReport } from "../src/reports/layout/layout.js";
import { maluppfoljning } from "../src/reports/maluppfoljning/maluppfoljning.js";
import { buildReport } from "../src/usecases/buildReport.js";
import { checkWorkbook } from "../src/usecases/checkWorkbook.js";
import type { ReportWritten, WorkbookImage, WorkbookPort } from "../src/usecases/port.js";
import { reportChoice } from "../src/usecases/reportChoice.js";

/** Serial number of the day that reports are made: the tertial is over (2024-05-15). */
const DAY = 45_427;

export type CommandName = "check" | "build";

export const commands: Readonly<Record<CommandName, (port: WorkbookPort) => Promise<unknown>>> = {
  check: (port) => checkWorkbook(port, DAY),
  build: (port) => buildReport(port, { report: "maluppfoljning", unit: undefined, period: undefined, edits: "replace", today: DAY }),
};

export const COMMANDS: readonly CommandName[] = ["check", "build"];

/** What the script does, and no more: the registers read, and the table computed and laid out. No rules are run, and nothing of what stands in the workbook is remembered or compared. */
export function tableAlone({ tables, sheets, allTables }: WorkbookImage): void {
  const { contents, settings } = readRegisters(tables, { sheets, tables: allTables });
  const choice = reportChoice({ unit: undefined, period: undefined }, contents, settings);
  layoutReport(maluppfoljning.build({ ...choice, contents, settings, date: DAY, findings: [] }));
}

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
