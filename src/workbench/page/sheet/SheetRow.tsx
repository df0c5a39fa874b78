import { mergeClasses } from "@fluentui/react-components";
import { memo, type ReactNode } from "react";
import { addressOf } from "../../cells/address.js";
import type { CellView, InputPrompt, SheetView, TableView, UserSession } from "../../user/session.js";
import { texts } from "../texts.js";
import { sizeOf, startOf } from "./axis.js";
import { runsOver } from "./cellLook.js";
import { SheetCell } from "./SheetCell.js";
import { ROW_HEADER_PX, useSheetStyles } from "./sheetStyles.js";
import type { ShownSheet } from "./useSheetShape.js";

/** A long text is not followed over more cells than this. */
const FARTHEST = 40;
const PROMPT_ID = "validation-prompt";

export interface SheetRowProps {
  readonly session: UserSession;
  /** Of the session: another one means that cells may have changed. */
  readonly version: number;
  readonly sheet: SheetView;
  readonly shape: ShownSheet;
  readonly row: number;
  /** Columns to draw, in order. */
  readonly columns: readonly number[];
  /** From the top of the scrolled rows; undefined for a frozen row, which stands in the flow. */
  readonly y: number | undefined;
  readonly isLastFrozen: boolean;
  /** First and last selected column; -1 when nothing in the row is selected. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly activeColumn: number;
  /** The field over the active cell while it is typed in. */
  readonly cellEditor: ReactNode;
  /** What validation says beneath the active cell. */
  readonly prompt: InputPrompt | undefined;
}

/** One row of cells with its number. */
export const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { session, sheet, shape, row, columns, y, selectedFrom, selectedTo, activeColumn, prompt } = props;
  const styles = useSheetStyles();
  const height = sizeOf(shape.rowAxis, row);
  const frozenColumns = sheet.freeze?.columns ?? 0;
  const merges = shape.merges.filter((merge) => merge.row <= row && row < merge.row + merge.rows);
  const isSelectedRow = selectedFrom >= 0;
  return (
    <div role="row" aria-rowindex={row + 2} className={mergeClasses(y === undefined ? styles.topRow : styles.row, props.isLastFrozen && styles.frozenEdgeRow)} style={{ top: y, height }}>
      <div role="rowheader" aria-colindex={1} data-row-header={row} className={mergeClasses(styles.header, styles.stickyHeader, isSelectedRow && styles.selectedHeader)} style={{ left: 0, width: ROW_HEADER_PX, height }}>
        {row + 1}
      </div>
      {columns.map((column) => {
        const merge = merges.find((each) => each.column <= column && column < each.column + each.columns);
        if (merge !== undefined && (merge.row !== row || merge.column !== column)) return null;
        const width = sizeOf(shape.columnAxis, column, merge?.columns);
        if (width === 0) return null;
        const view = session.view(sheet.name, row, column);
        const isActive = column === activeColumn;
        const hasChoices = isActive && view.hasDropDown && !view.isProtected;
        const filtered = filteredColumn(sheet, view);
        return (
          <SheetCell
            key={column}
            row={row}
            column={column}
            columnSpan={merge?.columns ?? 1}
            rowSpan={merge?.rows ?? 1}
            address={addressOf({ row, column, rows: 1, columns: 1 })}
            view={view}
            showGridlines={sheet.showGridlines}
            x={ROW_HEADER_PX + startOf(shape.columnAxis, column) - 1}
            isFrozen={column < frozenColumns}
            width={width}
            height={sizeOf(shape.rowAxis, row, merge?.rows)}
            textWidth={merge === undefined && runsOver(view) ? widthForText(view, column, width, props) : width}
            isSelected={selectedFrom <= column && column <= selectedTo}
            isActive={isActive}
            arrow={hasChoices ? "choices" : filtered === undefined ? undefined : "filter"}
            arrowLabel={hasChoices ? texts.sheet.openChoices : texts.sheet.filter(filtered?.name ?? "")}
            isArrowInUse={filtered?.isFiltered === true || filtered?.sorted !== undefined}
            describedBy={isActive && prompt !== undefined ? PROMPT_ID : undefined}
          >
            {isActive ? props.cellEditor : undefined}
          </SheetCell>
        );
      })}
      {prompt !== undefined && (
        <div id={PROMPT_ID} aria-hidden className={styles.prompt} style={{ left: ROW_HEADER_PX + startOf(shape.columnAxis, activeColumn) + 8 }}>
          {prompt.title !== "" && <strong>{`${prompt.title}\n`}</strong>}
          {prompt.message}
        </div>
      )}
    </div>
  );
});

/** Width of the cell and of the empty cells to its right that its text needs: Excel shows a long text over them. */
function widthForText(view: CellView, column: number, width: number, { session, sheet, shape, row }: SheetRowProps): number {
  // A generous guess of the text's width: glyphs are narrower than their font's size.
  const needed = view.text.length * view.format.font.size;
  let room = width;
  for (let next = column + 1; room < needed && next <= column + FARTHEST && next < shape.columns; next += 1) {
    if (session.view(sheet.name, row, next).kind !== "empty") break;
    room += sizeOf(shape.columnAxis, next);
  }
  return room;
}

/** The column whose menu opens from a cell: that of a table's header. */
function filteredColumn(sheet: SheetView, { table }: CellView): TableView["columns"][number] | undefined {
  if (table?.part !== "header") return undefined;
  const found = sheet.tables.find(({ name }) => name === table.name);
  return found?.hasFilterButtons === true ? found.columns[table.columnIndex] : undefined;
}
