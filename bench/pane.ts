/**
 * How long the pane keeps a user waiting while it works: the built pane in Chromium, with Microsoft's own client, on an embedded Excel outside the page, builds Måluppföljning from 10 000 outcomes and 10 000 assignments.
 * A task of over 50 ms is felt. What it was is told by the script that it began in: ours, or Microsoft's client, which goes through what Excel answers in one piece.
 */
import { chromium, type Page } from "playwright-core";
import { EmbeddedExcel } from "../src/workbench/embeddedExcel.js";
import { DESKTOP_LIMITS } from "../src/workbench/limits.js";
import { openXlsx } from "../src/xlsx/index.js";
import { builtForElsewhere, genuineClient, office, openBuilt, serve } from "../test/taskpane/builtPane.js";
import { toolPath } from "../test/tools.js";
import { workbookOf } from "./measure.js";

const ROWS = Number(process.argv[2] ?? 10_000);

/** Long animation frames since the page was opened. https://developer.mozilla.org/docs/Web/API/PerformanceLongAnimationFrameTiming */
const OBSERVE = `
  window.longFrames = [];
  new PerformanceObserver((list) => {
    for (const frame of list.getEntries()) {
      window.longFrames.push({ at: Math.round(frame.startTime), duration: Math.round(frame.duration), blocking: Math.round(frame.blockingDuration), scripts: frame.scripts.map(({ sourceURL, invoker, duration }) => ({ sourceURL, invoker, duration: Math.round(duration) })) });
    }
  }).observe({ type: "long-animation-frame", buffered: true });`;

interface Frame {
  readonly at: number;
  readonly duration: number;
  readonly blocking: number;
  readonly scripts: readonly { readonly sourceURL: string; readonly invoker: string; readonly duration: number }[];
}

async function framesOf(page: Page): Promise<readonly Frame[]> {
  return page.evaluate<readonly Frame[]>("window.longFrames.splice(0)");
}

function tell(what: string, seconds: number, frames: readonly Frame[]): void {
  const scripts = frames.flatMap(({ scripts: all }) => all);
  const ours = scripts.filter(({ sourceURL }) => sourceURL.startsWith("http") && !sourceURL.endsWith("/office.js"));
  const longest = (of: readonly { readonly duration: number }[]): number => Math.max(0, ...of.map(({ duration }) => duration));
  console.log(`${what.padEnd(28)}${seconds.toFixed(1).padStart(7)} s${String(longest(frames)).padStart(12)}${String(longest(ours)).padStart(12)}${String(longest(scripts.filter((script) => !ours.includes(script)))).padStart(12)}`);
  if (process.env["BENCH_FRAMES"] !== undefined) for (const frame of frames) console.log(`    ${JSON.stringify(frame)}`);
}

const program = toolPath("chromium");
if (program === undefined) throw new Error("Chromium is missing.");
const { server, address } = await serve(await builtForElsewhere());
const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
const excel = new EmbeddedExcel(openXlsx(await workbookOf(ROWS)), { limits: DESKTOP_LIMITS });
console.log(`The pane with ${ROWS} outcomes and ${ROWS} assignments; the longest task in milliseconds\n${" ".repeat(37)}${["any", "ours", "Office.js"].map((column) => column.padStart(12)).join("")}`);
let started = Date.now();
const { page } = await openBuilt(browser, address, async (opened) => OBSERVE + (await genuineClient(opened, excel)) + office());
page.setDefaultTimeout(300_000);
const done = async (what: string): Promise<void> => {
  await page.waitForTimeout(500);
  tell(what, (Date.now() - started) / 1000, await framesOf(page));
  started = Date.now();
};
await page.getByRole("heading", { name: "Innehåll" }).or(page.getByRole("region", { name: "Nästa steg" })).first().waitFor();
await done("open and check");
await page.getByRole("tab", { name: /Kontroll/ }).click();
await page.getByRole("button", { name: "Kontrollera igen" }).waitFor();
await done("turn to Kontroll");
await page.evaluate('window.press("buildMaluppfoljning")');
await page.getByRole("button", { name: "Gå till rapporten" }).waitFor();
await done("build");
await browser.close();
server.close();
