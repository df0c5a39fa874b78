import { configure, render, screen, waitFor, type RenderResult } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type { ExcelFacts } from "../../src/excel/officeWorkbook.js";
import { actionsOnDemand } from "../../src/taskpane/actionsOnDemand.js";
import { Pane, type PaneProps } from "../../src/taskpane/Pane.js";
import type { PaneActions } from "../../src/taskpane/paneActions.js";
import { createPaneRequests, type PaneRequests } from "../../src/commands/paneRequests.js";
import { workbookActions } from "../../src/taskpane/workbookActions.js";
import type { FetchFile } from "../../src/usecases/openExample.js";
import { openClient } from "../../src/workbench/client.js";
import type { InExcel } from "../usecases/inExcel.js";
import { PaneStyles } from "./paneStyles.js";

// A busy machine is no fault of the pane's.
configure({ asyncUtilTimeout: 20_000 });

export interface PaneOn extends RenderResult, InExcel {
  readonly user: UserEvent;
  /** What the ribbon would ask the pane for. */
  readonly requests: PaneRequests;
}

interface Options extends Partial<Pick<PaneProps, "language" | "officeTheme" | "requests">> {
  readonly facts?: ExcelFacts;
  /** Fetches the examples. */
  readonly fetchFile?: FetchFile;
  /** Whether what is written in the workbook is followed, as the pane does unless it is switched off; left out, it does not, so that each request is one that was asked for. */
  readonly live?: true;
  /** In place of what the pane can have done in the workbook. */
  readonly instead?: Partial<PaneActions>;
}

/** The day of all these tests: 2019-05-20. */
export const TODAY = 43_605;

/** The whole pane as index.tsx makes it, on that workbook, with the genuine client between. It is reading the workbook when it is handed out. */
export function paneOn(workbook: InExcel, { language = "sv", requests = createPaneRequests(), facts, fetchFile, live, instead, ...props }: Options = {}): PaneOn {
  const { Excel } = openClient(workbook.excel);
  const actions = actionsOnDemand(async () => ({ ...workbookActions(Excel, () => TODAY, facts, fetchFile), ...(live === true ? {} : { checksLive: async () => false }), ...instead }));
  const user = userEvent.setup();
  const rendered = render(<Pane actions={actions} requests={requests} language={language} diagnosis={() => Promise.resolve("EXCEL, OFFICE_ONLINE, 16.0, ExcelApi 1.17")} {...props} />, { wrapper: PaneStyles });
  return { ...workbook, ...rendered, user, requests };
}

/** Waits until the pane has done what it was doing, and shows what it came to. */
export async function settled(): Promise<void> {
  await waitFor(() => {
    if (screen.getByRole("main").getAttribute("aria-busy") !== "false" || screen.queryByText(/^(Hämtar|Loading) …$/) !== null) throw new Error("still busy");
  });
}

/** The pane when it has read its workbook. */
export async function settledPaneOn(...about: Parameters<typeof paneOn>): Promise<PaneOn> {
  const pane = paneOn(...about);
  await settled();
  return pane;
}
