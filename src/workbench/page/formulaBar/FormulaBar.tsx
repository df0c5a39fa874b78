import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { flushSync } from "react-dom";
import type { Settle } from "../outcomes.js";
import type { Selection } from "../sheet/selection.js";
import type { Editor } from "../sheet/useEditing.js";
import { texts } from "../texts.js";
import type { UserSession } from "../../user/session.js";

const useStyles = makeStyles({
  bar: { display: "flex", gap: "6px", padding: "3px 6px", backgroundColor: tokens.colorNeutralBackground2, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  field: {
    boxSizing: "border-box",
    height: "26px",
    minWidth: 0,
    padding: "2px 6px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: "13px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
  name: { width: "86px", flexShrink: 0 },
  content: { flexGrow: 1, resize: "none", lineHeight: "20px", whiteSpace: "pre", overflowX: "hidden" },
});

interface FormulaBarProps {
  readonly session: UserSession;
  readonly sheet: string;
  readonly selection: Selection;
  readonly address: string;
  readonly editor: Editor;
  readonly settle: Settle;
  readonly onLeave: (key: React.KeyboardEvent) => void;
  readonly onCancel: () => void;
  readonly onGone: () => void;
}

/** Where the active cell is, and what stands in it: both can be typed in. */
export function FormulaBar({ session, sheet, selection: { active }, address, editor, settle, onLeave, onCancel, onGone }: FormulaBarProps) {
  const styles = useStyles();
  const words = texts.formulaBar;
  const [destination, setDestination] = useState<string>();
  const { editing } = editor;
  const content = editing?.text ?? session.editText(sheet, active.row, active.column);
  const go = (text: string) => {
    setDestination(undefined);
    const found = session.find(text);
    if (found === undefined) {
      settle({ kind: "refused", title: words.notFoundTitle, message: words.notFound(text) });
      return;
    }
    // Another sheet's grid is another element, and is to be there when the focus goes to it.
    flushSync(() => settle(session.select(found.sheet, found)));
    onGone();
  };
  return (
    <div role="group" aria-label={words.region} className={styles.bar} data-region="">
      <input
        className={`${styles.field} ${styles.name}`}
        aria-label={words.nameBox}
        spellCheck={false}
        value={destination ?? address}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDestination(event.target.value)}
        onBlur={() => setDestination(undefined)}
        onKeyDown={(event) => {
          if (event.key === "Enter") go(event.currentTarget.value);
          else if (event.key === "Escape") {
            setDestination(undefined);
            onGone();
          }
        }}
      />
      <textarea
        className={`${styles.field} ${styles.content}`}
        aria-label={words.content}
        data-formula-bar=""
        rows={1}
        spellCheck={false}
        value={content}
        readOnly={editing === undefined && session.view(sheet, active.row, active.column).isProtected}
        onFocus={() => {
          if (editing !== undefined) editor.begin({ ...editing, place: "formulaBar", arrowsMove: false });
        }}
        onChange={(event) => {
          if (editing === undefined) editor.begin({ sheet, ...active, text: event.target.value, arrowsMove: false, place: "formulaBar" });
          else editor.change(event.target.value);
        }}
        onBlur={() => editor.commit()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape") onCancel();
          else if ((event.key === "Enter" && !event.altKey) || (event.key === "Tab" && editing !== undefined)) {
            event.preventDefault();
            onLeave(event);
          }
        }}
      />
    </div>
  );
}
