import type { Workbook } from "../../src/xlsx/index.js";

/** Every cell of a workbook that holds no formula, as "Sheet!row,column value format" (0-based): what is written by hand or by us shows up in it. */
export function inputCells(workbook: Workbook): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const sheet of workbook.sheets) {
    for (const { row, column, content } of sheet.cells()) {
      if (content.formula === undefined) cells.add(`${sheet.name}!${row},${column} ${JSON.stringify(content.value)} ${sheet.numberFormat(row, column)}`);
    }
  }
  return cells;
}

/** What is in `after` and not in `before`. */
export function newIn(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  return [...after].filter((cell) => !before.has(cell));
}
