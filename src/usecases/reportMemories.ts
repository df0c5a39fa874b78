import { readMemory, type ReportMemory } from "../reports/edits/memory.js";
import type { WorkbookImage } from "./port.js";
import { contentOfSheet } from "./reportSheets.js";

/** Very hidden; what stands there can be lost without harm. */
export const MEMORY_SHEET = "Maltavla_minne";

/** What the workbook remembers of the reports in it; its memory sheet must have been asked for. */
export function memoriesIn(image: WorkbookImage): readonly ReportMemory[] {
  return readMemory(contentOfSheet(image, MEMORY_SHEET)?.values ?? []);
}
