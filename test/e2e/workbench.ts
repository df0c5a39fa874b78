import { readFileSync } from "node:fs";
import type { Frame, Locator, Page } from "playwright-core";
import { texts } from "../../src/workbench/page/texts.js";
import { openXlsx, type Workbook } from "../../src/xlsx/index.js";

/** What a user does in the workbench, by what things are called on the screen. */
export class Workbench {
  constructor(readonly page: Page) {}

  /** The add-in's own page. */
  get pane() {
    return this.page.frameLocator(`iframe[title='${texts.pane.frame}']`);
  }

  /** The same as a document, for what locators cannot do. */
  async paneFrame(): Promise<Frame> {
    const frame = await (await this.page.waitForSelector(`iframe[title='${texts.pane.frame}']`)).contentFrame();
    if (frame === null) throw new Error("the pane has no document");
    return frame;
  }

  /** A cell of the sheet that is shown. */
  cell(address: string): Locator {
    return this.page.getByRole("grid").locator(`[role="gridcell"][data-address="${address}"]`);
  }

  /** Turns to a sheet by its tab. */
  async turnTo(sheet: string): Promise<void> {
    await this.page.getByRole("tablist", { name: texts.tabs.label }).getByRole("tab", { name: sheet, exact: true }).click();
    await this.page.getByRole("grid", { name: texts.sheet.label(sheet) }).waitFor();
  }

  /** Goes to cells of the sheet that is shown, by the name box; the keyboard is then in the sheet. */
  async goTo(address: string): Promise<void> {
    const box = this.page.getByLabel(texts.formulaBar.nameBox);
    await box.fill(address);
    await box.press("Enter");
    await this.page.waitForFunction((shown) => document.activeElement?.closest("[role=grid]") !== null && document.querySelector(`[data-address="${shown}"][aria-selected="true"]`) !== null, address.split(":")[0]);
  }

  /** Types on a Swedish keyboard. Playwright's own is American: å, ä and ö would come without a key being pressed. */
  async type(text: string): Promise<void> {
    const keys = await this.page.context().newCDPSession(this.page);
    for (const character of text) {
      await keys.send("Input.dispatchKeyEvent", { type: "keyDown", key: character, text: character, unmodifiedText: character });
      await keys.send("Input.dispatchKeyEvent", { type: "keyUp", key: character });
    }
    await keys.detach();
  }

  /** Types rows of texts from a cell on: Tab to the right, then down a row. Empty texts are passed over. */
  async typeRows(address: string, rows: readonly (readonly string[])[]): Promise<void> {
    const [, column = "", first = ""] = /^([A-Z]+)(\d+)$/u.exec(address) ?? [];
    for (const [index, texts] of rows.entries()) {
      await this.goTo(`${column}${Number(first) + index}`);
      for (const text of texts) {
        await this.type(text);
        await this.page.keyboard.press("Tab");
      }
    }
  }

  /** Presses a button of the ribbon; `item` is the one in the menu that it opens. */
  async press(button: string, item?: string): Promise<void> {
    await this.page.getByRole("navigation", { name: `${texts.ribbon.label} Måltavla` }).getByRole("button", { name: button, exact: true }).click();
    if (item !== undefined) await this.page.getByRole("menuitem", { name: item }).click();
  }

  async chooseInFileMenu(item: string): Promise<void> {
    await this.page.getByRole("button", { name: texts.file.menu }).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  /** Opens a file from this machine. */
  async openFile(name: string, bytes: Uint8Array): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.chooseInFileMenu(texts.file.open);
    await (await chooser).setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  }

  /** Saves a copy; gives the file that the browser was handed, read back. */
  async save(): Promise<{ readonly name: string; readonly file: Buffer; readonly workbook: Workbook }> {
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: texts.file.save, exact: true }).click();
    const handed = await download;
    const file = readFileSync(await handed.path());
    return { name: handed.suggestedFilename(), file, workbook: openXlsx(new Uint8Array(file)) };
  }

  /** The panel where the workbench's Excel is chosen. */
  async hostPanel(): Promise<Locator> {
    const panel = this.page.getByRole("region", { name: texts.host.region });
    if (!(await panel.isVisible())) await this.page.getByRole("button", { name: texts.status.host, exact: true }).click();
    await panel.waitFor();
    return panel;
  }

  /** How much wider the page is than its window, in pixels. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  }
}
