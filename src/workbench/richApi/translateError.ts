import { XlsxError, type XlsxErrorCode } from "../../xlsx/errors.js";
import { RichApiError, type RichApiErrorCode } from "./richApiError.js";

/** What Excel answers where the file model refuses. */
const CODES: Partial<Record<XlsxErrorCode, RichApiErrorCode>> = {
  sheetName: "InvalidArgument",
  sheetExists: "ItemAlreadyExists",
  lastVisibleSheet: "InvalidOperation",
  unknownSheet: "ItemNotFound",
  unknownTable: "ItemNotFound",
  outsideSheet: "InvalidArgument",
  textTooLong: "InvalidArgument",
  formulaTooLong: "InvalidArgument",
  invalidNumber: "InvalidArgument",
  invalidFormula: "InvalidArgument",
  tableName: "InvalidArgument",
  // Vague, but what Excel says: a taken table name is an invalid argument, not an item that already exists (office-js#551).
  tableExists: "InvalidArgument",
  tableOverlap: "InvalidArgument",
  tableRange: "InvalidArgument",
  tableColumn: "InvalidArgument",
  tableInTheWay: "InsertDeleteConflict",
  mergeInTheWay: "InsertDeleteConflict",
  arrayInTheWay: "InsertDeleteConflict",
  cellsWouldFallOff: "InsertDeleteConflict",
  mergeOverlap: "InvalidArgument",
  definedName: "InvalidArgument",
  definedNameExists: "ItemAlreadyExists",
  chart: "UnsupportedOperation",
  color: "InvalidArgument",
  format: "InvalidArgument",
  setting: "InvalidArgument",
};

/** Any failure as the error that Excel would answer with; what Excel has no code for is a GeneralException that says what it was. */
export function asRichApiError(cause: unknown): RichApiError {
  if (cause instanceof RichApiError) {
    return cause;
  }
  if (cause instanceof XlsxError) {
    return new RichApiError(CODES[cause.code] ?? "GeneralException", cause.detail === "" ? cause.message : `${cause.message} (${cause.detail})`);
  }
  return new RichApiError("GeneralException", cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
}
