import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { texts } from "../texts.js";

const useStyles = makeStyles({
  edge: { position: "absolute", top: 0, bottom: 0, right: "-4px", width: "8px", cursor: "col-resize", touchAction: "none", zIndex: 7 },
  line: { position: "absolute", top: 0, height: "100dvh", width: "1px", backgroundColor: tokens.colorNeutralForeground1, pointerEvents: "none" },
});

interface ColumnEdgeProps {
  readonly column: string;
  readonly width: number;
  readonly onWidth: (pixels: number) => void;
  readonly onFit: () => void;
}

/** The right edge of a column's letter: dragged it sets the column's width, double-clicked it fits the width to the texts. The keyboard's way is the cell's menu. */
export function ColumnEdge({ column, width, onWidth, onFit }: ColumnEdgeProps) {
  const styles = useStyles();
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number }>();
  return (
    <div
      aria-hidden
      title={texts.sheet.columnWidth(column)}
      data-column-edge={column}
      className={styles.edge}
      onMouseDown={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: event.clientX, to: event.clientX });
      }}
      onPointerMove={(event) => {
        if (drag !== undefined) setDrag({ ...drag, to: event.clientX });
      }}
      onPointerUp={() => {
        setDrag(undefined);
        if (drag !== undefined && drag.to !== drag.from) onWidth(width + drag.to - drag.from);
      }}
      onPointerCancel={() => setDrag(undefined)}
      onDoubleClick={(event) => {
        event.stopPropagation();
        onFit();
      }}
    >
      {drag !== undefined && <div className={styles.line} style={{ left: 4 + drag.to - drag.from }} />}
    </div>
  );
}
