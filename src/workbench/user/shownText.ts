import type { Scalar } from "../../xlsx/model.js";
import { displayText } from "../cells/displayText.js";
import { isError } from "../cells/errorValues.js";
import type { Culture } from "../culture.js";
import { SWEDISH_ERRORS } from "./keyedText.js";

/** A value as the sheet shows it to the user: truth values and errors in the user's language too. */
export function shownText(value: Scalar, numberFormat: string, culture: Culture): string {
  if (culture.name === "sv-SE" && typeof value === "boolean") {
    return value ? "SANT" : "FALSKT";
  }
  if (culture.name === "sv-SE" && isError(value)) {
    return SWEDISH_ERRORS[value.error] ?? value.error;
  }
  return displayText(value, numberFormat, culture);
}
