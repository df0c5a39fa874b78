import type { Period } from "../../registers/values/period.js";
import { decisionsOf, type Decision, type Law } from "../decisions/decisions.js";
import type { Workbook } from "../measures/measureResults.js";

/** The counts that a letter about unexecuted decisions tells, of one law or of all. reported before = executed + closed + open. */
export interface LetterCounts {
  readonly new: number;
  /** Of those reported before. */
  readonly executed: number;
  /** Of those reported before. */
  readonly closed: number;
  /** Of those reported before, still not carried out. */
  readonly open: number;
  /** Not carried out when the quarter ends, reported before or new. */
  readonly closing: number;
}

/** `null` where nothing can be counted: the period is no quarter, or the workbook has no register Beslut. */
export function letterCounts(workbook: Pick<Workbook, "contents">, period: Period, law: Law | null): LetterCounts | null {
  if (workbook.contents.beslut === undefined) return null;
  const decisions = decisionsOf(workbook, period, law ?? undefined);
  if (decisions === undefined) return null;
  const before = new Set(decisions.opening);
  // What was reported and ended in one and the same quarter is told as new, and of that alone.
  const reportedBefore = (all: readonly Decision[]) => all.filter((decision) => before.has(decision)).length;
  return {
    new: decisions.new.length,
    executed: reportedBefore(decisions.executed),
    closed: reportedBefore(decisions.closed),
    open: decisions.open.length,
    closing: decisions.closing.length,
  };
}
