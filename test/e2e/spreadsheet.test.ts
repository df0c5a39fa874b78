// The spreadsheet itself, as a browser has it: the real clipboard, ways of writing, the mouse, many rows.
import { texts } from "../../src/workbench/page/texts.js";
import { createXlsx, type Scalar } from "../../src/xlsx/index.js";
import { ALE, describeInChromium } from "./inChromium.js";
import type { Workbench } from "./workbench.js";

/** What Excel and LibreOffice put on the clipboard beside the text: a whole document, with styles and comments of their own. */
const FROM_EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=Generator content="Microsoft Excel 15"><style><!-- td {mso-number-format:"Standard"} --></style></head><body>
<!--StartFragment--><table><col width=64><tr height=20><td>Buss</td><td align=right x:num="0.055">5,5 %</td></tr><tr><td>"Tåg", och<br>båt</td><td align=right x:num>2 400</td></tr></table><!--EndFragment--></body></html>`;
const TEXT_FROM_EXCEL = 'Buss\t5,5 %\r\n"""Tåg"", och\nbåt"\t2\u00a0400\r\n';

/** The clipboard as another program leaves it. */
const copyElsewhere = ({ page }: Workbench, text: string, html: string): Promise<void> =>
  page.evaluate(([plain, rich]) => navigator.clipboard.write([new ClipboardItem({ "text/plain": new Blob([plain ?? ""], { type: "text/plain" }), "text/html": new Blob([rich ?? ""], { type: "text/html" }) })]), [text, html]);

/** What another program would be given. */
const pasteElsewhere = ({ page }: Workbench): Promise<{ readonly text: string; readonly html: string }> =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (item === undefined ? "" : await (await item.getType(type)).text());
    return { text: await read("text/plain"), html: await read("text/html") };
  });

const withClipboard = { permissions: ["clipboard-read", "clipboard-write"] };

describeInChromium("the spreadsheet", (open) => {
  test("a block is pasted from a real spreadsheet and copied to one, within the sheet with its formulas, and cut", async () => {
    const bench = await open(withClipboard);
    const { keyboard } = bench.page;
    await copyElsewhere(bench, TEXT_FROM_EXCEL, FROM_EXCEL);
    await bench.goTo("B2");
    await keyboard.press("Control+v");
    await bench.cell("C3").getByText("2 400").waitFor();
    await bench.typeRows("D2", [["=C2*2"]]);

    await bench.goTo("B2:D3");
    await keyboard.press("Control+c");
    const given = await pasteElsewhere(bench);
    const [percent, doubled] = [await bench.cell("C2").innerText(), await bench.cell("D2").innerText()];
    expect(percent).toBe("5,50%");
    expect(given.text.replaceAll("\u00a0", " ").trimEnd()).toBe(`Buss\t${percent}\t${doubled}\r\n"""Tåg"", och\nbåt"\t2 400`);
    expect(given.html).toMatch(/<td[^>]*>Buss<\/td><td[^>]*text-align:right[^>]*>5,50%<\/td>/u);
    await bench.goTo("B6");
    await keyboard.press("Control+v");
    await bench.cell("C7").getByText("2 400").waitFor();
    await bench.goTo("B2:D3");
    await keyboard.press("Control+x");
    await bench.cell("B2").getByText("Buss").waitFor({ state: "detached" });

    const { workbook } = await bench.save();
    const [sheet] = workbook.sheets;
    const value = (row: number, column: number): Scalar => sheet?.cell(row, column)?.value ?? null;
    expect([5, 6].map((row) => [1, 2].map((column) => value(row, column)))).toEqual([["Buss", 0.055], ['"Tåg", och\nbåt', 2400]]);
    expect(sheet?.cell(5, 3)?.formula).toBe("C6*2");
    expect([1, 2].flatMap((row) => [1, 2, 3].map((column) => value(row, column)))).toEqual([null, null, null, null, null, null]);
  });

  test("10 000 rows open, and are scrolled and gone through with only those in view in the document", async () => {
    const workbook = createXlsx();
    const [sheet] = workbook.sheets;
    for (let row = 0; row < 10_000; row += 1) {
      for (let column = 0; column < 12; column += 1) sheet?.setCell(row, column, { value: column === 0 ? `Rad ${row + 1}` : row * column });
    }
    const bench = await open();
    const { page } = bench;
    await bench.openFile("stor.xlsx", workbook.save());
    await bench.cell("A2").getByText("Rad 2").waitFor();
    const drawn = () => page.getByRole("gridcell").count();
    const screenful = await drawn();
    expect(screenful).toBeLessThan(1_000);

    await bench.cell("A2").click();
    await page.keyboard.press("Control+End");
    await bench.cell("L10000").waitFor();
    expect(await bench.cell("L10000").innerText()).toBe(String(9_999 * 11));
    await page.mouse.wheel(0, -100_000_000);
    await bench.cell("A1").waitFor();
    for (const _turn of [1, 2, 3]) {
      await page.mouse.wheel(0, 60_000);
      expect(await drawn()).toBeLessThan(2 * screenful);
    }
    await bench.cell("A1").waitFor({ state: "detached" });
    await bench.typeRows("A10001", [["Sist"]]);
    expect((await bench.save()).workbook.sheets[0]?.cell(10_000, 0)?.value).toBe("Sist");
  });

  test("a dead key and an input method begin a cell with the sign they make, and Enter within them is theirs", async () => {
    const bench = await open();
    const { page } = bench;
    const keys = await page.context().newCDPSession(page);
    await bench.goTo("B2");
    await keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Dead", code: "Equal" });
    await keys.send("Input.imeSetComposition", { text: "´", selectionStart: 1, selectionEnd: 1 });
    await keys.send("Input.dispatchKeyEvent", { type: "keyUp", key: "Dead", code: "Equal" });
    await keys.send("Input.insertText", { text: "é" });
    await bench.type("n");
    await page.keyboard.press("Enter");
    await bench.cell("B2").getByText("én", { exact: true }).waitFor();

    await keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Process", windowsVirtualKeyCode: 229 });
    await keys.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
    await keys.send("Input.insertText", { text: "日" });
    await page.keyboard.press("Enter");
    await bench.cell("B3").getByText("日", { exact: true }).waitFor();
  });

  test("a column is dragged wider, fitted by a double click and narrowed from the cell's menu, and a long text makes its row higher", async () => {
    const bench = await open({ workbook: ALE });
    const { page } = bench;
    await bench.turnTo("Mått");
    await bench.goTo("B2");
    const header = page.locator("[data-column-header='1']");
    const width = async () => (await header.boundingBox())?.width ?? 0;
    /** Sizes follow in the next picture that the browser draws. */
    const becomes = (wished: (now: number) => boolean): Promise<void> => until(async () => wished(await width()));
    const first = await width();
    const { x = 0, y = 0, width: grip = 0 } = (await page.locator("[data-column-edge=B]").boundingBox()) ?? {};
    await page.mouse.move(x + grip / 2, y + 5);
    await page.mouse.down();
    await page.mouse.move(x + grip / 2 + 80, y + 5, { steps: 4 });
    await page.mouse.up();
    await becomes((now) => now === first + 80);
    await bench.goTo("B2");
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: texts.cellMenu.narrower }).click();
    await becomes((now) => now < first + 80 && now > first);
    await page.locator("[data-column-edge=B]").dblclick();
    await becomes((now) => now !== first + 80 - 21);
    for (let undone = 0; undone < 3; undone += 1) await page.keyboard.press("Control+z");
    await becomes((now) => now === first);

    await bench.goTo("C2");
    const height = async () => (await bench.cell("C2").boundingBox())?.height ?? 0;
    const low = await height();
    await bench.typeRows("C2", [["Andel arbetssökande som börjar arbeta eller studera ".repeat(5)]]);
    await until(async () => (await height()) > low);
  });
});

/** Waits for something that comes by itself. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it never came");
}
