import type { Scalar } from "../../xlsx/model.js";
import { isError } from "../cells/errorValues.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { withConditions } from "./conditionalLook.js";
import type { CellView } from "./session.js";
import type { SheetFacts } from "./sheetFacts.js";
import { shownText } from "./shownText.js";
import { partOf, withTableStyle } from "./tableLook.js";
import { isInvalid } from "./validation.js";

/** Formulas must have been computed. */
export function cellView(facts: SheetFacts, row: number, column: number, open: OpenWorkbook): CellView {
  const { sheet } = facts;
  const content = sheet.cell(row, column);
  const value = content?.value ?? null;
  const own = sheet.format(row, column);
  const table = facts.tableAt(row, column);
  const rule = facts.validationAt(row, column);
  const conditions = facts.conditionalFormatsAt(row, column);
  const styled = table === undefined ? own : withTableStyle(own, table, row, column);
  return {
    text: shownText(value, own.numberFormat, open.culture),
    kind: kindOf(value),
    format: conditions.length === 0 ? styled : withConditions(styled, conditions, sheet, { row, column }, open),
    isFormula: content?.formula !== undefined,
    hasDropDown: rule?.type === "list" && rule.inCellDropDown,
    // Only worked out when it is asked for: a rule may be a formula.
    get isInvalid() {
      return isInvalid(rule, sheet, { row, column }, open);
    },
    isProtected: facts.isProtected && own.locked,
    table: table && { name: table.name, part: partOf(table, row), columnIndex: column - table.range.column },
  };
}

function kindOf(value: Scalar): CellView["kind"] {
  if (value === null) {
    return "empty";
  }
  if (isError(value)) {
    return "error";
  }
  return typeof value === "string" ? "text" : typeof value === "number" ? "number" : "boolean";
}
