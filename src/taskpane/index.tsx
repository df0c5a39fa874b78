import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { localDaySerial } from "../usecases/localDay.js";
import { actionsOnDemand } from "./actionsOnDemand.js";
import { Pane } from "./Pane.js";
import type { PaneActions } from "./paneActions.js";
import { texts } from "./texts.js";
import { Unavailable } from "./Unavailable.js";

/** The manifest asks for it too, but a pane can be opened by other ways than the manifest. */
const REQUIRED = ["ExcelApi", "1.13"] as const;

async function loadActions(): Promise<PaneActions> {
  const { workbookActions } = await import("./workbookActions.js");
  return workbookActions(Excel, () => localDaySerial(new Date()));
}

async function content(): Promise<ReactNode> {
  // Without a network Office.js, which comes from Microsoft, is not there at all.
  if (!("Office" in window)) return <Unavailable message={texts.officeMissing} />;
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return <Unavailable message={texts.openInExcel} />;
  if (!Office.context.requirements.isSetSupported(...REQUIRED)) return <Unavailable message={texts.tooOld} />;
  return <Pane actions={actionsOnDemand(loadActions)} />;
}

async function start(container: HTMLElement): Promise<void> {
  createRoot(container).render(<StrictMode>{await content()}</StrictMode>);
}

const container = document.getElementById("pane");
if (container === null) throw new Error("taskpane.html lacks the element #pane");
void start(container);
// Not needed yet, but soon: fetched while the user reads. A failure shows when an action is asked for, which tries again.
void import("./workbookActions.js").catch(() => undefined);
