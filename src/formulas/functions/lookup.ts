import { compareScalars } from "../comparison.js";
import type { Frame } from "../frame.js";
import { LookupIndex } from "../lookupIndex.js";
import type { FormulaError } from "../source.js";
import { errors, isError, Matrix, Reference, type Scalar, type Value } from "../values.js";
import { hasWildcard, wholePattern } from "../wildcard.js";
import { type FunctionTable, logicalArgument, matrixOf, numberArgument, ofRanges, single, wholeArgument } from "./definition.js";

/** An index over one row or column: kept for areas, made on the spot for arrays. */
function indexOf(value: Value | undefined, frame: Frame): LookupIndex | FormulaError {
  const area = value instanceof Reference && value.areas.length === 1 ? value.areas[0] : undefined;
  if (area !== undefined) return frame.cells.lookup(area);
  const matrix = matrixOf(value, frame);
  return isError(matrix) ? matrix : new LookupIndex(matrix);
}

/** Position of the first exact match; text may hold wildcards where the caller allows them. */
function exact(index: LookupIndex, sought: Scalar, wildcards: boolean, fromEnd = false): number | undefined {
  const key = sought ?? 0;
  if (wildcards && typeof key === "string" && hasWildcard(key)) {
    const pattern = wholePattern(key);
    const matches = (value: Scalar): boolean => typeof value === "string" && pattern.test(value);
    const found = fromEnd ? index.matrix.values.findLastIndex(matches) : index.matrix.values.findIndex(matches);
    return found < 0 ? undefined : found;
  }
  return fromEnd ? index.last(key) : index.first(key);
}

function isLine(matrix: Matrix): boolean {
  return matrix.rows <= 1 || matrix.columns <= 1;
}

/** MATCH(sought, line, [1 | 0 | -1]). */
function match([sought, line, type]: readonly Value[], frame: Frame): Scalar {
  const index = indexOf(line, frame);
  if (isError(index)) return index;
  if (!isLine(index.matrix)) return errors.na;
  const how = Math.sign(numberArgument(type, 1));
  const value = single(sought) ?? 0;
  const found = how === 0 ? exact(index, value, true) : how > 0 ? index.notAbove(value) : index.notBelow(value);
  return found === undefined ? errors.na : found + 1;
}

/** XMATCH and XLOOKUP: exact, next smaller or next larger, or wildcards; from the start or the end. */
function extendedMatch(sought: Scalar, index: LookupIndex, mode: number, direction: number): number | undefined | FormulaError {
  if (![-1, 0, 1, 2].includes(mode) || ![1, -1, 2, -2].includes(direction)) return errors.value;
  const fromEnd = direction === -1;
  if (mode === 2) return exact(index, sought, true, fromEnd);
  const found = sought === null ? index.matrix.values.indexOf(null) : exact(index, sought, false, fromEnd);
  if (found !== undefined && found >= 0) return found;
  if (mode === 0 || sought === null) return undefined;
  let best: number | undefined;
  index.matrix.values.forEach((value, i) => {
    if (typeof value !== typeof sought || isError(value)) return;
    const order = compareScalars(value, sought);
    if (mode < 0 ? order > 0 : order < 0) return;
    const current = best === undefined ? undefined : (index.matrix.values[best] ?? null);
    const nearer = current === undefined ? 1 : compareScalars(value, current) * -mode;
    if (nearer > 0 || (nearer === 0 && fromEnd)) best = i;
  });
  return best;
}

function xmatch([sought, line, mode, direction]: readonly Value[], frame: Frame): Scalar {
  const index = indexOf(line, frame);
  if (isError(index)) return index;
  const found = extendedMatch(single(sought), index, wholeArgument(mode), wholeArgument(direction, 1));
  if (typeof found === "number") return found + 1;
  return found ?? errors.na;
}

function xlookup([sought, line, answers, missing, mode, direction]: readonly Value[], frame: Frame): Value {
  const index = indexOf(line, frame);
  if (isError(index)) return index;
  const found = extendedMatch(single(sought), index, wholeArgument(mode), wholeArgument(direction, 1));
  if (found === undefined) return missing ?? errors.na;
  if (isError(found)) return found;
  const across = index.matrix.rows === 1 && index.matrix.columns > 1;
  return slice(answers, across ? undefined : found + 1, across ? found + 1 : undefined, frame);
}

/** VLOOKUP and HLOOKUP: the first column or row is searched, sorted unless the last argument is false. */
function tableLookup(across: boolean) {
  return ([sought, table, place, sorted]: readonly Value[], frame: Frame): Value => {
    const position = wholeArgument(place);
    if (position < 1) return errors.value;
    const line = slice(table, across ? 1 : undefined, across ? undefined : 1, frame);
    if (isError(line)) return line;
    const index = indexOf(line, frame);
    if (isError(index)) return index;
    const value = single(sought) ?? 0;
    const found = logicalArgument(sorted, true) ? index.notAbove(value) : exact(index, value, true);
    if (found === undefined) return errors.na;
    return slice(table, across ? position : found + 1, across ? found + 1 : position, frame);
  };
}

