import type { Finding } from "../registers/finding.js";
import { registers, type RegisterContents, type RegisterKey } from "../registers/registers.js";
import type { Period } from "../registers/values/period.js";
import { reportNamed } from "../reports/reports.js";
import { registersUsed } from "./reportContent.js";
import type { ReportState } from "./reportStates.js";

export type NextStep =
  | { readonly kind: "createRegisters" }
  | { readonly kind: "choosePeriod" }
  /** Fill in a register that has no rows yet. */
  | { readonly kind: "fillIn"; readonly sheet: string }
  | { readonly kind: "mend"; readonly errors: number }
  | { readonly kind: "build"; readonly report: string };

/**
 * What is most likely to be done next: have the registers that some report rests on, choose a period, fill in, mend what is wrong, and build, first a report that
 * has not been built for the workbook's choice. What a committee gets every period comes before plans, letters and extracts.
 */
export function nextStep(
  workbook: { readonly contents: RegisterContents; readonly period: Period | null; readonly findings: readonly Finding[]; readonly reports: readonly ReportState[] },
): NextStep {
  const { contents, period, findings } = workbook;
  const possible = workbook.reports.filter(({ missing }) => missing.length === 0);
  if (possible.length === 0) return { kind: "createRegisters" };
  if (period === null) return { kind: "choosePeriod" };
  const periodic = possible.filter(({ name }) => reportNamed(name)?.isFollowUp === true);
  const candidates = (periodic.length > 0 ? periodic : possible).map((report) => ({ report, ...fillingOf(report.name, contents) }));
  const ready = candidates.filter(({ empty }) => empty.length === 0);
  const next = ready.find(({ report }) => report.built === null) ?? ready[0];
  if (next === undefined) return { kind: "fillIn", sheet: nextToFill(candidates) };
  const errors = findings.filter(({ severity }) => severity === "fel").length;
  return errors > 0 ? { kind: "mend", errors } : { kind: "build", report: next.report.name };
}

/** The registers that a report rests on: how many have rows, and the sheets of those that have none, in the order they are filled in. */
interface Filling {
  readonly filled: number;
  readonly empty: readonly string[];
}

function fillingOf(report: string, contents: RegisterContents): Filling {
  const definition = reportNamed(report);
  const needs = definition === undefined ? [] : registersUsed(definition, contents);
  const hasRows = (key: RegisterKey) => (contents[key]?.rows.length ?? 0) > 0;
  const filled = needs.filter(hasRows).length;
  // Where one register is enough, nothing is empty once one of them is filled in.
  const isEnough = definition?.needsOneOf !== undefined && filled > 0;
  const empty = isEnough ? [] : needs.filter((key) => !hasRows(key));
  return { filled, empty: empty.map((key) => contents[key]?.sheet ?? registers[key].sheet) };
}

/** The report that somebody has come furthest with says which register comes next; the first one offered, where nobody has begun. */
function nextToFill(reportsBegun: readonly Filling[]): string {
  const [nearest] = [...reportsBegun].sort((a, b) => b.filled - a.filled);
  return nearest?.empty[0] ?? "";
}
