import type { Rect } from "../../xlsx/model.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Area } from "../subjects.js";
import { displayText } from "./displayText.js";
import { intersection } from "./rectangles.js";
import { charactersToShow } from "./sizes.js";
import { heightOfText, widthInCharacters } from "./textSize.js";

/** Sets each column's width after the longest text that a cell of the area shows. Empty columns keep theirs. */
export function autofitColumns(area: Area, host: OpenWorkbook): void {
  const { sheet } = area;
  const cells = cellsInUse(area, host);
  if (cells === undefined) {
    return;
  }
  for (let column = cells.column; column < cells.column + cells.columns; column += 1) {
    let longest = 0;
    for (let row = cells.row; row < cells.row + cells.rows; row += 1) {
      const text = displayText(sheet.cell(row, column)?.value ?? null, sheet.numberFormat(row, column), host.culture);
      longest = Math.max(longest, ...text.split("\n").map((line) => line.length));
    }
    if (longest > 0) {
      sheet.setColumnWidth(column, 1, Math.min(charactersToShow(longest), 255));
    }
  }
}

/**
 * Makes each row as high as its cells need: the text's lines, as wrapped in the column's width, at the font's size. Excel measures the glyphs; this is
 * an estimate, saved as an automatic height, for readers (LibreOffice among them) that do not work heights out when they open a file.
 */
export function autofitRows(area: Area, host: OpenWorkbook): void {
  const { sheet } = area;
  const cells = cellsInUse(area, host);
  if (cells === undefined) {
    return;
  }
  for (let row = cells.row; row < cells.row + cells.rows; row += 1) {
    let points = sheet.defaultRowHeight;
    for (let column = cells.column; column < cells.column + cells.columns; column += 1) {
      const value = sheet.cell(row, column)?.value ?? null;
      if (value !== null && value !== "") {
        const { numberFormat, font, wrap } = sheet.format(row, column);
        const text = displayText(value, numberFormat, host.culture);
        const width = wrap ? widthInCharacters(sheet.columnWidth(column) ?? sheet.defaultColumnWidth) : Infinity;
        points = Math.max(points, heightOfText(text, font, width));
      }
    }
    sheet.setRowHeight(row, 1, points === sheet.defaultRowHeight ? undefined : points, true);
  }
}

/** The part of the area that has contents, with its formulas computed. */
function cellsInUse({ sheet, rect }: Area, host: OpenWorkbook): Rect | undefined {
  host.compute();
  const used = sheet.usedRange(true);
  return used && intersection(used, rect);
}
