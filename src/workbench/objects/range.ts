import type { Rect } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { fullAddress, isEntireColumn, isEntireRow, isOnSheet, MAX_COLUMNS, MAX_ROWS } from "../cells/address.js";
import { cellProperties, columnProperties, rowProperties, setCellProperties, setColumnProperties, setRowProperties } from "./cellProperties.js";
import { clear } from "../cells/clear.js";
import { copyCells } from "../cells/copyCells.js";
import { edgeOf } from "../cells/edge.js";
import { findCell, type SearchCriteria } from "../cells/findCell.js";
import { asFlag, asRecord } from "../cells/propertyValues.js";
import { specialCells } from "../cells/specialCells.js";
import { formulas, formulasR1C1, numberFormatCategories, numberFormats, texts, values, valueTypes } from "../cells/readCells.js";
import { fromR1C1 } from "../cells/r1c1.js";
import { boundingRect, cellCount, contains, intersection } from "../cells/rectangles.js";
import { resolveAddress } from "../cells/resolveAddress.js";
import { deleteCells, insertCells } from "../cells/shiftCells.js";
import { writeCells, writeNumberFormats } from "../cells/writeCells.js";
import { columnPoints, rowPoints } from "../cells/sizes.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Arguments } from "../richApi/arguments.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area, HostObject } from "../subjects.js";

/** https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getmergedareasornullobject-member(1) */
const MOST_MERGED_AREAS = 512;

