import { readdirSync } from "node:fs";
import { join } from "node:path";
import { SAMPLES } from "../../src/workbench/page/files/sources.js";
import { describeInChromium, ALE, OSTERSUND } from "./inChromium.js";
import { picture } from "./pictures.js";

const repeated = (count: number, text: string): string[] => Array.from({ length: count }, () => text);

describeInChromium("the samples in the workbench", (open) => {
  test("Östersund: 18 assignments, 7 of Vård och omsorg, 7 of Social och arbetsmarknad and 4 of Överförmyndar", async () => {
    const bench = await open({ workbook: OSTERSUND });
    await bench.press("Bygg rapport", "Uppdragsuppföljning");
    await bench.pane.getByText("Rapporten står på bladet Uppdragsuppföljning T2 2021").waitFor();
    await bench.pane.getByRole("button", { name: "Gå till rapporten" }).click();
    const { name, workbook } = await bench.save();
    expect(name).toMatch(/^ostersund-uppdrag-t2-2021.*\.xlsx$/u);
    const sheet = workbook.sheets.find((each) => each.name.startsWith("Uppdragsuppföljning T2 2021"));
    const committees = [...(sheet?.cells() ?? [])].flatMap(({ row, column, content }) => (column === 0 ? [{ row, text: content.value }] : []));
    const header = committees.findLast(({ text }) => text === "Nämnd");
    const rows = committees.filter(({ row }) => row > (header?.row ?? 0));
    expect(rows.map(({ text }) => text)).toEqual([...repeated(7, "Vård- och omsorgsnämnden"), ...repeated(7, "Social- och arbetsmarknadsnämnden"), ...repeated(4, "Gemensam överförmyndarnämnd")]);
    await picture(bench, "ostersund");
  });

  test("Ale: what stands in the report is what the pane and the registers say", async () => {
    const bench = await open({ workbook: ALE });
    await bench.pane.getByText("3 varningar").waitFor();
    await picture(bench, "oversikt");
    await bench.press("Bygg rapport", "Måluppföljning");
    await bench.pane.getByText("Rapporten står på bladet Måluppföljning T1 2019 OAN").waitFor();
    await bench.pane.getByRole("button", { name: "Gå till rapporten" }).click();
    await bench.page.getByRole("grid", { name: "Bladet Måluppföljning T1 2019 OAN" }).waitFor();
    await bench.cell("A1").getByText("Måluppföljning T1 2019").waitFor();
    await picture(bench, "ale-rapport");
  });

  test("Ale: Ctrl+Z takes a report back as if it had never been, and Ctrl+Y brings it", async () => {
    const bench = await open({ workbook: ALE });
    const { page, pane } = bench;
    const report = page.getByRole("tab", { name: "Måluppföljning T1 2019 OAN" });
    await pane.getByText("3 varningar").waitFor();
    const { file: before } = await bench.save();
    await bench.press("Bygg rapport", "Måluppföljning");
    await pane.getByText("Ångra med Ctrl+Z.").waitFor();
    await pane.getByRole("button", { name: "Gå till rapporten" }).click();
    const { file: built } = await bench.save();
    await bench.goTo("A1");
    await page.keyboard.press("Control+z");
    await report.waitFor({ state: "detached" });
    expect((await bench.save()).file.equals(before)).toBe(true);
    await page.getByRole("grid").focus();
    await page.keyboard.press("Control+y");
    await report.click();
    expect((await bench.save()).file.equals(built)).toBe(true);
  });

  test("each file in the folder of samples is under Arkiv, opens, and is read by the pane", async () => {
    const bench = await open();
    for (const { label, source } of SAMPLES) {
      await bench.chooseInFileMenu(label);
      await bench.page.getByText(source.name, { exact: true }).waitFor();
      await bench.pane.getByRole("heading", { name: "Register", exact: true }).waitFor();
    }
    expect(SAMPLES.map(({ source }) => source.name).sort()).toEqual(readdirSync(join(__dirname, "../../samples")).sort());
  });
});
