// Files from this machine and back, without anything being sent.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { texts } from "../../src/workbench/page/texts.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { ALE, describeInChromium } from "./inChromium.js";

const aleFile = new Uint8Array(readFileSync(join(__dirname, "../..", ALE)));
/** How the old .xls and every encrypted workbook begin. */
const COMPOUND_FILE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0));

describeInChromium("files in the workbench", (open) => {
  test.each([
    ["cut off", "avklippt.xlsx", aleFile.slice(0, aleFile.length / 2)],
    ["something else altogether", "brev.xlsx", new TextEncoder().encode("Hej! Här kommer siffrorna.")],
    ["the old format, or encrypted", "gammal.xlsx", COMPOUND_FILE],
    ["empty", "tom.xlsx", new Uint8Array()],
  ])("a file that is %s is told of, and the open workbook stays as it is", async (_what, name, bytes) => {
    const bench = await open();
    await bench.typeRows("A1", [["Det jag håller på med"]]);
    await bench.openFile(name, bytes);
    await bench.page.getByRole("button", { name: texts.unsavedGuard.discard }).click();
    await bench.page.getByText("Filen kunde inte öppnas").waitFor();
    expect(await bench.cell("A1").innerText()).toBe("Det jag håller på med");
    expect((await bench.save()).workbook.sheets[0]?.cell(0, 0)?.value).toBe("Det jag håller på med");
  });

  test("a workbook from this machine is opened, typed in, undone and saved; what was not touched is as it was", async () => {
    const bench = await open();
    await bench.openFile("nämnden 2019.xlsx", aleFile);
    await bench.pane.getByText("3 varningar").waitFor();
    await bench.turnTo("Utfall");
    const before = openXlsx(aleFile).sheet("Utfall");
    const shown = await bench.cell("D3").innerText();
    await bench.typeRows("D3", [["7,5 %"]]);
    expect(await bench.cell("D3").innerText()).toMatch(/^7,50?\s?%$/u);
    await bench.page.keyboard.press("Control+z");
    expect(await bench.cell("D3").innerText()).toBe(shown);
    await bench.typeRows("D3", [["7,5 %"]]);
    const { name, workbook } = await bench.save();
    expect(name).toMatch(/^nämnden 2019.*\.xlsx$/u);
    const after = workbook.sheet("Utfall");
    expect(after?.cell(2, 3)?.value).toBe(0.075);
    expect(after?.cell(3, 3)?.value).toEqual(before?.cell(3, 3)?.value);
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(openXlsx(aleFile).sheets.map((sheet) => sheet.name));
  });

  test("the pane's example opens in the workbench when it is asked for, and changes that are not saved are asked about first", async () => {
    const bench = await open();
    const { page, pane } = bench;
    await bench.typeRows("A1", [["Budget"]]);
    await pane.getByText("Arbetsboken är tom.").or(pane.getByText("Jag hittade innehåll")).first().waitFor();
    await pane.getByRole("button", { name: "Ale: mål och mått" }).click();
    await pane.getByText("Exemplet är öppnat i ett eget fönster.").waitFor();
    expect(await bench.cell("A1").innerText()).toBe("Budget");
    await page.getByRole("button", { name: texts.file.openCreated }).click();
    await page.getByText(texts.unsavedGuard.title).waitFor();
    await page.getByRole("button", { name: texts.unsavedGuard.cancel, exact: true }).click();
    expect(await bench.cell("A1").innerText()).toBe("Budget");
    await page.getByRole("button", { name: texts.file.openCreated }).click();
    await page.getByRole("button", { name: texts.unsavedGuard.discard }).click();
    await pane.getByText("3 varningar").waitFor();
  });
});
