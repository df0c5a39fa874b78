import { useEffect, useEffectEvent } from "react";
import { pasteArea } from "../../user/pasting.js";
import { cellsOf } from "../../user/separatedText.js";
import type { Rect, UserSession } from "../../user/session.js";
import type { Settle } from "../outcomes.js";

/** Ctrl+C, Ctrl+X and Ctrl+V while the grid has the focus: through the browser's own clipboard events, so that other spreadsheets can be pasted from and to. `onPasted` hears where it went. */
export function useClipboard(grid: React.RefObject<HTMLElement | null>, session: UserSession, sheet: string, rect: Rect, settle: Settle, onPasted: (rect: Rect) => void): void {
  const pasted = useEffectEvent(onPasted);
  useEffect(() => {
    // In a field that is typed in, the clipboard is the field's.
    const isGrid = () => document.activeElement === grid.current;
    const copy = (event: ClipboardEvent) => {
      if (!isGrid() || event.clipboardData === null) return;
      const { text, html } = session.copy(sheet, rect);
      event.clipboardData.setData("text/plain", text);
      event.clipboardData.setData("text/html", html);
      event.preventDefault();
      if (event.type === "cut") settle(session.clear(sheet, rect));
    };
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!isGrid() || text === "") return;
      event.preventDefault();
      settle(session.paste(sheet, rect, text), { then: () => pasted(pasteArea(rect, sizeOf(cellsOf(text)))) });
    };
    document.addEventListener("copy", copy);
    document.addEventListener("cut", copy);
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("copy", copy);
      document.removeEventListener("cut", copy);
      document.removeEventListener("paste", paste);
    };
  }, [grid, session, sheet, rect, settle]);
}

function sizeOf(cells: readonly (readonly string[])[]): { readonly rows: number; readonly columns: number } {
  return { rows: cells.length, columns: cells[0]?.length ?? 1 };
}
