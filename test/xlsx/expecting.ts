/** What the file model's tests ask again and again. */
import { openXlsx, XlsxError } from "../../src/xlsx/index.js";
import type { Rect, Sheet, Workbook, XlsxErrorCode } from "../../src/xlsx/index.js";

export function defined<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("missing");
  return value;
}

/** The code of the error a change ends in. Any other error than the file model's own is thrown on. */
export function code(change: () => unknown): XlsxErrorCode | "nothing thrown" {
  try {
    change();
  } catch (error: unknown) {
    if (error instanceof XlsxError) return error.code;
    throw error;
  }
  return "nothing thrown";
}

export const area = (row: number, column: number, rows: number, columns: number): Rect => ({ row, column, rows, columns });

export const reopened = (workbook: Workbook): Workbook => openXlsx(workbook.save());

export const firstSheet = (workbook: Workbook): Sheet => defined(workbook.sheets[0]);

export const sheetOf = (workbook: Workbook, name: string): Sheet => defined(workbook.sheet(name));
