import { useCallback, useRef, useState } from "react";
import type { CellPosition } from "../../../xlsx/model.js";
import type { Outcome, UserSession } from "../../user/session.js";

/** A cell being typed in. */
export interface Editing extends CellPosition {
  readonly sheet: string;
  readonly text: string;
  /** Begun by typing: arrows commit and move on. Begun by F2 or a click in the text: arrows move in the text. */
  readonly arrowsMove: boolean;
  readonly place: "cell" | "formulaBar";
}

export interface Editor {
  readonly editing: Editing | undefined;
  /** As `editing`, also within the event that began or ended the edit. */
  isOn(): boolean;
  begin(editing: Editing): void;
  change(text: string): void;
  cancel(): void;
  /** Types what stands in the editor into its cell, once: whatever else wants to (Enter, then the loss of focus) finds nothing to do. */
  commit(then?: () => void): void;
}

/**
 * One edit at a time, from the first key to Enter.
 * @param settle Shows what came of typing; runs `then` when it was done, and `retry` when the user wants to mend the text.
 */
export function useEditing(session: UserSession, settle: (outcome: Outcome, after: { readonly then?: (() => void) | undefined; readonly retry?: () => void }) => void): Editor {
  const [editing, setEditing] = useState<Editing>();
  // The truth within one event, when state has not been rendered yet.
  const current = useRef<Editing>(undefined);

  const set = useCallback((next: Editing | undefined) => {
    current.current = next;
    setEditing(next);
    session.editCell(next !== undefined);
  }, [session]);

  return {
    editing,
    isOn: () => current.current !== undefined,
    begin: set,
    change: (text) => {
      if (current.current !== undefined) set({ ...current.current, text });
    },
    cancel: () => set(undefined),
    commit: (then) => {
      const typed = current.current;
      if (typed === undefined) return;
      set(undefined);
      const { sheet, row, column, text } = typed;
      if (text === session.editText(sheet, row, column)) then?.();
      else settle(session.type(sheet, row, column, text), { then, retry: () => set({ ...typed, arrowsMove: false }) });
    },
  };
}
