import { mergeClasses } from "@fluentui/react-components";
import { memo, type CSSProperties, type ReactNode } from "react";
import type { CellView } from "../../user/session.js";
import { ArrowDownIcon, FilterIcon } from "../icons.js";
import { boxStyle, fitted, textStyle } from "./cellLook.js";
import { useSheetStyles } from "./sheetStyles.js";

export interface SheetCellProps {
  readonly row: number;
  readonly column: number;
  /** Merged cells span several. */
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly address: string;
  readonly view: CellView;
  readonly showGridlines: boolean;
  /** Pixels from the left edge: of all columns, or for a frozen one of the view. */
  readonly x: number;
  readonly isFrozen: boolean;
  readonly width: number;
  readonly height: number;
  /** Pixels that the text may take, over empty cells to the right. */
  readonly textWidth: number;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  /** What the arrow in the cell opens, named for those who do not see it. */
  readonly arrow: "choices" | "filter" | undefined;
  readonly arrowLabel: string;
  /** The column is filtered or sorted. */
  readonly isArrowInUse: boolean;
  readonly describedBy: string | undefined;
  /** What lies over the cell: editor, prompt. */
  readonly children?: ReactNode;
}

/** One cell, drawn. What is done with it is listened to by the grid, by `data-` attributes. */
export const SheetCell = memo(function SheetCell(props: SheetCellProps) {
  const { row, column, view, x, isFrozen, width, height, textWidth, isSelected, isActive, arrow, children } = props;
  const styles = useSheetStyles();
  const place: CSSProperties = { left: x, width: width + 1, height: height + 1 };
  const runs = textWidth > width;
  const shown = fitted(view, width);
  return (
    <div
      role="gridcell"
      id={cellId(row, column)}
      aria-colindex={column + 2}
      aria-colspan={props.columnSpan > 1 ? props.columnSpan : undefined}
      aria-rowspan={props.rowSpan > 1 ? props.rowSpan : undefined}
      aria-selected={isSelected}
      aria-readonly={view.isProtected || undefined}
      aria-invalid={view.isInvalid || undefined}
      aria-describedby={props.describedBy}
      data-row={row}
      data-column={column}
      data-address={props.address}
      className={mergeClasses(styles.cell, isFrozen && styles.frozenCell, isSelected && !isActive && styles.selected, view.isInvalid && styles.invalid, isActive && styles.active, isActive && isFrozen && styles.activeFrozen)}
      title={shown === view.text ? undefined : view.text}
      style={{ ...place, ...boxStyle(view.format, props.showGridlines) }}
    >
      {view.text !== "" && (
        <div className={mergeClasses(styles.text, runs && styles.textRunningOver)} style={{ ...textStyle(view), ...(runs ? { width: textWidth } : {}), ...(arrow === "filter" ? { paddingRight: 19 } : {}) }}>
          <span className={styles.words}>{shown}</span>
        </div>
      )}
      {arrow !== undefined && (
        <button type="button" tabIndex={-1} data-arrow={arrow} aria-label={props.arrowLabel} aria-haspopup={arrow === "choices" ? "listbox" : "dialog"} title={props.arrowLabel} className={mergeClasses(styles.arrow, props.isArrowInUse && styles.arrowInUse, arrow === "choices" && styles.outsideArrow)}>
          {props.isArrowInUse ? <FilterIcon /> : <ArrowDownIcon />}
        </button>
      )}
      {children}
    </div>
  );
});

/** Id of a cell's element: what the grid points at as its active descendant. */
export function cellId(row: number, column: number): string {
  return `cell-${row}-${column}`;
}
