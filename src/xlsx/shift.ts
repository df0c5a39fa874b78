/**
 * What inserting or deleting cells does to everything that names cells, decided before anything moves.
 * A shift moves the band beside its area: the same columns and all rows below, or the same rows and all columns to the right.
 */
import { areaName, containsArea, intersection, maximumColumns, maximumRows, subtract } from "./areas.js";
import { XlsxError } from "./errors.js";
import { shiftFormula } from "./formulaReferences.js";
import type { Rect, Table } from "./model.js";

export interface Shift {
  readonly kind: "insert" | "delete";
  /** Whether cells move along rows (down, up) or columns (right, left). */
  readonly direction: "rows" | "columns";
  readonly area: Rect;
}

export interface TableChange {
  readonly table: Table;
  /** Where the table is after the shift; undefined when it is gone. */
  readonly range: Rect | undefined;
  readonly addColumns?: { readonly index: number; readonly count: number };
  readonly removeColumns?: { readonly index: number; readonly count: number };
}

export interface ShiftPlan {
  readonly tables: readonly TableChange[];
  /** Index of the row or column new cells take their format from; undefined for none. */
  readonly styleFrom: number | undefined;
  /** An area that moves or stands as one; undefined when it is deleted. */
  readonly moveWhole: (area: Rect) => Rect | undefined;
  /** An area that may be cut: what the shift does to each part of it. */
  readonly movePieces: (area: Rect) => Rect[];
  /** A reference: it moves, grows or shrinks only when it lies in the band with its whole breadth. */
  readonly moveReference: (area: Rect) => Rect | undefined;
  readonly rewrite: (formula: string, sheetName: string, formulaSheet: string | undefined) => string;
}

interface Around {
  readonly tables: readonly Table[];
  readonly merges: readonly Rect[];
  /** A table that makes the room itself. */
  readonly except: Table | undefined;
}

/** Throws `tableInTheWay`, `mergeInTheWay` or `tableRange` when the shift is not allowed. */
export function planShift(shift: Shift, around: Around): ShiftPlan {
  const band = bandOf(shift);
  const moveReference = (area: Rect): Rect | undefined => (breadthInside(shift, area) ? along(shift, area) : area);
  for (const merge of around.merges) {
    if (intersection(merge, band) !== undefined && !breadthInside(shift, merge)) throw new XlsxError("mergeInTheWay", areaName(merge));
  }
  const tables = around.tables.filter((table) => table !== around.except).flatMap((table) => tableChange(shift, band, table));
  return {
    tables,
    styleFrom: styleSource(shift, around.tables),
    moveWhole: moveReference,
    movePieces: (area) => {
      const hit = intersection(area, reach(shift));
      if (hit === undefined) return [area];
      const moved = along(shift, hit);
      return [...(moved === undefined ? [] : [moved]), ...subtract(area, hit)];
    },
    moveReference,
    rewrite: (formula, sheetName, formulaSheet) =>
      shiftFormula(formula, (sheet) => (sheet === undefined ? formulaSheet === sheetName : sheet.toLowerCase() === sheetName.toLowerCase()), moveReference),
  };
}

/** The area and all that stands below or to the right of it. */
export function bandOf({ direction, area }: Shift): Rect {
  return direction === "rows" ? { ...area, rows: maximumRows - area.row } : { ...area, columns: maximumColumns - area.column };
}

/** The whole columns or rows the shift takes place in. */
function reach({ direction, area }: Shift): Rect {
  return direction === "rows" ? { row: 0, rows: maximumRows, column: area.column, columns: area.columns } : { column: 0, columns: maximumColumns, row: area.row, rows: area.rows };
}

function breadthInside(shift: Shift, area: Rect): boolean {
  return containsArea(reach(shift), area);
}

/** An area within the reach, after the shift. */
function along(shift: Shift, area: Rect): Rect | undefined {
  const byRows = shift.direction === "rows";
  const at = byRows ? shift.area.row : shift.area.column;
  const count = byRows ? shift.area.rows : shift.area.columns;
  const start = byRows ? area.row : area.column;
  const length = byRows ? area.rows : area.columns;
  const limit = byRows ? maximumRows : maximumColumns;
  // A whole column or row stays whole.
  if (start === 0 && length === limit) return area;
  let first: number;
  let end: number;
  if (shift.kind === "insert") {
    first = start >= at ? start + count : start;
    end = start + length > at ? start + length + count : start + length;
  } else {
    first = start >= at + count ? start - count : Math.min(start, at);
    const last = start + length;
    end = last >= at + count ? last - count : Math.min(last, at);
  }
  if (end <= first || first >= limit) return undefined;
  const kept = Math.min(end, limit) - first;
  return byRows ? { ...area, row: first, rows: kept } : { ...area, column: first, columns: kept };
}

function tableChange(shift: Shift, band: Rect, table: Table): TableChange[] {
  const { range } = table;
  if (intersection(range, band) === undefined) return [];
  if (!breadthInside(shift, range)) throw new XlsxError("tableInTheWay", table.name);
  const moved = along(shift, range);
  if (moved === undefined) return [{ table, range: undefined }];
  if (shift.direction === "rows") {
    const header = range.row;
    const bodyStart = range.row + (table.headerRow ? 1 : 0);
    const bodyEnd = range.row + range.rows - (table.totalsRow ? 1 : 0);
    if (shift.kind === "delete") {
      const from = shift.area.row;
      const to = from + shift.area.rows;
      const takesHeader = table.headerRow && from <= header && to > header;
      const takesTotals = table.totalsRow && from <= bodyEnd && to > bodyEnd;
      if (takesHeader || takesTotals) throw new XlsxError("tableInTheWay", table.name);
      if (from <= bodyStart && to >= bodyEnd) throw new XlsxError("tableRange", table.name);
    }
    return [{ table, range: moved }];
  }
  if (moved.columns === range.columns) return [{ table, range: moved }];
  const offset = Math.max(0, shift.area.column - range.column);
  if (shift.kind === "insert") return [{ table, range: moved, addColumns: { index: offset, count: shift.area.columns } }];
  return [{ table, range: moved, removeColumns: { index: offset, count: range.columns - moved.columns } }];
}

/** New cells look like those above or to the left; in a table, the first row looks like the row below it, for above is the header. */
function styleSource(shift: Shift, tables: readonly Table[]): number | undefined {
  if (shift.kind === "delete") return undefined;
  const { area } = shift;
  if (shift.direction === "columns") return area.column === 0 ? undefined : area.column - 1;
  const belowHeader = tables.some((table) => table.headerRow && table.range.row === area.row - 1 && intersection(table.range, { ...area, row: area.row - 1, rows: 1 }) !== undefined);
  if (belowHeader) return area.row + area.rows;
  return area.row === 0 ? undefined : area.row - 1;
}
