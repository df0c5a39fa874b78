// Validation as it meets the user: words to choose from, and what is said when something else is typed.
import { evaluate, InvalidFormula, NotComputable } from "../../formulas/index.js";
import type { CellPosition, DataValidation, Scalar, Sheet } from "../../xlsx/model.js";
import { workbookSource } from "../calculation.js";
import { computedScalar } from "../cells/errorValues.js";
import type { Typed } from "../cells/typedInput.js";
import { listMembers, wouldBeValid } from "../cells/validity.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { RichApiError } from "../richApi/richApiError.js";
import { shownText } from "./shownText.js";

const NOT_ALLOWED = "Värdet stämmer inte med den regel för inmatning som gäller i cellen. Inget har ändrats.";
const NOT_ALLOWED_TITLE = "Värdet tillåts inte här";

/** What validation answers to something typed. */
export type Verdict = { readonly kind: "allowed" } | { readonly kind: "stop" | "warning" | "information"; readonly title: string; readonly message: string };

/** @param typed Its formula, if it has one, in the form that the file keeps. */
export function judge(typed: Typed, rule: DataValidation | undefined, sheet: Sheet, position: CellPosition, open: OpenWorkbook): Verdict {
  if (rule === undefined || !rule.showErrorAlert) {
    return { kind: "allowed" };
  }
  open.compute();
  const allowed = known(() => satisfies(valueOf(typed, sheet, position, open), rule, sheet, position, open));
  if (allowed !== false) {
    return { kind: "allowed" };
  }
  return { kind: rule.errorStyle, title: rule.errorTitle ?? NOT_ALLOWED_TITLE, message: rule.errorMessage ?? NOT_ALLOWED };
}

/** Whether what stands in the cell is something that its rule does not allow. */
export function isInvalid(rule: DataValidation | undefined, sheet: Sheet, position: CellPosition, open: OpenWorkbook): boolean {
  const value = sheet.cell(position.row, position.column)?.value ?? null;
  return rule !== undefined && value !== null && known(() => satisfies(value, rule, sheet, position, open)) === false;
}

/** The words of a list, as shown; undefined when the rule is none or its words cannot be found. */
export function wordsOf(rule: DataValidation | undefined, sheet: Sheet, open: OpenWorkbook): readonly string[] | undefined {
  if (rule?.type !== "list") {
    return undefined;
  }
  open.compute();
  const members = known(() => listMembers(rule.formula1 ?? "", sheet, open.workbook));
  return members?.flatMap((member) => (member === null || member === "" ? [] : [shownText(member, "General", open.culture)]));
}

function satisfies(value: Scalar, rule: DataValidation, sheet: Sheet, position: CellPosition, open: OpenWorkbook): boolean {
  return wouldBeValid(value, sheet, position, rule, rule.ranges[0] ?? position, open.workbook, open.now);
}

function valueOf({ value, formula }: Typed, sheet: Sheet, position: CellPosition, open: OpenWorkbook): Scalar {
  return formula === undefined ? value : computedScalar(evaluate(workbookSource(open.workbook, open.now), formula, { sheet: sheet.name, ...position }));
}

/** Undefined where a rule is built on something that cannot be computed here; nobody is stopped for that. */
function known<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch (cause) {
    if (cause instanceof InvalidFormula || cause instanceof NotComputable || cause instanceof RichApiError) {
      return undefined;
    }
    throw cause;
  }
}
