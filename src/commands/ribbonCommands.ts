import type { PaneRequest, PaneRequests } from "./paneRequests.js";

/**
 * What each function command of the ribbon asks the pane for, by its FunctionName in manifest.xml. The pane's page is the add-in's one runtime, shown or
 * not, so that it does the work and tells how it went.
 */
export const ribbonCommands: Readonly<Record<string, PaneRequest>> = {
  check: { kind: "check" },
  takeIn: { kind: "intake" },
  newPeriod: { kind: "period" },
  handIn: { kind: "round" },
  guide: { kind: "guide" },
  buildMaluppfoljning: { kind: "build", report: "maluppfoljning" },
  buildUppdragsuppfoljning: { kind: "build", report: "uppdragsuppfoljning" },
  buildEjVerkstalldaBeslut: { kind: "build", report: "ej-verkstallda-beslut" },
  buildEjVerkstalldaBeslutPublik: { kind: "build", report: "ej-verkstallda-beslut-publik" },
  buildUnderlagTillIvo: { kind: "build", report: "ej-verkstallda-beslut-ivo" },
  buildTjansteutlatande: { kind: "build", report: "tjansteutlatande" },
  buildInternkontroll: { kind: "build", report: "internkontroll" },
  buildKvalitetsbokslut: { kind: "build", report: "kvalitetsbokslut" },
  buildMalsida: { kind: "build", report: "malsida" },
  buildVerksamhetsplan: { kind: "build", report: "verksamhetsplan" },
  buildOversikt: { kind: "build", report: "oversikt" },
};

/** What Office hands a function command; Excel shows the button as working, and may refuse the next one, until it is told that it is completed. */
export interface CommandEvent {
  completed(): void;
}

/** The part of Office that commands need. Requires SharedRuntime 1.1. */
export interface CommandHost {
  /** Ties a FunctionName of the manifest to what it does. */
  associate(functionName: string, run: (event: CommandEvent) => Promise<void>): void;
  /** Shows the task pane. */
  showPane(): Promise<void>;
}

/** Ties every command of the ribbon to the pane. Called once, as early as the page can: Excel may press a button while it loads. */
export function registerCommands(host: CommandHost, requests: PaneRequests): void {
  for (const [functionName, request] of Object.entries(ribbonCommands)) {
    host.associate(functionName, async (event) => {
      try {
        requests.send(request);
        await host.showPane();
      } finally {
        event.completed();
      }
    });
  }
}
