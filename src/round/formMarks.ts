import { bottomOf, cellAt, rightOf, type SheetGrid } from "../intake/grid.js";
import { isLaterMark, markedText, readColumnMark, readRowMark } from "./markText.js";
import type { ColumnMark, RowMark } from "./marks.js";

/** A row that says which row of a register it is about. */
export interface MarkedRow {
  /** 0-based, on the sheet. */
  readonly row: number;
  readonly mark: RowMark;
}

/** The hidden row above a section's header: what each of its columns answers, by 0-based column of the sheet. */
export interface MarkedHead {
  readonly row: number;
  readonly columns: ReadonlyMap<number, ColumnMark>;
}

/** What a sheet says of itself by its marks. */
export interface SheetMarks {
  readonly rows: readonly MarkedRow[];
  readonly heads: readonly MarkedHead[];
  /** Columns that hold marks of rows: nothing of what stands there is an answer. */
  readonly markColumns: ReadonlySet<number>;
  /** Rows with two marks that do not say the same, or with one that cannot be read. */
  readonly broken: ReadonlySet<number>;
  /** True where a later version of the add-in made some of it. */
  readonly isLater: boolean;
}

/** Finds every mark of a sheet, wherever it stands: column A may have been moved, and rows and columns put anywhere. */
export function marksOf(sheet: SheetGrid): SheetMarks {
  const rows: MarkedRow[] = [];
  const heads: MarkedHead[] = [];
  const markColumns = new Set<number>();
  const broken = new Set<number>();
  let isLater = false;
  for (let row = sheet.top; row < bottomOf(sheet); row++) {
    const columns = new Map<number, ColumnMark>();
    const marks = new Map<string, RowMark>();
    for (let column = sheet.left; column < rightOf(sheet); column++) {
      const { value } = cellAt(sheet, row, column);
      if (typeof value !== "string" || markedText(value) === undefined) continue;
      const columnMark = readColumnMark(value);
      if (columnMark !== undefined) {
        columns.set(column, columnMark);
        continue;
      }
      markColumns.add(column);
      const mark = readRowMark(value);
      if (mark !== undefined) marks.set(JSON.stringify(mark), mark);
      else if (isLaterMark(value)) isLater = true;
      else broken.add(row);
    }
    if (columns.size > 0) heads.push({ row, columns });
    const [mark, ...more] = marks.values();
    if (more.length > 0) broken.add(row);
    else if (mark !== undefined) rows.push({ row, mark });
  }
  return { rows, heads, markColumns, broken, isLater };
}
