import type { WorkbookPort } from "./port.js";

/** The name of the choice in the workbook's settings. */
const LIVE_CHECK = "maltavla.live-check";

/** Whether the workbook is to be checked while somebody writes in it: yes, until somebody says no. One request. */
export async function checksLive(port: WorkbookPort): Promise<boolean> {
  return (await port.readChoice(LIVE_CHECK)) !== "off";
}

/** One request. */
export async function chooseLiveCheck(port: WorkbookPort, to: "on" | "off"): Promise<void> {
  await port.writeChoice(LIVE_CHECK, to);
}
