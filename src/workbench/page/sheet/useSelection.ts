import { useCallback, useState } from "react";
import type { CellPosition } from "../../../xlsx/model.js";
import type { Rect, UserSession } from "../../user/session.js";
import { contains, endOf, type Selection } from "./selection.js";

export interface SelectionState extends Selection {
  /** The cell that was moved to last: to be kept in view. */
  readonly towards: CellPosition;
}

/** What the user has selected on the active sheet; a selection made by the add-in replaces it. */
export function useSelection(session: UserSession): readonly [SelectionState, (selection: Selection) => void] {
  const [own, setOwn] = useState<{ readonly sheet: string; readonly selection: Selection }>();
  const { sheet, row, column, rows, columns } = session.selection;
  const rect: Rect = { row, column, rows, columns };
  const isOwn = own?.sheet === sheet && isSame(own.selection.rect, rect) && contains(rect, own.selection.active.row, own.selection.active.column);
  const selection = isOwn ? own.selection : { rect, active: { row, column } };
  const select = useCallback(
    (next: Selection) => {
      const sheetName = session.activeSheet.name;
      setOwn({ sheet: sheetName, selection: next });
      session.select(sheetName, next.rect);
    },
    [session],
  );
  return [{ ...selection, towards: isOwn ? endOf(selection) : { row, column } }, select];
}

function isSame(one: Rect, other: Rect): boolean {
  return one.row === other.row && one.column === other.column && one.rows === other.rows && one.columns === other.columns;
}
