import { bottomOf, cellAt, rightOf, type GridCell, type SheetGrid } from "../intake/grid.js";
import type { CellAddress } from "../registers/cell.js";
import type { RegisterKey } from "../registers/registers.js";
import { formatDay } from "../registers/values/formatting.js";
import { isDateFormat } from "../registers/values/numberFormat.js";
import { folded, isBlank, typedText } from "../registers/values/reading.js";
import { columnsByHeader, columnsByMark, type SectionColumns } from "./formColumns.js";
import { marksOf, type MarkedHead, type MarkedRow, type SheetMarks } from "./formMarks.js";
import { rowsAbout, tellingColumn, type Shows } from "./formRows.js";
import type { RowMark } from "./marks.js";

/** A cell that somebody was asked to fill in, with what stands in it. */
export interface FormCell {
  readonly mark: RowMark;
  /** Key of the register's column. */
  readonly column: string;
  readonly at: CellAddress;
  readonly cell: GridCell;
}

/**
 * Why something that stands in a form cannot be told whose answer it is: no mark, it stands on a row that somebody has added; unmarked, no row of the sheet has its mark; doubtful,
 * its row or column has been moved without its mark; outside, beside the columns of the form.
 */
export type StrayReason = "noMark" | "unmarked" | "doubtful" | "outside";

export interface StrayCell {
  readonly at: CellAddress;
  readonly text: string;
  readonly why: StrayReason;
  /** Code of the unit that the rest of the sheet is of; "" where it cannot be told. */
  readonly unit: string;
}

/** One unit's form of one period on one sheet. */
export interface FormHead {
  readonly sheet: string;
  readonly workbook: string;
  readonly unit: string;
  readonly period: string;
}

/** Everything that some sheets answer. */
export interface FormsRead {
  readonly forms: readonly FormHead[];
  readonly cells: readonly FormCell[];
  readonly strays: readonly StrayCell[];
  /** Sheets that a later version of the add-in has made. */
  readonly later: readonly string[];
  /** Visible sheets with something on them that are no forms. */
  readonly others: readonly string[];
}

/** What reading forms needs to know of what was asked. */
export interface Asked {
  readonly shows: Shows;
  /** The code that a unit has now, given the one that it had when its form was made. */
  readonly codeOf: (unit: string) => string;
  /** The row that shows a text, as `folded`, on a sheet whose title says which unit and period: for forms that have lost the column of marks. */
  readonly identify: (register: RegisterKey, shown: string, title: string) => RowMark | undefined;
}

/** Finds every form on some sheets by its marks, whatever has been done to it, and gives what stands in each cell to be answered. Nothing filled in is passed over in silence. */
export function readForms(sheets: readonly SheetGrid[], asked: Asked): FormsRead {
  const forms = new Map<string, FormHead>();
  const cells: FormCell[] = [];
  const strays: StrayCell[] = [];
  const later: string[] = [];
  const others: string[] = [];
  for (const sheet of sheets) {
    const marks = marksNow(sheet, asked);
    if (marks.isLater) {
      later.push(sheet.name);
      continue;
    }
    if (marks.rows.length === 0 && marks.heads.length === 0 && marks.broken.size === 0) {
      if (!sheet.isHidden && sheet.cells.some((row) => row.some((cell) => !isBlank(cell)))) others.push(sheet.name);
      continue;
    }
    const read = readSheet(sheet, marks, asked);
    cells.push(...read.cells);
    strays.push(...read.strays);
    for (const { mark } of [...marks.rows, ...read.cells]) {
      const head: FormHead = { sheet: sheet.name, workbook: mark.workbook, unit: mark.unit, period: mark.period };
      forms.set(JSON.stringify(head), head);
    }
  }
  return { forms: [...forms.values()], cells, strays, later, others };
}

function marksNow(sheet: SheetGrid, { codeOf }: Asked): SheetMarks {
  const marks = marksOf(sheet);
  return { ...marks, rows: marks.rows.map(({ row, mark }) => ({ row, mark: { ...mark, unit: codeOf(mark.unit) } })) };
}

/** Rows of a sheet that stand under one header and answer one register. */
interface Section {
  readonly columns: SectionColumns;
  readonly rows: readonly MarkedRow[];
  /** The section's own rows without a mark, and the rows after it where nothing of the form stands. */
  readonly unmarked: readonly number[];
}

function readSheet(sheet: SheetGrid, marks: SheetMarks, asked: Asked): Pick<FormsRead, "cells" | "strays"> {
  const cells: FormCell[] = [];
  const strays: StrayCell[] = [];
  const unit = marks.rows[0]?.mark.unit ?? "";
  const { sections, homeless } = sectionsOf(sheet, marks, asked);
  const isUnmarked = sections.every(({ rows }) => rows.length === 0);
  const stray = (row: number, column: number, why: StrayReason): void => {
    const cell = cellAt(sheet, row, column);
    if (isBlank(cell) || marks.markColumns.has(column)) return;
    strays.push({ at: { sheet: sheet.name, row, column }, text: shownText(cell), why: why === "noMark" && isUnmarked ? "unmarked" : why, unit });
  };
  for (const { columns, rows, unmarked } of sections) {
    const taken = new Set([...columns.keys.keys(), ...marks.markColumns]);
    const about = rowsAbout(sheet, rows, unmarked, taken, asked.shows);
    const lastMarked = Math.max(...rows.map(({ row }) => row));
    for (const row of [...rows.map((marked) => marked.row), ...unmarked]) {
      const mark = about.get(row);
      for (const [column, key] of columns.keys) {
        if (mark === undefined || columns.doubtful.has(column)) stray(row, column, about.has(row) || mark !== undefined ? "doubtful" : "noMark");
        else cells.push({ mark, column: key, at: { sheet: sheet.name, row, column }, cell: cellAt(sheet, row, column) });
      }
      const isWithin = mark === undefined && row < lastMarked;
      for (let column = sheet.left; column < rightOf(sheet); column++) {
        if (taken.has(column) || sheet.hiddenColumns.has(column) || columns.doubtful.has(column)) continue;
        if (isWithin) stray(row, column, "noMark");
        else if (mark !== undefined && isBlank(cellAt(sheet, columns.headerRow, column))) stray(row, column, "outside");
      }
    }
  }
  for (const row of homeless) for (let column = sheet.left; column < rightOf(sheet); column++) stray(row, column, "doubtful");
  return { cells, strays };
}

