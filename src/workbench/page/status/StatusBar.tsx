import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Rect, UserSession } from "../../user/session.js";
import { texts } from "../texts.js";

const useStyles = makeStyles({
  bar: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: "4px 16px", minHeight: "28px", padding: "0 8px", backgroundColor: tokens.colorNeutralBackground2, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, fontSize: "12px" },
  facts: { display: "flex", flexWrap: "wrap", gap: "0 16px", flexGrow: 1 },
});

interface StatusBarProps {
  readonly session: UserSession;
  readonly sheet: string;
  readonly rect: Rect;
  /** Buttons at the end. */
  readonly actions: ReactNode;
}

/** Figures of the selected cells, as Excel gives them, and the ways to what can be shown and hidden. */
export function StatusBar({ session, sheet, rect, actions }: StatusBarProps) {
  const styles = useStyles();
  const words = texts.status;
  const { count, numbers } = rect.rows * rect.columns > 1 ? session.summary(sheet, rect) : { count: 0, numbers: undefined };
  return (
    <div role="group" aria-label={words.label} className={styles.bar} data-region="">
      <div className={styles.facts} aria-live="off">
        {count > 1 && <span>{`${words.count}: ${count}`}</span>}
        {count <= 1 && <span>{words.keys}</span>}
        {numbers !== undefined && (
          <>
            <span>{`${words.sum}: ${numbers.sum}`}</span>
            <span>{`${words.average}: ${numbers.average}`}</span>
            <span>{`${words.smallest}: ${numbers.smallest}`}</span>
            <span>{`${words.largest}: ${numbers.largest}`}</span>
          </>
        )}
      </div>
      {actions}
    </div>
  );
}
