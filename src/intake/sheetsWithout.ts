import type { Finding } from "../registers/finding.js";
import { headerText } from "../registers/reading/headers.js";
import { parsePeriod, type PeriodReading } from "../registers/values/period.js";
import { isBlank, typedText } from "../registers/values/reading.js";
import { families } from "./families.js";
import { bottomOf, cellAt, rightOf, type SheetGrid } from "./grid.js";
import { commonWords } from "./headerWords.js";
import { intakeFinding } from "./messages.js";

/** Fewer filled rows than this are no table. */
const LEAST_ROWS = 2;
/** A turned table is seen in the first columns. */
const MOST_COLUMNS = 3;

/** What is to be said of a sheet on which no table was found: that there is none, or that it lies down. Nothing of an empty sheet, or one that was not looked at. */
export function tellOfSheetWithout(sheet: SheetGrid, periods: PeriodReading): readonly Finding[] {
  const rows = sheet.cells.flatMap((row, index) => (row.filter((cell) => !isBlank(cell)).length >= LEAST_ROWS ? [sheet.top + index] : []));
  const [first] = rows;
  if (first === undefined || rows.length < LEAST_ROWS) return [];
  const at = { sheet: sheet.name, row: first, column: sheet.left };
  return [intakeFinding(isTurned(sheet, periods) ? "inlasning.liggande-tabell" : "inlasning.ingen-tabell", { sheet: sheet.name }, "", at)];
}

/** The headers of one register, or several periods, below each other in a column, with something filled in to their right. */
function isTurned(sheet: SheetGrid, periods: PeriodReading): boolean {
  for (let column = sheet.left; column < Math.min(rightOf(sheet), sheet.left + MOST_COLUMNS); column++) {
    const texts: string[] = [];
    for (let row = sheet.top; row < bottomOf(sheet); row++) {
      const cell = cellAt(sheet, row, column);
      if (!isBlank(cell) && !isBlank(cellAt(sheet, row, column + 1))) texts.push(typedText(cell));
    }
    const words = new Set(texts.map(headerText));
    const areHeaders = rightOf(sheet) - column > 2 && families.some((family) => {
      const found = commonWords.candidatesOf(family).filter(({ names }) => names.some(({ text }) => words.has(text)));
      return found.length >= 2 && found.some(({ register, key }) => register === family.primary && key === family.name);
    });
    if (areHeaders || texts.filter((text) => parsePeriod(text, periods) !== null).length >= 2) return true;
  }
  return false;
}
