import type { Finding } from "../registers/finding.js";
import { areaReference } from "../registers/address.js";
import { changedCells } from "../reports/edits/changedCells.js";
import type { EditedCell } from "./editDecisions.js";
import { editedCell, planReport, type ReportRequest } from "./planReport.js";
import type { WorkbookPort } from "./port.js";
import type { Work } from "./work.js";

/** "Det här skrivs": what a build would do, found out without writing anything. */
export interface ReportPreview {
  readonly title: string;
  readonly unitName: string;
  readonly periodLabel: string;
  readonly sheet: string;
  /** Whether the sheet is there already, and is rebuilt in place. */
  readonly sheetExists: boolean;
  /** Area of the sheet that will be written, e.g. "A1:H42". */
  readonly address: string;
  readonly tables: number;
  /** Rows of those tables. */
  readonly rows: number;
  /**
   * Cells of the standing report that would get another value, edits by hand and the printed day aside; all of them on a new sheet. 0 means that nothing
   * has changed.
   */
  readonly changedCells: number;
  readonly edits: readonly EditedCell[];
  /** Open findings of severity fel: the report can be built all the same. */
  readonly errors: readonly Finding[];
  /** What a public report leaves out, so that it tells of no individual. */
  readonly privacy: readonly Finding[];
}

/**
 * What a build of the report would write. One request, or two as `planReport` says; writes nothing.
 * @throws WorkbookError as a build would before it writes
 */
export async function previewReport(port: WorkbookPort, request: ReportRequest, work?: Work): Promise<ReportPreview> {
  const plan = await planReport(port, request, work);
  const { document, layout, checked } = plan;
  return {
    title: document.title,
    unitName: document.unitName,
    periodLabel: document.periodLabel,
    sheet: layout.sheetName,
    sheetExists: plan.sheet !== undefined,
    address: areaReference({ row: 0, column: 0, rows: layout.values.length, columns: layout.columnWidths.length }),
    tables: layout.tables.length,
    rows: document.blocks.reduce((rows, block) => (block.kind === "table" ? rows + block.rows.length : rows), 0),
    changedCells: changedCells(plan.memory, plan.standing, layout, plan.edits),
    edits: plan.edits.map((edit) => editedCell(plan, edit)),
    errors: checked.findings.filter(({ severity }) => severity === "fel"),
    privacy: plan.privacy,
  };
}
