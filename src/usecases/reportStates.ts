import { registers } from "../registers/registers.js";
import { areasOf, type WorkArea } from "../registers/workAreas.js";
import type { Period } from "../registers/values/period.js";
import { memoryOfSheet, type ReportMemory } from "../reports/edits/memory.js";
import type { ReportDefinition } from "../reports/report.js";
import { reports } from "../reports/reports.js";
import { validSheetName } from "../reports/layout/sheetText.js";
import { lacksOf, missingFor, type Lack } from "./reportContent.js";
import type { CheckedWorkbook } from "./checkWorkbook.js";
import { sheetNamed } from "./reportSheets.js";

export interface ReportState {
  /** As on the command line, e.g. "maluppfoljning". */
  readonly name: string;
  /** Sheet names of the registers without which it cannot be built. */
  readonly missing: readonly string[];
  /** Whether one of those that are missing is enough; else all are needed. */
  readonly isOneEnough: boolean;
  /** What it would be empty of, though it can be built. */
  readonly lacking: readonly Lack[];
  /** The areas of work that those registers belong to. */
  readonly areas: readonly WorkArea[];
  /** Its newest sheet for the workbook's choice; `null` when it has not been built. */
  readonly built: { readonly sheet: string; readonly changed: number | null } | null;
}

/** Every report, in the order they are offered, as it stands for the workbook's choice; without a period none is built. */
export function reportStates(checked: CheckedWorkbook, memories: readonly ReportMemory[], period: Period | null): readonly ReportState[] {
  return reports.map((definition) => reportState(definition, checked, memories, period));
}

function reportState(
  definition: ReportDefinition, { contents, settings, image }: CheckedWorkbook, memories: readonly ReportMemory[], period: Period | null,
): ReportState {
  const sheetName = period === null ? undefined : validSheetName(definition.sheetName({ unit: settings.enhet === "" ? null : settings.enhet, period }));
  const sheet = sheetName === undefined ? undefined : sheetNamed(image, sheetName);
  const missing = missingFor(definition, contents);
  return {
    name: definition.name,
    missing: missing.map((key) => registers[key].sheet),
    isOneEnough: missing.length > 0 && definition.needs.every((key) => contents[key] !== undefined),
    lacking: missing.length > 0 ? [] : lacksOf(definition, contents, period),
    // Where one is enough it is for the user to say what is to be followed up.
    areas: areasOf(definition.needs.filter((key) => contents[key] === undefined)),
    built: sheet === undefined ? null : { sheet: sheet.name, changed: memoryOfSheet(memories, sheet.name)?.changed ?? null },
  };
}
