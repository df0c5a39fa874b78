// A page with the pane in a frame and nothing around it, for tests in Chromium: what the workbench page does is in its own tests.
import * as z from "zod/mini";
import { EmbeddedExcel } from "../../../src/workbench/embeddedExcel.js";
import { PaneFrame } from "../../../src/workbench/frame/paneFrame.js";
import { openXlsx } from "../../../src/xlsx/index.js";

z.config({ jitless: true });

export interface FramedPane {
  readonly excel: EmbeddedExcel;
  readonly frame: PaneFrame;
  /** What the pane asked its host for that the workbench does not have. */
  readonly unknown: readonly string[];
  /** Whether the add-in asked for its pane to be shown (true) or hidden, each time. */
  readonly asked: readonly boolean[];
  /** Sheets of the workbooks that the add-in opened beside this one. */
  readonly opened: readonly (readonly string[])[];
  /** Of what was asked for, opened and unknown up to now. */
  forget(): void;
}

declare global {
  interface Window {
    /** Opens a workbook that the server has, and the pane on it. */
    frameThePane(options: { readonly workbook: string; readonly excelApi?: string; readonly language?: string; readonly dark?: boolean }): Promise<FramedPane>;
    /** The one that was opened last. */
    framed: FramedPane;
  }
}

window.frameThePane = async ({ workbook, excelApi = "1.17", language, dark }) => {
  const file = await fetch(workbook);
  const excel = new EmbeddedExcel(openXlsx(new Uint8Array(await file.arrayBuffer())), { requirementSets: { ExcelApi: excelApi } });
  const iframe = document.createElement("iframe");
  Object.assign(iframe.style, { border: "0", width: "360px", height: "700px" });
  iframe.title = "Måltavla";
  document.body.append(iframe);
  const unknown: string[] = [];
  const asked: boolean[] = [];
  const opened: string[][] = [];
  const frame = new PaneFrame(iframe, excel, {
    ...(language === undefined ? {} : { displayLanguage: language }),
    ...(dark === undefined ? {} : { dark }),
    onUnknown: (what) => unknown.push(what),
    onPaneVisible: (isVisible) => asked.push(isVisible),
    onWorkbookCreated: (bytes) => opened.push(openXlsx(bytes).sheets.map(({ name }) => name)),
  });
  const forget = (): void => {
    for (const heard of [unknown, asked, opened]) heard.length = 0;
  };
  window.framed = { excel, frame, unknown, asked, opened, forget };
  return window.framed;
};