/** A block of cells. Every method that gives another block throws InvalidArgument when it would lie outside the sheet. */
export const range: Behaviour<Area> = {
  isTracked: true,
  scalars: {
    Address: { get: ({ sheet, rect }) => fullAddress(sheet.name, rect) },
    AddressLocal: { get: ({ sheet, rect }) => fullAddress(sheet.name, rect) },
    RowIndex: { get: ({ rect }) => rect.row },
    ColumnIndex: { get: ({ rect }) => rect.column },
    RowCount: { get: ({ rect }) => rect.rows },
    ColumnCount: { get: ({ rect }) => rect.columns },
    /** -1 when there are more than 2 147 483 647 of them. */
    CellCount: { get: ({ rect }) => (cellCount(rect) > 2_147_483_647 ? -1 : cellCount(rect)) },
    Values: { get: values, set: writeCells },
    Formulas: { get: formulas, set: writeCells },
    /** As formulas, with references in R1C1 form. */
    FormulasR1C1: { get: formulasR1C1, set: (area, value, host) => writeCells(area, fromR1C1(value, area), host), onlyByName: true },
    /** Function names and separators are not translated here: the same as formulas. */
    FormulasLocal: { get: formulas, set: writeCells },
    NumberFormat: { get: numberFormats, set: writeNumberFormats },
    /** Not translated here: the same as numberFormat. */
    NumberFormatLocal: { get: numberFormats, set: writeNumberFormats },
    NumberFormatCategories: { get: numberFormatCategories },
    Text: { get: texts },
    ValueTypes: { get: valueTypes },
    /** True when every row is hidden, null when some are. */
    RowHidden: { get: (area) => allSame(area.rect.row, area.rect.rows, (row) => area.sheet.rowHidden(row)), set: setRowHidden },
    ColumnHidden: { get: (area) => allSame(area.rect.column, area.rect.columns, (column) => area.sheet.columnHidden(column)), set: setColumnHidden },
    /** Whether all cells are hidden, null when some are. */
    Hidden: {
      get: ({ sheet, rect }) => {
        const rows = allSame(rect.row, rect.rows, (row) => sheet.rowHidden(row));
        const columns = allSame(rect.column, rect.columns, (column) => sheet.columnHidden(column));
        return rows === true || columns === true ? true : rows === false && columns === false ? false : null;
      },
    },
    IsEntireColumn: { get: ({ rect }) => isEntireColumn(rect) },
    IsEntireRow: { get: ({ rect }) => isEntireRow(rect) },
    HasSpill: { get: () => false },
    /** Points from the top and left edge of the sheet, and the block's own size in points. */
    Top: { get: ({ sheet, rect }) => sumOf(0, rect.row, (row) => rowPoints(sheet, row)), onlyByName: true },
    Left: { get: ({ sheet, rect }) => sumOf(0, rect.column, (column) => columnPoints(sheet, column)), onlyByName: true },
    Height: { get: ({ sheet, rect }) => sumOf(rect.row, rect.rows, (row) => rowPoints(sheet, row)), onlyByName: true },
    Width: { get: ({ sheet, rect }) => sumOf(rect.column, rect.columns, (column) => columnPoints(sheet, column)), onlyByName: true },
  },
  objects: {
    Worksheet: ({ sheet }) => ({ kind: "Worksheet", target: sheet }),
    Format: (area) => ({ kind: "RangeFormat", target: [area] }),
    DataValidation: (area) => ({ kind: "DataValidation", target: [area] }),
    ConditionalFormats: (area) => ({ kind: "ConditionalFormatCollection", target: [area] }),
    Sort: (area) => ({ kind: "RangeSort", target: area }),
  },
  objectMethods: {
    /** Row and column from the block's first cell; may lie outside the block. */
    GetCell: ({ sheet, rect }, args) => at(sheet, { row: rect.row + args.integer(0), column: rect.column + args.integer(1), rows: 1, columns: 1 }),
    GetRow: ({ sheet, rect }, args) => at(sheet, { ...rect, row: rect.row + args.integer(0), rows: 1 }),
    GetColumn: ({ sheet, rect }, args) => at(sheet, { ...rect, column: rect.column + args.integer(0), columns: 1 }),
    GetLastCell: ({ sheet, rect }) => at(sheet, { row: rect.row + rect.rows - 1, column: rect.column + rect.columns - 1, rows: 1, columns: 1 }),
    GetLastRow: ({ sheet, rect }) => at(sheet, { ...rect, row: rect.row + rect.rows - 1, rows: 1 }),
    GetLastColumn: ({ sheet, rect }) => at(sheet, { ...rect, column: rect.column + rect.columns - 1, columns: 1 }),
    GetEntireRow: ({ sheet, rect }) => at(sheet, { ...rect, column: 0, columns: MAX_COLUMNS }),
    GetEntireColumn: ({ sheet, rect }) => at(sheet, { ...rect, row: 0, rows: MAX_ROWS }),
    /** Same size, moved. */
    GetOffsetRange: ({ sheet, rect }, args) => at(sheet, { ...rect, row: rect.row + args.integer(0), column: rect.column + args.integer(1) }),
    /** Larger or smaller by so many rows and columns, from the same first cell. */
    GetResizedRange: ({ sheet, rect }, args) => at(sheet, { ...rect, rows: rect.rows + args.integer(0), columns: rect.columns + args.integer(1) }),
    GetAbsoluteResizedRange: ({ sheet, rect }, args) => at(sheet, { ...rect, rows: args.integer(0), columns: args.integer(1) }),
    GetRowsAbove: ({ sheet, rect }, args) => beside(sheet, rect, "row", -args.integerOr(0, 1)),
    GetRowsBelow: ({ sheet, rect }, args) => beside(sheet, rect, "row", args.integerOr(0, 1)),
    GetColumnsBefore: ({ sheet, rect }, args) => beside(sheet, rect, "column", -args.integerOr(0, 1)),
    GetColumnsAfter: ({ sheet, rect }, args) => beside(sheet, rect, "column", args.integerOr(0, 1)),
    /** The smallest block round both. */
    GetBoundingRect: (area, args, host) => at(area.sheet, boundingRect(area.rect, other(area, args, 0, host).rect)),
    GetIntersection: (area, args, host) => {
      const common = intersection(area.rect, other(area, args, 0, host).rect);
      if (common === undefined) {
        throw new RichApiError("ItemNotFound");
      }
      return at(area.sheet, common);
    },
    GetIntersectionOrNullObject: (area, args, host) => {
      const common = intersection(area.rect, other(area, args, 0, host).rect);
      return common && at(area.sheet, common);
    },
    /** What is left when hidden rows and columns are left out. */
    GetVisibleView: (target) => ({ kind: "RangeView", target: { area: target, index: 0 } }),
    /** The part in use; the first cell when nothing is. */
    GetUsedRange: (area, args) => at(area.sheet, usedPart(area, args.flag(0, false)) ?? { ...area.rect, rows: 1, columns: 1 }),
    GetUsedRangeOrNullObject: (area, args) => {
      const used = usedPart(area, args.flag(0, false));
      return used && at(area.sheet, used);
    },
    /** As Ctrl+arrow from the first cell. */
    GetRangeEdge: (area, args) => at(area.sheet, edgeOf(area, args.text(0))),
    /** The block round the cells that is closed in by empty rows and columns, as Ctrl+A. */
    GetSurroundingRegion: ({ sheet, rect }) => at(sheet, surroundingRegion({ sheet, rect })),
    /** Tables that overlap the block, or with true those that lie wholly in it. */
    GetTables: ({ sheet, rect }, args) => {
      const fully = args.flag(0, false);
      const touched = () => sheet.tables.filter((table) => (fully ? contains(rect, table.range) : intersection(rect, table.range) !== undefined));
      return { kind: "TableScopedCollection", target: { sheet, tables: touched } };
    },
    /** Cells of a kind, as blocks: "Constants", "Formulas", "Blanks", "Visible". Throws ItemNotFound when there are none. */
    GetSpecialCells: (area, args, host) => {
      const found = specialCells(area, args.text(0), args.textOr(1, "All"), host);
      if (found === undefined) {
        throw new RichApiError("ItemNotFound");
      }
      return { kind: "RangeAreas", target: found };
    },
    GetSpecialCellsOrNullObject: (area, args, host) => {
      const found = specialCells(area, args.text(0), args.textOr(1, "All"), host);
      return found && { kind: "RangeAreas", target: found };
    },
    /** Areas that lie in the block or reach into it. Excel cannot tell of more than 512. */
    GetMergedAreasOrNullObject: ({ sheet, rect }) => {
      const [first, ...rest] = sheet.merges.filter((area) => intersection(area, rect) !== undefined).map((area) => ({ sheet, rect: area }));
      if (rest.length >= MOST_MERGED_AREAS) {
        throw new RichApiError("GeneralException");
      }
      return first && { kind: "RangeAreas", target: [first, ...rest] };
    },
    /** The first cell that shows a text. Throws ItemNotFound when none does. */
    Find: (area, args, host) => {
      const found = findCell(area, args.text(0), searchCriteria(args), host);
      if (found === undefined) {
        throw new RichApiError("ItemNotFound");
      }
      return at(area.sheet, found);
    },
    FindOrNullObject: (area, args, host) => {
      const found = findCell(area, args.text(0), searchCriteria(args), host);
      return found && at(area.sheet, found);
    },
    /** Makes room by moving the cells here down or right; gives the new, empty block. */
    Insert: (area, args, host) => {
      insertCells(area, shiftOf(args, { Down: "down", Right: "right" }), host);
      return { kind: "Range", target: area };
    },
  },
  methods: {
    GetCellProperties: (area, args, host) => cellProperties(area, args.raw(0), host),
    GetRowProperties: (area, args, host) => rowProperties(area, args.raw(0), host),
    GetColumnProperties: (area, args, host) => columnProperties(area, args.raw(0), host),
  },
  actions: {
    /** Contents and formats, or only what is named: All, Contents, Formats. */
    Clear: (area, args, host) => clear([area], args.textOr(0, "All"), host),
    Delete: (area, args, host) => deleteCells(area, shiftOf(args, { Up: "up", Left: "left" }), host),
    Select: (area, _args, host) => host.select(area),
    /** With true each row is merged by itself. Only the first cell's content is kept. */
    Merge: (area, args, host) => merge(area, args.flag(0, false), host),
    Unmerge: ({ sheet, rect }, _args, host) => {
      host.ensureUnprotected(sheet, sheet.protection?.options.allowFormatCells);
      sheet.unmerge(rect);
    },
    CopyFrom: (area, args, host) => 
      copyCells(area, other(area, args, 0, host), { what: args.textOr(1, "All"), skipBlanks: args.flag(2, false), transpose: args.flag(3, false) }, host),
    SetCellProperties: (area, args, host) => setCellProperties(area, args.raw(0), host),
    SetRowProperties: (area, args, host) => setRowProperties(area, args.raw(0), host),
    SetColumnProperties: (area, args, host) => setColumnProperties(area, args.raw(0), host),
    Calculate: (_area, _args, host) => host.calculateNow(),
    /** Sent by the client before it cuts a large array into blocks of 1 500 cells. */
    _ValidateArraySize: ({ rect }, args) => {
      if (args.integer(0) !== rect.rows || args.integer(1) !== rect.columns) {
        throw new RichApiError("InvalidArgument", "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
      }
    },
  },
};

function at(sheet: Area["sheet"], rect: Rect): HostObject {
  if (!isOnSheet(rect)) {
    throw new RichApiError("InvalidArgument");
  }
  return { kind: "Range", target: { sheet, rect } };
}

/** Rows or columns next to a block: below or after it for a positive count, above or before it for a negative one. */
function beside(sheet: Area["sheet"], rect: Rect, along: "row" | "column", count: number): HostObject {
  const size = along === "row" ? rect.rows : rect.columns;
  const start = count > 0 ? rect[along] + size : rect[along] + count;
  return at(sheet, along === "row" ? { ...rect, row: start, rows: Math.abs(count) } : { ...rect, column: start, columns: Math.abs(count) });
}

/** A range given as an object or as an address. Both must be on the same sheet, except for copying. */
function other(area: Area, args: Arguments, index: number, host: OpenWorkbook): Area {
  return args.object(index, "Range") ?? resolveAddress(args.text(index), area.sheet, host.workbook);
}

function searchCriteria(args: Arguments): SearchCriteria {
  const { completeMatch, matchCase, searchDirection } = args.has(1) ? asRecord(args.raw(1)) : {};
  return { completeMatch: completeMatch === true, matchCase: matchCase === true, backwards: searchDirection === "Backwards" };
}

function usedPart({ sheet, rect }: Area, valuesOnly: boolean): Rect | undefined {
  const used = sheet.usedRange(valuesOnly);
  const common = used && intersection(used, rect);
  if (common === undefined || contains(rect, used ?? rect)) {
    return common;
  }
  return shrunk(sheet, common);
}

/** The rows and columns of a block that hold something. */
function shrunk(sheet: Area["sheet"], rect: Rect): Rect | undefined {
  let found: Rect | undefined;
  for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
    for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
      if (sheet.cell(row, column) !== undefined) {
        const cell = { row, column, rows: 1, columns: 1 };
        found = found === undefined ? cell : boundingRect(found, cell);
      }
    }
  }
  return found;
}

