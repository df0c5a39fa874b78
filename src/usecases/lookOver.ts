import { checkImage, registerTablesRequest } from "./checkWorkbook.js";
import { overviewOf, type Overview } from "./overview.js";
import type { WorkbookPort } from "./port.js";
import { MEMORY_SHEET, memoriesIn } from "./reportMemories.js";
import { goOn, type Work } from "./work.js";

/**
 * Reads and checks the workbook for the pane. One request, and one more for a workbook without registers; writes nothing. `today` is a serial number.
 * @throws WorkbookError when the workbook cannot be read, or the work is stopped
 */
export async function lookOver(port: WorkbookPort, today: number, work?: Work): Promise<Overview> {
  goOn(work, "reading");
  const image = await port.read({ ...registerTablesRequest(), sheets: [MEMORY_SHEET], otherwiseFilledSheets: true });
  goOn(work, "checking");
  return overviewOf(checkImage(image, today), memoriesIn(image));
}
