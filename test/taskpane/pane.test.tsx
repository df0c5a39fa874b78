/** @jest-environment jsdom */
import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ribbonCommands } from "../../src/commands/ribbonCommands.js";
import { createPaneRequests, type PaneRequests } from "../../src/commands/paneRequests.js";
import { VERSION } from "../../src/taskpane/version.js";
import { paneOn, settled, settledPaneOn } from "./paneOn.js";
import { workbookOf } from "./workbooks.js";

jest.setTimeout(60_000);
afterEach(cleanup);

/** As when somebody presses a button of the ribbon while the pane is shown. */
const press = (requests: PaneRequests, command: string) => act(async () => requests.send(ribbonCommands[command]!));
const selectedTab = () => screen.getByRole("tab", { selected: true }).textContent;

describe("language", () => {
  test("is Excel's own until one is chosen, and the workbook then remembers it", async () => {
    const ale = await workbookOf("ale");
    const { user, unmount } = await settledPaneOn(ale, { language: "en" });
    expect(screen.getByRole("tab", { name: "Overview" })).toBeInstanceOf(HTMLElement);
    expect(document.documentElement.lang).toBe("en");

    await user.click(screen.getByRole("button", { name: "Settings" }));
    await user.selectOptions(await screen.findByLabelText("Language of Måltavla"), "Svenska");
    expect(await screen.findByRole("heading", { name: "Inställningar", level: 2 })).toBeInstanceOf(HTMLElement);
    expect(document.documentElement.lang).toBe("sv");
    unmount();

    paneOn(ale, { language: "en" });
    expect(await screen.findByRole("tab", { name: "Översikt" })).toBeInstanceOf(HTMLElement);
  });

  test("a choice that cannot be kept in the workbook is not made", async () => {
    const ale = await workbookOf("ale");
    const { user } = await settledPaneOn(ale);
    await user.click(screen.getByRole("button", { name: "Inställningar" }));
    const language = await screen.findByLabelText("Språk i Måltavla");
    ale.excel.faults.isBusy = true;
    await user.selectOptions(language, "English");
    expect(await screen.findByText(/En cell redigeras just nu\./)).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole("heading", { name: "Inställningar", level: 2 })).toBeInstanceOf(HTMLElement);
  });
});

describe("about Måltavla", () => {
  test("version and Excel can be read out to whoever helps", async () => {
    const { user } = await settledPaneOn(await workbookOf("empty"));
    await user.click(screen.getByRole("button", { name: "Inställningar" }));
    expect(await screen.findByText("EXCEL, OFFICE_ONLINE, 16.0, ExcelApi 1.17")).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(VERSION)).toBeInstanceOf(HTMLElement);
  });

  test("the version is that of the package", () => {
    expect(JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8"))).toMatchObject({ version: VERSION });
  });
});

describe("what the ribbon asks for", () => {
  test("a check turns to the findings and reads the workbook again", async () => {
    const ale = await workbookOf("ale");
    const { requests } = await settledPaneOn(ale);
    const before = ale.excel.traffic.requests;
    await press(requests, "check");
    await waitFor(() => expect(selectedTab()).toContain("Kontroll"));
    await settled();
    expect(ale.excel.traffic.requests).toBe(before + 1);
  });

  test.each([
    ["buildMaluppfoljning", "Måluppföljning T1 2019"],
    ["buildUppdragsuppfoljning", "Uppdragsuppföljning T1 2019"],
  ])("%s builds its report at once, when nothing has to be decided first", async (command, sheet) => {
    const ale = await workbookOf("ale");
    const { requests } = await settledPaneOn(ale);
    await press(requests, command);
    await waitFor(() => expect(ale.workbook.sheets.map(({ name }) => name)).toContainEqual(expect.stringContaining(sheet)));
    await settled();
    expect(selectedTab()).toContain("Rapporter");
    expect(within(screen.getByRole("tabpanel")).getAllByText(new RegExp(sheet)).length).toBeGreaterThan(0);
  });

  test("a button pressed before the pane is there is not lost", async () => {
    const requests = createPaneRequests();
    requests.send(ribbonCommands["buildMaluppfoljning"]!);
    const ale = await workbookOf("ale");
    paneOn(ale, { requests });
    await waitFor(() => expect(ale.workbook.sheets.map(({ name }) => name)).toContainEqual(expect.stringContaining("Måluppföljning T1 2019")));
    await settled();
  });

  test("the guide opens", async () => {
    const { requests } = await settledPaneOn(await workbookOf("empty"));
    await press(requests, "guide");
    expect(await screen.findByText("Så arbetar du")).toBeInstanceOf(HTMLElement);
  });
});

test("a view keeps what was done in it while another is shown", async () => {
  const { user } = await settledPaneOn(await workbookOf("ale"));
  await user.click(screen.getByRole("tab", { name: "Rapporter" }));
  await user.click((await screen.findAllByRole("button", { name: /^Välj/ }))[0]!);
  expect(await screen.findByText(/Det här skrivs/)).toBeInstanceOf(HTMLElement);
  await settled();
  await user.click(screen.getByRole("tab", { name: "Översikt" }));
  await user.click(screen.getByRole("tab", { name: "Rapporter" }));
  expect(screen.getByText(/Det här skrivs/)).toBeInstanceOf(HTMLElement);
});
