import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { CloseIcon } from "../icons.js";
import { texts } from "../texts.js";

/** As narrow and as wide as Excel lets a pane be dragged, about. */
const NARROWEST = 320;
const WIDEST = 450;
const STEP = 10;

const useStyles = makeStyles({
  area: { display: "flex", flexShrink: 0, minHeight: 0, backgroundColor: tokens.colorNeutralBackground1, "@media (max-width: 700px)": { width: "100%", borderTop: `2px solid ${tokens.colorNeutralStroke1}` } },
  // The page in the frame goes on living when the pane is closed, as a shared runtime does.
  hidden: { display: "none" },
  splitter: { width: "6px", flexShrink: 0, padding: 0, border: "none", cursor: "col-resize", backgroundColor: tokens.colorNeutralStroke2, touchAction: "none", ":hover": { backgroundColor: tokens.colorNeutralStroke1Hover }, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` }, "@media (max-width: 700px)": { display: "none" } },
  pane: { display: "flex", flexDirection: "column", minWidth: 0, minHeight: 0, "@media (max-width: 700px)": { width: "100% !important" } },
  title: { display: "flex", alignItems: "center", justifyContent: "space-between", padding: "2px 4px 2px 12px", fontWeight: tokens.fontWeightSemibold, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

interface PaneAreaProps {
  readonly isVisible: boolean;
  readonly onClose: () => void;
  /** The add-in's frame. */
  readonly children: ReactNode;
}

/** The place of the task pane at the side of the sheet: its width can be dragged, or changed with the arrow keys. */
export function PaneArea({ isVisible, onClose, children }: PaneAreaProps) {
  const styles = useStyles();
  const [width, setWidth] = useState(350);
  const [dragged, setDragged] = useState(false);
  const change = (wished: number) => setWidth(Math.round(Math.min(WIDEST, Math.max(NARROWEST, wished))));
  return (
    <section aria-label={texts.pane.region} className={mergeClasses(styles.area, !isVisible && styles.hidden)} data-pane-area="">
      <div
        role="separator"
        tabIndex={0}
        aria-label={texts.pane.resize}
        aria-orientation="vertical"
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        aria-valuenow={width}
        className={styles.splitter}
        onKeyDown={({ key }) => {
          if (key === "ArrowLeft") change(width + STEP);
          if (key === "ArrowRight") change(width - STEP);
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragged(true);
        }}
        onPointerMove={(event) => {
          if (dragged) change(document.documentElement.clientWidth - event.clientX - 6);
        }}
        onPointerUp={() => setDragged(false)}
      />
      <div className={styles.pane} data-region="" style={{ width, pointerEvents: dragged ? "none" : undefined }}>
        <div className={styles.title}>
          <span>{texts.pane.frame}</span>
          <Button appearance="subtle" size="small" icon={<CloseIcon />} aria-label={texts.pane.close} title={texts.pane.close} onClick={onClose} />
        </div>
        {children}
      </div>
    </section>
  );
}
