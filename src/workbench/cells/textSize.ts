// How much room a text takes, estimated without its font: the same on every machine.
import type { CellFormat } from "../../xlsx/model.js";

type Font = Pick<CellFormat["font"], "size" | "bold">;

const STANDARD_SIZE = 11;
const BOLD_IS_WIDER = 1.07;
/** Highest a row can be, in points. */
const HIGHEST_ROW = 409.5;
/** Row heights come in whole pixels. */
const POINTS_PER_PIXEL = 0.75;
/** Line spacing of Calibri, Excel's own font for years: 11 points need 15. */
const LINE_SPACING = 1.3125;
/** A wrapped cell keeps a little room free at its sides. */
const PADDING_CHARACTERS = 0.7;

/** Characters of a wrapped line that fit in a column of the file's width. */
export function widthInCharacters(columnWidth: number): number {
  return Math.max(1, columnWidth - PADDING_CHARACTERS);
}

/** Height in points of a text wrapped at a width in digits of the standard font. */
export function heightOfText(text: string, font: Font, width: number): number {
  const lines = text.split("\n").reduce((count, line) => count + linesOf(line, font, width), 0);
  const line = Math.ceil((font.size * LINE_SPACING) / POINTS_PER_PIXEL) * POINTS_PER_PIXEL;
  return Math.min(HIGHEST_ROW, lines * line);
}

function linesOf(line: string, font: Font, width: number): number {
  if (width === Infinity) {
    return 1;
  }
  const scale = (font.size / STANDARD_SIZE) * (font.bold ? BOLD_IS_WIDER : 1);
  let lines = 1;
  let filled = 0;
  for (const word of line.split(/(?<=[ -])/)) {
    const wide = widthOfText(word) * scale;
    if (filled > 0 && filled + widthOfText(word.trimEnd()) * scale > width) {
      lines += 1;
      filled = 0;
    }
    // A word wider than the column is broken where it has to be.
    lines += Math.max(0, Math.ceil(wide / width) - 1);
    filled += wide > width ? wide % width : wide;
  }
  return lines;
}

/** In digits: a digit is 1. */
function widthOfText(text: string): number {
  let width = 0;
  for (const character of text) {
    width += /[ .,:;'|!ijltfrI()]/.test(character) ? 0.6 : /[mwMW%@—]/.test(character) ? 1.6 : /\p{Lu}/u.test(character) ? 1.2 : 1.02;
  }
  return width;
}
