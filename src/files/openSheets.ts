import type { GridArea, SheetGrid } from "../intake/grid.js";
import { openXlsx, XlsxError, type Table } from "../xlsx/index.js";
import { refusalOf, type FileRefusal } from "./fileRefusal.js";
import { savedAt } from "./savedAt.js";
import { sheetGrids } from "./sheetGrids.js";

/** Where a table of a file stands: header, body and totals; 0-based. */
export interface FileTable {
  readonly sheet: string;
  readonly area: GridArea;
  readonly headers: readonly string[];
  readonly hasHeaderRow: boolean;
  readonly hasTotalsRow: boolean;
}

/** A file that somebody picked, read without Excel. The bytes are never changed. */
export interface OpenedSheets {
  readonly kind: "sheets";
  /** Every worksheet, hidden ones too; chart sheets have no cells and are left out. */
  readonly grids: readonly SheetGrid[];
  /** Where each table of the file stands, by name. */
  readonly tables: ReadonlyMap<string, FileTable>;
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
    const tables = new Map(workbook.sheets.flatMap((sheet) => sheet.tables.map((table) => [table.name, tableOf(table)] as const)));
    return { kind: "sheets", grids: sheetGrids(workbook), tables, modified: savedAt(workbook.properties.modified) };
  } catch (error) {
    if (error instanceof XlsxError) return refusalOf(error.code, name, bytes);
    throw error;
  }
}

function tableOf({ sheet, range, columns, headerRow, totalsRow }: Table): FileTable {
  return { sheet: sheet.name, area: range, headers: columns.map(({ name }) => name), hasHeaderRow: headerRow, hasTotalsRow: totalsRow };
}
