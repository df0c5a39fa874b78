import { parseA1Ref, tokenize } from "@borgar/fx/xlsx";
import { columnLetters, gridColumns, gridRows } from "./area.js";

/** How far a formula is copied, in rows down and columns to the right. */
export interface Move {
  readonly rows: number;
  readonly columns: number;
}

/**
 * The formula as it reads when its cell is copied: relative A1 references move along, those with $ and structured references
 * stay. A reference that would leave the grid becomes #REF!, as in Excel. A leading "=" is kept when there is one.
 */
export function moveReferences(formula: string, change: Move): string {
  if (change.rows === 0 && change.columns === 0) return formula;
  const pieces = piecesOf(formula);
  return pieces.some(({ moves }) => moves) ? pieces.map(({ text, moves }) => (moves ? movedReference(text, change) : text)).join("") : formula;
}

interface Piece {
  readonly text: string;
  readonly moves: boolean;
}

/** The formula taken apart last: a formula is copied to cell after cell of a column. */
let last: { readonly formula: string; readonly pieces: readonly Piece[] } = { formula: "", pieces: [] };

function piecesOf(formula: string): readonly Piece[] {
  if (last.formula !== formula) {
    const pieces = tokenize(formula, { withLocation: false }).map(({ type, value }) => ({ text: value, moves: type === "range" || type === "range_beam" }));
    last = { formula, pieces };
  }
  return last.pieces;
}

function movedReference(text: string, change: Move): string {
  const parsed = parseA1Ref(text);
  if (parsed === undefined || !("range" in parsed)) return text;
  const bang = text.lastIndexOf("!");
  const prefix = text.slice(0, bang + 1);
  const range = parsed.range;
  const corners = text.slice(bang + 1).split(":").length;
  const top = moved(range.top, range.$top, change.rows, gridRows);
  const bottom = moved(range.bottom, range.$bottom, change.rows, gridRows);
  const left = moved(range.left, range.$left, change.columns, gridColumns);
  const right = moved(range.right, range.$right, change.columns, gridColumns);
  if ([top, bottom, left, right].includes(undefined)) return `${prefix}#REF!`;
  const first = corner(left ?? null, range.$left, top ?? null, range.$top);
  return corners === 1 ? prefix + first : `${prefix}${first}:${corner(right ?? null, range.$right, bottom ?? null, range.$bottom)}`;
}

/** null where the reference has no such edge (whole rows or columns), undefined off the grid. */
function moved(place: number | null | undefined, fixed: boolean | null | undefined, by: number, limit: number): number | null | undefined {
  if (place === null || place === undefined) return null;
  const next = fixed === true ? place : place + by;
  return next >= 0 && next < limit ? next : undefined;
}

function corner(column: number | null, fixedColumn: boolean | null | undefined, row: number | null, fixedRow: boolean | null | undefined): string {
  const letters = column === null ? "" : `${fixedColumn === true ? "$" : ""}${columnLetters(column)}`;
  return row === null ? letters : `${letters}${fixedRow === true ? "$" : ""}${row + 1}`;
}
