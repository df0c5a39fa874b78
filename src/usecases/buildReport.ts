import type { Finding } from "../registers/finding.js";
import type { ReportDocument } from "../reports/document.js";
import { keepEdits, type HandEdit } from "../reports/edits/handEdits.js";
import { memoryAfter, memoryCells, withMemory } from "../reports/edits/memory.js";
import { editsToKeep, type EditDecision, type EditedCell } from "./editDecisions.js";
import { editedCell, editsOn, planReport, type ReportPlan, type ReportRequest } from "./planReport.js";
import type { ReportWrite, ReportWritten, SheetContent, WorkbookPort } from "./port.js";
import { MEMORY_SHEET } from "./reportMemories.js";
import { contentOfSheet, sheetNamed } from "./reportSheets.js";
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
 * and `WorkbookPort.writeReport` say, and where somebody changed the report meanwhile.
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
  if (written.overwritten !== undefined) {
    const since = editsOn(plan, written.overwritten).edits.filter((edit) => !edits.some((known) => isSameEdit(known, edit)));
    if (since.length > 0) return putBack(port, plan, [...wanted, ...since], request.today, findings);
  }
  return { kind: "built", document, findings, written, keptEdits: kept.map(shown), lostEdits: lost.map(shown) };
}

/**
 * Somebody changed the report while it was being built, and what they wrote has been written over: it comes back as edits that are kept, and the next build asks about them. A third
 * request, and an undo step of its own.
 */
async function putBack(port: WorkbookPort, plan: ReportPlan, edits: readonly HandEdit[], today: number, findings: readonly Finding[]): Promise<BuildOutcome> {
  const { document, layout } = plan;
  const { layout: final, kept, lost } = keepEdits(layout, edits);
  // The charts stand, and no row moves beneath them.
  const write = reportWrite(plan, { ...final, charts: [] }, today);
  const memory = { ...write.memory, sheetExists: true, isVeryHidden: true };
  const { overwritten: _ours, ...written } = await port.writeReport({ ...write, memory, sheetIsHidden: false, standingCharts: [] });
  const shown = (edit: HandEdit) => editedCell(plan, edit);
  return { kind: "built", document, findings, written: { ...written, isOneUndoStep: false }, keptEdits: kept.map(shown), lostEdits: lost.map(shown) };
}

function isSameEdit(one: HandEdit, other: HandEdit): boolean {
  return one.row === other.row && one.column === other.column && one.is === other.is && one.isFormula === other.isFormula;
}

/** The check's findings, and those about this very report where the workbook's own committee and period are others. */
function withPrivacy({ checked, privacy }: ReportPlan): readonly Finding[] {
  const rules = new Set(privacy.map(({ ruleId }) => ruleId));
  const alike = [...checked.findings, ...checked.accepted.map(({ finding }) => finding)].filter(({ ruleId }) => rules.has(ruleId));
  const told = new Set(alike.map(({ message }) => message.sv));
  return [...checked.findings, ...privacy.filter(({ ruleId, message }) => !told.has(message.sv) && !checked.rulesOff.includes(ruleId))];
}

function reportWrite(plan: ReportPlan, final: ReportWrite["layout"], today: number): ReportWrite {
  const { definition, checked, layout, sheet, standing, memories, memory } = plan;
  const memorySheet = sheetNamed(checked.image, MEMORY_SHEET);
  return {
    report: definition.name,
    layout: final,
    asBuilt: layout.values,
    covered: extentOf(standing),
    ...(standing === undefined ? {} : { standing }),
    standingCharts: standing?.charts ?? [],
    sheetExists: sheet !== undefined,
    sheetIsHidden: sheet !== undefined && sheet.visibility !== "visible",
    reliesOn: Object.values(checked.contents).map((content) => content.register.table),
    memory: {
      sheetName: memorySheet?.name ?? MEMORY_SHEET,
      sheetExists: memorySheet !== undefined,
      isVeryHidden: memorySheet?.visibility === "veryHidden",
      // As built: an edit that is kept still shows as one the next time.
      covered: extentOf(contentOfSheet(checked.image, MEMORY_SHEET)),
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