function surroundingRegion({ sheet, rect }: Area): Rect {
  const isUsed = (area: Rect) => isOnSheet(area) && shrunk(sheet, area) !== undefined;
  let region = rect;
  for (;;) {
    const { row, column, rows, columns } = region;
    const grown = [
      { wider: { row: row - 1, column: column - 1, rows: 1, columns: columns + 2 }, next: { ...region, row: row - 1, rows: rows + 1 } },
      { wider: { row: row + rows, column: column - 1, rows: 1, columns: columns + 2 }, next: { ...region, rows: rows + 1 } },
      { wider: { row, column: column - 1, rows, columns: 1 }, next: { ...region, column: column - 1, columns: columns + 1 } },
      { wider: { row, column: column + columns, rows, columns: 1 }, next: { ...region, columns: columns + 1 } },
    ].find(({ wider, next }) => isOnSheet(next) && isUsed(intersection(wider, { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS }) ?? next));
    if (grown === undefined) {
      return region;
    }
    region = grown.next;
  }
}

function shiftOf<S>(args: Arguments, shifts: Readonly<Record<string, S>>): S {
  const shift = shifts[args.text(0)];
  if (shift === undefined) {
    throw new RichApiError("InvalidArgument");
  }
  return shift;
}

function merge({ sheet, rect }: Area, across: boolean, host: OpenWorkbook): void {
  host.ensureUnprotected(sheet, sheet.protection?.options.allowFormatCells);
  if (sheet.tables.some((table) => intersection(table.range, rect) !== undefined)) {
    throw new RichApiError("InvalidArgument", "Cells of a table cannot be merged.");
  }
  const blocks = across ? Array.from({ length: rect.rows }, (_row, index) => ({ ...rect, row: rect.row + index, rows: 1 })) : [rect];
  for (const block of blocks.filter((candidate) => cellCount(candidate) > 1)) {
    for (let row = block.row; row < block.row + block.rows; row += 1) {
      for (let column = block.column; column < block.column + block.columns; column += 1) {
        if ((row !== block.row || column !== block.column) && sheet.cell(row, column) !== undefined) {
          sheet.setCell(row, column, { value: null });
        }
      }
    }
    sheet.merge(block);
  }
  host.changed({ sheet, rect });
}

function setRowHidden({ sheet, rect }: Area, value: unknown, host: OpenWorkbook): void {
  host.ensureUnprotected(sheet, sheet.protection?.options.allowFormatRows);
  sheet.setRowHidden(rect.row, rect.rows, asFlag(value));
  host.changed({ sheet, rect });
}

function setColumnHidden({ sheet, rect }: Area, value: unknown, host: OpenWorkbook): void {
  host.ensureUnprotected(sheet, sheet.protection?.options.allowFormatColumns);
  sheet.setColumnHidden(rect.column, rect.columns, asFlag(value));
}

/** The value that all have, null when they differ. */
function allSame(start: number, count: number, read: (index: number) => boolean): boolean | null {
  const first = read(start);
  for (let index = start + 1; index < start + count; index += 1) {
    if (read(index) !== first) {
      return null;
    }
  }
  return first;
}

function sumOf(start: number, count: number, read: (index: number) => number): number {
  let sum = 0;
  for (let index = start; index < start + count; index += 1) {
    sum += read(index);
  }
  return sum;
}

