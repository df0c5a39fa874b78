/**
 * The areas of a validation or a conditional format. Its formulas are written as they read in the top left corner of all its areas
 * together (CT_CfRule and CT_DataValidation give no other place), so they must be written anew whenever that corner changes.
 */
import { contains } from "./areas.js";
import { moveFormula } from "./formulaReferences.js";
import type { CellPosition, Rect } from "./model.js";
import type { Shift } from "./shift.js";
import type { XmlElement } from "./xml.js";

/** The cell a rule's formulas are written for. */
export function corner(areas: readonly Rect[]): CellPosition {
  return { row: Math.min(...areas.map((area) => area.row)), column: Math.min(...areas.map((area) => area.column)) };
}

/** A rule's formula as it reads when its areas are others. */
export function formulaFrom(formula: string, from: readonly Rect[], to: readonly Rect[]): string {
  const [old, now] = [corner(from), corner(to)];
  return moveFormula(formula, now.row - old.row, now.column - old.column);
}

/** Writes the formulas in `elements` for new areas. */
export function rewriteForAreas(elements: readonly XmlElement[], from: readonly Rect[], to: readonly Rect[]): void {
  for (const element of elements) {
    const formula = element.text;
    const rewritten = formulaFrom(formula, from, to);
    if (rewritten !== formula) element.text = rewritten;
  }
}

/** True when deleting cells takes away the very cell a rule's formulas are written for: they must first be written for one that stays. */
export function losesCorner(areas: readonly Rect[], shift: Shift): boolean {
  if (shift.kind === "insert" || areas.length === 0) return false;
  const { row, column } = corner(areas);
  return contains(shift.area, row, column);
}

/** Areas that touch edge to edge with equal sides made one, so that a rule set cell by cell does not grow a list. */
export function merged(areas: readonly Rect[]): Rect[] {
  const result: Rect[] = [];
  for (const area of areas) {
    const last = result.at(-1);
    if (last?.column === area.column && last.columns === area.columns && last.row + last.rows === area.row) result[result.length - 1] = { ...last, rows: last.rows + area.rows };
    else if (last?.row === area.row && last.rows === area.rows && last.column + last.columns === area.column) result[result.length - 1] = { ...last, columns: last.columns + area.columns };
    else result.push(area);
  }
  return result;
}
