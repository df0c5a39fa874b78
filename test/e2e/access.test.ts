// Whoever sees little, has no mouse or a narrow window does the same as everybody else.
import type { Locator } from "playwright-core";
import { texts } from "../../src/workbench/page/texts.js";
import { axeFindings } from "./axeInBrowser.js";
import { ALE, describeInChromium, OSTERSUND } from "./inChromium.js";
import { picture } from "./pictures.js";
import type { Workbench } from "./workbench.js";

/** What axe says of the page and of the pane in it. */
const findings = async (bench: Workbench): Promise<string[]> => [...(await axeFindings(bench.page)), ...(await axeFindings(await bench.paneFrame()))];
const narrow = { viewport: { width: 320, height: 640 } };

describeInChromium("the workbench for everybody", (open) => {
  test("axe finds nothing in the page and the pane, whatever is open in them", async () => {
    const bench = await open({ workbook: ALE });
    const { page, pane } = bench;
    await pane.getByText("3 varningar").waitFor();
    expect(await findings(bench)).toEqual([]);

    await bench.turnTo("Utfall");
    await bench.goTo("A2");
    await bench.hostPanel();
    await bench.press("Kontrollera");
    await pane.getByRole("button", { name: "Kontrollera igen" }).waitFor();
    expect(await findings(bench)).toEqual([]);

    await page.getByRole("button", { name: "Sortera och filtrera Period" }).click();
    await page.getByRole("button", { name: "Sortera A till Ö" }).or(page.getByRole("menuitem", { name: "Sortera A till Ö" })).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: "Bygg rapport" }).click();
    await page.getByRole("menuitem", { name: "Måluppföljning" }).waitFor();
    // An open menu lies over the page, in no part of it, and holds the focus until it is closed.
    expect(await axeFindings(page, { except: ["region"] })).toEqual([]);
    await page.getByRole("menuitem", { name: "Måluppföljning" }).click();
    await pane.getByRole("button", { name: "Gå till rapporten" }).click();
    await page.getByRole("grid", { name: "Bladet Måluppföljning T1 2019 OAN" }).waitFor();
    expect(await findings(bench)).toEqual([]);
  });

  test.each([
    ["in the dark", "morkt", { colorScheme: "dark" }],
    ["in forced colours", "tvingade-farger", { forcedColors: "active" }],
    ["in a window of 320 pixels", "smalt", narrow],
  ] as const)("%s all can be read and reached, and a report is built", async (_how, name, options) => {
    const bench = await open({ workbook: OSTERSUND, ...options });
    const { pane } = bench;
    await pane.getByRole("button", { name: "Visa anmärkningarna" }).waitFor();
    expect(await findings(bench)).toEqual([]);
    expect(await bench.overflow()).toBeLessThanOrEqual(0);
    await bench.press("Bygg rapport", "Uppdragsuppföljning");
    await pane.getByRole("button", { name: "Gå till rapporten" }).click();
    await bench.page.getByRole("grid", { name: /^Bladet Uppdragsuppföljning T2 2021/u }).waitFor();
    expect(await findings(bench)).toEqual([]);
    expect(await bench.overflow()).toBeLessThanOrEqual(0);
    await picture(bench, name);
  });

  test("without a mouse: registers are created, a row is typed, a word is taken from a list, the check is run and its finding gone to", async () => {
    const bench = await open();
    const { page, pane } = bench;
    await pane.getByRole("button", { name: "Skapa register" }).waitFor();
    await keysTo(bench, "F6", page.getByRole("button", { name: texts.pane.close }));
    await tabTo(bench, pane.getByRole("button", { name: "Skapa register" }));
    await page.keyboard.press("Enter");
    await pane.getByText("Registren är skapade.").waitFor();

    const tabs = page.getByRole("tablist", { name: "Blad" });
    await page.keyboard.press("Escape");
    await keysTo(bench, "F6", tabs.getByRole("tab", { selected: true }));
    await keysTo(bench, "ArrowRight", tabs.getByRole("tab", { name: "Enheter", selected: true }));
    await keysTo(bench, "F6", page.getByRole("grid", { name: "Bladet Enheter" }));
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowDown");
    await bench.type("BUN");
    await page.keyboard.press("Tab");
    await bench.type("Barn- och utbildningsnämnden");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Alt+ArrowDown");
    const words = page.getByRole("listbox");
    await words.waitFor();
    await keysTo(bench, "ArrowDown", words.getByRole("option", { name: "Nämnd", exact: true, selected: true }));
    await page.keyboard.press("Enter");
    expect(await bench.cell("C2").innerText()).toBe("Nämnd");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    await bench.type("BUN");
    await page.keyboard.press("Enter");

    await keysTo(bench, "F6", page.getByRole("button", { name: "Öppna Måltavla" }));
    await tabTo(bench, page.getByRole("button", { name: "Kontrollera", exact: true }));
    await page.keyboard.press("Enter");
    const goTo = pane.getByRole("button", { name: "Gå till Enheter rad 3, Namn" });
    await goTo.waitFor();
    // Esc leads from the pane to the sheet, where F6 counts.
    await page.keyboard.press("Escape");
    await keysTo(bench, "F6", page.getByRole("button", { name: texts.pane.close }));
    await tabTo(bench, goTo);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>("[aria-label='Namnruta']")?.value === "B3");
  });
});

/** Presses a key until an element has the focus, or is there. A page has a way to everything; one that goes round without coming there has none. */
async function keysTo({ page }: Workbench, key: string, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if ((await target.count()) > 0 && (await target.evaluate((element) => element.getAttribute("role") === "option" || element.matches(":focus, :focus-within")))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${String(target)}`);
}

function tabTo(bench: Workbench, target: Locator): Promise<void> {
  return keysTo(bench, "Tab", target);
}
