/** A value on its way to the client. `undefined` members are left out, as JSON does. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: Json;
}

export interface ResponseError {
  readonly Code: string;
  readonly Message: string;
  /** Index in the request's Actions; -1 when the request as a whole was refused. */
  readonly ActionIndex: number;
  /** The API that failed, e.g. "Worksheet.getRange". */
  readonly Location: string;
}

/** The host's answer. Results of the actions before an error are in it: they were done, and they stay done. */
export interface RichApiResponse {
  readonly Results: readonly ActionResult[];
  /** Marks that the client had put between its actions and that were reached; it tells of them when an action fails (OfficeExtension.Error.traceMessages). */
  readonly TraceIds?: readonly number[];
  readonly Error?: ResponseError;
}

/** Whether a value can be sent to the client as it is. */
export function isJson(value: unknown): value is Json {
  if (value === null || value === undefined || typeof value === "string" || typeof value === "boolean") {
    return true;
  }
  if (typeof value === "number") {
    return Number.isFinite(value);
  }
  return typeof value === "object" && (Array.isArray(value) ? value.every(isJson) : Object.values(value).every(isJson));
}
