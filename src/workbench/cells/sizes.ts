// Widths and heights. The file gives a column's width in characters of the default font, with padding; Office.js gives points. Excel works in
// whole pixels between the two: pixels = round(characters × 7) for Calibri 11, whose digits are 7 pixels wide, and points = pixels × 0.75.
import type { Sheet } from "../../xlsx/model.js";

const DIGIT_PIXELS = 7;
const POINTS_PER_PIXEL = 0.75;

/** The file's width in characters for a width in points. */
export function charactersFor(points: number): number {
  return Math.round(points / POINTS_PER_PIXEL) / DIGIT_PIXELS;
}

/** Width in points for the file's width in characters. */
export function pointsFor(characters: number): number {
  return Math.round(characters * DIGIT_PIXELS) * POINTS_PER_PIXEL;
}

/** A hidden column takes no room. */
export function columnPoints(sheet: Sheet, column: number): number {
  return sheet.columnHidden(column) ? 0 : pointsFor(sheet.columnWidth(column) ?? sheet.defaultColumnWidth);
}

export function rowPoints(sheet: Sheet, row: number): number {
  return sheet.rowHidden(row) ? 0 : (sheet.rowHeight(row) ?? sheet.defaultRowHeight);
}

/** Width in characters that shows a text of this length on one line: its digits and five pixels of padding. An estimate; Excel measures the glyphs. */
export function charactersToShow(length: number): number {
  return (length * DIGIT_PIXELS + 5) / DIGIT_PIXELS;
}
