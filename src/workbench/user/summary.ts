import type { Rect, Sheet } from "../../xlsx/model.js";
import { intersection, positionsIn } from "../cells/rectangles.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Summary } from "./session.js";
import { shownText } from "./shownText.js";

/** Hidden rows do not count, as in Excel's status bar. */
export function summaryOf(sheet: Sheet, rect: Rect, open: OpenWorkbook): Summary {
  open.compute();
  const used = sheet.usedRange(true);
  const cells = used && intersection(used, rect);
  const numbers: number[] = [];
  let count = 0;
  let numberFormat: string | undefined;
  for (const { row, column } of cells === undefined ? [] : positionsIn(cells)) {
    const value = sheet.rowHidden(row) ? null : (sheet.cell(row, column)?.value ?? null);
    count += value === null || value === "" ? 0 : 1;
    if (typeof value === "number") {
      numbers.push(value);
      numberFormat ??= sheet.numberFormat(row, column);
    }
  }
  if (numbers.length < 2) {
    return { count, numbers: undefined };
  }
  const shown = (value: number) => shownText(Number(value.toPrecision(15)), numberFormat ?? "General", open.culture);
  const sum = numbers.reduce((total, number) => total + number, 0);
  const [smallest, largest] = numbers.reduce(([low, high], number) => [Math.min(low, number), Math.max(high, number)], [Infinity, -Infinity]);
  return { count, numbers: { count: numbers.length, sum: shown(sum), average: shown(sum / numbers.length), smallest: shown(smallest), largest: shown(largest) } };
}
