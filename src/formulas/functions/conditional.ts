import type { Area } from "../area.js";
import { criterion, type Criterion } from "../criterion.js";
import type { Frame } from "../frame.js";
import { finite } from "../operators.js";
import { errors, isError, Reference, type Scalar, type Value } from "../values.js";
import { highest, lowest, mean } from "./aggregate.js";
import { ArgumentError, type FunctionTable, ofRanges, single } from "./definition.js";

interface Condition {
  readonly area: Area;
  readonly criterion: Criterion;
}

function areaOf(value: Value | undefined): Area {
  if (value !== undefined && isError(value)) throw new ArgumentError(value);
  const area = value instanceof Reference && value.areas.length === 1 ? value.areas[0] : undefined;
  if (area === undefined) throw new ArgumentError(errors.value);
  return area;
}

function conditionsIn(pairs: readonly Value[]): Condition[] {
  if (pairs.length % 2 !== 0) throw new ArgumentError(errors.value);
  const conditions: Condition[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    conditions.push({ area: areaOf(pairs[i]), criterion: criterion(single(pairs[i + 1])) });
  }
  const first = conditions[0]?.area;
  if (conditions.some(({ area }) => area.rows !== first?.rows || area.columns !== first.columns)) throw new ArgumentError(errors.value);
  return conditions;
}

class Selection {
  /** Numbers of areas that were summed at these cells. */
  readonly numbers = new Map<Area, readonly number[]>();

  constructor(
    readonly positions: readonly { readonly row: number; readonly column: number }[],
    /** Matches beyond the sheet's data, where every cell is empty. */
    readonly beyond: number,
  ) {}
}

/** Cells where every condition holds. Equal criteria go through an index, and equal questions are answered once. */
function select(conditions: readonly Condition[], frame: Frame): Selection {
  for (const { area } of conditions) frame.cells.touch(area);
  const key = `select ${conditions.map(({ area, criterion: sought }) => `${frame.cells.areaId(area)} ${sought.id.length} ${sought.id}`).join(" ")}`;
  const known = frame.cells.memo.get(key);
  if (known instanceof Selection) return known;
  const made = selectAnew(conditions, frame);
  frame.cells.memo.set(key, made);
  return made;
}

function selectAnew(conditions: readonly Condition[], frame: Frame): Selection {
  const [first] = conditions;
  if (first === undefined) return new Selection([], 0);
  const matrices = conditions.map(({ area }) => frame.cells.values(area));
  const rows = Math.max(...matrices.map((matrix) => matrix.rows));
  const columns = Math.max(...matrices.map((matrix) => matrix.columns));
  const holds = (row: number, column: number, except: number): boolean =>
    conditions.every((condition, i) => {
      const matrix = matrices[i];
      const inside = matrix !== undefined && row < matrix.rows && column < matrix.columns;
      return i === except || condition.criterion.matches(inside ? matrix.at(row, column) : null);
    });
  const blankAnswers = conditions.every((condition) => condition.criterion.matches(null));
  const beyond = blankAnswers ? first.area.rows * first.area.columns - rows * columns : 0;
  const lead = narrowest(conditions, frame);
  const positions: { row: number; column: number }[] = [];
  if (lead === undefined) {
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) if (holds(row, column, -1)) positions.push({ row, column });
    }
  } else {
    const width = matrices[lead.condition]?.columns ?? 1;
    for (const position of lead.positions) {
      const row = Math.floor(position / width);
      const column = position % width;
      if (holds(row, column, lead.condition)) positions.push({ row, column });
    }
  }
  return new Selection(positions, beyond);
}

/** The equal criterion with the fewest answers; one that empty cells answer cannot lead, for they go on beyond the data. */
function narrowest(conditions: readonly Condition[], frame: Frame): { readonly condition: number; readonly positions: readonly number[] } | undefined {
  let best: { condition: number; positions: readonly number[] } | undefined;
  conditions.forEach(({ area, criterion: sought }, i) => {
    if (sought.key === undefined || sought.key === "e") return;
    const index = frame.cells.lookup(area);
    if (index.once) return;
    const positions = index.answering(sought.key);
    if (best === undefined || positions.length < best.positions.length) best = { condition: i, positions };
  });
  return best;
}

/** Numbers of the summed area at the selected cells; the area takes the criteria's shape from its own first cell. */
function numbersAt(area: Area, shape: Area, conditions: readonly Condition[], frame: Frame): readonly number[] {
  const summed = area.rows === shape.rows && area.columns === shape.columns ? area : frame.cells.area(area.sheet, area.row, area.column, shape.rows, shape.columns);
  if (summed === undefined) throw new ArgumentError(errors.value);
  const matrix = frame.cells.values(summed);
  const selection = select(conditions, frame);
  const known = selection.numbers.get(summed);
  if (known !== undefined) return known;
  const numbers: number[] = [];
  selection.numbers.set(summed, numbers);
  for (const { row, column } of selection.positions) {
    const value = row < matrix.rows && column < matrix.columns ? matrix.at(row, column) : null;
    if (isError(value)) {
      selection.numbers.delete(summed);
      throw new ArgumentError(value);
    }
    if (typeof value === "number") numbers.push(value);
  }
  return numbers;
}

const total = (numbers: readonly number[]): Scalar => finite(numbers.reduce((sum, each) => sum + each, 0));

/** SUMIF(range, criterion, [summed]). */
const one =
  (answer: (numbers: readonly number[]) => Scalar) =>
  ([range, sought, summed]: readonly Value[], frame: Frame): Scalar => {
    const conditions = conditionsIn([range ?? null, sought ?? null]);
    const shape = areaOf(range);
    return answer(numbersAt(summed === undefined ? shape : areaOf(summed), shape, conditions, frame));
  };

/** SUMIFS(summed, range, criterion, …): here all areas must have the same shape. */
const severalOf =
  (answer: (numbers: readonly number[]) => Scalar) =>
  ([summed, ...pairs]: readonly Value[], frame: Frame): Scalar => {
    const area = areaOf(summed);
    const conditions = conditionsIn(pairs);
    const shape = conditions[0]?.area ?? area;
    if (shape.rows !== area.rows || shape.columns !== area.columns) return errors.value;
    return answer(numbersAt(area, shape, conditions, frame));
  };

const counted = (pairs: readonly Value[], frame: Frame): Scalar => {
  const selection = select(conditionsIn(pairs), frame);
  return selection.positions.length + selection.beyond;
};

export const conditionalFunctions: FunctionTable = {
  COUNTIF: { ...ofRanges("vs", 2, counted), seesErrors: true },
  COUNTIFS: { ...ofRanges("*vs", 2, counted), seesErrors: true },
  SUMIF: { ...ofRanges("vsv", 2, one(total)), seesErrors: true },
  SUMIFS: { ...ofRanges("v*vs", 3, severalOf(total)), seesErrors: true },
  AVERAGEIF: { ...ofRanges("vsv", 2, one(mean)), seesErrors: true },
  AVERAGEIFS: { ...ofRanges("v*vs", 3, severalOf(mean)), seesErrors: true },
  MINIFS: { ...ofRanges("v*vs", 3, severalOf(lowest)), seesErrors: true },
  MAXIFS: { ...ofRanges("v*vs", 3, severalOf(highest)), seesErrors: true },
};
