import { addressText } from "../registers/address.js";
import type { Finding } from "../registers/finding.js";
import { registers, type RegisterContents } from "../registers/registers.js";
import { defaultSettings } from "../registers/settings.js";
import { parsePeriod } from "../registers/values/period.js";
import type { ReportDocument } from "../reports/document.js";
import { handEdits, keepEdits, type HandEdit } from "../reports/handEdits.js";
import { layoutReport, type ReportLayout } from "../reports/layout.js";
import { memoryCells, memoryOf, memoryOfSheet, readMemory, withMemory } from "../reports/memory.js";
import { shownText } from "../reports/printedText.js";
import type { ReportChoice, ReportDefinition } from "../reports/report.js";
import { reportNamed, reports } from "../reports/reports.js";
import { validSheetName } from "../reports/sheetText.js";
import { checkImage, registerTablesRequest, type CheckedWorkbook } from "./checkWorkbook.js";
import type { ReportWritten, SheetContent, SheetInfo, WorkbookImage, WorkbookPort } from "./port.js";
import { reportChoice } from "./reportChoice.js";
import { WorkbookError } from "./workbookError.js";

export interface BuildRequest {
  /** The report's name, e.g. "maluppfoljning". */
  readonly report: string;
  /** Code, name or alias of a unit; undefined is the workbook's own setting, "" every unit. */
  readonly unit: string | undefined;
  /** As people write it, e.g. "T1 2019"; undefined is the workbook's own setting. */
  readonly period: string | undefined;
  /** What to do with cells changed by hand since the report was last built. */
  readonly edits: EditDecision;
  /** Serial number of the day the report is made. */
  readonly today: number;
}

/**
 * All alike: list them and write nothing, keep them, or write over them. Or cell by cell, by `EditedCell.address`: when one is left out, or has been changed
 * again so that it no longer says what the person saw, nothing is written and the list comes back.
 */
export type EditDecision = "ask" | "keep" | "replace" | readonly DecidedEdit[];

export interface DecidedEdit {
  readonly cell: EditedCell;
  readonly decision: "keep" | "replace";
}

