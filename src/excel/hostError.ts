// Requires: nothing beyond ExcelApi 1.1. Decides on error codes only: message texts differ by language and version.
import type { LocalText } from "../registers/language.js";
import { NOTHING_WRITTEN, WorkbookError, type WorkbookErrorCode } from "../usecases/workbookError.js";

/**
 * What each error code of Excel means to a user. Codes are strings, some of which are not in Excel.ErrorCodes
 * (`RequestPayloadSizeLimitExceeded`, `UndoNotSupported`) though hosts send them.
 * https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 */
const meanings: Readonly<Record<string, { readonly code: WorkbookErrorCode; readonly what: LocalText; readonly doThis: LocalText }>> = {
  InvalidOperationInCellEditMode: {
    code: "cell-edit-mode",
    what: { sv: "En cell redigeras just nu.", en: "A cell is being edited." },
    doThis: { sv: "Avsluta redigeringen med Enter eller Esc och försök igen.", en: "Finish editing with Enter or Esc and try again." },
  },
  AccessDenied: {
    code: "access-denied",
    what: { sv: "Ett blad är skyddat.", en: "A sheet is protected." },
    doThis: { sv: "Ta bort skyddet under Granska och försök igen.", en: "Remove the protection on the Review tab and try again." },
  },
  ItemNotFound: {
    code: "workbook-changed",
    what: { sv: "Ett blad eller en tabell har tagits bort eller bytt namn under tiden.", en: "A sheet or a table has been deleted or renamed in the meantime." },
    doThis: { sv: "Kontrollera arbetsboken och försök igen.", en: "Check the workbook and try again." },
  },
  ItemAlreadyExists: {
    code: "workbook-changed",
    what: { sv: "Ett blad eller en tabell med samma namn har kommit till under tiden.", en: "A sheet or a table with the same name has been added in the meantime." },
    doThis: { sv: "Kontrollera arbetsboken och försök igen.", en: "Check the workbook and try again." },
  },
  FilteredRangeConflict: {
    code: "table-filtered",
    what: { sv: "En tabell är filtrerad så att det inte går att skriva i den.", en: "A table is filtered in a way that it cannot be written to." },
    doThis: { sv: "Rensa filtret under Data och försök igen.", en: "Clear the filter on the Data tab and try again." },
  },
  InsertDeleteConflict: {
    code: "table-blocked",
    what: { sv: "Det som står under en tabell hindrar den från att växa.", en: "What stands below a table keeps it from growing." },
    doThis: { sv: "Flytta det till ett annat blad och försök igen.", en: "Move it to another sheet and try again." },
  },
  RequestPayloadSizeLimitExceeded: {
    code: "too-large",
    what: { sv: "Det som ska skrivas är större än Excel tar emot på en gång.", en: "What is to be written is larger than Excel accepts at once." },
    doThis: { sv: "Välj en enhet i taget och försök igen.", en: "Choose one unit at a time and try again." },
  },
  ResponsePayloadSizeLimitExceeded: {
    code: "too-large",
    what: { sv: "Registren är större än Excel lämnar ut på en gång.", en: "The registers are larger than Excel hands over at once." },
    doThis: { sv: "Flytta äldre perioder till en egen arbetsbok och försök igen.", en: "Move older periods to a workbook of their own and try again." },
  },
  RangeExceedsLimit: {
    code: "too-large",
    what: { sv: "Ett blad har fler celler än Excel lämnar ut på en gång.", en: "A sheet has more cells than Excel hands over at once." },
    doThis: { sv: "Flytta äldre perioder till en egen arbetsbok och försök igen.", en: "Move older periods to a workbook of their own and try again." },
  },
  ApiNotFound: {
    code: "api-missing",
    what: { sv: "Din version av Excel saknar en funktion som Måltavla behöver.", en: "Your version of Excel lacks a feature that Måltavla needs." },
    doThis: { sv: "Uppdatera Excel, eller använd Excel på webben.", en: "Update Excel, or use Excel on the web." },
  },
  RequestAborted: {
    code: "connection",
    what: { sv: "Excel avbröt arbetet.", en: "Excel stopped the work." },
    doThis: { sv: "Försök igen.", en: "Try again." },
  },
  ConnectionFailure: {
    code: "connection",
    what: { sv: "Förbindelsen med Excel bröts.", en: "The connection with Excel was lost." },
    doThis: { sv: "Kontrollera nätet och försök igen.", en: "Check the network and try again." },
  },
};

/** What was under way when Excel failed. */
export type Attempt = "read" | "choice" | "report" | "registers" | "cells" | "forms";

/** What a failure leaves behind: a batch is not rolled back, but ours writes only to its own report sheet, to new sheets, or what the user asked for in the registers. */
const leftBehind: Readonly<Record<Attempt, LocalText>> = {
  read: NOTHING_WRITTEN,
  choice: { sv: "Ditt val kan vara sparat eller inte. Allt annat är orört.", en: "Your choice may or may not have been saved. Everything else is untouched." },
  report: {
    sv: "Dina register är orörda. En halvfärdig rapport blir hel när du bygger den igen.",
    en: "Your registers are untouched. A half-finished report becomes whole when you build it again.",
  },
  registers: {
    sv: "Dina egna blad är orörda, men registren kan vara halvfärdiga. De blir hela när du skapar dem igen.",
    en: "Your own sheets are untouched, but the registers may be half finished. They become whole when you create them again.",
  },
  forms: {
    sv: "Det som står i registren är orört, men en del av bladen kan vara gjorda. De som är färdiga lämnas som de är nästa gång.",
    en: "What the registers hold is untouched, but some of the sheets may have been made. Those that are finished are left as they are next time.",
  },
  cells: {
    sv: "En del av ändringen kan vara gjord. Allt annat är orört. Kontrollera arbetsboken.",
    en: "Part of the change may have been made. Everything else is untouched. Check the workbook.",
  },
};

/**
 * Turns whatever Office.js threw into a WorkbookError.
 * @param hasWritten Whether an earlier request of the same attempt has been carried out.
 */
export function toWorkbookError(error: unknown, attempt: Attempt, hasWritten = false): WorkbookError {
  if (error instanceof WorkbookError) {
    return error;
  }
  const code = codeOf(error);
  const meaning = code === undefined ? undefined : meanings[code];
  // In cell edit mode Excel refuses a request before its first action.
  const kept = meaning?.code === "cell-edit-mode" && !hasWritten ? leftBehind.read : leftBehind[attempt];
  if (meaning !== undefined) {
    return new WorkbookError(
      meaning.code,
      { sv: `${meaning.what.sv} ${kept.sv} ${meaning.doThis.sv}`, en: `${meaning.what.en} ${kept.en} ${meaning.doThis.en}` },
      { cause: error },
    );
  }
  const named = code === undefined ? "" : ` (${code})`;
  return new WorkbookError(
    "host",
    { sv: `Excel svarade med ett fel${named}. ${kept.sv} Försök igen.`, en: `Excel answered with an error${named}. ${kept.en} Try again.` },
    { cause: error },
  );
}

/** For an answer that Excel left empty because it was too large; an attempt that writes has then written. */
export function tooLargeToRead(attempt: Attempt = "read"): WorkbookError {
  return toWorkbookError({ code: "ResponsePayloadSizeLimitExceeded" }, attempt, attempt !== "read");
}

/** Office.js errors come from the client's own realm (another window or vm), so `instanceof` says nothing about them. */
function codeOf(error: unknown): string | undefined {
  if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string") {
    return error.code;
  }
  return undefined;
}
