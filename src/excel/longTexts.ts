// Requires: nothing by itself.
import type { CellValue } from "../registers/cell.js";
import { asGivenBack, LONGEST_TEXT } from "../reports/layout/sheetText.js";
import { WorkbookError } from "../usecases/workbookError.js";

/**
 * Refuses what is longer than a cell holds, before anything is written: Excel would stop half-way, and nobody may cut what somebody wrote.
 * @throws WorkbookError `text-too-long`
 */
export function refuseTooLong(cells: readonly { readonly value: CellValue; readonly where: string }[]): void {
  const tooLong = cells.find(({ value }) => typeof value === "string" && value.length > LONGEST_TEXT && String(asGivenBack(value)).length > LONGEST_TEXT);
  if (tooLong === undefined) return;
  const { where, value } = tooLong;
  const length = String(value).length;
  const start = String(asGivenBack(value)).slice(0, 40).replace(/\p{Surrogate}$/u, "");
  throw new WorkbookError("text-too-long", {
    sv: `Texten som börjar ”${start}” (${where}) har ${length} tecken, och en cell rymmer 32 767. Inget har skrivits. Korta texten och försök igen.`,
    en: `The text that begins “${start}” (${where}) has ${length} characters, and a cell holds 32,767. Nothing has been written. Shorten the text and try again.`,
  });
}
