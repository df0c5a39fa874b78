import type { Rect } from "../../xlsx/model.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area } from "../subjects.js";
import { MAX_COLUMNS, MAX_ROWS } from "./address.js";

const STEPS: Readonly<Record<string, { readonly row: number; readonly column: number }>> = {
  Up: { row: -1, column: 0 },
  Down: { row: 1, column: 0 },
  Left: { row: 0, column: -1 },
  Right: { row: 0, column: 1 },
};

/** Where Ctrl+arrow ends from the block's first cell: the last filled cell of a run, else the next filled cell, else the sheet's edge. */
export function edgeOf({ sheet, rect }: Area, direction: string): Rect {
  const step = STEPS[direction];
  if (step === undefined) {
    throw new RichApiError("InvalidArgument");
  }
  const isFilled = (row: number, column: number) => sheet.cell(row, column) !== undefined;
  const isInside = (row: number, column: number) => row >= 0 && column >= 0 && row < MAX_ROWS && column < MAX_COLUMNS;
  let { row, column } = rect;
  const startsInRun = isFilled(row, column) && isInside(row + step.row, column + step.column) && isFilled(row + step.row, column + step.column);
  while (isInside(row + step.row, column + step.column)) {
    const next = isFilled(row + step.row, column + step.column);
    if (startsInRun && !next) {
      break;
    }
    row += step.row;
    column += step.column;
    if (!startsInRun && next) {
      break;
    }
  }
  return { row, column, rows: 1, columns: 1 };
}
