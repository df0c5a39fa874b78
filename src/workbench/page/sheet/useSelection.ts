import { useCallback, useState } from "react";
import type { CellPosition } from "../../../xlsx/model.js";
import type { Rect, UserSession } from "../../user/session.js";
import { contains, endOf, type Selection } from "./selection.js";

export interface SelectionState extends Selection {
  /** The cell that was moved to last: to be kept in view. */
  readonly towards: CellPosition;
  /** Made by the user here, and not by the add-in. */
  readonly isOwn: boolean;
  /** Another number when the add-in has gone somewhere, be it here. */
  readonly jumps: number;
}

export interface SelectionInUse {
  readonly selection: SelectionState;
  readonly select: (selection: Selection) => void;
  /** The session's version without what selecting here made of it: the same number means the same cells, so that moving about draws nothing anew. */
  readonly contentVersion: number;
}

/**
 * What the user has selected on the active sheet; a selection made by the add-in replaces it.
 * @param version Of the session.
 */
export function useSelection(session: UserSession, version: number): SelectionInUse {
  const [ownSteps, setOwnSteps] = useState(0);
  const [own, setOwn] = useState<{ readonly sheet: string; readonly jumps: number; readonly selection: Selection }>();
  const { jumps } = session;
  const { sheet, row, column, rows, columns } = session.selection;
  const rect: Rect = { row, column, rows, columns };
  const isOwn = own?.sheet === sheet && own.jumps === jumps && isSame(own.selection.rect, rect) && contains(rect, own.selection.active.row, own.selection.active.column);
  const selection = isOwn ? own.selection : { rect, active: { row, column } };
  const select = useCallback(
    (next: Selection) => {
      const sheetName = session.selection.sheet;
      setOwn({ sheet: sheetName, jumps: session.jumps, selection: next });
      const before = session.version();
      session.select(sheetName, next.rect);
      setOwnSteps((steps) => steps + session.version() - before);
    },
    [session],
  );
  return { selection: { ...selection, towards: isOwn ? endOf(selection) : { row, column }, isOwn, jumps }, select, contentVersion: version - ownSteps };
}

function isSame(one: Rect, other: Rect): boolean {
  return one.row === other.row && one.column === other.column && one.rows === other.rows && one.columns === other.columns;
}
