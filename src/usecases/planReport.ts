import { addressText } from "../registers/address.js";
import type { Finding } from "../registers/finding.js";
import { defaultSettings } from "../registers/settings.js";
import { parsePeriod } from "../registers/values/period.js";
import type { ReportDocument } from "../reports/document.js";
import { handEdits, type HandEdit } from "../reports/edits/handEdits.js";
import { editsOfUnfinished, isUnfinished } from "../reports/edits/unfinishedReport.js";
import { layoutReport, type ReportLayout } from "../reports/layout/layout.js";
import { memoryOfSheet, type ReportMemory } from "../reports/edits/memory.js";
import { editsToAskAbout, guardedReport } from "../reports/privacy/publicFindings.js";
import { shownText } from "../reports/parts/printedText.js";
import type { ReportDefinition } from "../reports/report.js";
import { validSheetName } from "../reports/layout/sheetText.js";
import type { EditedCell } from "./editDecisions.js";
import { checkImage, registerTablesRequest, type CheckedWorkbook } from "./checkWorkbook.js";
import type { SheetContent, SheetInfo, WorkbookImage, WorkbookPort } from "./port.js";
import { reportChoice } from "./reportChoice.js";
import { MEMORY_SHEET, memoriesIn } from "./reportMemories.js";
import { definitionOf, refuseForeign, refuseUnreachable, refuseMissing, refuseUnfit } from "./reportRefusals.js";
import { contentOfSheet, sheetNamed } from "./reportSheets.js";
import { goOn, type Work } from "./work.js";

/** Which report, for whom and when. */
export interface ReportRequest {
  /** The report's name, e.g. "maluppfoljning". */
  readonly report: string;
  /** Code, name or alias of a unit; undefined is the workbook's own setting, "" every unit. */
  readonly unit: string | undefined;
  /** As people write it, e.g. "T1 2019"; undefined is the workbook's own setting. */
  readonly period: string | undefined;
  /** Serial number of the day the report is made. */
  readonly today: number;
}

/** A report drawn and held against the workbook: everything a build rests on, before anything is written. */
export interface ReportPlan {
  readonly definition: ReportDefinition;
  readonly checked: CheckedWorkbook;
  /** Guarded: a public one holds nothing that tells of an individual. */
  readonly document: ReportDocument;
  /** What has been taken out of a public document or held back in it; of severity varning what somebody should do something about. */
  readonly privacy: readonly Finding[];
  /** As built, without edits. */
  readonly layout: ReportLayout;
  /** The sheet it is rebuilt on; undefined when one is to be added. */
  readonly sheet: SheetInfo | undefined;
  /** What stands there now. */
  readonly standing: SheetContent | undefined;
  readonly memories: readonly ReportMemory[];
  /** What was written there last; undefined when nobody remembers. */
  readonly memory: ReportMemory | undefined;
  /** Cells of the standing report that were changed by hand, and may be kept. */
  readonly edits: readonly HandEdit[];
}

/**
 * Reads the workbook, checks it and draws the report. Every check comes here, and nothing is written. One request; a second only to look at an older
 * report that the request did not name by code and period.
 * @throws WorkbookError when the report cannot be built, or the work is stopped
 */
export async function planReport(port: WorkbookPort, request: ReportRequest, work?: Work): Promise<ReportPlan> {
  const definition = definitionOf(request.report);
  goOn(work, "reading");
  const likely = likelySheet(definition, request);
  const standingReport = likely === undefined ? { sheets: [MEMORY_SHEET], newestOf: definition.name } : { sheets: [MEMORY_SHEET, likely] };
  const image = await port.read({ ...registerTablesRequest(), ...standingReport, valuesOnly: [MEMORY_SHEET] });
  goOn(work, "checking");
  const checked = checkImage(image, request.today);
  refuseMissing(definition, checked);
  const choice = reportChoice(request, checked.contents, checked.settings);
  const { contents, settings, findings: found } = checked;
  const { document, findings } = guardedReport(definition, { ...choice, contents, settings, date: request.today, findings: found });
  const layout = layoutReport(document);

  refuseUnfit(image, layout);
  refuseUnreachable(image, layout);
  const sheet = sheetNamed(image, layout.sheetName);
  const standing = sheet === undefined ? undefined : await standingOn(port, image, layout.sheetName, work);
  const memories = memoriesIn(image);
  const memory = memoryOfSheet(memories, layout.sheetName);
  refuseForeign(memory !== undefined, standing, layout);
  const asked = editsOn({ definition, checked, document, layout, memory }, standing);
  return { definition, checked, document, privacy: [...findings, ...asked.findings], layout, sheet, standing, memories, memory, edits: asked.edits };
}

/** The cells of what stands that were changed by hand and may be kept, and what is told of those that may not. */
export function editsOn({ definition, checked, document, layout, memory }: Pick<ReportPlan, "definition" | "checked" | "document" | "layout" | "memory">, standing: SheetContent | undefined) {
  const cellOf = ({ row, column }: HandEdit) => addressText({ sheet: layout.sheetName, row, column });
  return editsToAskAbout(definition, document, editsStanding(memory, standing, layout), checked.contents, cellOf);
}

function editsStanding(memory: ReportMemory | undefined, standing: SheetContent | undefined, layout: ReportLayout): readonly HandEdit[] {
  const edits = handEdits(memory, standing, layout);
  return isUnfinished(standing) ? editsOfUnfinished(edits) : edits;
}

/**
 * The sheet that unit and period, where both are given, most likely mean: asked for before the workbook's own settings and names are known. A guess that
 * is wrong (a unit by its name, another rhythm of reporting) costs a request.
 */
function likelySheet(definition: ReportDefinition, { unit, period }: ReportRequest): string | undefined {
  const read = period === undefined ? null : parsePeriod(period, defaultSettings);
  return unit === undefined || read === null ? undefined : validSheetName(definition.sheetName({ unit: unit === "" ? null : unit, period: read }));
}

/** What stands on the report's sheet: it came with the first request, unless it was neither the newest nor the one guessed at. */
async function standingOn(port: WorkbookPort, image: WorkbookImage, sheetName: string, work: Work | undefined): Promise<SheetContent | undefined> {
  const inHand = contentOfSheet(image, sheetName);
  if (inHand !== undefined) return inHand;
  goOn(work, "reading");
  const again = await port.read({ tables: [], sheets: [sheetName] });
  return contentOfSheet(again, sheetName);
}

/** The edit as a person decides about it. */
export function editedCell({ layout }: ReportPlan, { row, column, where, was, is, numberFormat }: HandEdit): EditedCell {
  return { address: addressText({ sheet: layout.sheetName, row, column }), where, written: shownText(was, numberFormat), found: shownText(is, numberFormat) };
}
