import { texts } from "../texts.js";
import { useSheetStyles } from "./sheetStyles.js";
import type { Editing, Editor } from "./useEditing.js";

interface CellEditorProps {
  readonly editing: Editing;
  readonly editor: Editor;
  readonly address: string;
  /** A key that ends the edit and moves on: Enter, Tab, and arrows when it was begun by typing. */
  readonly onLeave: (key: React.KeyboardEvent) => void;
  readonly onCancel: () => void;
}

const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

/** The field in a cell while it is typed in. */
export function CellEditor({ editing, editor, address, onLeave, onCancel }: CellEditorProps) {
  const styles = useSheetStyles();
  return (
    <textarea
      ref={takeFocus}
      className={styles.editor}
      aria-label={texts.sheet.edit(address)}
      rows={1}
      spellCheck={false}
      value={editing.text}
      onChange={(event) => editor.change(event.target.value)}
      onBlur={(event) => {
        // Into the formula bar the edit goes along, and while the user is in the pane it waits: until it is over Excel answers no add-in.
        const isFormulaBar = event.relatedTarget instanceof HTMLElement && event.relatedTarget.dataset["formulaBar"] !== undefined;
        if (!isFormulaBar && !isPressInPane(event.relatedTarget)) editor.commit();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        // While accents or other signs are put together, Enter is about those.
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Escape") {
          event.preventDefault();
          onCancel();
        } else if (event.key === "Enter" && event.altKey) {
          event.preventDefault();
          const { selectionStart, selectionEnd, value } = event.currentTarget;
          editor.change(`${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`);
        } else if (event.key === "Enter" || event.key === "Tab" || (editing.arrowsMove && ARROWS.includes(event.key))) {
          event.preventDefault();
          onLeave(event);
        } else if (event.key === "F2") {
          event.preventDefault();
          editor.begin({ ...editing, arrowsMove: !editing.arrowsMove });
        }
      }}
    />
  );
}

/** What gets the focus in a frame is not told to the page around it; what the mouse is over is. */
function isPressInPane(focused: EventTarget | null): boolean {
  return focused === null && document.querySelector("iframe:hover") !== null;
}

/** At once, and not in an effect: the key that began the edit is to land here. */
function takeFocus(field: HTMLTextAreaElement | null): void {
  if (field === null) return;
  field.focus({ preventScroll: true });
  field.setSelectionRange(field.value.length, field.value.length);
}
