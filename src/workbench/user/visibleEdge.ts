import type { CellPosition, Sheet } from "../../xlsx/model.js";
import { edgeOf } from "../cells/edge.js";
import type { Direction } from "./session.js";

const STEPS: Readonly<Record<Direction, { readonly name: string; readonly row: number; readonly column: number }>> = {
  up: { name: "Up", row: -1, column: 0 },
  down: { name: "Down", row: 1, column: 0 },
  left: { name: "Left", row: 0, column: -1 },
  right: { name: "Right", row: 0, column: 1 },
};

/** Where Ctrl+arrow goes: to the edge of the run, or the last cell before it that can be seen; when none of the run can, to the next edge. */
export function visibleEdge(sheet: Sheet, from: CellPosition, direction: Direction): CellPosition {
  const step = STEPS[direction];
  const isHidden = ({ row, column }: CellPosition) => sheet.rowHidden(row) || sheet.columnHidden(column);
  let start = from;
  for (;;) {
    const edge = edgeOf({ sheet, rect: { ...start, rows: 1, columns: 1 } }, step.name);
    if (edge.row === start.row && edge.column === start.column) {
      return from;
    }
    let at: CellPosition = { row: edge.row, column: edge.column };
    while (isHidden(at) && (at.row !== start.row || at.column !== start.column)) {
      at = { row: at.row - step.row, column: at.column - step.column };
    }
    if (at.row !== start.row || at.column !== start.column) {
      return at;
    }
    start = edge;
  }
}
