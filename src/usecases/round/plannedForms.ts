import { folded } from "../../registers/values/reading.js";
import type { RegisterContents } from "../../registers/registers.js";
import { dayText } from "../../registers/values/formatting.js";
import { workbookOf } from "../../rules/workbook.js";
import type { Form, Forms } from "../../round/form.js";
import { formsOf } from "../../round/forms.js";
import { withDeadline } from "../../round/roundDeadline.js";
import { checkWorkbook, type CheckedWorkbook } from "../checkWorkbook.js";
import type { WorkbookPort } from "../port.js";
import { period, unitCode } from "../reportChoice.js";
import type { Work } from "../work.js";
import { WorkbookError } from "../workbookError.js";
import type { RoundRequest } from "./roundPlan.js";

/** The forms that a request asks for, and the workbook that they are made from. */
export interface PlannedForms extends Forms {
  readonly checked: CheckedWorkbook;
}

/**
 * The forms of the units asked for. One request; writes nothing.
 * @throws WorkbookError `deadline-passed`, `period-missing`, `period-unreadable`, `unit-unknown`, or when the work is stopped
 */
export async function plannedForms(port: WorkbookPort, request: RoundRequest, work?: Work): Promise<PlannedForms> {
  const { deadline } = request;
  if (deadline !== undefined && deadline < request.today) throw deadlinePassed(deadline);
  const checked = await checkWorkbook(port, request.today, work);
  const { contents, settings } = checked;
  const forms = formsOf(workbookOf(contents, settings), period(request.period ?? settings.period, settings));
  const asked = ofUnits(forms.forms, request.units, contents);
  return { ...forms, checked, forms: deadline === undefined ? asked : asked.map((form) => withDeadline(form, deadline)) };
}

function deadlinePassed(deadline: number): WorkbookError {
  return new WorkbookError("deadline-passed", {
    sv: `Sista dagen, ${dayText(deadline)}, har redan varit. Inget har gjorts. Välj en dag från och med i dag.`,
    en: `The last day, ${dayText(deadline)}, has passed already. Nothing has been done. Choose today or a later day.`,
  });
}

function ofUnits(forms: readonly Form[], asked: readonly string[] | undefined, contents: RegisterContents): readonly Form[] {
  if (asked === undefined) return forms;
  const codes = new Set(asked.map((typed) => folded(unitCode(typed, contents) ?? "")));
  return forms.filter(({ unit }) => codes.has(folded(unit)));
}

