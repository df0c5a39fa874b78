import { toNumber } from "../coercion.js";
import { fifteenDigits } from "../numberText.js";
import type { Frame } from "../frame.js";
import { finite } from "../operators.js";
import type { FormulaError } from "../source.js";
import { errors, isError, Matrix, Reference, type Scalar, type Value } from "../values.js";
import { ArgumentError, type FunctionDefinition, type FunctionTable, matrixOf, numberArgument, ofRanges, valuesOf, wholeArgument } from "./definition.js";

/** Numbers among arguments as SUM sees them: cells and arrays give their numbers only, an argument written out must be one. */
function numbersIn(args: readonly Value[], frame: Frame): number[] | FormulaError {
  const numbers: number[] = [];
  for (const arg of args) {
    if (arg instanceof Reference) {
      for (const area of arg.areas) {
        const values = frame.cells.values(area).values;
        for (let i = 0; i < values.length; i += 1) {
          const value = values[i];
          if (typeof value === "number") numbers.push(value);
          else if (typeof value === "object" && value !== null) return value;
        }
      }
    } else if (arg instanceof Matrix) {
      for (const value of arg.values) {
        if (typeof value === "number") numbers.push(value);
        else if (isError(value)) return value;
      }
    } else {
      const number = toNumber(arg);
      if (typeof number !== "number") return number;
      numbers.push(number);
    }
  }
  return numbers;
}

/** A function of many numbers; asked again about the same ranges, as in every row of a column, it answers from memory. */
function ofNumbers(name: string, answer: (numbers: readonly number[]) => Scalar): FunctionDefinition {
  return ofRanges("*v", 1, (args, frame) => {
    const areas = args.flatMap((arg) => (arg instanceof Reference ? arg.areas : []));
    const rangesOnly = args.every((arg) => arg instanceof Reference) && areas.some((area) => area.rows * area.columns > 16);
    const key = rangesOnly ? `${name} ${areas.map((area) => frame.cells.areaId(area)).join(" ")}` : undefined;
    if (key !== undefined) {
      for (const area of areas) frame.cells.touch(area);
      const known = frame.cells.memo.get(key);
      if (typeof known === "number" || isError(known)) return known;
    }
    const numbers = numbersIn(args, frame);
    const result = isError(numbers) ? numbers : answer(numbers);
    if (key !== undefined) frame.cells.memo.set(key, result);
    return result;
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
export const mean = (numbers: readonly number[]): Scalar => (numbers.length === 0 ? errors.div0 : finite(sum(numbers) / numbers.length));
export const lowest = (numbers: readonly number[]): number => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => Math.min(a, b)));
export const highest = (numbers: readonly number[]): number => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => Math.max(a, b)));
const product = (numbers: readonly number[]): Scalar => (numbers.length === 0 ? 0 : finite(numbers.reduce((a, b) => a * b, 1)));
const upwards = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

