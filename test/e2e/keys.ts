// The ways of somebody who has no mouse.
import type { Locator } from "playwright-core";
import { texts } from "../../src/workbench/page/texts.js";
import type { Workbench } from "./workbench.js";

/** A page has a way to everything; one that goes round without coming there has none. */
const ENOUGH = 80;

/** Presses a key until an element has the focus, or as an option of a list is there. */
export async function keysTo({ page }: Workbench, key: string, target: Locator): Promise<void> {
  for (let presses = 0; presses < ENOUGH; presses += 1) {
    if ((await target.count()) > 0 && (await target.first().evaluate((element) => element.getAttribute("role") === "option" || element.matches(":focus, :focus-within")))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${String(target)}`);
}

/** Goes to something in the pane, wherever the focus is. */
export async function keysIntoPane(bench: Workbench, target: Locator): Promise<void> {
  await target.waitFor();
  await keysTo(bench, "F6", bench.page.getByRole("button", { name: texts.pane.close }));
  await keysTo(bench, "Tab", target);
}

/** Presses a button of the ribbon, and in the menu that it opens an item. */
export async function keysOnRibbon(bench: Workbench, button: string, item?: string): Promise<void> {
  const { page } = bench;
  const ribbon = page.getByRole("navigation", { name: `${texts.ribbon.label} Måltavla` });
  await keysTo(bench, "F6", ribbon);
  await keysTo(bench, "Tab", ribbon.getByRole("button", { name: button, exact: true }));
  await page.keyboard.press("Enter");
  if (item === undefined) return;
  const wanted = page.getByRole("menuitem", { name: item, exact: true });
  await wanted.waitFor();
  await keysTo(bench, "ArrowDown", wanted);
  await page.keyboard.press("Enter");
}

/** Goes to a cell, "Utfall!D3" on another sheet, by the name box: the keyboard is then in the sheet. */
export async function keysToCell(bench: Workbench, address: string): Promise<void> {
  const { page } = bench;
  const box = page.getByLabel(texts.formulaBar.nameBox);
  await keysTo(bench, "Shift+F6", box);
  await bench.type(address);
  await page.keyboard.press("Enter");
  const [cell = "", sheet] = address.split("!").reverse();
  const grid = sheet === undefined ? page.getByRole("grid") : page.getByRole("grid", { name: texts.sheet.label(sheet) });
  await grid.locator(`[data-address="${cell}"][aria-selected="true"]`).waitFor();
}

/** Types rows of texts from a cell on, as keysToCell calls it: Tab to the right, then down a row. */
export async function keysTypeRows(bench: Workbench, address: string, rows: readonly (readonly string[])[]): Promise<void> {
  const { keyboard } = bench.page;
  await keysToCell(bench, address);
  for (const row of rows) {
    for (const text of row) {
      await bench.type(text);
      await keyboard.press("Tab");
    }
    await keyboard.press("Home");
    await keyboard.press("ArrowDown");
  }
}
