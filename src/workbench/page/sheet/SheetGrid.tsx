import { mergeClasses } from "@fluentui/react-components";
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef } from "react";
import { columnLetters } from "../../cells/address.js";
import type { InputPrompt, Rect, SheetView, UserSession } from "../../user/session.js";
import { texts } from "../texts.js";
import { CornerIcon } from "../icons.js";
import { type Axis, scrollFor, sizeOf, startOf } from "./axis.js";
import { ColumnEdge } from "./ColumnEdge.js";
import { cellId } from "./SheetCell.js";
import { SheetCharts } from "./SheetCharts.js";
import { SheetRow } from "./SheetRow.js";
import { COLUMN_HEADER_PX, ROW_HEADER_PX, useSheetStyles } from "./sheetStyles.js";
import type { SelectionState } from "./useSelection.js";
import type { ShownSheet } from "./useSheetShape.js";

export interface SheetGridProps {
  readonly session: UserSession;
  readonly version: number;
  readonly sheet: SheetView;
  readonly shape: ShownSheet;
  readonly selection: SelectionState;
  /** The field over the active cell while it is typed in. */
  readonly cellEditor: ReactNode;
  /** What validation says of the active cell. */
  readonly prompt: InputPrompt | undefined;
  readonly gridRef: React.RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: React.KeyboardEvent, pageRows: number) => void;
  /** The user has given a column another width, in pixels, or wants it to fit its texts. */
  readonly onColumnWidth: (column: number, pixels: number | undefined) => void;
  /** The grid itself has got the focus. */
  readonly onFocus: () => void;
  readonly onMouseDown: (event: React.MouseEvent) => void;
  readonly onMouseOver: (event: React.MouseEvent) => void;
  readonly onClick: (event: React.MouseEvent) => void;
  readonly onContextMenu: (event: React.MouseEvent) => void;
  readonly onDoubleClick: (event: React.MouseEvent) => void;
}

/**
 * A sheet as a grid of which only what is in view is in the document. Rows and columns keep their numbers in aria-rowindex and aria-colindex (headers are number 1).
 * The grid holds the focus and points at the active cell, which is always drawn.
 */
