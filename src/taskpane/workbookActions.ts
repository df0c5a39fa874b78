import { officeWorkbook, type ExcelFacts, type ExcelHost } from "../excel/officeWorkbook.js";
import type { FetchFile } from "../usecases/openExample.js";
import { actionsOn } from "./actionsOn.js";
import type { PaneActions } from "./paneActions.js";

/**
 * The pane's actions in the workbook that is open in Excel.
 * @param today Gives the day's serial number, for checks and dates.
 * @param fetchFile Fetches a file that lies beside the page.
 */
export function workbookActions(excel: ExcelHost, today: () => number, facts?: ExcelFacts, fetchFile?: FetchFile): PaneActions {
  return actionsOn(officeWorkbook(excel, facts), today, fetchFile);
}
