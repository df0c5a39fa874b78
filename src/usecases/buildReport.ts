import type { Finding } from "../registers/finding.js";
import type { ReportDocument } from "../reports/document.js";
import { keepEdits } from "../reports/edits/handEdits.js";
import { memoryAfter, memoryCells, withMemory } from "../reports/edits/memory.js";
import { editsToKeep, type EditDecision, type EditedCell } from "./editDecisions.js";
import { editedCell, planReport, type ReportPlan, type ReportRequest } from "./planReport.js";
import type { ReportWrite, ReportWritten, SheetContent, WorkbookPort } from "./port.js";
import { MEMORY_SHEET } from "./reportMemories.js";
import { sheetNamed } from "./reportSheets.js";
import { goOn, type Work } from "./work.js";

export type { DecidedEdit, EditDecision, EditedCell } from "./editDecisions.js";

export interface BuildRequest extends ReportRequest {
  /** What to do with cells changed by hand since the report was last built. */
  readonly edits: EditDecision;
}

export type BuildOutcome =
  | {
      readonly kind: "built";
      readonly document: ReportDocument;
      readonly findings: readonly Finding[];
      readonly written: ReportWritten;
      readonly keptEdits: readonly EditedCell[];
      /** Edits to keep whose row or column is no longer in the report: they stand as notes below it. */
      readonly lostEdits: readonly EditedCell[];
    }
  /** Nothing has been written: somebody has to say what happens to these cells. */
  | { readonly kind: "edited"; readonly document: ReportDocument; readonly findings: readonly Finding[]; readonly edits: readonly EditedCell[] };

/**
 * Builds a report on its own sheet, in place. Two requests: one that reads everything, one that writes and reads back. A third only as `planReport`
 * and `WorkbookPort.writeReport` say.
 * @throws WorkbookError before anything is written, except `workbook-changed`, `connection` and `host`, which say what they left
 */
export async function buildReport(port: WorkbookPort, request: BuildRequest, work?: Work): Promise<BuildOutcome> {
  const plan = await planReport(port, request, work);
  const { document, edits, layout } = plan;
  const findings = withPrivacy(plan);
  const shown = (edit: (typeof edits)[number]) => editedCell(plan, edit);
  const wanted = editsToKeep(edits, shown, request.edits);
  if (wanted === undefined) {
    return { kind: "edited", document, findings, edits: edits.map(shown) };
  }
  const { layout: final, kept, lost } = wanted.length === 0 ? { layout, kept: [], lost: [] } : keepEdits(layout, wanted);
  goOn(work, "writing");
  const written = await port.writeReport(reportWrite(plan, final, request.today));
  return { kind: "built", document, findings, written, keptEdits: kept.map(shown), lostEdits: lost.map(shown) };
}

/** The check's findings, and those about this very report where the workbook's own committee and period are others. */
function withPrivacy({ checked, privacy }: ReportPlan): readonly Finding[] {
  const told = new Set([...checked.findings, ...checked.accepted.map(({ finding }) => finding)].map(({ message }) => message.sv));
  return [...checked.findings, ...privacy.filter(({ ruleId, message }) => !told.has(message.sv) && !checked.rulesOff.includes(ruleId))];
}

function reportWrite(plan: ReportPlan, final: ReportWrite["layout"], today: number): ReportWrite {
  const { definition, checked, layout, sheet, standing, memories, memory } = plan;
  const memorySheet = sheetNamed(checked.image, MEMORY_SHEET);
  return {
    report: definition.name,
    layout: final,
    covered: extentOf(standing),
    standingCharts: standing?.charts ?? [],
    sheetExists: sheet !== undefined,
    sheetIsHidden: sheet !== undefined && sheet.visibility !== "visible",
    reliesOn: Object.values(checked.contents).map((content) => content.register.table),
    memory: {
      sheetName: memorySheet?.name ?? MEMORY_SHEET,
      sheetExists: memorySheet !== undefined,
      isVeryHidden: memorySheet?.visibility === "veryHidden",
      // As built: an edit that is kept still shows as one the next time.
      cells: memoryCells(withMemory(memories, memoryAfter(memory, layout, today))),
    },
  };
}

function extentOf(standing: SheetContent | undefined): ReportWrite["covered"] {
  if (standing === undefined || standing.values.length === 0) {
    return { rows: 0, columns: 0 };
  }
  return { rows: standing.row + standing.values.length, columns: standing.column + (standing.values[0]?.length ?? 0) };
}
