import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { registerCommands } from "../commands/ribbonCommands.js";
import { openOffice, type OfficeHost } from "../excel/officeHost.js";
import { localDaySerial } from "../usecases/localDay.js";
import { actionsOnDemand } from "./actionsOnDemand.js";
import { Pane } from "./Pane.js";
import type { PaneActions } from "./paneActions.js";
import { createPaneRequests } from "../commands/paneRequests.js";
import { Unavailable } from "./unavailable/Unavailable.js";

/** In a worker, or where the browser has none for us, in the page. */
async function loadActions({ excel, facts }: OfficeHost): Promise<PaneActions> {
  try {
    const { actionsInBackground } = await import("./background/actionsInBackground.js");
    return await actionsInBackground(new Worker(new URL("./background/worker.js", import.meta.url)), excel, facts);
  } catch (cause) {
    console.warn("Måltavla works in the page.", cause);
    const { workbookActions } = await import("./workbookActions.js");
    return workbookActions(excel, () => localDaySerial(new Date()), facts);
  }
}

async function content(): Promise<ReactNode> {
  const browserLanguage = /^sv\b/iu.test(navigator.language) ? "sv" : "en";
  const office = await openOffice().catch(() => "failed" as const);
  if (typeof office === "string") return <Unavailable why={office} language={browserLanguage} />;
  const requests = createPaneRequests();
  registerCommands(office, requests);
  return <Pane actions={actionsOnDemand(() => loadActions(office))} requests={requests} language={office.language} officeTheme={() => office.theme()} diagnosis={() => office.diagnosis()} />;
}

async function start(container: HTMLElement): Promise<void> {
  createRoot(container).render(<StrictMode>{await content()}</StrictMode>);
}

const container = document.getElementById("pane");
if (container === null) throw new Error("taskpane.html lacks the element #pane");
void start(container);
// Not needed for the frame of the pane, but soon: fetched while Office starts. A failure shows when one is asked for, which tries again.
for (const soon of [import("./overview/OverviewView.js"), import("./background/actionsInBackground.js"), import("./findings/FindingsView.js"), import("./reports/ReportsView.js")]) soon.catch(() => undefined);
