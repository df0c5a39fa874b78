import { parseA1Ref, parseStructRef } from "@borgar/fx/xlsx";
import { columnLetters, gridColumns, gridRows, quotedSheet } from "../area.js";
import type { Frame } from "../frame.js";
import { tableNamed, tableRectangle } from "../tableReference.js";
import { errors, isError, Matrix, Reference, type Scalar, type Value } from "../values.js";
import { type FunctionTable, logicalArgument, ofRanges, ofValues, single, textArgument, wholeArgument } from "./definition.js";

/** ROW and COLUMN: of the formula itself, of a cell, or of each row or column of a range. */
function place(of: Value | undefined, own: number, across: boolean): Value {
  if (of === undefined) return own + 1;
  if (!(of instanceof Reference)) return isError(of) ? of : errors.value;
  const area = of.areas[0];
  if (area === undefined || of.areas.length > 1) return errors.ref;
  const first = (across ? area.column : area.row) + 1;
  const count = across ? area.columns : area.rows;
  if (count === 1) return first;
  const numbers = Array.from({ length: count }, (_, i) => first + i);
  return across ? new Matrix(1, count, numbers) : new Matrix(count, 1, numbers);
}

function size(of: Value | undefined, across: boolean): Scalar {
  if (of instanceof Reference) {
    const area = of.areas[0];
    return area === undefined || of.areas.length > 1 ? errors.ref : across ? area.columns : area.rows;
  }
  if (of instanceof Matrix) return across ? of.columns : of.rows;
  return of !== undefined && isError(of) ? of : 1;
}

function offset([from, down, right, height, width]: readonly Value[], frame: Frame): Value {
  const area = from instanceof Reference && from.areas.length === 1 ? from.areas[0] : undefined;
  if (area === undefined) return errors.value;
  const rows = height === undefined ? area.rows : wholeArgument(height);
  const columns = width === undefined ? area.columns : wholeArgument(width);
  if (rows === 0 || columns === 0) return errors.ref;
  const row = area.row + wholeArgument(down) + (rows < 0 ? rows + 1 : 0);
  const column = area.column + wholeArgument(right) + (columns < 0 ? columns + 1 : 0);
  const moved = frame.cells.area(area.sheet, row, column, Math.abs(rows), Math.abs(columns));
  return moved === undefined ? errors.ref : new Reference([moved]);
}

/** INDIRECT(text, [A1 style]); the text may be an A1 or a structured reference. R1C1 text is #REF! here. */
function indirect([text, style]: readonly Value[], frame: Frame): Value {
  const written = textArgument(text).trim();
  if (!logicalArgument(style, true)) return errors.ref;
  const parsed = parseA1Ref(written);
  if (parsed !== undefined && "range" in parsed) {
    if ((parsed.workbookName ?? "") !== "") return errors.ref;
    const { top, left, bottom, right } = parsed.range;
    const row = top ?? 0;
    const column = left ?? 0;
    const sheet = parsed.sheetName === undefined || parsed.sheetName === "" ? frame.sheet : parsed.sheetName;
    const area = frame.cells.area(sheet, row, column, (bottom ?? gridRows - 1) - row + 1, (right ?? gridColumns - 1) - column + 1);
    return area === undefined ? errors.ref : new Reference([area]);
  }
  const structured = parseStructRef(written.includes("[") ? written : `${written}[]`);
  const table = structured?.table === undefined ? undefined : tableNamed(frame.cells.tables(), structured.table);
  if (structured === undefined || table === undefined) return errors.ref;
  const rectangle = tableRectangle(table, { table: table.name, columns: structured.columns ?? [], sections: structured.sections ?? [] }, frame.row);
  if (typeof rectangle === "string") return rectangle === "ref" ? errors.ref : errors.value;
  const area = frame.cells.area(table.sheet, rectangle.row, rectangle.column, rectangle.rows, rectangle.columns);
  return area === undefined ? errors.ref : new Reference([area]);
}

/** ADDRESS(row, column, [1 $A$1, 2 A$1, 3 $A1, 4 A1], [A1 style], [sheet]). */
function address([rowValue, columnValue, kind, style, sheet]: readonly Scalar[]): Scalar {
  const row = wholeArgument(rowValue);
  const column = wholeArgument(columnValue);
  const form = wholeArgument(kind, 1);
  if (row < 1 || row > gridRows || column < 1 || column > gridColumns || form < 1 || form > 4) return errors.value;
  const fixedRow = form <= 2;
  const fixedColumn = form === 1 || form === 3;
  const prefix = sheet === undefined ? "" : `${quotedSheet(textArgument(sheet))}!`;
  if (!logicalArgument(style, true)) {
    return `${prefix}R${fixedRow ? row : `[${row}]`}C${fixedColumn ? column : `[${column}]`}`;
  }
  return `${prefix}${fixedColumn ? "$" : ""}${columnLetters(column - 1)}${fixedRow ? "$" : ""}${row}`;
}

export const referenceFunctions: FunctionTable = {
  ROW: ofRanges("v", 0, ([of], frame) => place(of, frame.row, false)),
  COLUMN: ofRanges("v", 0, ([of], frame) => place(of, frame.column, true)),
  ROWS: ofRanges("v", 1, ([of]) => size(of, false)),
  COLUMNS: ofRanges("v", 1, ([of]) => size(of, true)),
  AREAS: ofRanges("v", 1, ([of]) => (of instanceof Reference ? of.areas.length : errors.value)),
  OFFSET: { ...ofRanges("vssss", 3, offset), volatile: true },
  INDIRECT: { ...ofRanges("ss", 1, indirect), volatile: true },
  ADDRESS: ofValues(2, 5, address),
  /** The link's text; the link itself is not the calculator's. */
  HYPERLINK: ofValues(1, 2, ([link = null, text]) => single(text === undefined ? link : text)),
};

