import { periodLabel } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import { answerTargets } from "../../round/answerTargets.js";
import type { RowMark } from "../../round/marks.js";
import { workbookOf } from "../../rules/workbook.js";
import { answered, type Form, type SectionKind } from "../../round/form.js";
import type { WorkbookPort } from "../port.js";
import type { Work } from "../work.js";
import { fileNamesOf } from "./formNames.js";
import { formsInWorkbook } from "./formsInWorkbook.js";
import { plannedForms } from "./plannedForms.js";
import type { RoundPlan, RoundRequest, UnitToAsk } from "./roundPlan.js";

/**
 * What each unit would be asked for a period, and what nobody can be asked. Writes nothing. One request for the registers, and what readSheets costs for the sheets that may be forms.
 * @throws WorkbookError as `plannedForms`
 */
export async function planRound(port: WorkbookPort, request: RoundRequest, work?: Work): Promise<RoundPlan> {
  const planned = await plannedForms(port, request, work);
  const { sheetOf, rowsOf } = await formsInWorkbook(port, planned);
  const fileNames = fileNamesOf(planned.forms);
  const { contents, settings } = planned.checked;
  const { identity } = answerTargets(workbookOf(contents, settings), planned, settings.arbetsboksId, periodLabel(planned.period));
  const idOf = ({ register, key }: Pick<RowMark, "register" | "key">) => `${register}:${identity(register, key)}`;
  const notInSheet = ({ unit, sections, ready }: Form): number => {
    const there = rowsOf.get(folded(unit));
    const known = new Set((there ?? []).map(idOf));
    return there === undefined ? 0 : [...sections.flatMap(({ rows }) => rows), ...ready].filter((row) => !known.has(idOf(row))).length;
  };
  return {
    period: periodLabel(planned.period),
    units: planned.forms.map((form) => ({
      ...unitToAsk(form), sheet: sheetOf.get(folded(form.unit)) ?? null, notInSheet: notInSheet(form), fileName: fileNames.get(folded(form.unit)) ?? "",
    })),
    ownerless: planned.ownerless,
  };
}

function unitToAsk(form: Form): Omit<UnitToAsk, "sheet" | "notInSheet" | "fileName"> {
  const rows = (...kinds: readonly SectionKind[]) => form.sections.filter(({ kind }) => kinds.includes(kind)).reduce((sum, section) => sum + section.rows.length, 0);
  return {
    unit: form.unit, name: form.name,
    measures: rows("measures"), assignments: rows("assignments", "activities", "goals"), controls: rows("controls"), decisions: rows("decisions"),
    ...answered(form), deadline: form.deadline,
  };
}
