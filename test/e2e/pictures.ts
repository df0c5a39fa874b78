import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import type { Workbench } from "./workbench.js";

type Rectangle = Readonly<Record<"x" | "y" | "width" | "height", number>>;

/** Where tests leave what the workbench looks like now; npm run pictures copies a few of them for readers. */
const folder = join(__dirname, "../../out/pictures");

/** Keeps the page as it is shown, or a part of it, as a PNG. */
export async function picture({ page }: Workbench, name: string, part?: Rectangle): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled", ...(part === undefined ? {} : { clip: part }) });
}

/** Where something is on the page, no wider and no higher than this: pixels. */
export async function placeOf(shown: Locator, width: number, height: number): Promise<Rectangle> {
  const place = await shown.boundingBox();
  if (place === null) throw new Error(`${String(shown)} is not shown`);
  return { x: place.x, y: place.y, width: Math.min(width, place.width), height: Math.min(height, place.height) };
}
