import type { HandEdit } from "../reports/edits/handEdits.js";

/** A cell changed by hand, for a person to decide about. */
export interface EditedCell {
  /** E.g. "'Måluppföljning T1 2019'!G12". */
  readonly address: string;
  /** The row and column in the report's own words. */
  readonly where: string;
  /** As people read them, e.g. "5,5 %"; "" for an empty cell, a formula as its text. */
  readonly written: string;
  readonly found: string;
}

/**
 * All alike: list them and write nothing, keep them, or write over them. Or cell by cell, by `EditedCell.address`: when one is left out, or has been changed
 * again so that it no longer says what the person saw, nothing is written and the list comes back.
 */
export type EditDecision = "ask" | "keep" | "replace" | readonly DecidedEdit[];

export interface DecidedEdit {
  readonly cell: EditedCell;
  readonly decision: "keep" | "replace";
}

/**
 * The edits that are to be kept; the others may be written over. Undefined when somebody still has to decide about one. A decision holds for a cell
 * that stands where it stood and says what it said when the person saw it; what was decided about cells that are no longer edited says nothing.
 */
export function editsToKeep(edits: readonly HandEdit[], shown: (edit: HandEdit) => EditedCell, decided: EditDecision): readonly HandEdit[] | undefined {
  if (edits.length === 0 || decided === "replace") return [];
  if (decided === "keep") return edits;
  if (decided === "ask") return undefined;
  const decisions = new Map<string, DecidedEdit["decision"][]>();
  for (const { cell, decision } of decided) {
    const same = decisions.get(keyOf(cell));
    if (same === undefined) decisions.set(keyOf(cell), [decision]);
    else same.push(decision);
  }
  const kept: HandEdit[] = [];
  for (const edit of edits) {
    // A row that was taken out is told where it stood, so two edits may share an address: they are decided about in the order they were shown.
    const decision = decisions.get(keyOf(shown(edit)))?.shift();
    if (decision === undefined) return undefined;
    if (decision === "keep") kept.push(edit);
  }
  return kept;
}

function keyOf({ address, found }: EditedCell): string {
  return JSON.stringify([address, found]);
}
