/** The .xlsx file model: open, create, and what can go wrong. */
import type { Language } from "./book.js";
import { checkSheetName } from "./names.js";
import { newPackage } from "./newWorkbook.js";
import type { Workbook } from "./model.js";
import { OpcPackage } from "./package.js";
import { WorkbookFile } from "./workbookFile.js";
import { defaultZipLimits } from "./zip.js";
import type { ZipLimits } from "./zip.js";

export { XlsxError } from "./errors.js";
export type { XlsxErrorCode } from "./errors.js";
export type { Language } from "./book.js";
export type { ZipLimits } from "./zip.js";
export type * from "./model.js";

/**
 * Opens an .xlsx (or .xlsm) file. All entries are unpacked and checked at once; a sheet's cells are read when first asked for.
 * Throws XlsxError when the file is not a workbook, is encrypted, damaged or hostile.
 */
export function openXlsx(bytes: Uint8Array, options: { readonly limits?: Partial<ZipLimits>; readonly language?: Language } = {}): Workbook {
  return new WorkbookFile(OpcPackage.open(bytes, { ...defaultZipLimits, ...options.limits }), options.language ?? "sv-SE");
}

/** A new workbook with one empty sheet ("Blad1" unless told). Throws XlsxError `sheetName`. */
export function createXlsx(options: { readonly sheetName?: string; readonly language?: Language } = {}): Workbook {
  const language = options.language ?? "sv-SE";
  const sheetName = options.sheetName ?? (language === "sv-SE" ? "Blad1" : "Sheet1");
  checkSheetName(sheetName);
  return new WorkbookFile(newPackage(sheetName, language), language);
}
