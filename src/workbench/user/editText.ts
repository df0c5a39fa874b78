// What an edit begins with: the content in full, in a form that gives the same content when it is typed back.
import type { Scalar } from "../../xlsx/model.js";
import { displayText } from "../cells/displayText.js";
import { isError } from "../cells/errorValues.js";
import { numberFormatCategory } from "../cells/numberFormatCategory.js";
import type { Culture } from "../culture.js";
import { readKeyed } from "./keyedText.js";
import { shownText } from "./shownText.js";

/** Digits that Excel keeps of a number. */
const PRECISION = 15;

/**
 * "12,5 %" as 12,5%, a date as the culture writes it, a number with all its digits.
 * @param year The year that dates without one are read in.
 */
export function textToEdit(value: Scalar, numberFormat: string, culture: Culture, year: number): string {
  if (value === null) {
    return "";
  }
  if (typeof value === "boolean" || isError(value)) {
    return shownText(value, numberFormat, culture);
  }
  if (typeof value === "number") {
    return numberToEdit(value, numberFormat, culture);
  }
  // Typed as it stands it would be read as something else.
  const typed = numberFormat === "@" ? { value } : readKeyed(value.slice(0, 32_766), numberFormat, culture, year);
  return typed.value === value || value.length > 32_766 ? value : `'${value}`;
}

function numberToEdit(value: number, numberFormat: string, culture: Culture): string {
  const plain = (size: number) => String(Number(size.toPrecision(PRECISION))).replace(".", culture.decimalSeparator).replace("e", "E");
  const shown = (pattern: string) => displayText(value, pattern, culture);
  switch (numberFormatCategory(numberFormat)) {
    case "Percentage":
      return `${plain(value * 100)}%`;
    case "Date":
      return dateToEdit(value, shown) ?? plain(value);
    case "Time":
      return value >= 0 && value < 1 ? shown("hh:mm:ss") : (dateToEdit(value, shown) ?? plain(value));
    default:
      return plain(value);
  }
}

/** Undefined for what is no date of the calendar from 1901 on. */
function dateToEdit(value: number, shown: (pattern: string) => string): string | undefined {
  if (value < 367 || value >= 2_958_466) {
    return undefined;
  }
  return Number.isInteger(value) ? shown("m/d/yyyy") : shown("m/d/yyyy") + shown(" hh:mm:ss");
}