/**
 * Part of a range or array: a whole row, a whole column or one cell, 1-based; undefined means all. A range stays a reference.
 */
export function slice(value: Value | undefined, row: number | undefined, column: number | undefined, frame: Frame): Value {
  const area = value instanceof Reference && value.areas.length === 1 ? value.areas[0] : undefined;
  if (area !== undefined) {
    if ((row ?? 1) > area.rows || (column ?? 1) > area.columns) return errors.ref;
    const part = frame.cells.area(
      area.sheet,
      area.row + (row ?? 1) - 1,
      area.column + (column ?? 1) - 1,
      row === undefined ? area.rows : 1,
      column === undefined ? area.columns : 1,
    );
    return part === undefined ? errors.ref : new Reference([part]);
  }
  const matrix = matrixOf(value, frame);
  if (isError(matrix)) return matrix;
  if ((row ?? 1) > matrix.rows || (column ?? 1) > matrix.columns) return errors.ref;
  if (row !== undefined && column !== undefined) return matrix.at(row - 1, column - 1);
  const rows = row === undefined ? Array.from({ length: matrix.rows }, (_, i) => i) : [row - 1];
  const columns = column === undefined ? Array.from({ length: matrix.columns }, (_, i) => i) : [column - 1];
  return new Matrix(rows.length, columns.length, rows.flatMap((r) => columns.map((c) => matrix.at(r, c))));
}

/** INDEX(range, row, [column], [area]); 0 means all rows or columns, and on a single row the second argument is its column. */
function index([value, row, column, areaNumber]: readonly Value[], frame: Frame): Value {
  const chosen = wholeArgument(areaNumber, 1);
  const target = value instanceof Reference && value.areas.length > 1 ? oneArea(value, chosen) : (value ?? null);
  if (isError(target)) return target;
  const rows = target instanceof Reference ? (target.areas[0]?.rows ?? 1) : target instanceof Matrix ? target.rows : 1;
  let rowNumber = wholeArgument(row);
  let columnNumber = wholeArgument(column);
  if (column === undefined && rows === 1) [rowNumber, columnNumber] = [1, rowNumber];
  else if (column === undefined) columnNumber = isColumn(target) ? 1 : 0;
  if (rowNumber < 0 || columnNumber < 0) return errors.value;
  return slice(target, rowNumber === 0 ? undefined : rowNumber, columnNumber === 0 ? undefined : columnNumber, frame);
}

function isColumn(value: Value): boolean {
  if (value instanceof Reference) return value.areas[0]?.columns === 1;
  return value instanceof Matrix ? value.columns === 1 : true;
}

function oneArea(reference: Reference, number: number): Value {
  const area = reference.areas[number - 1];
  return area === undefined ? errors.ref : new Reference([area]);
}

/** LOOKUP(sought, line, [answers]) and LOOKUP(sought, array), which searches the longer side's first line and answers from the last. */
function lookup([sought, line, answers]: readonly Value[], frame: Frame): Value {
  const whole = matrixOf(line, frame);
  if (isError(whole)) return whole;
  const across = whole.columns > whole.rows;
  const searched = answers === undefined && !isLine(whole) ? slice(line, across ? 1 : undefined, across ? undefined : 1, frame) : (line ?? null);
  const places = indexOf(searched, frame);
  if (isError(places)) return places;
  const found = places.notAbove(single(sought) ?? 0);
  if (found === undefined) return errors.na;
  const from = answers ?? line;
  const shape = answers === undefined ? whole : matrixOf(answers, frame);
  if (isError(shape)) return shape;
  const inRow = answers === undefined ? across : shape.rows === 1;
  return inRow ? slice(from, shape.rows, found + 1, frame) : slice(from, found + 1, shape.columns, frame);
}

function transpose([value]: readonly Value[], frame: Frame): Value {
  const matrix = matrixOf(value, frame);
  if (isError(matrix)) return matrix;
  const values = Array.from({ length: matrix.rows * matrix.columns }, (_, i) => matrix.at(i % matrix.rows, Math.floor(i / matrix.rows)));
  return new Matrix(matrix.columns, matrix.rows, values);
}

export const lookupFunctions: FunctionTable = {
  MATCH: ofRanges("svs", 2, match),
  XMATCH: ofRanges("svss", 2, xmatch),
  XLOOKUP: ofRanges("svvvss", 3, xlookup),
  VLOOKUP: ofRanges("svss", 3, tableLookup(false)),
  HLOOKUP: ofRanges("svss", 3, tableLookup(true)),
  INDEX: ofRanges("vsss", 2, index),
  LOOKUP: ofRanges("svv", 2, lookup),
  TRANSPOSE: ofRanges("v", 1, transpose),
};

