// The pane meets Excels that are older, slower, in another language, or that fail.
import { texts } from "../../src/workbench/page/texts.js";
import { ALE, describeInChromium } from "./inChromium.js";
import type { Workbench } from "./workbench.js";

const choose = async (bench: Workbench, what: string, option: string): Promise<void> => void (await (await bench.hostPanel()).getByLabel(what, { exact: true }).selectOption(option));
const press = async (bench: Workbench, button: string): Promise<void> => (await bench.hostPanel()).getByRole("button", { name: button, exact: true }).click();

describeInChromium("the pane in other Excels", (open) => {
  test("the oldest Excel that the manifest lets in is enough for a check and both reports; one set below, the pane says so and does nothing", async () => {
    const bench = await open({ workbook: ALE });
    const { pane } = bench;
    await choose(bench, texts.host.requirementSet, "1.13");
    await pane.getByText("3 varningar").waitFor();
    await bench.press("Bygg rapport", "Måluppföljning");
    await pane.getByText("Rapporten står på bladet Måluppföljning T1 2019 OAN").waitFor();
    await bench.press("Bygg rapport", "Uppdragsuppföljning");
    await pane.getByText("Rapporten står på bladet Uppdragsuppföljning T1 2019 OAN").waitFor();
    await bench.press("Kontrollera");
    await pane.getByRole("tab", { name: /Kontroll/u, selected: true }).waitFor();

    await choose(bench, texts.host.requirementSet, "1.12");
    await pane.getByText("Den här versionen av Excel är för gammal för Måltavla. Inget har ändrats.").waitFor();
    expect(await pane.getByRole("button").count()).toBe(0);
  });

  test("an Excel in English has an English ribbon and an English pane, with the same findings", async () => {
    const bench = await open({ workbook: ALE });
    const { pane } = bench;
    await choose(bench, texts.host.language, "en-US");
    await pane.getByText("3 warnings").waitFor();
    await bench.press("Check");
    await pane.getByRole("button", { name: "Check again" }).waitFor();
    await bench.press("Build report", "Goal follow-up");
    await pane.getByText("The report is on the sheet Måluppföljning T1 2019 OAN").waitFor();
  });

  test("an Excel that is slow to answer: the pane tells what it is doing, can be told to stop, and has then changed nothing", async () => {
    const bench = await open({ workbook: ALE });
    const { pane } = bench;
    await pane.getByText("3 varningar").waitFor();
    await choose(bench, texts.host.answers, "3000");
    await bench.press("Bygg rapport", "Måluppföljning");
    await pane.getByText("Bygger rapporten …").waitFor();
    await pane.getByRole("button", { name: "Avbryt" }).click();
    await pane.getByText("Bygger rapporten …").waitFor({ state: "detached" });
    await choose(bench, texts.host.answers, "0");
    expect((await bench.save()).workbook.sheets.filter(({ name }) => name.startsWith("Måluppföljning"))).toEqual([]);
    await bench.press("Bygg rapport", "Måluppföljning");
    await pane.getByText("Rapporten står på bladet Måluppföljning T1 2019 OAN").waitFor();
  });

  test("whatever fails: the pane says that it went wrong, the message stays, and the next try does the work", async () => {
    const bench = await open({ workbook: ALE });
    const { pane } = bench;
    await pane.getByText("3 varningar").waitFor();
    const message = pane.getByRole("button", { name: "Stäng meddelandet" });
    for (const fault of [texts.host.dropBefore, texts.host.dropAfter, texts.host.fail]) {
      await press(bench, fault);
      await bench.press("Bygg rapport", "Måluppföljning");
      await message.waitFor();
      await bench.press("Bygg rapport", "Måluppföljning");
      await pane.getByText("Rapporten står på bladet Måluppföljning T1 2019 OAN").waitFor();
      await message.waitFor({ state: "detached" });
      await bench.press("Öppna Måltavla");
      await pane.getByRole("tab", { name: "Översikt" }).click();
    }
  });

  test("while the user types in a cell Excel answers nobody: the pane says what to do, what is typed is not lost, and then all works", async () => {
    const bench = await open({ workbook: ALE });
    const { page, pane } = bench;
    await bench.press("Kontrollera");
    const check = pane.getByRole("button", { name: "Kontrollera igen" });
    await check.waitFor();
    await bench.turnTo("Enheter");
    await bench.goTo("F2");
    await bench.type("halvt");
    await check.click();
    await pane.getByText("Avsluta redigeringen").waitFor();
    // Esc leads from the pane back to what was typed.
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement);
    await bench.type(" helt");
    await page.keyboard.press("Enter");
    await bench.cell("F2").getByText("halvt helt").waitFor();
    await check.click();
    await pane.getByText("Avsluta redigeringen").waitFor({ state: "detached" });
    // A click elsewhere in the sheet ends an edit that waits.
    await bench.goTo("F3");
    await bench.type("klart");
    await check.click();
    await pane.getByText("Avsluta redigeringen").waitFor();
    await bench.cell("B4").click();
    await bench.cell("F3").getByText("klart").waitFor();
  });

  test("going to a cell that is selected already brings it back into sight", async () => {
    const bench = await open({ workbook: ALE });
    const { page, pane } = bench;
    await bench.press("Kontrollera");
    const goTo = pane.getByRole("button", { name: /^Gå till /u }).first();
    await goTo.click();
    // Excel has answered when the cell is below the one that every sheet opens with.
    await page.locator("[role=row]:not([aria-rowindex='2']) [role=gridcell][aria-selected=true]").waitFor();
    const untilSeen = (isSeen: boolean) => page.waitForFunction((wanted) => {
      const cell = document.querySelector('[role=gridcell][aria-selected="true"]')?.getBoundingClientRect();
      const view = document.querySelector("[role=grid]")?.parentElement?.getBoundingClientRect();
      return (cell !== undefined && view !== undefined && cell.bottom <= view.bottom + 1 && cell.top >= view.top) === wanted;
    }, isSeen);
    await untilSeen(true);
    await page.getByRole("grid").hover({ position: { x: 200, y: 200 } });
    await page.mouse.wheel(0, 1_500);
    await untilSeen(false);
    await goTo.click();
    await untilSeen(true);
  });
});