export function SheetGrid({ session, version, sheet, shape, selection, cellEditor, prompt, gridRef, onColumnWidth, onKeyDown, onFocus, ...mouse }: SheetGridProps) {
  const { rowAxis, columnAxis, merges } = shape;
  const { rect, active, towards, isOwn, jumps } = selection;
  const styles = useSheetStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const frozenRows = sheet.freeze?.rows ?? 0;
  const frozenColumns = sheet.freeze?.columns ?? 0;

  const rows = useWindow(rowAxis, scroller, COLUMN_HEADER_PX, frozenRows, active.row, merges, "row");
  const columns = useWindow(columnAxis, scroller, ROW_HEADER_PX, frozenColumns, active.column, merges, "column");

  useLayoutEffect(() => {
    const view = scroller.current;
    if (view === null) return;
    view.scrollTop = scrollFor(rowAxis, towards.row, frozenRows, view.scrollTop, view.clientHeight - COLUMN_HEADER_PX);
    view.scrollLeft = scrollFor(columnAxis, towards.column, frozenColumns, view.scrollLeft, view.clientWidth - ROW_HEADER_PX);
    // On a narrow screen the sheet may be out of sight, when it is the add-in that goes to a cell.
    if (!isOwn) view.scrollIntoView({ block: "nearest" });
    // The axes change when rows are hidden or grow: then the user is not to be moved.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sheet.name, towards.row, towards.column, jumps]);

  const frozenHeight = startOf(rowAxis, frozenRows);
  const width = ROW_HEADER_PX + startOf(columnAxis, shape.columns);
  const row = (index: number) => {
    const isSelected = rect.row <= index && index < rect.row + rect.rows;
    const isActive = active.row === index;
    return (
      <SheetRow
        key={index}
        session={session}
        version={version}
        sheet={sheet}
        shape={shape}
        row={index}
        columns={columns}
        y={index < frozenRows ? undefined : startOf(rowAxis, index) - frozenHeight}
        isLastFrozen={index === frozenRows - 1}
        selectedFrom={isSelected ? rect.column : -1}
        selectedTo={isSelected ? rect.column + rect.columns - 1 : -1}
        activeColumn={isActive ? active.column : -1}
        cellEditor={isActive ? cellEditor : undefined}
        prompt={isActive ? prompt : undefined}
      />
    );
  };
  const visibleRows = rows.filter((index) => sizeOf(rowAxis, index) > 0);

  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        ref={gridRef}
        data-region=""
        role="grid"
        tabIndex={0}
        aria-label={texts.sheet.label(sheet.name)}
        aria-description={texts.sheet.keys}
        aria-rowcount={shape.rows + 1}
        aria-colcount={shape.columns + 1}
        aria-multiselectable
        aria-activedescendant={cellId(active.row, active.column)}
        className={styles.grid}
        style={{ width, height: COLUMN_HEADER_PX + startOf(rowAxis, shape.rows) }}
        onKeyDown={(event) => onKeyDown(event, rowsInView(scroller.current, rowAxis, active.row))}
        onFocus={(event) => {
          if (event.target === event.currentTarget) onFocus();
        }}
        {...mouse}
      >
        <div role="rowgroup" className={styles.top} style={{ height: COLUMN_HEADER_PX + frozenHeight, width }}>
          <div role="row" aria-rowindex={1} className={styles.topRow} style={{ height: COLUMN_HEADER_PX }}>
            <div role="columnheader" aria-colindex={1} title={texts.sheet.corner} data-corner="" className={mergeClasses(styles.header, styles.stickyHeader)} style={{ left: 0, width: ROW_HEADER_PX, height: COLUMN_HEADER_PX }}>
              <CornerIcon />
            </div>
            {columns.map((column) => {
              const size = sizeOf(columnAxis, column);
              if (size === 0) return null;
              const isFrozen = column < frozenColumns;
              const isSelected = rect.column <= column && column < rect.column + rect.columns;
              return (
                <div
                  key={column}
                  role="columnheader"
                  aria-colindex={column + 2}
                  data-column-header={column}
                  className={mergeClasses(styles.header, isFrozen && styles.stickyHeader, isSelected && styles.selectedHeader)}
                  style={{ left: ROW_HEADER_PX + startOf(columnAxis, column), width: size, height: COLUMN_HEADER_PX }}
                >
                  {columnLetters(column)}
                  <ColumnEdge column={columnLetters(column)} width={size} onWidth={(pixels) => onColumnWidth(column, pixels)} onFit={() => onColumnWidth(column, undefined)} />
                </div>
              );
            })}
          </div>
          {visibleRows.filter((index) => index < frozenRows).map(row)}
        </div>
        <div role="rowgroup" style={{ position: "relative", width }}>
          {visibleRows.filter((index) => index >= frozenRows).map(row)}
        </div>
      </div>
      <SheetCharts charts={sheet.charts} rowAxis={rowAxis} columnAxis={columnAxis} />
    </div>
  );
}

/** The rows or columns to draw: those in view and a few around, the frozen ones, the active cell's, and the first of merged cells that reach in. */
function useWindow(axis: Axis, scroller: React.RefObject<HTMLDivElement | null>, header: number, frozen: number, active: number, merges: readonly Rect[], along: "row" | "column"): readonly number[] {
  const isByRow = along === "row";
  const rangeExtractor = useCallback(
    (range: Range) => {
      const inView = defaultRangeExtractor(range);
      const [first = 0, last = 0] = [inView[0], inView.at(-1)];
      const starts = merges.filter((merge) => merge[along] < first && merge[along] + (isByRow ? merge.rows : merge.columns) > first && merge[along] <= last).map((merge) => merge[along]);
      const always = Array.from({ length: frozen }, (_, index) => index);
      return [...new Set([...always, ...starts, active, ...inView])].filter((index) => index < axis.count).sort((a, b) => a - b);
    },
    [axis, frozen, active, merges, along, isByRow],
  );
  // eslint-disable-next-line react-hooks/incompatible-library -- no compiler is used here; the virtualizer draws anew by itself when it scrolls.
  const virtualizer = useVirtualizer({
    count: axis.count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => sizeOf(axis, index),
    overscan: isByRow ? 4 : 2,
    horizontal: !isByRow,
    scrollMargin: header,
    rangeExtractor,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, axis]);
  const indexes = virtualizer.getVirtualItems().map(({ index }) => index);
  const key = indexes.join();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the same columns are the same array, so that rows are not drawn anew.
  return useMemo(() => indexes, [key]);
}

function rowsInView(view: HTMLElement | null, axis: Axis, row: number): number {
  const height = Math.max(1, sizeOf(axis, row));
  return view === null ? 1 : Math.max(1, Math.floor((view.clientHeight - COLUMN_HEADER_PX) / height) - 1);
}
