/** @jest-environment jsdom */
import { cleanup, screen } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { registers } from "../../src/registers/registers.js";
import { registersOfAreas } from "../../src/registers/workAreas.js";
import { axeFindings } from "./axeFindings.js";
import { settled, settledPaneOn } from "./paneOn.js";
import { workbookOf } from "./workbooks.js";

jest.setTimeout(60_000);
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole("button", { name });

describe("an empty workbook", () => {
  test("gets the registers of what is to be followed up with one click, and the pane then says what comes next", async () => {
    const { user, workbook } = await settledPaneOn(await workbookOf("empty"));
    expect(screen.getByText("Arbetsboken är tom.")).toBeInstanceOf(HTMLElement);
    await user.click(button("Skapa register"));
    expect(await screen.findByText(/^Registren är skapade\./)).toBeInstanceOf(HTMLElement);
    await settled();
    for (const { sheet } of registersOfAreas(["goals", "assignments"]).map((key) => registers[key])) {
      expect(workbook.sheet(sheet)).toBeDefined();
      expect(button(new RegExp(`^${sheet}, \\d+ rad`))).toBeInstanceOf(HTMLElement);
    }
    expect(workbook.sheet("Beslut")).toBeUndefined();
    expect(screen.getByRole("region", { name: "Nästa steg" }).textContent).toBe("Välj period");
    // What was pressed is gone; the keyboard goes on in the view.
    expect(screen.getByRole("tabpanel").contains(document.activeElement)).toBe(true);
  });

  test("chooses what to follow up, and adds more later", async () => {
    const { user, workbook } = await settledPaneOn(await workbookOf("empty"));
    const choice = (name: RegExp) => screen.getByRole("checkbox", { name });
    await user.click(choice(/^Mål och mått/));
    await user.click(choice(/^Uppdrag och aktiviteter/));
    expect(button("Skapa register").getAttribute("aria-disabled")).toBe("true");
    await user.click(choice(/^Ej verkställda beslut Beslut, Händelser$/));
    await user.click(button("Skapa register"));
    await screen.findByText(/^Registren är skapade\./);
    await settled();
    expect(workbook.sheet("Beslut")).toBeDefined();
    expect(workbook.sheet("Mål")).toBeUndefined();
    await user.click(button("Följ upp mer"));
    await user.click(choice(/^Synpunkter/));
    await user.click(button("Lägg till"));
    await settled();
    expect(workbook.sheet("Synpunkter")).toBeDefined();
    expect(workbook.sheet("Mål")).toBeUndefined();
  });

  test("an example opens as a workbook of its own, and the open one stays empty", async () => {
    const sample = readFileSync(join(__dirname, "../../samples/ale-maluppfoljning-t1-2019.xlsx"));
    const asked: string[] = [];
    const fetchFile = async (path: string) => {
      asked.push(path);
      return new Uint8Array(sample);
    };
    const { user, excel, workbook } = await settledPaneOn(await workbookOf("empty"), { fetchFile });
    await user.click(button("Ale: mål och mått"));
    expect(await screen.findByText(/^Exemplet är öppnat/)).toBeInstanceOf(HTMLElement);
    expect(asked).toEqual(["samples/ale-maluppfoljning-t1-2019.xlsx"]);
    expect(excel.openedCopies.map((copy) => Buffer.compare(Buffer.from(copy), sample))).toEqual([0]);
    expect(workbook.sheets).toHaveLength(1);
  });

  test("an example that cannot be fetched is told, and nothing is opened", async () => {
    const { user, excel } = await settledPaneOn(await workbookOf("empty"), { fetchFile: () => Promise.reject(new Error("offline")) });
    await user.click(button("Östersund: uppdrag"));
    expect(await screen.findByText(/Exemplet gick inte att hämta\. Din arbetsbok är orörd\./)).toBeInstanceOf(HTMLElement);
    expect(excel.openedCopies).toEqual([]);
  });

  test.each(["sv", "en"] as const)("is accessible (%s)", async (language) => {
    await settledPaneOn(await workbookOf("empty"), { language });
    expect(await axeFindings()).toEqual([]);
  });
});

describe("a workbook with other things in it", () => {
  async function withBudget() {
    const foreign = await workbookOf("empty");
    const sheet = foreign.workbook.sheets[0]!;
    sheet.setCell(0, 0, { value: "Budget 2019" });
    foreign.excel.workbookChanged();
    return { ...foreign, sheet };
  }

  test("is told what was found, and registers come beside it with nothing of it changed", async () => {
    const { sheet, ...foreign } = await withBudget();
    const { user, workbook } = await settledPaneOn(foreign);
    expect(screen.getByText(`Det står något på bladet ${sheet.name}, men det finns inga register.`)).toBeInstanceOf(HTMLElement);
    const before = JSON.stringify([...sheet.cells()]);
    await user.click(button("Skapa register"));
    await screen.findByText(/^Registren är skapade\./);
    expect(JSON.stringify([...workbook.sheet(sheet.name)!.cells()])).toBe(before);
    expect(workbook.sheet("Mått")).toBeDefined();
  });

  test("the pane promises nothing that it cannot do", async () => {
    const { sheet: _sheet, ...foreign } = await withBudget();
    await settledPaneOn(foreign);
    expect(await screen.findByText("Jag hittade ingen tabell som går att ta in på bladen.")).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole("button", { name: "Se vad som kan tas in" })).toBeNull();
    // Another file may hold some.
    expect(button("Ta in från en fil …")).toBeInstanceOf(HTMLElement);
  });
});
