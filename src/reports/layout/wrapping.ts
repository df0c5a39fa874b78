/** A line of wrapped text; `hard` when the text itself broke the line after it. */
interface WrappedLine {
  readonly text: string;
  readonly hard: boolean;
}

function wrap(text: string, width: number): WrappedLine[] {
  const lines: WrappedLine[] = [];
  for (const paragraph of text.split(/\r\n|\r|\n/)) {
    let line = "";
    for (const word of paragraph.split(" ")) {
      if (line.length > 0 && line.length + 1 + word.length > width) {
        lines.push({ text: line, hard: false });
        line = word;
      } else {
        line = line.length === 0 ? word : `${line} ${word}`;
      }
    }
    lines.push({ text: line, hard: true });
  }
  return lines;
}

/** Text broken between words into lines of at most `width` characters; a longer word stands on a line of its own. */
export function wrapText(text: string, width: number): readonly string[] {
  return wrap(text, width).map((line) => line.text);
}

/** Excel holds 32 767 UTF-16 units in a cell; the margin leaves room for an apostrophe that marks text. */
const LONGEST_CELL = 32_000;
/** A row is at most 409 points high; with 15 points a line some 27 lines show. Fonts vary, so fewer are counted on. */
const LINES_IN_A_ROW = 24;

/**
 * Text cut into pieces that each show whole in one sheet row of a column `width` characters wide: Excel hides what does not fit
 * in its highest row. Cuts fall between lines, at the end of a sentence where one is near. Joined with a space or a line
 * break the pieces are the text again.
 */
export function piecesForRows(text: string, width: number): readonly string[] {
  if (isOnePiece(text, width)) return [text];
  const lines = wrap(text, width);
  const pieces: string[] = [];
  for (let from = 0; from < lines.length; ) {
    const to = endOfPiece(lines, from);
    pieces.push(...cutLongest(joined(lines.slice(from, to))));
    from = to;
  }
  return pieces;
}

/**
 * Whether a text is one piece as it stands, as most are: seen without wrapping it. Two lines after each other hold more than one line's room, or the second would have begun in the
 * first; a paragraph may end with one that is nearly empty, and of paragraphs there are three at most.
 */
export function isOnePiece(text: string, width: number): boolean {
  const room = Math.min(LONGEST_CELL, width * ((LINES_IN_A_ROW - 3) / 2));
  if (text.length > room) return false;
  // Nearly all are one paragraph, which is quicker to see.
  return !/^ |  |[\r\n]/.test(text) || !/^ |[ \n] |\r|(?:\n[^\n]*){3}/.test(text);
}

function endOfPiece(lines: readonly WrappedLine[], from: number): number {
  const furthest = from + LINES_IN_A_ROW;
  if (lines.length <= furthest) return lines.length;
  for (let end = furthest; end > furthest - LINES_IN_A_ROW / 3; end--) {
    const last = lines[end - 1];
    if (last !== undefined && (last.hard || last.text.endsWith("."))) return end;
  }
  return furthest;
}

function joined(lines: readonly WrappedLine[]): string {
  return lines
    .map((line, index) => (index === lines.length - 1 ? line.text : line.text + (line.hard ? "\n" : " ")))
    .join("");
}

function cutLongest(text: string): readonly string[] {
  const cuts: string[] = [];
  let rest = text;
  while (rest.length > LONGEST_CELL) {
    const at = splitsSurrogatePair(rest, LONGEST_CELL) ? LONGEST_CELL - 1 : LONGEST_CELL;
    cuts.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...cuts, rest];
}

/** Half a surrogate pair is not a character and makes a workbook's XML invalid. */
export function splitsSurrogatePair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
}
