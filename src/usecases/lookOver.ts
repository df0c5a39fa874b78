import { workbookChecks } from "./liveCheck.js";
import type { Overview } from "./overview.js";
import type { WorkbookPort } from "./port.js";
import type { Work } from "./work.js";

/**
 * Reads and checks the workbook once, for who does not follow it afterwards. One request, and one more for a workbook without registers; writes nothing. `today` is a serial number.
 * @throws WorkbookError when the workbook cannot be read, or the work is stopped
 */
export function lookOver(port: WorkbookPort, today: number, work?: Work): Promise<Overview> {
  return workbookChecks(port).everything(today, work);
}
