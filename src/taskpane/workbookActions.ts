import { buildReport } from "../usecases/buildReport.js";
import { checkWorkbook } from "../usecases/checkWorkbook.js";
import type { WorkbookPort } from "../usecases/port.js";
import type { PaneActions } from "./paneActions.js";

/** The pane's actions in the workbook behind `port`; `today` gives the day's serial number, for the report's date. */
export function workbookActions(port: WorkbookPort, today: () => number): PaneActions {
  return {
    check: async () => (await checkWorkbook(port)).findings,
    buildMaluppfoljning: (edits) => buildReport(port, { report: "maluppfoljning", unit: undefined, period: undefined, edits, today: today() }),
  };
}
