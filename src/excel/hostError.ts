// Requires: nothing beyond ExcelApi 1.1. Decides on error codes only: message texts differ by language and version.
import { WorkbookError, type WorkbookErrorCode } from "../usecases/workbookError.js";

/**
 * What each error code of Excel means to a user. Codes are strings, some of which are not in Excel.ErrorCodes
 * (`RequestPayloadSizeLimitExceeded`, `UndoNotSupported`) though hosts send them.
 * https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 */
const meanings: Readonly<Record<string, { readonly code: WorkbookErrorCode; readonly what: string; readonly doThis: string }>> = {
  InvalidOperationInCellEditMode: {
    code: "cell-edit-mode",
    what: "En cell redigeras just nu.",
    doThis: "Avsluta redigeringen med Enter eller Esc och försök igen.",
  },
  AccessDenied: {
    code: "access-denied",
    what: "Ett blad är skyddat.",
    doThis: "Ta bort skyddet under Granska och försök igen.",
  },
  ItemNotFound: {
    code: "workbook-changed",
    what: "Ett blad eller en tabell har tagits bort eller bytt namn under tiden.",
    doThis: "Kontrollera arbetsboken och försök igen.",
  },
  ItemAlreadyExists: {
    code: "workbook-changed",
    what: "Ett blad eller en tabell med samma namn har kommit till under tiden.",
    doThis: "Kontrollera arbetsboken och försök igen.",
  },
  RequestPayloadSizeLimitExceeded: {
    code: "too-large",
    what: "Det som ska skrivas är större än Excel tar emot på en gång.",
    doThis: "Välj en enhet i taget och försök igen.",
  },
  ResponsePayloadSizeLimitExceeded: {
    code: "too-large",
    what: "Registren är större än Excel lämnar ut på en gång.",
    doThis: "Flytta äldre perioder till en egen arbetsbok och försök igen.",
  },
  ApiNotFound: {
    code: "api-missing",
    what: "Din version av Excel saknar en funktion som Måltavla behöver.",
    doThis: "Uppdatera Excel, eller använd Excel på webben.",
  },
  RequestAborted: {
    code: "connection",
    what: "Excel avbröt arbetet.",
    doThis: "Försök igen.",
  },
  ConnectionFailure: {
    code: "connection",
    what: "Förbindelsen med Excel bröts.",
    doThis: "Kontrollera nätet och försök igen.",
  },
};

/** What was under way when Excel failed. */
export type Attempt = "read" | "report" | "registers";

/** What a failure leaves behind: a batch is not rolled back, but ours writes only to its own report sheet or to new sheets. */
const leftBehind: Readonly<Record<Attempt, string>> = {
  read: "Inget har skrivits.",
  report: "Dina register är orörda. En halvfärdig rapport blir hel när du bygger den igen.",
  registers: "Dina egna blad är orörda, men registren kan vara halvfärdiga. Ta bort de nya bladen innan du försöker igen.",
};

/** Turns whatever Office.js threw into a WorkbookError. */
export function toWorkbookError(error: unknown, attempt: Attempt): WorkbookError {
  if (error instanceof WorkbookError) {
    return error;
  }
  const code = codeOf(error);
  const meaning = code === undefined ? undefined : meanings[code];
  // In cell edit mode Excel refuses a request before its first action.
  const kept = meaning?.code === "cell-edit-mode" ? leftBehind.read : leftBehind[attempt];
  if (meaning !== undefined) {
    return new WorkbookError(meaning.code, `${meaning.what} ${kept} ${meaning.doThis}`, { cause: error });
  }
  return new WorkbookError("host", `Excel svarade med ett fel${code === undefined ? "" : ` (${code})`}. ${kept} Försök igen.`, { cause: error });
}

/** For an answer that Excel left empty because it was too large. */
export function tooLargeToRead(): WorkbookError {
  return toWorkbookError({ code: "ResponsePayloadSizeLimitExceeded" }, "read");
}

/** Office.js errors come from the client's own realm (another window or vm), so `instanceof` says nothing about them. */
function codeOf(error: unknown): string | undefined {
  if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string") {
    return error.code;
  }
  return undefined;
}
