/** @jest-environment jsdom */
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { lookOver } from "../../src/usecases/lookOver.js";
import type { NextStep } from "../../src/usecases/overview.js";
import { axeFindings } from "./axeFindings.js";
import { settled, settledPaneOn, TODAY } from "./paneOn.js";
import { workbookOf } from "./workbooks.js";

jest.setTimeout(60_000);
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole("button", { name });
const nextStep = () => within(screen.getByRole("region", { name: "Nästa steg" })).getByRole("button");
const selectedTab = () => screen.getByRole("tab", { selected: true }).textContent;

describe("of a workbook with registers", () => {
  test("what is told agrees with what the workbook holds", async () => {
    const ale = await workbookOf("ale");
    const overview = await lookOver(ale.port, TODAY);
    await settledPaneOn(ale);
    for (const { sheet, rows } of overview.registers) {
      expect(button(new RegExp(`^${sheet}, ${rows} rad(er)?\\.`)).textContent).toMatch(new RegExp(`^${sheet}${rows} rad(er)?$`));
    }
    const bars = screen.getAllByRole("progressbar").map((bar) => bar.getAttribute("aria-valuetext"));
    expect(bars).toEqual(overview.progress.map(({ what, done, of }) => (what === "outcomes" ? `${done} av ${of} mått ifyllda` : `${done} av ${of} uppdrag uppföljda`)));
    const warnings = overview.findings.filter(({ severity }) => severity === "varning").length;
    expect(screen.getByRole("region", { name: "Anmärkningar" }).textContent).toContain(`${warnings} varningar`);
    expect(screen.getByRole("tab", { name: `Kontroll, ${overview.findings.length} anmärkningar` })).toBeInstanceOf(HTMLElement);
    expect(button(new RegExp(`^${overview.choice.unit?.name} · ${overview.choice.period}$`))).toBeInstanceOf(HTMLElement);
  });

  test("a register is the way to its sheet", async () => {
    const { user, excel } = await settledPaneOn(await workbookOf("ale"));
    await user.click(button(/^Mått, /));
    await waitFor(() => expect(excel.selection.sheet).toBe("Mått"));
  });

  test("“Visa” leads to the findings, and the keyboard goes along", async () => {
    const { user } = await settledPaneOn(await workbookOf("ale"));
    await user.click(button("Visa anmärkningarna"));
    expect(selectedTab()).toContain("Kontroll");
    expect(document.activeElement).toBe(screen.getByRole("tabpanel"));
    expect(await screen.findByRole("heading", { name: "Kontroll" })).toBeInstanceOf(HTMLElement);
  });

  test("the registers that are missing are named, and can be added", async () => {
    const { user, excel } = await settledPaneOn(await workbookOf("ale"), {
      instead: { check: async () => ({ ...(await overviewOfAle()), missingRegisters: ["Dokument", "Texter"] }) },
    });
    const missing = screen.getByRole("region", { name: "Register som saknas" });
    expect(missing.textContent).toContain("Dokument, Texter");
    const { requests } = excel.traffic;
    await user.click(within(missing).getByRole("button", { name: "Skapa register som saknas" }));
    await waitFor(() => expect(excel.traffic.requests).toBeGreaterThan(requests));
    await settled();
  });
});

const overviewOfAle = async () => lookOver((await workbookOf("ale")).port, TODAY);

describe("the next step", () => {
  async function paneWith(next: NextStep) {
    const overview = await overviewOfAle();
    return settledPaneOn(await workbookOf("ale"), { instead: { check: async () => ({ ...overview, next }) } });
  }

  test("a register to fill in is turned to", async () => {
    const { user, excel } = await paneWith({ kind: "fillIn", sheet: "Uppdrag" });
    expect(nextStep().textContent).toBe("Fyll i Uppdrag");
    await user.click(nextStep());
    await waitFor(() => expect(excel.selection.sheet).toBe("Uppdrag"));
  });

  test("errors to correct are turned to", async () => {
    const { user } = await paneWith({ kind: "mend", errors: 3 });
    expect(nextStep().textContent).toBe("Rätta 3 fel");
    await user.click(nextStep());
    expect(selectedTab()).toContain("Kontroll");
  });

  test("a period to choose opens the form for it", async () => {
    const { user } = await paneWith({ kind: "choosePeriod" });
    await user.click(nextStep());
    expect(await screen.findByLabelText("Period")).toBeInstanceOf(HTMLElement);
  });

  test("a report to build is first shown as what will be written, and nothing is written", async () => {
    const { user, workbook } = await paneWith({ kind: "build", report: "maluppfoljning" });
    expect(nextStep().textContent).toBe("Bygg Måluppföljning");
    const sheets = workbook.sheets.length;
    await user.click(nextStep());
    expect(await screen.findByText(/Det här skrivs/)).toBeInstanceOf(HTMLElement);
    await settled();
    expect(workbook.sheets).toHaveLength(sheets);
  });
});

test.each([
  ["sv", "light"],
  ["sv", "dark"],
  ["en", "light"],
  ["en", "dark"],
] as const)("is accessible (%s, %s)", async (language, theme) => {
  await settledPaneOn(await workbookOf("ale"), { language, officeTheme: () => theme });
  expect(await axeFindings()).toEqual([]);
});