/** What stands in a cell, a day as it shows. */
function shownText(cell: GridCell): string {
  const day = typeof cell.value === "number" && isDateFormat(cell.numberFormat) ? formatDay(cell.value) : undefined;
  return day ?? typedText(cell);
}

function sectionsOf(sheet: SheetGrid, marks: SheetMarks, asked: Asked): { readonly sections: readonly Section[]; readonly homeless: readonly number[] } {
  const homeless = [...marks.broken];
  const groups = new Map<string, { readonly columns: SectionColumns; readonly rows: MarkedRow[] }>();
  const byHead = new Map<string, SectionColumns>();
  for (const marked of marks.rows) {
    if (marks.broken.has(marked.row)) continue;
    const columns = columnsOf(sheet, marks, marked, byHead);
    if (columns === undefined) homeless.push(marked.row);
    else {
      const id = `${columns.headerRow}:${marked.mark.register}`;
      const group = groups.get(id) ?? { columns, rows: [] };
      group.rows.push(marked);
      groups.set(id, group);
    }
  }
  const headRows = marks.heads.map(({ row }) => row);
  const headerRows = [...groups.values()].map(({ columns }) => columns.headerRow);
  const unnamed = marks.heads.flatMap((head) => (headerRows.some((row) => row > head.row && row <= head.row + 4) ? [] : withoutRows(sheet, marks, head, asked)));
  const sections = [...[...groups.values()], ...unnamed];
  const starts = [...headRows, ...sections.map(({ columns }) => columns.headerRow)];
  const isMarked = new Set([...marks.rows.map(({ row }) => row), ...marks.broken, ...unnamed.flatMap(({ rows }) => rows.map(({ row }) => row))]);
  return {
    homeless,
    sections: sections.map((section) => {
      const { headerRow } = section.columns;
      const end = Math.min(bottomOf(sheet), ...starts.filter((row) => row > headerRow));
      const below = Array.from({ length: Math.max(0, end - headerRow - 1) }, (_, index) => headerRow + 1 + index);
      return { ...section, unmarked: below.filter((row) => !isMarked.has(row)) };
    }),
  };
}

/**
 * The columns that a row's answers stand in: of the nearest section above that is of its register, else of the nearest below, else by what the headers say.
 * @param byHead What is known of sections already
 */
function columnsOf(sheet: SheetGrid, { heads }: SheetMarks, { row, mark }: MarkedRow, byHead: Map<string, SectionColumns>): SectionColumns | undefined {
  const ofRegister = heads.filter(({ columns }) => [...columns.values()].some(({ register }) => register === mark.register));
  const nearest = ofRegister.filter((head) => head.row < row).at(-1) ?? ofRegister[0];
  if (nearest === undefined) return columnsByHeader(sheet, row, mark.register, new Set(Object.keys(mark.issued)));
  const id = `${nearest.row}:${mark.register}`;
  const columns = byHead.get(id) ?? columnsByMark(sheet, nearest, mark.register);
  byHead.set(id, columns);
  return columns;
}

/** The rows of a section whose column of marks is gone, known by what they show; none where the sheet does not say enough. */
function withoutRows(sheet: SheetGrid, marks: SheetMarks, head: MarkedHead, asked: Asked): readonly Pick<Section, "columns" | "rows">[] {
  const [first] = head.columns.values();
  if (first === undefined || marks.rows.length > 0) return [];
  const { register } = first;
  const columns = columnsByMark(sheet, head, register);
  const title = sheet.cells.slice(0, Math.max(0, Math.min(...marks.heads.map(({ row }) => row)) - sheet.top)).flat().map(typedText).join(" ");
  const end = Math.min(bottomOf(sheet), ...marks.heads.flatMap(({ row }) => (row > head.row ? [row] : [])));
  const below = Array.from({ length: Math.max(0, end - columns.headerRow - 1) }, (_, index) => columns.headerRow + 1 + index);
  const known = new Map<string, RowMark | undefined>();
  const markOf = (text: string): RowMark | undefined => {
    if (text !== "" && !known.has(text)) known.set(text, asked.identify(register, text, title));
    return known.get(text);
  };
  const filled = below.filter((row) => [...columns.keys.keys()].some((column) => !isBlank(cellAt(sheet, row, column))));
  const column = tellingColumn(sheet, filled, (text) => markOf(text) !== undefined, new Set(columns.keys.keys()));
  const rows = column === undefined ? [] : below.flatMap((row) => {
    const mark = markOf(folded(typedText(cellAt(sheet, row, column))));
    return mark === undefined ? [] : [{ row, mark }];
  });
  return [{ columns, rows }];
}
