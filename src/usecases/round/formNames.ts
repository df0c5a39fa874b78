import { periodLabel } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import { LONGEST_SHEET_NAME, validSheetName } from "../../reports/layout/sheetText.js";
import type { Form } from "../../round/form.js";

/** A form's sheet, e.g. "SAN T2 2026". */
export function sheetNameOf({ unit, period }: Form): string {
  return validSheetName(`${unit} ${periodLabel(period)}`);
}

/** The name, or the name with the first number that makes it another than those taken (lower case), which it then is one of. */
export function freeName(name: string, taken: Set<string>): string {
  const named = (number: number) => {
    const tail = number === 1 ? "" : ` (${number})`;
    return `${name.slice(0, LONGEST_SHEET_NAME - tail.length).trimEnd()}${tail}`;
  };
  let number = 1;
  while (taken.has(named(number).toLowerCase())) number += 1;
  taken.add(named(number).toLowerCase());
  return named(number);
}

/** Long enough to know whose it is, short enough for the paths of shared folders. */
const LONGEST_FILE_NAME = 100;

/** Files' names by unit's folded code, e.g. "T2 2026 SAN Socialnämnden.xlsx", such as Windows and Mac both take; no two alike. */
export function fileNamesOf(forms: readonly Form[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(forms.map((form) => {
    const name = validFileName(`${periodLabel(form.period)} ${form.unit} ${form.name}`);
    let number = 1;
    const numbered = () => `${name}${number === 1 ? "" : ` (${number})`}.xlsx`;
    while (taken.has(numbered().toLowerCase())) number += 1;
    taken.add(numbered().toLowerCase());
    return [folded(form.unit), numbered()];
  }));
}

function validFileName(text: string): string {
  const allowed = text.normalize("NFC").replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return allowed.slice(0, LONGEST_FILE_NAME).replace(/[\uD800-\uDBFF]$/u, "").replace(/[. ]+$/u, "");
}
