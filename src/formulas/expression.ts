import type { Area } from "./area.js";
import type { Frame } from "./frame.js";
import { errors, isScalar, Matrix, Reference, type Scalar, type Value } from "./values.js";

/** A compiled part of a formula, evaluated either where one value is wanted or where anything goes. */
export interface Expression {
  /** One value; a range is met by implicit intersection with the formula's row or column. */
  scalar(frame: Frame): Scalar;
  /** The value as it stands: a reference unread, an operation on ranges done value by value. */
  value(frame: Frame): Value;
}

export function constant(value: Scalar): Expression {
  return { scalar: () => value, value: () => value };
}

/** An expression known by its value; where one is wanted, a range is intersected and an array gives its first. */
export function fromValue(value: (frame: Frame) => Value): Expression {
  return { value, scalar: (frame) => oneValue(value(frame), frame) };
}

export function oneValue(value: Value, frame: Frame): Scalar {
  if (value instanceof Reference) return intersection(value, frame);
  return value instanceof Matrix ? value.at(0, 0) : value;
}

/** The cell of a range in the formula's own row or column; #VALUE! when there is none. */
export function intersection(reference: Reference, frame: Frame): Scalar {
  const area = reference.areas[0];
  if (area === undefined || reference.areas.length > 1) return errors.value;
  return intersectArea(area, frame);
}

export function intersectArea(area: Area, frame: Frame): Scalar {
  if (area.rows === 1 && area.columns === 1) return frame.cells.cell(area.sheet, area.row, area.column);
  const inRows = frame.row >= area.row && frame.row < area.row + area.rows;
  const inColumns = frame.column >= area.column && frame.column < area.column + area.columns;
  if (area.columns === 1 && inRows) return frame.cells.cell(area.sheet, frame.row, area.column);
  if (area.rows === 1 && inColumns) return frame.cells.cell(area.sheet, area.row, frame.column);
  return errors.value;
}

/** A value ready for an operation value by value: a reference read, 1 × 1 as one value. */
function read(value: Value, frame: Frame): Scalar | Matrix {
  if (value instanceof Matrix) return value.rows === 1 && value.columns === 1 ? value.at(0, 0) : value;
  if (!(value instanceof Reference)) return value;
  const area = value.areas[0];
  if (area === undefined || value.areas.length > 1) return errors.value;
  if (area.rows === 1 && area.columns === 1) return frame.cells.cell(area.sheet, area.row, area.column);
  return frame.cells.values(area);
}

/**
 * Applies an operation on single values to values of any size. A row or column is repeated to fit; what does not fit is #N/A.
 */
export function broadcast(values: readonly Value[], frame: Frame, operation: (values: readonly Scalar[]) => Scalar): Scalar | Matrix {
  const operands = values.map((value) => read(value, frame));
  if (operands.every(isScalar)) return operation(operands);
  let rows = 1;
  let columns = 1;
  for (const operand of operands) {
    if (operand instanceof Matrix) {
      rows = Math.max(rows, operand.rows);
      columns = Math.max(columns, operand.columns);
    }
  }
  const result: Scalar[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      result.push(operation(operands.map((operand) => repeated(operand, row, column))));
    }
  }
  return new Matrix(rows, columns, result);
}

function repeated(operand: Scalar | Matrix, row: number, column: number): Scalar {
  if (!(operand instanceof Matrix)) return operand;
  const ownRow = operand.rows === 1 ? 0 : row;
  const ownColumn = operand.columns === 1 ? 0 : column;
  return ownRow < operand.rows && ownColumn < operand.columns ? operand.at(ownRow, ownColumn) : errors.na;
}
