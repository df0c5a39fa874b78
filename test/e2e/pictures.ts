import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Workbench } from "./workbench.js";

/** Where tests leave what the workbench looks like now; npm run pictures copies a few of them for readers. */
const folder = join(__dirname, "../../out/pictures");

/** Keeps the page as it is shown, as a PNG. */
export async function picture({ page }: Workbench, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
}
