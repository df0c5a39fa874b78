import { EmbeddedExcel } from "../../../src/workbench/embeddedExcel.js";
import type { Outcome } from "../../../src/workbench/user/session.js";
import { WorkbookSession } from "../../../src/workbench/user/workbookSession.js";
import { createXlsx } from "../../../src/xlsx/index.js";
import type { Scalar, Sheet } from "../../../src/xlsx/model.js";

export const SHEET = "Blad1";

export interface AtKeyboard {
  readonly session: WorkbookSession;
  /** Of the workbook as it is now: after an undo it is another object. */
  sheet(): Sheet;
  value(row: number, column: number): Scalar;
  /** Types and expects that it is done. */
  type(row: number, column: number, text: string): void;
}

/** A user at a new workbook, which `arrange` has filled. */
export function userAt(arrange: (sheet: Sheet) => void = () => undefined): AtKeyboard {
  const workbook = createXlsx({ sheetName: SHEET });
  const [first] = workbook.sheets;
  if (first !== undefined) {
    arrange(first);
  }
  const session = new WorkbookSession(new EmbeddedExcel(workbook));
  const sheet = () => session.excel.workbook.activeSheet;
  return {
    session,
    sheet,
    value: (row, column) => sheet().cell(row, column)?.value ?? null,
    type: (row, column, text) => {
      const outcome = session.type(SHEET, row, column, text);
      if (outcome.kind !== "done") {
        throw new Error(`${outcome.kind}: ${outcome.message}`);
      }
    },
  };
}

/** Fills cells from A1 on. */
export function fill(sheet: Sheet, rows: readonly (readonly Scalar[])[]): void {
  for (const [row, cells] of rows.entries()) {
    for (const [column, value] of cells.entries()) {
      sheet.setCell(row, column, { value });
    }
  }
}

/** "done", or what the user is told. */
export function said(outcome: Outcome): string {
  return outcome.kind === "done" ? "done" : `${outcome.kind}: ${outcome.message}`;
}
