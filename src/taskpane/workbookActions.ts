import { officeWorkbook, type ExcelHost } from "../excel/officeWorkbook.js";
import { buildReport } from "../usecases/buildReport.js";
import { checkWorkbook } from "../usecases/checkWorkbook.js";
import type { PaneActions } from "./paneActions.js";

/** The pane's actions in the workbook that is open in Excel; `today` gives the day's serial number, for the report's date. */
export function workbookActions(excel: ExcelHost, today: () => number): PaneActions {
  const port = officeWorkbook(excel);
  return {
    check: async () => (await checkWorkbook(port, today())).findings,
    buildMaluppfoljning: (edits) => buildReport(port, { report: "maluppfoljning", unit: undefined, period: undefined, edits, today: today() }),
  };
}
