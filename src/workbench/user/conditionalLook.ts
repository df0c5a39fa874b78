// Which conditional formats hold in a cell, and what they make it look like.
import { evaluate, InvalidFormula, moveReferences, NotComputable } from "../../formulas/index.js";
import type { CellFormat, CellPosition, ConditionalFormat, Scalar, Sheet } from "../../xlsx/model.js";
import { workbookSource } from "../calculation.js";
import { computedScalar, isError } from "../cells/errorValues.js";
import { compareValues } from "../cells/sortRows.js";
import type { OpenWorkbook } from "../openWorkbook.js";

/**
 * The format with those that hold on top: of two that say different things the one of higher priority is seen, and one that stops lets none after it be.
 * @param formats Those of the cell, in order of priority. Kinds that are only kept in the file (data bars, icons) are not drawn.
 */
export function withConditions(format: CellFormat, formats: readonly ConditionalFormat[], sheet: Sheet, position: CellPosition, open: OpenWorkbook): CellFormat {
  let look: Required<ConditionalFormat>["format"] = {};
  for (const condition of formats) {
    if (holds(condition, sheet, position, open)) {
      look = { ...condition.format, ...look };
      if (condition.stopIfTrue) {
        break;
      }
    }
  }
  const { fontColor, fill, bold, italic } = look;
  return {
    ...format,
    fill: fill ?? format.fill,
    font: { ...format.font, color: fontColor ?? format.font.color, bold: bold ?? format.font.bold, italic: italic ?? format.font.italic },
  };
}

function holds({ type, operator, formulas, text, ranges }: ConditionalFormat, sheet: Sheet, { row, column }: CellPosition, open: OpenWorkbook): boolean {
  const first = { row: Math.min(...ranges.map((range) => range.row)), column: Math.min(...ranges.map((range) => range.column)) };
  const compute = (formula: string | undefined): Scalar => {
    const here = moveReferences(formula ?? "", { rows: row - first.row, columns: column - first.column });
    return computed(here, sheet, { row, column }, open);
  };
  const value = sheet.cell(row, column)?.value ?? null;
  switch (type) {
    case "expression":
      return isTrue(compute(formulas[0]));
    case "cellIs":
      return compares(operator, value, () => compute(formulas[0]), () => compute(formulas[1]));
    case "containsText":
      return text !== undefined && value !== null && !isError(value) && String(value).toLowerCase().includes(text.toLowerCase());
    case "other":
      return false;
  }
}

/** A formula that cannot be computed here holds nowhere. */
function computed(formula: string, sheet: Sheet, position: CellPosition, open: OpenWorkbook): Scalar {
  try {
    return computedScalar(evaluate(workbookSource(open.workbook, open.now), formula, { sheet: sheet.name, ...position }));
  } catch (cause) {
    if (cause instanceof InvalidFormula || cause instanceof NotComputable) {
      return null;
    }
    throw cause;
  }
}

function isTrue(value: Scalar): boolean {
  return value === true || (typeof value === "number" && value !== 0);
}

function compares(operator: string | undefined, value: Scalar, first: () => Scalar, second: () => Scalar): boolean {
  const low = first();
  if (isError(value) || isError(low)) {
    return false;
  }
  const order = (other: Scalar) => inOrder(value, other);
  switch (operator) {
    case "equal":
      return order(low) === 0;
    case "notEqual":
      return order(low) !== 0;
    case "greaterThan":
      return order(low) > 0;
    case "greaterThanOrEqual":
      return order(low) >= 0;
    case "lessThan":
      return order(low) < 0;
    case "lessThanOrEqual":
      return order(low) <= 0;
    case "between":
      return order(low) >= 0 && order(second()) <= 0;
    case "notBetween":
      return order(low) < 0 || order(second()) > 0;
    default:
      return false;
  }
}

/** As formulas compare: an empty cell is 0 beside a number and "" beside a text. */
function inOrder(value: Scalar, other: Scalar): number {
  const emptyBeside = (beside: Scalar): Scalar => (typeof beside === "string" ? "" : typeof beside === "boolean" ? false : 0);
  return compareValues(value ?? emptyBeside(other), other ?? emptyBeside(value));
}
