/**
 * A failure that a user can do something about. The message says what happened, that nothing was lost, and what to do;
 * `code` is stable for tests, logs and other languages.
 */
export class WorkbookError extends Error {
  override readonly name = "WorkbookError";

  constructor(
    readonly code: WorkbookErrorCode,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}

export type WorkbookErrorCode =
  | "register-missing"
  | "period-missing"
  | "period-unreadable"
  | "unit-unknown"
  | "report-unknown"
  | "sheet-not-ours"
  | "sheet-protected"
  | "table-on-report"
  | "registers-exist"
  | "workbook-changed"
  | "cell-edit-mode"
  | "access-denied"
  | "too-large"
  | "api-missing"
  | "connection"
  | "host";
