import type { DecidedEdit, EditedCell } from "../../usecases/buildReport.js";

export type Decision = DecidedEdit["decision"];

/** Decided cells by address; a cell that is not here is kept. */
export type Decisions = ReadonlyMap<string, DecidedEdit>;

export const keepAll: Decisions = new Map();

/** What is decided for a cell: to keep it, until somebody says otherwise about what stands there now. */
export function decisionOf(cell: EditedCell, decisions: Decisions): Decision {
  const decided = decisions.get(cell.address);
  return decided?.cell.found === cell.found && decided.cell.written === cell.written ? decided.decision : "keep";
}

export function decide(decisions: Decisions, cells: readonly EditedCell[], decision: Decision): Decisions {
  return new Map([...decisions, ...cells.map((cell) => [cell.address, { cell, decision }] as const)]);
}

/** Every cell with what is decided for it, as a build takes them. */
export function decided(cells: readonly EditedCell[], decisions: Decisions): readonly DecidedEdit[] {
  return cells.map((cell) => ({ cell, decision: decisionOf(cell, decisions) }));
}
