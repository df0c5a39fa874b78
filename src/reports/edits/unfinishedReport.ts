import type { CellValue } from "../../registers/cell.js";
import { asGivenBack, LONGEST_TEXT } from "../layout/sheetText.js";
import type { HandEdit } from "./handEdits.js";
import type { StandingCells } from "./standingSheet.js";

/**
 * What the first cell of a report begins with that takes several requests to write, until the last of them. It says to a reader that the report is not whole, and to the next build
 * that what is missing was not taken out by hand.
 */
const UNFINISHED = "Rapporten är inte färdigskriven. Bygg den igen.";

/** The first cell of a report while it is being written, which will hold `title`. */
export function unfinishedTitle(title: CellValue): string {
  return `${UNFINISHED} ${String(asGivenBack(title))}`.slice(0, LONGEST_TEXT);
}

/** Whether a write stopped half-way. */
export function isUnfinished(standing: StandingCells | undefined): boolean {
  return standing?.row === 0 && standing.column === 0 && isMarked(standing.values[0]?.[0] ?? "");
}

function isMarked(value: CellValue): value is string {
  return typeof value === "string" && value.startsWith(UNFINISHED);
}

/** The edits by hand among what looks like some on a report that is not whole: those that were kept were written first, and what is blank had not been written. */
export function editsOfUnfinished(edits: readonly HandEdit[]): readonly HandEdit[] {
  return edits
    .map((edit) => (isMarked(edit.is) ? { ...edit, is: edit.is.slice(UNFINISHED.length + 1) } : edit))
    .filter(({ is, was }) => is !== "" && is !== was);
}
