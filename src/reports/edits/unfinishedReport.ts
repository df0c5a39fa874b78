import type { HandEdit, StandingCells } from "./handEdits.js";

/**
 * What stands in the first cell of a report that takes several requests to write, until the last of them. It says to a reader that the report is not whole, and to the next build
 * that what is missing was not taken out by hand.
 */
export const UNFINISHED_REPORT = "Rapporten är inte färdigskriven. Bygg den igen.";

/** Whether a write stopped half-way. */
export function isUnfinished(standing: StandingCells | undefined): boolean {
  return standing?.row === 0 && standing.column === 0 && standing.values[0]?.[0] === UNFINISHED_REPORT;
}

/** The edits by hand among what looks like some on a report that is not whole: those that were kept were written first, and what is blank had not been written. */
export function editsOfUnfinished(edits: readonly HandEdit[]): readonly HandEdit[] {
  return edits.filter(({ is }) => is !== "" && is !== UNFINISHED_REPORT);
}
