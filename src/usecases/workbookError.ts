import type { LocalText } from "../registers/language.js";

/**
 * A failure that a user can do something about. The text says what happened, that nothing was lost, and what to do, in every language; `message` is the
 * Swedish one, and `code` is stable for tests and logs.
 */
export class WorkbookError extends Error {
  override readonly name = "WorkbookError";

  constructor(
    readonly code: WorkbookErrorCode,
    readonly text: LocalText,
    options?: { readonly cause?: unknown },
  ) {
    super(text.sv, options);
  }
}

/** What the text of a failure says when it left nothing behind. */
export const NOTHING_WRITTEN: LocalText = { sv: "Inget har skrivits.", en: "Nothing has been written." };

/** The failure of a step that comes after others which have written: where its text says that nothing is written, what does stand. */
export function sayingWhatStands(error: unknown, stands: LocalText): unknown {
  if (!(error instanceof WorkbookError)) return error;
  const { sv, en } = error.text;
  return new WorkbookError(error.code, { sv: sv.replace(NOTHING_WRITTEN.sv, stands.sv), en: en.replace(NOTHING_WRITTEN.en, stands.en) }, { cause: error });
}

export type WorkbookErrorCode =
  | "register-missing"
  | "column-missing"
  | "period-missing"
  | "period-unreadable"
  | "unit-unknown"
  | "deadline-passed"
  | "report-unknown"
  | "sheet-not-ours"
  | "sheet-protected"
  | "workbook-protected"
  | "table-on-report"
  | "table-filtered"
  | "table-blocked"
  | "registers-exist"
  | "workbook-changed"
  | "finding-changed"
  | "finding-not-acceptable"
  | "reason-missing"
  | "place-missing"
  | "example-missing"
  | "file-refused"
  | "cancelled"
  | "cell-edit-mode"
  | "access-denied"
  | "too-large"
  | "text-too-long"
  | "api-missing"
  | "connection"
  | "host";
