import { registers } from "../registers/registers.js";
import { isUnfinished } from "../reports/edits/unfinishedReport.js";
import type { ReportLayout } from "../reports/layout/layout.js";
import type { ReportDefinition } from "../reports/report.js";
import { reportNamed, reports } from "../reports/reports.js";
import type { CheckedWorkbook } from "./checkWorkbook.js";
import type { SheetContent, WorkbookImage } from "./port.js";
import { refuseLockedStructure } from "./protectedSheets.js";
import { MEMORY_SHEET } from "./reportMemories.js";
import { missingFor } from "./reportContent.js";
import { sameSheetName, sheetNamed } from "./reportSheets.js";
import { WorkbookError } from "./workbookError.js";

/** @throws WorkbookError `report-unknown` */
export function definitionOf(name: string): ReportDefinition {
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

/** @throws WorkbookError `register-missing` */
export function refuseMissing(definition: ReportDefinition, { contents }: CheckedWorkbook): void {
  const missing = missingFor(definition, contents).map((key) => registers[key].table);
  if (missing.length > 0 && definition.needsOneOf !== undefined) {
    throw new WorkbookError("register-missing", {
      sv: `Rapporten ${definition.title} behöver minst ett av ${missing.join(", ")}, och inget av dem finns eller går att läsa i arbetsboken. Inget har skrivits. Skapa register för det som ni följer upp, eller kontrollera arbetsboken.`,
      en: `The report ${definition.title} needs at least one of ${missing.join(", ")}, and none of them is there or can be read in the workbook. Nothing has been written. Create registers for what you follow up, or check the workbook.`,
    });
  }
  if (missing.length > 0) {
    throw new WorkbookError("register-missing", {
      sv: `Rapporten ${definition.title} behöver ${missing.join(", ")}, som inte finns eller inte går att läsa i arbetsboken. Inget har skrivits. Skapa register som saknas, eller kontrollera arbetsboken: anmärkningarna säger om ett register har fått ett annat namn eller saknar kolumner.`,
      en: `The report ${definition.title} needs ${missing.join(", ")}, which is not there or cannot be read in the workbook. Nothing has been written. Create the missing registers, or check the workbook: the findings say whether a register has got another name or lacks columns.`,
    });
  }
}

const ROWS_OF_A_SHEET = 1_048_576;
const COLUMNS_OF_A_SHEET = 16_384;

/**
 * Refuses when a sheet that is to be written to cannot be, or cannot hold the report.
 * @throws WorkbookError `sheet-protected`, `table-on-report`, `too-large`
 */
export function refuseUnfit(image: WorkbookImage, { sheetName, values, columnWidths }: ReportLayout): void {
  if (values.length > ROWS_OF_A_SHEET || columnWidths.length > COLUMNS_OF_A_SHEET) {
    throw new WorkbookError("too-large", {
      sv: `Rapporten skulle få ${values.length} rader och ${columnWidths.length} kolumner, och ett blad har 1 048 576 rader och 16 384 kolumner. Inget har skrivits. Välj en enhet i taget och bygg igen.`,
      en: `The report would get ${values.length} rows and ${columnWidths.length} columns, and a sheet has 1,048,576 rows and 16,384 columns. Nothing has been written. Choose one unit at a time and build again.`,
    });
  }
  const sheet = sheetNamed(image, sheetName);
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
  const table = image.allTables.find((candidate) => sameSheetName(candidate.sheet, sheetName));
  if (table !== undefined) {
    throw new WorkbookError("table-on-report", {
      sv: `På bladet ${sheetName} finns tabellen ${table.name}. Inget har skrivits. Flytta tabellen till ett annat blad och bygg igen.`,
      en: `The table ${table.name} is on the sheet ${sheetName}. Nothing has been written. Move the table to another sheet and build again.`,
    });
  }
}

/**
 * A report that stands can be rebuilt where no sheet can be added; no other.
 * @throws WorkbookError `workbook-protected`
 */
export function refuseUnreachable(image: WorkbookImage, { sheetName }: ReportLayout): void {
  const isReady = sheetNamed(image, sheetName)?.visibility === "visible" && sheetNamed(image, MEMORY_SHEET)?.visibility === "veryHidden";
  if (!isReady) refuseLockedStructure(image);
}

/**
 * A sheet that has our name but neither our memory nor our title is somebody else's.
 * @throws WorkbookError `sheet-not-ours`
 */
export function refuseForeign(isRemembered: boolean, standing: SheetContent | undefined, layout: ReportLayout): void {
  const isEmpty = standing === undefined || standing.values.length === 0;
  const title = layout.values[0]?.[0];
  const isOurs = standing?.row === 0 && standing.column === 0 && (standing.values[0]?.[0] === title || isUnfinished(standing));
  if (!isRemembered && !isEmpty && !isOurs) {
    throw new WorkbookError("sheet-not-ours", {
      sv: `Det finns redan ett blad som heter ${layout.sheetName}, och det är inte byggt av Måltavla. Inget har skrivits. Byt namn på bladet och bygg igen.`,
      en: `There is already a sheet called ${layout.sheetName}, and Måltavla did not build it. Nothing has been written. Rename the sheet and build again.`,
    });
  }
}
