/**
 * `npm run bench:pane`: how long the pane keeps a user waiting. The built pane in Chromium, with Microsoft's own client, on an embedded Excel outside the page, builds Måluppföljning from 10 000 outcomes and
 * 10 000 assignments, and takes in 300 returned files. `npm run bench:pane -- 1000` takes another size, `-- round` the files alone, `-- build` the report alone. Not a test.
 *
 * A task of over 50 ms is felt. Whose it was is told by Chromium's profiler: ours, or Microsoft's client, which goes through what Excel answers in one piece. Tasks are processor time, the rest is by the clock.
 * `BENCH_TASKS=1` names where the longest tasks spent their time.
 */
import { chromium, type Browser, type Page } from "playwright-core";
import { builtForElsewhere, serve } from "../test/taskpane/builtPane.js";
import { toolPath } from "../test/tools.js";
import { excelWith } from "./workbooks.js";
import { openPane, printHead } from "./openPane.js";
import { roundInPane } from "./paneRound.js";

const [ROWS = 10_000] = process.argv.slice(2).map(Number).filter((size) => size > 0);
const IS_ASKED = (part: string): boolean => process.argv.includes(part) || !process.argv.some((word) => word === "round" || word === "build");

const isOverviewShown = (page: Page) => page.getByRole("heading", { name: "Innehåll" }).or(page.getByRole("region", { name: "Nästa steg" })).first().waitFor();

/** The pane says itself that it is at work. */
async function untilDone(page: Page): Promise<void> {
  await page.locator("main[aria-busy=true]").waitFor();
  await page.locator("main[aria-busy=false]").waitFor();
}

async function build(browser: Browser, address: string): Promise<void> {
  const workbook = (await excelWith(ROWS)).save();
  printHead(`A report from ${ROWS} outcomes and ${ROWS} assignments. Seconds; milliseconds of a task`);
  const { page, timed } = await openPane(browser, address, workbook, isOverviewShown);
  await timed("turn to Kontroll", async () => {
    await page.getByRole("tab", { name: /Kontroll/ }).click();
    await page.getByRole("button", { name: "Kontrollera igen" }).waitFor();
  });
  await timed("check again", async () => {
    await page.getByRole("button", { name: "Kontrollera igen" }).click();
    await untilDone(page);
  });
  for (const what of ["build", "build anew"]) {
    await timed(what, async () => {
      await page.evaluate('window.press("buildMaluppfoljning")');
      await untilDone(page);
    });
  }
  await page.getByRole("button", { name: "Gå till rapporten" }).waitFor();
  await page.close();
}

const program = toolPath("chromium");
if (program === undefined) throw new Error("Chromium is missing.");
const { server, address } = await serve(await builtForElsewhere());
const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
try {
  if (IS_ASKED("build")) await build(browser, address);
  if (IS_ASKED("round")) await roundInPane(browser, address, isOverviewShown);
} finally {
  await browser.close();
  server.close();
}
