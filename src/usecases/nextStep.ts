import type { Finding } from "../registers/finding.js";
import { registers, type RegisterContents } from "../registers/registers.js";
import type { Period } from "../registers/values/period.js";
import { reports } from "../reports/reports.js";
import type { NextStep, ReportState } from "./overview.js";

/**
 * What is most likely to be done next: have the registers that some report rests on, choose a period, fill in, mend what is wrong, and build, first a report that
 * has not been built for the workbook's choice.
 */
export function nextStep(
  workbook: { readonly contents: RegisterContents; readonly period: Period | null; readonly findings: readonly Finding[]; readonly reports: readonly ReportState[] },
): NextStep {
  const { contents, period, findings } = workbook;
  const possible = workbook.reports.filter(({ missing }) => missing.length === 0);
  const [first] = possible;
  if (first === undefined) return { kind: "createRegisters" };
  if (period === null) return { kind: "choosePeriod" };
  const filled = possible.filter(({ name }) => emptyRegisters(name, contents).length === 0);
  if (filled.length === 0) return { kind: "fillIn", sheet: fewestEmpty(possible.map(({ name }) => emptyRegisters(name, contents))) };
  const errors = findings.filter(({ severity }) => severity === "fel").length;
  if (errors > 0) return { kind: "mend", errors };
  const report = filled.find(({ built }) => built === null) ?? filled[0] ?? first;
  return { kind: "build", report: report.name };
}

/** Sheets of the registers that the report rests on and that have no rows yet, in the order that they are filled in. */
function emptyRegisters(report: string, contents: RegisterContents): readonly string[] {
  const needs = reports.find(({ name }) => name === report)?.needs ?? [];
  return needs.filter((key) => (contents[key]?.rows.length ?? 0) === 0).map((key) => contents[key]?.sheet ?? registers[key].sheet);
}

/** The report that the workbook has come furthest with says which register comes next. */
function fewestEmpty(empty: readonly (readonly string[])[]): string {
  const [nearest] = [...empty].sort((a, b) => a.length - b.length);
  return nearest?.[0] ?? "";
}
