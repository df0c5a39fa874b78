// Whoever sees little or has a narrow window does the same as everybody else.
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
});