function median(numbers: readonly number[]): Scalar {
  const sorted = upwards(numbers);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return errors.num;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Variance around the mean, divided by the count less `degrees`. */
function variance(numbers: readonly number[], degrees: number): Scalar {
  if (numbers.length <= degrees) return errors.div0;
  const centre = sum(numbers) / numbers.length;
  return sum(numbers.map((each) => (each - centre) ** 2)) / (numbers.length - degrees);
}

const deviation = (numbers: readonly number[], degrees: number): Scalar => {
  const spread = variance(numbers, degrees);
  return typeof spread === "number" ? Math.sqrt(spread) : spread;
};

/** LARGE and SMALL: the k-th from one end. */
function kth(fromTop: boolean): FunctionDefinition {
  return ofRanges("vs", 2, ([range = null, k], frame) => {
    const numbers = numbersIn([range], frame);
    if (isError(numbers)) return numbers;
    const place = Math.ceil(numberArgument(k));
    const sorted = upwards(numbers);
    return (place < 1 ? undefined : fromTop ? sorted[sorted.length - place] : sorted[place - 1]) ?? errors.num;
  });
}

/** Place of a number in a list, 1 the highest unless the third argument says upwards. */
const rank = (ties: "first" | "mean"): FunctionDefinition =>
  ofRanges("svs", 2, ([number, range = null, order], frame) => {
    const numbers = numbersIn([range], frame);
    if (isError(numbers)) return numbers;
    const sought = fifteenDigits(numberArgument(number));
    const up = numberArgument(order) !== 0;
    const same = numbers.filter((each) => fifteenDigits(each) === sought).length;
    if (same === 0) return errors.na;
    const before = numbers.filter((each) => (up ? fifteenDigits(each) < sought : fifteenDigits(each) > sought)).length;
    return before + 1 + (ties === "mean" ? (same - 1) / 2 : 0);
  });

function count(args: readonly Value[], frame: Frame): number {
  let found = 0;
  for (const arg of args) {
    for (const { value, fromCells } of valuesOf(arg, frame)) {
      if (typeof value === "number" || (!fromCells && typeof toNumber(value) === "number")) found += 1;
    }
  }
  return found;
}

function countAll(args: readonly Value[], frame: Frame): number {
  let found = 0;
  for (const arg of args) {
    for (const { value, fromCells } of valuesOf(arg, frame)) {
      if (value !== null || !fromCells) found += 1;
    }
  }
  return found;
}

function sumProduct(args: readonly Value[], frame: Frame): Scalar {
  const matrices: Matrix[] = [];
  for (const arg of args) {
    const matrix = matrixOf(arg, frame);
    if (isError(matrix)) return matrix;
    matrices.push(matrix);
  }
  const [first] = matrices;
  if (first === undefined || matrices.some((each) => !sameSize(each, first)) || !sameReferenceSize(args)) return errors.value;
  let total = 0;
  for (let i = 0; i < first.values.length; i += 1) {
    let term = 1;
    for (const matrix of matrices) {
      const value = matrix.values[i] ?? null;
      if (isError(value)) return value;
      term *= typeof value === "number" ? value : 0;
    }
    total += term;
  }
  return finite(total);
}

const sameSize = (a: Matrix, b: Matrix): boolean => a.rows === b.rows && a.columns === b.columns;

function sameReferenceSize(args: readonly Value[]): boolean {
  const [first, ...others] = args.flatMap((arg) => (arg instanceof Reference ? arg.areas.slice(0, 1) : []));
  return first === undefined || others.every((area) => area.rows === first.rows && area.columns === first.columns);
}

const subtotals: Readonly<Record<number, (numbers: readonly number[], filled: number) => Scalar>> = {
  1: mean,
  2: (numbers) => numbers.length,
  3: (_, filled) => filled,
  4: highest,
  5: lowest,
  6: product,
  7: (numbers) => deviation(numbers, 1),
  8: (numbers) => deviation(numbers, 0),
  9: (numbers) => finite(sum(numbers)),
  10: (numbers) => variance(numbers, 1),
  11: (numbers) => variance(numbers, 0),
};

/**
 * Leaves out rows hidden by hand (101–111) and other SUBTOTALs. Rows a filter hides are left out by 1–11 too; the file does
 * not tell a filtered row from one hidden by hand, so both are left out there, as LibreOffice does when it opens the file.
 */
function subtotal(args: readonly Value[], frame: Frame): Scalar {
  const code = wholeArgument(args[0]);
  const answer = subtotals[code > 100 ? code - 100 : code];
  if (answer === undefined) return errors.value;
  const numbers: number[] = [];
  let filled = 0;
  for (const arg of args.slice(1)) {
    if (!(arg instanceof Reference)) return errors.value;
    for (const area of arg.areas) {
      const matrix = frame.cells.values(area);
      for (let row = 0; row < matrix.rows; row += 1) {
        if (frame.cells.rowHidden(area.sheet, area.row + row)) continue;
        for (let column = 0; column < matrix.columns; column += 1) {
          const formula = frame.cells.formulaAt(area.sheet, area.row + row, area.column + column);
          if (formula !== undefined && /\bSUBTOTAL\s*\(/i.test(formula)) continue;
          const value = matrix.at(row, column);
          if (value !== null) filled += 1;
          if (typeof value === "number") numbers.push(value);
          else if (isError(value) && code % 100 !== 2 && code % 100 !== 3) return value;
        }
      }
    }
  }
  return answer(numbers, filled);
}

/** AVERAGEA, MAXA and MINA count text as 0 and TRUE as 1. */
function numbersOfAll(args: readonly Value[], frame: Frame): number[] {
  const numbers: number[] = [];
  for (const arg of args) {
    for (const { value, fromCells } of valuesOf(arg, frame)) {
      if (isError(value)) throw new ArgumentError(value);
      if (fromCells && value === null) continue;
      numbers.push(fromCells && typeof value === "string" ? 0 : numberArgument(value));
    }
  }
  return numbers;
}

export const aggregateFunctions: FunctionTable = {
  SUM: ofNumbers("SUM", (numbers) => finite(sum(numbers))),
  SUMSQ: ofNumbers("SUMSQ", (numbers) => finite(sum(numbers.map((each) => each * each)))),
  PRODUCT: ofNumbers("PRODUCT", product),
  AVERAGE: ofNumbers("AVERAGE", mean),
  AVERAGEA: ofRanges("*v", 1, (args, frame) => mean(numbersOfAll(args, frame))),
  MAXA: ofRanges("*v", 1, (args, frame) => highest(numbersOfAll(args, frame))),
  MINA: ofRanges("*v", 1, (args, frame) => lowest(numbersOfAll(args, frame))),
  MEDIAN: ofNumbers("MEDIAN", median),
  MIN: ofNumbers("MIN", lowest),
  MAX: ofNumbers("MAX", highest),
  STDEV: ofNumbers("STDEV", (numbers) => deviation(numbers, 1)),
  "STDEV.S": ofNumbers("STDEV.S", (numbers) => deviation(numbers, 1)),
  "STDEV.P": ofNumbers("STDEV.P", (numbers) => deviation(numbers, 0)),
  STDEVP: ofNumbers("STDEVP", (numbers) => deviation(numbers, 0)),
  VAR: ofNumbers("VAR", (numbers) => variance(numbers, 1)),
  "VAR.S": ofNumbers("VAR.S", (numbers) => variance(numbers, 1)),
  "VAR.P": ofNumbers("VAR.P", (numbers) => variance(numbers, 0)),
  VARP: ofNumbers("VARP", (numbers) => variance(numbers, 0)),
  COUNT: ofRanges("*v", 1, count),
  COUNTA: ofRanges("*v", 1, countAll),
  /** Empty cells and cells with "" in them, also those beyond the data. */
  COUNTBLANK: ofRanges("v", 1, ([range], frame) => {
    const area = range instanceof Reference && range.areas.length === 1 ? range.areas[0] : undefined;
    if (area === undefined) return errors.value;
    const filled = frame.cells.values(area).values.filter((value) => value !== null && value !== "").length;
    return area.rows * area.columns - filled;
  }),
  LARGE: kth(true),
  SMALL: kth(false),
  RANK: rank("first"),
  "RANK.EQ": rank("first"),
  "RANK.AVG": rank("mean"),
  SUMPRODUCT: ofRanges("*v", 1, sumProduct),
  SUBTOTAL: { ...ofRanges("s*v", 2, subtotal), volatile: true },
};