/** A cell changed by hand, for a person to decide about. */
export interface EditedCell {
  /** E.g. "'Måluppföljning T1 2019'!G12". */
  readonly address: string;
  /** The row and column in the report's own words. */
  readonly where: string;
  /** As people read them, e.g. "5,5 %"; "" for an empty cell, a formula as its text. */
  readonly written: string;
  readonly found: string;
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

/** Very hidden; what stands there can be lost without harm. */
export const MEMORY_SHEET = "Maltavla_minne";

/**
 * Builds a report on its own sheet, in place. Two requests: one that reads everything, one that writes and reads back. A third
 * only to put back cells that came back different, or to look at an older report that the request did not name by code and period.
 * @throws WorkbookError before anything is written, except `workbook-changed`, `connection` and `host`, which say what they left.
 */
export async function buildReport(port: WorkbookPort, request: BuildRequest): Promise<BuildOutcome> {
  const definition = definitionOf(request.report);
  const likely = likelySheet(definition, request);
  const standingReport = likely === undefined ? { sheets: [MEMORY_SHEET], newestOf: definition.name } : { sheets: [MEMORY_SHEET, likely] };
  const image = await port.read({ ...registerTablesRequest(), ...standingReport });
  const checked = checkImage(image, request.today);
  refuseMissing(definition, checked);
  const choice = reportChoice(request, checked.contents, checked.settings);
  const { document, layout } = drawReport(definition, choice, checked, request.today);

  refuseUnfit(image, layout);
  const sheet = sheetNamed(image, layout.sheetName);
  const standing = sheet === undefined ? undefined : await standingOn(port, image, layout.sheetName);
  const memories = readMemory(image.contents.get(MEMORY_SHEET)?.values ?? []);
  const memory = memoryOfSheet(memories, layout.sheetName);
  refuseForeign(memory !== undefined, standing, layout);
  const edits = handEdits(memory, standing, layout);
  const findings = checked.findings;
  if (edits.length > 0 && request.edits === "ask") {
    return { kind: "edited", document, findings, edits: edits.map((edit) => editedCell(layout.sheetName, edit)) };
  }

  const { layout: final, kept, lost } = request.edits === "keep" ? keepEdits(layout, edits) : { layout, kept: [], lost: [] };
  const written = await port.writeReport({
    report: definition.name,
    layout: final,
    covered: extentOf(standing),
    sheetExists: sheet !== undefined,
    sheetIsHidden: sheet !== undefined && sheet.visibility !== "visible",
    reliesOn: tablesUsed(checked.contents),
    memory: {
      sheetName: MEMORY_SHEET,
      sheetExists: image.contents.has(MEMORY_SHEET),
      isVeryHidden: sheetNamed(image, MEMORY_SHEET)?.visibility === "veryHidden",
      cells: memoryCells(withMemory(memories, memoryOf(layout))),
    },
  });
  return {
    kind: "built",
    document,
    findings,
    written,
    keptEdits: kept.map((edit) => editedCell(layout.sheetName, edit)),
    lostEdits: lost.map((edit) => editedCell(layout.sheetName, edit)),
  };
}

function definitionOf(name: string): ReportDefinition {
  const definition = reportNamed(name);
  if (definition === undefined) {
    const known = reports.map((report) => report.name).join(", ");
    throw new WorkbookError("report-unknown", {
      sv: `Rapporten ${name} finns inte. Rapporter som finns: ${known}.`,
      en: `There is no report called ${name}. Reports that exist: ${known}.`,
    });
  }
  return definition;
}

/**
 * The sheet that unit and period, where both are given, most likely mean: asked for before the workbook's own settings and names are known. A guess that
 * is wrong (a unit by its name, another rhythm of reporting) costs a request.
 */
function likelySheet(definition: ReportDefinition, { unit, period }: BuildRequest): string | undefined {
  const read = period === undefined ? null : parsePeriod(period, defaultSettings);
  return unit === undefined || read === null ? undefined : validSheetName(definition.sheetName({ unit: unit === "" ? null : unit, period: read }));
}

function refuseMissing(definition: ReportDefinition, { contents }: CheckedWorkbook): void {
  const missing = definition.needs.filter((key) => contents[key] === undefined).map((key) => registers[key].table);
  if (missing.length > 0) {
    throw new WorkbookError("register-missing", {
      sv: `Rapporten ${definition.title} behöver ${missing.join(", ")}, som inte går att läsa i arbetsboken. Inget har skrivits. Kontrollera arbetsboken: anmärkningarna säger vad som fattas.`,
      en: `The report ${definition.title} needs ${missing.join(", ")}, which cannot be read in the workbook. Nothing has been written. Check the workbook: the findings say what is missing.`,
    });
  }
}

function drawReport(
  definition: ReportDefinition,
  choice: ReportChoice,
  { contents, settings }: CheckedWorkbook,
  today: number,
): { document: ReportDocument; layout: ReportLayout } {
  const document = definition.build({ ...choice, contents, settings, date: today });
  const layout = layoutReport(document);
  return { document, layout };
}

/** Refuses when a sheet that is to be written to cannot be. */
function refuseUnfit(image: WorkbookImage, layout: ReportLayout): void {
  const sheet = sheetNamed(image, layout.sheetName);
  if (sheet?.isProtected === true) {
    throw new WorkbookError("sheet-protected", {
      sv: `Bladet ${sheet.name} är skyddat. Inget har skrivits. Ta bort skyddet under Granska och bygg igen.`,
      en: `The sheet ${sheet.name} is protected. Nothing has been written. Remove the protection on the Review tab and build again.`,
    });
  }
  if (sheetNamed(image, MEMORY_SHEET)?.isProtected === true) {
    throw new WorkbookError("sheet-protected", {
      sv: `Det dolda bladet ${MEMORY_SHEET}, där Måltavla minns sina rapporter, är skyddat. Inget har skrivits. Ta bort skyddet på samma sätt som det sattes, och bygg igen.`,
      en: `The hidden sheet ${MEMORY_SHEET}, where Måltavla remembers its reports, is protected. Nothing has been written. Remove the protection the same way it was set, and build again.`,
    });
  }
  const table = image.allTables.find((candidate) => sameName(candidate.sheet, layout.sheetName));
  if (table !== undefined) {
    throw new WorkbookError("table-on-report", {
      sv: `På bladet ${layout.sheetName} finns tabellen ${table.name}. Inget har skrivits. Flytta tabellen till ett annat blad och bygg igen.`,
      en: `The table ${table.name} is on the sheet ${layout.sheetName}. Nothing has been written. Move the table to another sheet and build again.`,
    });
  }
}

function sheetNamed(image: WorkbookImage, wanted: string): SheetInfo | undefined {
  return image.sheets.find(({ name }) => sameName(name, wanted));
}

/** What stands on the report's sheet: it came with the first request, unless it was neither the newest nor the one guessed at. */
async function standingOn(port: WorkbookPort, image: WorkbookImage, sheetName: string): Promise<SheetContent | undefined> {
  const inHand = [...image.contents].find(([name]) => sameName(name, sheetName));
  if (inHand !== undefined) {
    return inHand[1];
  }
  const again = await port.read({ tables: [], sheets: [sheetName] });
  return [...again.contents.values()][0];
}

/** A sheet that has our name but neither our memory nor our title is somebody else's. */
function refuseForeign(remembered: boolean, standing: SheetContent | undefined, layout: ReportLayout): void {
  const isEmpty = standing === undefined || standing.values.length === 0;
  const title = layout.values[0]?.[0];
  const isOurs = standing?.row === 0 && standing.column === 0 && standing.values[0]?.[0] === title;
  if (!remembered && !isEmpty && !isOurs) {
    throw new WorkbookError("sheet-not-ours", {
      sv: `Det finns redan ett blad som heter ${layout.sheetName}, och det är inte byggt av Måltavla. Inget har skrivits. Byt namn på bladet och bygg igen.`,
      en: `There is already a sheet called ${layout.sheetName}, and Måltavla did not build it. Nothing has been written. Rename the sheet and build again.`,
    });
  }
}

function extentOf(standing: SheetContent | undefined): { rows: number; columns: number } {
  if (standing === undefined || standing.values.length === 0) {
    return { rows: 0, columns: 0 };
  }
  return { rows: standing.row + standing.values.length, columns: standing.column + (standing.values[0]?.length ?? 0) };
}

function tablesUsed(contents: RegisterContents): string[] {
  return Object.values(contents).map((content) => content.register.table);
}

function editedCell(sheet: string, { row, column, where, was, is, numberFormat }: HandEdit): EditedCell {
  return { address: addressText({ sheet, row, column }), where, written: shownText(was, numberFormat), found: shownText(is, numberFormat) };
}

/** Excel tells sheets apart without regard to case. */
function sameName(a: string, b: string): boolean {
  return a.toLocaleLowerCase("sv") === b.toLocaleLowerCase("sv");
}
