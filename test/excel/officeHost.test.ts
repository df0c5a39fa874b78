/** @jest-environment jsdom */
import { openOffice } from "../../src/excel/officeHost.js";
import { hostAndPlatform } from "../../src/excel/officeJsHelpers.js";
import { openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { createXlsx } from "../../src/xlsx/index.js";

const ENOUGH = { ExcelApi: "1.17", SharedRuntime: "1.1" };

/** The globals of a pane that Excel has opened; `context` is what Office says of itself beyond what the client does. */
function inPane(requirementSets: Readonly<Record<string, string>> = ENOUGH, context: object = {}) {
  const { Excel, Office } = openClient(new EmbeddedExcel(createXlsx(), { requirementSets }));
  Object.assign(Office.context, context);
  Object.assign(window, { Excel, Office });
  return { Excel, Office };
}

afterEach(() => {
  Reflect.deleteProperty(window, "Office");
  Reflect.deleteProperty(window, "Excel");
});

async function opened() {
  const office = await openOffice();
  if (typeof office === "string") throw new Error(office);
  return office;
}

test("without Office.js there is no Office", async () => {
  expect(await openOffice()).toBe("missing");
});

test("in a browser window, or in another program, there is no Excel", async () => {
  const { Office } = inPane();
  Object.assign(Office, { onReady: async () => ({ host: null, platform: null }) });
  expect(await openOffice()).toBe("notExcel");
});

test.each([{ ExcelApi: "1.8", SharedRuntime: "1.1" }, { ExcelApi: "1.17" }])("an Excel with %j is too old", async (sets) => {
  inPane(sets);
  expect(await openOffice()).toBe("tooOld");
});

test("Excel is given as it is, with its platform and version", async () => {
  const { Excel } = inPane();
  const office = await opened();
  expect(office.excel).toBe(Excel);
  expect([office.platform, office.version]).toEqual(["OfficeOnline", "16.0"]);
});

test.each([["sv-SE", "sv"], ["sv", "sv"], ["sv-FI", "sv"], ["en-US", "en"], ["nb-NO", "en"], ["da-DK", "en"], ["svx", "en"]])("where Excel speaks %s, Måltavla speaks %s", async (displayLanguage, language) => {
  inPane(ENOUGH, { displayLanguage });
  expect((await opened()).language).toBe(language);
});

test.each([["1.19", false], ["1.20", true], ["1.21", true]])("with ExcelApi %s, undo groups are there: %s", async (ExcelApi, undoGroups) => {
  inPane({ ...ENOUGH, ExcelApi });
  expect((await opened()).facts).toEqual({ undoGroups });
});

test.each([[undefined, undefined], [{}, undefined], [{ isDarkTheme: true }, "dark"], [{ isDarkTheme: false }, "light"]])("a theme of %j is %s", async (officeTheme, theme) => {
  inPane(ENOUGH, { officeTheme });
  expect((await opened()).theme()).toBe(theme);
});

test("a theme that is changed is told when asked for again", async () => {
  const { Office } = inPane(ENOUGH, { officeTheme: { isDarkTheme: false } });
  const office = await opened();
  Object.assign(Office.context, { officeTheme: { isDarkTheme: true } });
  expect(office.theme()).toBe("dark");
});

test("commands and the pane are reached through Office", async () => {
  const { Office } = inPane();
  const associated = new Map<string, (event: object) => void>();
  let shown = 0;
  Object.assign(Office, {
    actions: { associate: (name: string, run: (event: object) => void) => associated.set(name, run) },
    addin: { showAsTaskpane: async () => { shown += 1; } },
  });
  const office = await opened();
  const pressed: unknown[] = [];
  office.associate("check", async (event) => { pressed.push(event); });
  await office.showPane();
  const event = { completed: () => undefined };
  associated.get("check")?.(event);
  expect(pressed).toEqual([event]);
  expect(shown).toBe(1);
});

test("office-js-helpers says the same of host and platform as Office itself", async () => {
  const { Office } = inPane();
  const { host, platform } = await Office.onReady();
  expect({ host: String(host), platform: String(platform) }).toEqual({ host: "Excel", platform: "OfficeOnline" });
  expect(hostAndPlatform()).toEqual({ host: "EXCEL", platform: "OFFICE_ONLINE" });
});

test("the diagnosis is one line, with the newest requirement set", async () => {
  inPane();
  expect(await (await opened()).diagnosis()).toBe("EXCEL, OFFICE_ONLINE, 16.0, ExcelApi 1.17");
});
