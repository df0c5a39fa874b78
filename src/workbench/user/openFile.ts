import { openXlsx, XlsxError } from "../../xlsx/index.js";
import { EmbeddedExcel, type EmbeddedExcelOptions } from "../embeddedExcel.js";
import type { OpenedFile } from "./session.js";
import { WorkbookSession } from "./workbookSession.js";

/** Opens a file that the user gave. A refusal leaves what was open as it was: a file that opens gets a session of its own. */
export function openFile(bytes: Uint8Array, options: EmbeddedExcelOptions = {}): OpenedFile {
  try {
    return { kind: "opened", session: new WorkbookSession(new EmbeddedExcel(openXlsx(bytes), options), bytes) };
  } catch (cause) {
    if (cause instanceof XlsxError) {
      return { kind: "refused", title: "Filen kunde inte öppnas", message: cause.message };
    }
    throw cause;
  }
}
