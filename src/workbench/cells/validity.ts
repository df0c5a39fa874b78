import { evaluate, moveReferences } from "../../formulas/index.js";
import type { CellPosition, DataValidation, Scalar, Sheet, Workbook } from "../../xlsx/model.js";
import { workbookSource } from "../calculation.js";
import { computedScalar, isError } from "./errorValues.js";
import { positionsIn } from "./rectangles.js";
import { resolveAddress } from "./resolveAddress.js";

type Rule = Omit<DataValidation, "ranges">;

/** Whether what stands in a cell satisfies its rule, as Excel judges it when somebody types it. Formulas in a rule are read from its first cell. */
export function isValid(sheet: Sheet, { row, column }: CellPosition, rule: Rule, first: CellPosition, workbook: Workbook, now: number): boolean {
  return wouldBeValid(sheet.cell(row, column)?.value ?? null, sheet, { row, column }, rule, first, workbook, now);
}

/** Whether a value would satisfy the rule if it stood in the cell. */
export function wouldBeValid(value: Scalar, sheet: Sheet, { row, column }: CellPosition, rule: Rule, first: CellPosition, workbook: Workbook, now: number): boolean {
  if (rule.type === "none" || (value === null && rule.allowBlank)) {
    return true;
  }
  const compute = (formula: string | undefined): Scalar => {
    const here = moveReferences(formula ?? "", { rows: row - first.row, columns: column - first.column });
    const place = { sheet: sheet.name, row, column };
    return computedScalar(evaluate(workbookSource(workbook, now, { ...place, value }), here, place));
  };
  switch (rule.type) {
    case "list":
      return listMembers(rule.formula1 ?? "", sheet, workbook).some((member) => isSame(member, value));
    case "custom":
      return isTrue(compute(rule.formula1));
    case "textLength":
      return compares(rule, isError(value) || value === null ? 0 : String(value).length, compute);
    case "whole":
      return typeof value === "number" && Number.isInteger(value) && compares(rule, value, compute);
    default:
      return typeof value === "number" && compares(rule, value, compute);
  }
}

function compares(rule: Rule, value: number, compute: (formula: string | undefined) => Scalar): boolean {
  const [low, high] = [Number(compute(rule.formula1)), rule.formula2 === undefined ? NaN : Number(compute(rule.formula2))];
  switch (rule.operator) {
    case "between":
      return value >= low && value <= high;
    case "notBetween":
      return value < low || value > high;
    case "equal":
      return value === low;
    case "notEqual":
      return value !== low;
    case "greaterThan":
      return value > low;
    case "lessThan":
      return value < low;
    case "greaterThanOrEqual":
      return value >= low;
    case "lessThanOrEqual":
      return value <= low;
  }
}

/** The members of a list as they stand, empty cells too: `source` is a reference, a name or an inline list. Throws InvalidArgument for a formula that is none of these. */
export function listMembers(source: string, sheet: Sheet, workbook: Workbook): readonly Scalar[] {
  const inline = /^"(.*)"$/s.exec(source)?.[1];
  if (inline !== undefined) {
    return inline.replaceAll('""', '"').split(",").map((member) => member.trim());
  }
  const area = resolveAddress(source, sheet, workbook);
  return [...positionsIn(area.rect)].map(({ row, column }) => area.sheet.cell(row, column)?.value ?? null);
}

/** Members of an inline list are text and match numbers written alike. */
function isSame(member: Scalar, value: Scalar): boolean {
  return member === value || (typeof member === "string" && typeof value === "number" && Number(member) === value);
}

function isTrue(value: Scalar): boolean {
  return value === true || (typeof value === "number" && value !== 0);
}
