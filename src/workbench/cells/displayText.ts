import { formatted } from "../../formulas/index.js";
import type { Scalar } from "../../xlsx/model.js";
import type { Culture } from "../culture.js";
import { isError } from "./errorValues.js";

/** Number format 14 and its like follow the user's culture; Excel's API and file call them by their en-US form. */
const CULTURE_DATES: readonly string[] = ["m/d/yyyy", "mm-dd-yy"];

/** Range.text: the value as the cell shows it to a user of this culture. A column too narrow for a number is not taken into account. */
export function displayText(value: Scalar, numberFormat: string, culture: Culture): string {
  if (value === null) {
    return "";
  }
  if (isError(value)) {
    return value.error;
  }
  if (typeof value === "boolean") {
    return value ? "TRUE" : "FALSE";
  }
  const pattern = CULTURE_DATES.includes(numberFormat.toLowerCase()) ? culture.shortDatePattern.toLowerCase() : numberFormat;
  if (typeof value === "string" && !pattern.includes("@")) {
    return value;
  }
  return formatted(pattern, value, { locale: culture.name, throws: false });
}
