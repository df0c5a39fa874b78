import type { Rect } from "../../xlsx/model.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Area } from "../subjects.js";
import { displayText } from "./displayText.js";
import { intersection, positionsIn } from "./rectangles.js";

export interface SearchCriteria {
  readonly completeMatch: boolean;
  readonly matchCase: boolean;
  readonly backwards: boolean;
}

/** Range.find: the first cell, row by row, that shows the text; undefined when none does. */
export function findCell({ sheet, rect }: Area, text: string, { completeMatch, matchCase, backwards }: SearchCriteria, host: OpenWorkbook): Rect | undefined {
  host.compute();
  const folded = (value: string) => (matchCase ? value : value.toLowerCase());
  const used = sheet.usedRange(true);
  const searched = used && intersection(used, rect);
  const positions = searched === undefined ? [] : [...positionsIn(searched)];
  const found = (backwards ? positions.reverse() : positions).find(({ row, column }) => {
    const shown = folded(displayText(sheet.cell(row, column)?.value ?? null, sheet.numberFormat(row, column), host.culture));
    return completeMatch ? shown === folded(text) : shown.includes(folded(text));
  });
  return found && { ...found, rows: 1, columns: 1 };
}
