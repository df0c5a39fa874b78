import type { SheetGrid } from "../intake/grid.js";
import { openXlsx, XlsxError } from "../xlsx/index.js";
import { refusalOf, type FileRefusal } from "./fileRefusal.js";
import { savedAt } from "./savedAt.js";
import { sheetGrids } from "./sheetGrids.js";

/** A file that somebody picked, read without Excel. The bytes are never changed. */
export interface OpenedSheets {
  readonly kind: "sheets";
  /** Every worksheet, hidden ones too; chart sheets have no cells and are left out. */
  readonly grids: readonly SheetGrid[];
  /** Where each table of the file stands, by name. */
  readonly tables: ReadonlyMap<string, { readonly sheet: string }>;
  /** Serial day with the time as fraction, in Swedish time; `null` when the file does not say. */
  readonly modified: number | null;
}

export type { FileRefusal, RefusalReason } from "./fileRefusal.js";

/**
 * The sheets of a picked file (.xlsx, .xlsm, .xltx, .xltm: what a file is stands in it, whatever it is called), or in plain words why it cannot be read.
 * @param name As the user sees it; decides how a file that is no workbook is spoken of.
 */
export function openSheets(name: string, bytes: Uint8Array): OpenedSheets | FileRefusal {
  try {
    const workbook = openXlsx(bytes);
    const tables = new Map(workbook.sheets.flatMap((sheet) => sheet.tables.map((table) => [table.name, { sheet: sheet.name }] as const)));
    return { kind: "sheets", grids: sheetGrids(workbook), tables, modified: savedAt(workbook.properties.modified) };
  } catch (error) {
    if (error instanceof XlsxError) return refusalOf(error.code, name, bytes);
    throw error;
  }
}
