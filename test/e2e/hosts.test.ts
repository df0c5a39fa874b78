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

  test.each([texts.host.dropBefore, texts.host.dropAfter, texts.host.fail])("“%s”: the pane says that it went wrong, the message stays, and the next try does the work", async (fault) => {
    const bench = await open({ workbook: ALE });
    const { pane } = bench;
    await pane.getByText("3 varningar").waitFor();
    await press(bench, fault);
    await bench.press("Bygg rapport", "Måluppföljning");
    await pane.getByRole("button", { name: "Stäng meddelandet" }).waitFor();
    await bench.press("Bygg rapport", "Måluppföljning");
    await pane.getByText("Rapporten står på bladet Måluppföljning T1 2019 OAN").waitFor();
  });

  test("while a cell is being edited Excel answers nobody: the pane says what to do", async () => {
    const bench = await open({ workbook: ALE });
    const { pane } = bench;
    await pane.getByText("3 varningar").waitFor();
    const busy = (await bench.hostPanel()).getByLabel(texts.host.busy);
    await busy.check();
    await bench.press("Kontrollera");
    await pane.getByText("Avsluta redigeringen").waitFor();
    await busy.uncheck();
    await bench.press("Kontrollera");
    await pane.getByText("Avsluta redigeringen").waitFor({ state: "detached" });
  });
});
