import type { CellAddress } from "../../registers/cell.js";
import type { Column } from "../../registers/column.js";
import type { Finding, Severity } from "../../registers/finding.js";
import { registers } from "../../registers/registers.js";
import type { IntakePreview, PreviewTable } from "../../usecases/takeIn/intakePreview.js";

const SERIOUSNESS = { fel: 0, varning: 1, upplysning: 2 } as const satisfies Record<Severity, number>;

/** The findings of each table by its id, the most serious first; those about nothing that a table holds stand under "". */
export function findingsByTable({ tables, findings }: Pick<IntakePreview, "tables" | "findings">): ReadonlyMap<string, readonly Finding[]> {
  const byTable = new Map<string, Finding[]>();
  for (const finding of toldOnce(findings)) {
    const id = (finding.at === undefined ? undefined : tableAt(tables, finding.at))?.id ?? "";
    byTable.set(id, [...(byTable.get(id) ?? []), finding]);
  }
  for (const own of byTable.values()) {
    own.sort((a, b) => SERIOUSNESS[a.severity] - SERIOUSNESS[b.severity] || (a.at?.row ?? 0) - (b.at?.row ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0));
  }
  return byTable;
}

/** What is said of a cell once: one that holds for several rows is read for each of them. */
export function toldOnce(findings: readonly Finding[]): readonly Finding[] {
  const byPlace = new Map(findings.map((finding) => [JSON.stringify([finding.ruleId, finding.at, finding.message.sv]), finding]));
  return [...byPlace.values()];
}

/** Findings that say the same of several cells, in the order that each is first said. */
export function saidTogether(findings: readonly Finding[]): readonly (readonly [first: Finding, ...others: readonly Finding[]])[] {
  const together = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.severity, finding.message.sv]);
    const before = together.get(key);
    if (before === undefined) together.set(key, [finding]);
    else before.push(finding);
  }
  return [...together.values()];
}

/** The columns ("register.key") that rows of a table need and that nothing tells: what a value for the whole table can be given for. */
export function lackedColumns(findings: readonly Finding[]): readonly string[] {
  const lacked = findings.filter(({ ruleId }) => ruleId === "inlasning.saknas").flatMap(({ register: table, column: header }) =>
    Object.entries(registers).flatMap(([name, register]) =>
      register.table !== table ? [] : Object.entries<Column>(register.columns).flatMap(([key, column]) => (column.header === header && column.kind !== "period" && column.kind !== "id" ? [`${name}.${key}`] : [])),
    ),
  );
  return [...new Set(lacked)];
}

/** Rules of rows that a register does not take as they are. */
const STAYS_OUT: ReadonlySet<string> = new Set(["uppdatering.ofullstandig-rad", "uppdatering.oanvandbar-rad", "inlasning.rad-utan-namn"]);

/** How many of the source's rows some register does not take in, because of what they lack. */
export function rowsOut(findings: readonly Finding[]): number {
  return new Set(findings.flatMap(({ ruleId, at }) => (at !== undefined && STAYS_OUT.has(ruleId) ? [`${at.sheet}!${at.row}`] : []))).size;
}

/**
 * The table that a cell of its sheet belongs to: the nearest one that begins above it, and among those beside each other the one whose columns it stands under. What
 * stands above every table is the title of the first.
 */
function tableAt(tables: readonly PreviewTable[], at: CellAddress): PreviewTable | undefined {
  const onSheet = tables.filter(({ sheet }) => sheet === at.sheet).sort((a, b) => topOf(b) - topOf(a) || leftOf(b) - leftOf(a));
  const above = onSheet.filter((table) => topOf(table) <= at.row);
  return above.find(({ columns }) => columns.some((column) => column.at.column === at.column)) ?? above[0] ?? onSheet.at(-1);
}

function topOf({ columns }: PreviewTable): number {
  return Math.min(...columns.map(({ at }) => at.row));
}

function leftOf({ columns }: PreviewTable): number {
  return Math.min(...columns.map(({ at }) => at.column));
}
