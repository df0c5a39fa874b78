/** Codes that Excel answers with; most are listed in Excel.ErrorCodes, the payload limits are not but occur on the web. */
export type RichApiErrorCode =
  | "AccessDenied"
  | "ApiNotFound"
  | "GeneralException"
  | "InsertDeleteConflict"
  | "InvalidArgument"
  | "InvalidOperation"
  | "InvalidOperationInCellEditMode"
  | "InvalidReference"
  | "InvalidRequest"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "RangeExceedsLimit"
  | "RequestAborted"
  | "RequestPayloadSizeLimitExceeded"
  | "ResponsePayloadSizeLimitExceeded"
  | "UnsupportedOperation";

const MESSAGES: Record<RichApiErrorCode, string> = {
  AccessDenied: "You cannot perform the requested operation.",
  ApiNotFound: "The API you are trying to use could not be found. It may be available in a newer version of Excel.",
  GeneralException: "There was an internal error while processing the request.",
  InsertDeleteConflict: "The insert or delete operation attempted resulted in a conflict.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidOperationInCellEditMode:
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  InvalidReference: "This reference is not valid for the current operation.",
  InvalidRequest: "Cannot process the request.",
  ItemAlreadyExists: "The resource being created already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
  RangeExceedsLimit: "The cell count in the range has exceeded the maximum supported number.",
  RequestAborted: "The request was aborted during run time.",
  RequestPayloadSizeLimitExceeded: "The request payload size has exceeded the limit.",
  ResponsePayloadSizeLimitExceeded: "The response payload size has exceeded the limit.",
  UnsupportedOperation: "The operation being attempted is not supported.",
};

/** A failure that Excel reports to the add-in. The dispatcher adds where in the request it happened. */
export class RichApiError extends Error {
  override readonly name = "RichApiError";

  /**
   * @param code Excel's code.
   * @param message What went wrong in words; Excel's own standard text for the code when left out.
   */
  constructor(
    readonly code: RichApiErrorCode,
    message: string = MESSAGES[code],
  ) {
    super(message);
  }
}
