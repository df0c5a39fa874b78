import { useMemo, useState } from "react";
import type { CellPosition } from "../../../xlsx/model.js";
import type { SheetView, UserSession } from "../../user/session.js";
import { type Axis, axisOf, isSameAxis, sizeOf } from "./axis.js";
import type { SheetShape } from "./selection.js";

/** Empty rows and columns that are shown past what is used: the sheet goes on, but nobody scrolls through a million rows. */
const SPARE_ROWS = 60;
const SPARE_COLUMNS = 6;
const LEAST_ROWS = 100;
const LEAST_COLUMNS = 26;

export interface ShownSheet extends SheetShape {
  readonly rowAxis: Axis;
  readonly columnAxis: Axis;
}

/**
 * How much of a sheet is shown, and how large its rows and columns are.
 * @param reached The cell farthest out that must be there: the selection's last.
 * @param version Of the session.
 */
export function useSheetShape(session: UserSession, sheet: SheetView, reached: CellPosition, version: number): ShownSheet {
  const rows = Math.max(LEAST_ROWS, sheet.used.rows + SPARE_ROWS, reached.row + SPARE_ROWS);
  const columns = Math.max(LEAST_COLUMNS, sheet.used.columns + SPARE_COLUMNS, reached.column + SPARE_COLUMNS);
  const rowAxis = useAxis(rows, (row) => session.rowHeightPx(sheet.name, row), version, sheet.name);
  const columnAxis = useAxis(columns, (column) => session.columnWidthPx(sheet.name, column), version, sheet.name);
  return useMemo(
    () => ({
      rows,
      columns,
      rowAxis,
      columnAxis,
      merges: sheet.merges,
      lastUsed: { row: Math.max(0, sheet.used.rows - 1), column: Math.max(0, sheet.used.columns - 1) },
      isRowHidden: (row) => sizeOf(rowAxis, row) === 0,
      isColumnHidden: (column) => sizeOf(columnAxis, column) === 0,
      edge: (row, column, direction) => session.edge(sheet.name, row, column, direction),
    }),
    [session, sheet, rows, columns, rowAxis, columnAxis],
  );
}

/** The same object as long as nothing has another size, so that what hangs on it is not worked out anew at each key. */
function useAxis(count: number, size: (index: number) => number, version: number, sheet: string): Axis {
  // eslint-disable-next-line react-hooks/exhaustive-deps -- sizes are read from the session, whose changes `version` tells of.
  const fresh = useMemo(() => axisOf(count, size), [count, version, sheet]);
  const [kept, setKept] = useState(fresh);
  if (isSameAxis(kept, fresh)) return kept;
  setKept(fresh);
  return fresh;
}
