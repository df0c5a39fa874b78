import type { WorkbookPort } from "../../usecases/port.js";
import { localDaySerial } from "../../usecases/localDay.js";
import { actionsOn } from "../actionsOn.js";
import { openLine, type LineEnd } from "./calls.js";
import { whole, type PortInPieces } from "./imagesInPieces.js";

/** What the page calls first: it says what its workbook can be asked, and is told what can be done. */
export function answerPage(page: LineEnd): void {
  const own: Record<string, unknown> = {};
  const line = openLine(page, own);
  own["open"] = (asked: readonly string[]) => {
    const remote = Object.fromEntries(asked.map((name) => [name, (...args: readonly unknown[]) => line.call(name, args)]));
    if (!isPort(remote)) throw new Error("The page has no workbook.");
    const port: WorkbookPort = whole(remote);
    const actions = actionsOn(port, () => localDaySerial(new Date()));
    Object.assign(own, actions);
    return Object.keys(actions);
  };
}

/** The names are those of the page's own PortInPieces. */
function isPort(port: object): port is PortInPieces {
  return "readHead" in port && "takePiece" in port;
}
