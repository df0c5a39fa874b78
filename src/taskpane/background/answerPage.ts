import type { WorkbookPort } from "../../usecases/port.js";
import { localDaySerial } from "../../usecases/localDay.js";
import { actionsOn } from "../actionsOn.js";
import { openLine, type LineEnd } from "./calls.js";

/** What the page calls first: it says what its workbook can be asked, and is told what can be done. */
export function answerPage(page: LineEnd): void {
  const own: Record<string, unknown> = {};
  const line = openLine(page, own);
  own["open"] = (asked: readonly string[]) => {
    const port = Object.fromEntries(asked.map((name) => [name, (...args: readonly unknown[]) => line.call(name, args)]));
    if (!isPort(port)) throw new Error("The page has no workbook.");
    const actions = actionsOn(port, () => localDaySerial(new Date()));
    Object.assign(own, actions);
    return Object.keys(actions);
  };
}

/** The names are those of the page's own WorkbookPort. */
function isPort(port: object): port is WorkbookPort {
  return "read" in port && "writeReport" in port;
}
