import type { ReportBlock } from "../document.js";
import type { CellLook } from "./sheetLayout.js";
import { textCell, type RowsInOrder } from "./sheetRows.js";
import { cellStyles } from "./sheetStyles.js";
import { piecesForRows, wrapText } from "./wrapping.js";

const BODY_SIZE = 11;

/** A heading runs on over the cells to its right; one that would run on over the last of them goes on in the row below. */
export function layHeading(sheet: RowsInOrder, identity: string, text: string, look: CellLook, grid: readonly number[]): void {
  const room = widthOf(grid) * (BODY_SIZE / cellStyles[look].font.size);
  for (const line of linesOf(text, room)) sheet.add(identity, [textCell(line, look)]);
}

/** Lines of at most `room` characters, none longer than a cell holds, whatever somebody wrote without a space. */
function linesOf(text: string, room: number): readonly string[] {
  return wrapText(text, room).flatMap((line) => piecesForRows(line, room));
}

function widthOf(grid: readonly number[]): number {
  return grid.reduce((sum, width) => sum + width, 0);
}

/** A first column as wide as this holds running text, wrapped in one cell, so that a person can edit it there. */
const WIDE_ENOUGH = 50;
/** Longer lines are hard to read. */
const LONGEST_LINE = 120;

/** Text stands in the first column; where that is narrow it runs on over the cells to its right, a row for each line. */
export function layText(sheet: RowsInOrder, block: Extract<ReportBlock, { kind: "paragraph" | "note" }>, section: string, grid: readonly number[]): void {
  const label = block.kind === "paragraph" ? block.label : undefined;
  const text = label === undefined ? block.text : `${label}: ${block.text}`;
  const identity = [section, block.kind, ...(label === undefined ? [] : [label])].join("/");
  const first = grid[0] ?? 0;
  if (first >= WIDE_ENOUGH || grid.length === 1) {
    for (const piece of piecesForRows(text, first)) sheet.add(identity, [textCell(piece, block.kind)]);
  } else {
    const room = Math.min(LONGEST_LINE, widthOf(grid));
    for (const line of linesOf(text, room)) sheet.add(identity, [textCell(line, `${block.kind}Line`)]);
  }
}
