import { formFile } from "../../files/formFile.js";
import { registers } from "../../registers/registers.js";
import { folded } from "../../registers/values/reading.js";
import { cellsOfRows } from "../../registers/writing/cellsOfRow.js";
import { layOutForm } from "../../round/layOutForm.js";
import type { FormOrigin } from "../../round/formLines.js";
import { signOffsOwed } from "../../round/roundDeadline.js";
import { checkWorkbook } from "../checkWorkbook.js";
import { makeMissingRegisters } from "../createTemplate.js";
import type { NewRows, WorkbookPort } from "../port.js";
import { refuseLockedStructure, refuseProtected } from "../protectedSheets.js";
import { settingsToWrite, type SettingsToWrite } from "../settingsToWrite.js";
import { counted, goOn, type Work } from "../work.js";
import { sayingWhatStands } from "../workbookError.js";
import { writeSettings } from "../writeSettings.js";
import { fileNamesOf, freeName, sheetNameOf } from "./formNames.js";
import { formsInWorkbook } from "./formsInWorkbook.js";
import { plannedForms, type PlannedForms } from "./plannedForms.js";
import type { FormFile, RoundRequest } from "./roundPlan.js";

/**
 * Makes the units' forms as sheets of the workbook, and gives their names. A unit that has its form already keeps it as it is, filled in or not. What planRound costs, what
 * `remember` does, and one for each 2 MB of forms.
 * @throws WorkbookError as `plannedForms`, `workbook-protected`, `sheet-protected`, `register-missing`: nothing has then been written; or what Excel refuses on the way, which says what stands
 */
export async function makeSheets(port: WorkbookPort, request: RoundRequest, work?: Work): Promise<{ readonly sheets: readonly string[] }> {
  const planned = await plannedForms(port, request, work);
  const { image } = planned.checked;
  const { sheetOf, empty } = await formsInWorkbook(port, planned);
  const wanted = planned.forms.filter(({ unit }) => !sheetOf.has(folded(unit)));
  const origin = originOf(planned, request);
  if (wanted.length === 0) {
    if (planned.forms.length > 0) await remember(port, planned, request, origin);
    return { sheets: [] };
  }
  refuseLockedStructure(image);
  // An empty sheet of the right name is one that was left half-made: its name is free, and the sheet is taken.
  const taken = new Set(image.sheets.map(({ name }) => name.toLowerCase()).filter((name) => !empty.has(name)));
  const forms = wanted.map((form) => {
    const sheetName = freeName(sheetNameOf(form), taken);
    return { sheetName, isThere: empty.has(sheetName.toLowerCase()), form: layOutForm(form, origin) };
  });
  goOn(work, "writing");
  const hasId = planned.checked.settings.arbetsboksId === origin.workbook;
  await remember(port, planned, request, origin);
  await port.writeForms(forms).catch((error: unknown) => {
    throw sayingWhatStands(error, hasId ? NO_SHEETS : ONLY_ID);
  });
  return { sheets: forms.map(({ sheetName }) => sheetName) };
}

/**
 * Makes the units' forms as files. One request, and what `remember` costs, which comes last: work that is stopped has written nothing.
 * @throws WorkbookError as `plannedForms`, `sheet-protected`, `register-missing`
 */
export async function makeFiles(port: WorkbookPort, request: RoundRequest, work?: Work): Promise<readonly FormFile[]> {
  const planned = await plannedForms(port, request, work);
  const origin = originOf(planned, request);
  const names = fileNamesOf(planned.forms);
  const files: FormFile[] = [];
  for (const form of planned.forms) {
    files.push({ unit: form.unit, name: names.get(folded(form.unit)) ?? "", bytes: formFile(layOutForm(form, origin), sheetNameOf(form)) });
    await counted(work, files.length, planned.forms.length);
  }
  goOn(work, "writing");
  if (files.length > 0) await remember(port, planned, request, origin);
  return files;
}

/** Excel keeps what it had done of a request before it failed. */
const NO_SHEETS = {
  sv: "Inget blad är färdigt. Ett tomt blad kan ha kommit till: det används när du gör bladen igen.",
  en: "No sheet is finished. An empty sheet may have been added: it is used when you make the sheets again.",
};
const ONLY_ID = { sv: `${NO_SHEETS.sv} Arbetsboken har fått ett id i Inställningar.`, en: `${NO_SHEETS.en} The workbook has got an id in Inställningar.` };

function originOf({ checked: { settings } }: PlannedForms, { newId }: RoundRequest): FormOrigin {
  return { workbook: settings.arbetsboksId === "" ? newId : settings.arbetsboksId, kommun: settings.kommun };
}

/**
 * The workbook remembers, in one step, the id that its forms carry and the last day of those that owed no report: nothing where there is nothing new. Two requests, and where Klarmarkering
 * is missing at most four more.
 */
async function remember(port: WorkbookPort, { forms, period, checked }: PlannedForms, { deadline, newId, today }: RoundRequest, { workbook }: FormOrigin): Promise<void> {
  const owed = deadline === undefined || newId === "" ? [] : signOffsOwed(forms, period);
  const made = owed.length > 0 && (await makeMissingRegisters(port, ["klarmarkering"])).length > 0;
  const { image, contents, settings } = made ? await checkWorkbook(port, today) : checked;
  const chosen = settings.arbetsboksId === workbook ? [] : [{ key: "arbetsboksId", text: workbook } as const];
  if (chosen.length + owed.length === 0) return;
  const written = chosen.length === 0 ? NOTHING : settingsToWrite(image, contents, chosen);
  if (owed.length === 0) return writeSettings(port, written);
  const { klarmarkering } = registers;
  const table = image.tables.get(klarmarkering.table);
  refuseProtected(image, [table?.sheet ?? klarmarkering.sheet]);
  const headers = table?.headers ?? [];
  const rows: NewRows = { table: table?.name ?? klarmarkering.table, rows: cellsOfRows(klarmarkering, owed, headers), headers };
  await port.appendRows([...(written.rows.rows.length === 0 ? [] : [written.rows]), rows], written.changes, written.expected);
}

const NOTHING: SettingsToWrite = { rows: { table: registers.installningar.table, rows: [], headers: [] }, changes: [], expected: [] };
