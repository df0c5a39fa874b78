// What the add-in asks of Excel is what it needs: the genuine client refuses every call that is newer than the sets it is told of.
import { workAreas } from "../../src/registers/workAreas.js";
import { officeWorkbook } from "../../src/excel/officeWorkbook.js";
import { requirementSets } from "../../src/excel/requirementSets.js";
import { workbookActions } from "../../src/taskpane/workbookActions.js";
import { openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { createXlsx, openXlsx } from "../../src/xlsx/index.js";
import { aleAfter, put } from "../messy/findingsOf.js";

jest.setTimeout(60_000);

const TODAY = 43_605;

function actionsAt(ExcelApi: string, file: Uint8Array) {
  const excel = new EmbeddedExcel(openXlsx(file), { requirementSets: { ExcelApi } });
  const client = openClient(excel);
  return { actions: workbookActions(client.Excel, () => TODAY, undefined, () => Promise.resolve(file)), port: officeWorkbook(client.Excel) };
}

/** Everything that the pane can have done, once. */
async function doEverything(ExcelApi: string): Promise<void> {
  const empty = actionsAt(ExcelApi, createXlsx().save());
  await empty.actions.createRegisters(workAreas);
  const ale = await aleAfter((workbook) => {
    put(workbook, "Matt", 0, "Riktning", "minska");
    put(workbook, "Matt", 1, "Riktning", "minska");
  });
  const { actions } = actionsAt(ExcelApi, ale.excel.save());
  const [accepted, fixed] = (await actions.check()).findings.filter(({ ruleId }) => ruleId === "cell.stavning");
  if (accepted?.at === undefined || fixed === undefined) throw new Error("no findings");
  for (const finding of [accepted, fixed]) await actions.accept(finding, "Känt.");
  for (const finding of [accepted, fixed]) await actions.takeBack(finding);
  await actions.fix([fixed]);
  await actions.choose({ unit: "OAN", period: "T1 2019" });
  const request = { report: "maluppfoljning", unit: undefined, period: undefined };
  await actions.preview(request);
  for (const edits of ["ask", "keep"] as const) await actions.build({ ...request, edits });
  await actions.goTo(accepted.at);
  await actions.goToSheet("Mål");
  await actions.chooseLanguage("en");
  await actions.chosenLanguage();
  await actions.openExample("ale");
}

test("with the sets that the manifest asks for, everything can be done", async () => {
  await expect(doEverything(requirementSets.ExcelApi)).resolves.toBeUndefined();
});

test("they are no more than it takes: with the set before, something cannot be done", async () => {
  const [major = "", minor = ""] = requirementSets.ExcelApi.split(".");
  await expect(doEverything(`${major}.${Number(minor) - 1}`)).rejects.toMatchObject({ name: "WorkbookError", code: "api-missing" });
});
