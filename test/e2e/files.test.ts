// Files from this machine and back, without anything being sent.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { texts } from "../../src/workbench/page/texts.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { ALE, describeInChromium } from "./inChromium.js";

const aleFile = new Uint8Array(readFileSync(join(__dirname, "../..", ALE)));
/** How the old .xls and every encrypted workbook begin. */
const COMPOUND_FILE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0));

describeInChromium("files in the workbench", (open) => {
  test("a file that is broken, encrypted or something else is told of by name of what to do, and the open workbook stays as it is", async () => {
    const bench = await open();
    await bench.typeRows("A1", [["Det jag håller på med"]]);
    for (const [what, bytes] of [
      ["cut off", aleFile.slice(0, aleFile.length / 2)],
      ["something else altogether", new TextEncoder().encode("Hej! Här kommer siffrorna.")],
      ["the old format, or encrypted", COMPOUND_FILE],
      ["another program's zip", zipSync({ "content.xml": new TextEncoder().encode("<office/>") })],
      ["empty", new Uint8Array()],
    ] as const) {
      await bench.openFile(`${what}.xlsx`, bytes);
      await bench.page.getByRole("button", { name: texts.unsavedGuard.discard }).click();
      const told = bench.page.getByText("Filen kunde inte öppnas");
      await told.waitFor();
      await bench.page.getByRole("button", { name: texts.file.close, exact: true }).click();
      await told.waitFor({ state: "detached" });
      expect(await bench.cell("A1").innerText()).toBe("Det jag håller på med");
    }
    expect((await bench.save()).workbook.sheets[0]?.cell(0, 0)?.value).toBe("Det jag håller på med");
  });

  test("a file is opened by being dropped on the page, which says so while it is held there", async () => {
    const bench = await open();
    const { page } = bench;
    const dropped = await page.evaluateHandle((bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], "nämnden.xlsx"));
      return data;
    }, [...aleFile]);
    const grid = page.getByRole("grid");
    await grid.dispatchEvent("dragenter", { dataTransfer: dropped });
    await grid.dispatchEvent("dragover", { dataTransfer: dropped });
    await page.getByText(texts.file.drop).waitFor();
    await grid.dispatchEvent("drop", { dataTransfer: dropped });
    await page.getByText("nämnden.xlsx").waitFor();
    await bench.pane.getByText("3 varningar").waitFor();
    expect(await page.getByText(texts.file.drop).count()).toBe(0);
    // What is no file is not for the page: a marked text that is dropped opens nothing and asks nothing.
    const text = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "12");
      return data;
    });
    await page.getByRole("grid").dispatchEvent("dragover", { dataTransfer: text });
    expect(await page.getByText(texts.file.drop).count()).toBe(0);
  });

  test("the browser asks before the page is left with changes that are not saved, and only then", async () => {
    const bench = await open();
    const { page } = bench;
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    await bench.typeRows("A1", [["Budget"]]);
    await bench.save();
    await page.reload();
    expect(asked).toEqual([]);
    await bench.typeRows("A1", [["Budget"]]);
    await page.reload();
    expect(asked).toEqual(["beforeunload"]);
    await bench.cell("A1").waitFor();
    expect(await bench.cell("A1").innerText()).toBe("");
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
    await pane.getByText("Arbetsboken är tom.").waitFor();
    await bench.typeRows("A1", [["Budget"]]);
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
