/** @jest-environment jsdom */
import { cleanup, screen, waitFor } from "@testing-library/react";
import { lookOver } from "../../src/usecases/lookOver.js";
import { axeFindings } from "./axeFindings.js";
import { settled, settledPaneOn, TODAY, type PaneOn } from "./paneOn.js";
import { workbookOf } from "./workbooks.js";

jest.setTimeout(60_000);
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole("button", { name });
const choice = () => button(/ · /);

async function openForm({ user }: PaneOn): Promise<{ unit: HTMLElement; period: HTMLElement }> {
  await user.click(choice());
  return { unit: await screen.findByRole("combobox", { name: "Nämnd" }), period: screen.getByLabelText("Period") };
}

describe("committee and period", () => {
  test("what is chosen is remembered in the workbook", async () => {
    const ale = await workbookOf("ale");
    const pane = await settledPaneOn(ale);
    const { unit, period } = await openForm(pane);
    await pane.user.selectOptions(unit, "Alla nämnder");
    await pane.user.clear(period);
    await pane.user.type(period, "april 2020{Enter}");
    expect(await screen.findByText("Nämnd och period är sparade i arbetsboken.")).toBeInstanceOf(HTMLElement);
    await settled();
    expect(choice().textContent).toContain("Alla nämnder · T1 2020");
    expect((await lookOver(ale.port, TODAY)).choice).toEqual({ unit: null, period: "T1 2020" });
    expect(document.activeElement).toBe(choice());
  });

  test("a period that cannot be read is told, nothing is written, and what was typed stays", async () => {
    const ale = await workbookOf("ale");
    const pane = await settledPaneOn(ale);
    const { period } = await openForm(pane);
    await pane.user.clear(period);
    await pane.user.type(period, "våren{Enter}");
    expect(await screen.findByText(/Perioden våren går inte att tolka\. Inget har skrivits\./)).toBeInstanceOf(HTMLElement);
    expect(screen.getByLabelText<HTMLInputElement>("Period").value).toBe("våren");
    expect((await lookOver(ale.port, TODAY)).choice.period).toBe("T1 2019");
  });

  test("Esc closes the form without a change, and the keyboard is back on the button", async () => {
    const ale = await workbookOf("ale");
    const pane = await settledPaneOn(ale);
    const { period } = await openForm(pane);
    await pane.user.type(period, "x");
    const { requests } = ale.excel.traffic;
    await pane.user.keyboard("{Escape}");
    expect(screen.queryByLabelText("Period")).toBeNull();
    expect(document.activeElement).toBe(choice());
    expect(ale.excel.traffic.requests).toBe(requests);
  });

  test("the form opens where the keyboard goes on, offers the workbook's periods, and is accessible", async () => {
    const pane = await settledPaneOn(await workbookOf("ale"));
    const { unit, period } = await openForm(pane);
    await waitFor(() => expect(document.activeElement).toBe(unit));
    const offered = [...document.getElementById(period.getAttribute("list")!)!.children].map((option) => option.getAttribute("value"));
    expect(offered).toEqual(expect.arrayContaining(["T1 2019", "T1 2018"]));
    expect(await axeFindings()).toEqual([]);
  });

  test("an empty workbook has none to choose", async () => {
    await settledPaneOn(await workbookOf("empty"));
    expect(screen.queryByRole("button", { name: / · / })).toBeNull();
  });
});

describe.each(["Guide", "Inställningar"])("%s", (name) => {
  test("begins at its heading, and Esc leads back to the button it came from", async () => {
    const { user } = await settledPaneOn(await workbookOf("ale"));
    await user.click(button(name));
    const heading = await screen.findByRole("heading", { name, level: 2 });
    expect(document.activeElement).toBe(heading);
    expect(screen.queryByRole("tablist")).toBeNull();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("heading", { name, level: 2 })).toBeNull();
    expect(document.activeElement).toBe(button(name));
    expect(screen.getByRole("tablist")).toBeInstanceOf(HTMLElement);
  });

  test.each(["light", "dark"] as const)("is accessible (%s)", async (theme) => {
    const { user } = await settledPaneOn(await workbookOf("ale"), { officeTheme: () => theme });
    await user.click(button(name));
    await settled();
    expect(await axeFindings()).toEqual([]);
  });
});
