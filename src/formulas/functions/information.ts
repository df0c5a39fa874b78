import { columnLetters } from "../area.js";
import { cellFormat } from "./cellFormat.js";
import type { Frame } from "../frame.js";
import { errors, isError, Matrix, Reference, type Scalar, type Value } from "../values.js";
import { type FunctionDefinition, type FunctionTable, numberArgument, ofRanges, ofValues, textArgument } from "./definition.js";

const test = (holds: (value: Scalar) => boolean): FunctionDefinition => ({ ...ofValues(1, 1, ([value = null]) => holds(value)), seesErrors: true });

const errorNumbers: Readonly<Record<string, number>> = {
  "#NULL!": 1,
  "#DIV/0!": 2,
  "#VALUE!": 3,
  "#REF!": 4,
  "#NAME?": 5,
  "#NUM!": 6,
  "#N/A": 7,
  "#GETTING_DATA": 8,
};

/** TYPE: 1 number, 2 text, 4 logical, 16 error, 64 array. */
function typeOf(value: Value, frame: Frame): Scalar {
  if (value instanceof Matrix) return 64;
  if (value instanceof Reference) {
    const area = value.areas[0];
    if (area === undefined || area.rows > 1 || area.columns > 1) return 64;
    return typeOf(frame.cells.cell(area.sheet, area.row, area.column), frame);
  }
  if (isError(value)) return 16;
  return typeof value === "string" ? 2 : typeof value === "boolean" ? 4 : 1;
}

/**
 * Makes the formula depend on a cell of which it asks something else than the value. Whoever changes a cell's format or formula tells of it as of other content,
 * so that such a formula need not be volatile, as CELL is in Excel.
 */
function dependOn({ sheet, row, column }: { readonly sheet: string; readonly row: number; readonly column: number }, frame: Frame): void {
  const isOwn = sheet === frame.sheet && row === frame.row && column === frame.column;
  const cell = isOwn ? undefined : frame.cells.area(sheet, row, column, 1, 1);
  if (cell !== undefined) frame.cells.touch(cell);
}

/** CELL(kind, reference): about the reference's upper left cell. Kinds Excel has and these lack are #VALUE!. */
function cell([kindValue, of]: readonly Value[], frame: Frame): Scalar {
  const kind = textArgument(kindValue).toLowerCase();
  if (of !== undefined && isError(of)) return of;
  const area = of === undefined ? { sheet: frame.sheet, row: frame.row, column: frame.column } : of instanceof Reference ? of.areas[0] : undefined;
  if (area === undefined) return errors.value;
  const { sheet, row, column } = area;
  dependOn(area, frame);
  switch (kind) {
    case "row":
      return row + 1;
    case "col":
      return column + 1;
    case "address":
      return `$${columnLetters(column)}$${row + 1}`;
    case "contents":
      return frame.cells.cell(sheet, row, column) ?? 0;
    case "type": {
      const value = frame.cells.cell(sheet, row, column);
      return value === null ? "b" : typeof value === "string" ? "l" : "v";
    }
    case "format":
      return cellFormat(frame.cells.numberFormat(sheet, row, column)).code;
    case "color":
      return cellFormat(frame.cells.numberFormat(sheet, row, column)).colour ? 1 : 0;
    case "parentheses":
      return cellFormat(frame.cells.numberFormat(sheet, row, column)).parentheses ? 1 : 0;
    default:
      return errors.value;
  }
}

const parity = (odd: boolean): FunctionDefinition => ofValues(1, 1, ([value = null]) => (typeof value === "boolean" ? errors.value : Math.abs(Math.trunc(numberArgument(value))) % 2 === (odd ? 1 : 0)));

export const informationFunctions: FunctionTable = {
  ISNUMBER: test((value) => typeof value === "number"),
  ISTEXT: test((value) => typeof value === "string"),
  ISNONTEXT: test((value) => typeof value !== "string"),
  ISLOGICAL: test((value) => typeof value === "boolean"),
  ISBLANK: test((value) => value === null),
  ISERROR: test(isError),
  ISERR: test((value) => isError(value) && value.error !== "#N/A"),
  ISNA: test((value) => isError(value) && value.error === "#N/A"),
  ISREF: ofRanges("v", 1, ([value]) => value instanceof Reference),
  ISFORMULA: ofRanges("v", 1, ([value], frame) => {
    const area = value instanceof Reference ? value.areas[0] : undefined;
    if (area === undefined) return errors.value;
    dependOn(area, frame);
    return frame.cells.formulaAt(area.sheet, area.row, area.column) !== undefined;
  }),
  ISEVEN: parity(false),
  ISODD: parity(true),
  NA: ofValues(0, 0, () => errors.na),
  "ERROR.TYPE": { ...ofValues(1, 1, ([value = null]) => (isError(value) ? (errorNumbers[value.error] ?? errors.na) : errors.na)), seesErrors: true },
  TYPE: ofRanges("v", 1, ([value = null], frame) => typeOf(value, frame)),
  CELL: ofRanges("sv", 1, cell),
};
