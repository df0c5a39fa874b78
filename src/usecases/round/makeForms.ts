import { formFile } from "../../files/formFile.js";
import { folded } from "../../registers/values/reading.js";
import { layOutForm } from "../../round/layOutForm.js";
import type { FormOrigin } from "../../round/formLines.js";
import type { WorkbookPort } from "../port.js";
import { refuseLockedStructure } from "../protectedSheets.js";
import { settingsToWrite } from "../settingsToWrite.js";
import { counted, goOn, type Work } from "../work.js";
import { sayingWhatStands } from "../workbookError.js";
import { writeSettings } from "../writeSettings.js";
import { fileNamesOf, freeName, sheetNameOf } from "./formNames.js";
import { formsInWorkbook } from "./formsInWorkbook.js";
import { plannedForms, type PlannedForms } from "./plannedForms.js";
import type { FormFile, RoundRequest } from "./roundPlan.js";

/**
 * Makes the units' forms as sheets of the workbook, and gives their names. A unit that has its form already keeps it as it is, filled in or not. What planRound costs, three
 * requests where the workbook gets its id, and one for each 2 MB of forms.
 * @throws WorkbookError as `plannedForms`, `workbook-protected`, `sheet-protected`, `register-missing`: nothing has then been written; or what Excel refuses on the way, which says what stands
 */
export async function makeSheets(port: WorkbookPort, request: RoundRequest, work?: Work): Promise<{ readonly sheets: readonly string[] }> {
  const planned = await plannedForms(port, request, work);
  const { image } = planned.checked;
  const { sheetOf, empty } = await formsInWorkbook(port, planned);
  const wanted = planned.forms.filter(({ unit }) => !sheetOf.has(folded(unit)));
  if (wanted.length === 0) return { sheets: [] };
  refuseLockedStructure(image);
  const origin = originOf(planned, request);
  // An empty sheet of the right name is one that was left half-made: its name is free, and the sheet is taken.
  const taken = new Set(image.sheets.map(({ name }) => name.toLowerCase()).filter((name) => !empty.has(name)));
  const forms = wanted.map((form) => {
    const sheetName = freeName(sheetNameOf(form), taken);
    return { sheetName, isThere: empty.has(sheetName.toLowerCase()), form: layOutForm(form, origin) };
  });
  goOn(work, "writing");
  const hasId = planned.checked.settings.arbetsboksId === origin.workbook;
  await keepId(port, planned, origin);
  await port.writeForms(forms).catch((error: unknown) => {
    throw sayingWhatStands(error, hasId ? NO_SHEETS : ONLY_ID);
  });
  return { sheets: forms.map(({ sheetName }) => sheetName) };
}

/**
 * Makes the units' forms as files. One request, and three where the workbook gets its id, which comes last: work that is stopped has written nothing.
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
  if (files.length > 0) await keepId(port, planned, origin);
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

/** The workbook remembers what its forms carry. Nothing is written where it has an id already, or gets none. */
async function keepId(port: WorkbookPort, { checked: { image, contents, settings } }: PlannedForms, { workbook }: FormOrigin): Promise<void> {
  if (settings.arbetsboksId === workbook) return;
  await writeSettings(port, settingsToWrite(image, contents, [{ key: "arbetsboksId", text: workbook }]));
}
