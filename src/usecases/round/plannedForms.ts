import { folded } from "../../registers/values/reading.js";
import type { RegisterContents } from "../../registers/registers.js";
import { workbookOf } from "../../rules/workbook.js";
import type { Form, Forms } from "../../round/form.js";
import { formsOf } from "../../round/forms.js";
import { checkWorkbook, type CheckedWorkbook } from "../checkWorkbook.js";
import type { WorkbookPort } from "../port.js";
import { period, unitCode } from "../reportChoice.js";
import type { Work } from "../work.js";
import type { RoundRequest } from "./roundPlan.js";

/** The forms that a request asks for, and the workbook that they are made from. */
export interface PlannedForms extends Forms {
  readonly checked: CheckedWorkbook;
}

/**
 * The forms of the units asked for. One request; writes nothing.
 * @throws WorkbookError `period-missing`, `period-unreadable`, `unit-unknown`, or when the work is stopped
 */
export async function plannedForms(port: WorkbookPort, request: RoundRequest, work?: Work): Promise<PlannedForms> {
  const checked = await checkWorkbook(port, request.today, work);
  const { contents, settings } = checked;
  const forms = formsOf(workbookOf(contents, settings), period(request.period ?? settings.period, settings));
  return { ...forms, checked, forms: ofUnits(forms.forms, request.units, contents) };
}

function ofUnits(forms: readonly Form[], asked: readonly string[] | undefined, contents: RegisterContents): readonly Form[] {
  if (asked === undefined) return forms;
  const codes = new Set(asked.map((typed) => folded(unitCode(typed, contents) ?? "")));
  return forms.filter(({ unit }) => codes.has(folded(unit)));
}

