/** The managers' round in the built pane: returned files dropped on the tab Inlämning, the list read, the answers taken in. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { openPane, printHead, type OpenedPane } from "./openPane.js";
import { answeredFiles, sendOut } from "./roundFiles.js";

/** As in bench/round.ts. */
const UNITS = 75;
const FILES_A_UNIT = 4;
/** How often memory is measured, in files. */
const EVERY = 50;

/** Prints one table: the files read and listed, stopped half-way, and taken in; then listed and taken in once more, untraced, for the time by the clock. */
export async function roundInPane(browser: Browser, address: string, opened: (page: Page) => Promise<unknown>): Promise<void> {
  const { registers, forms } = await sendOut(UNITS);
  const folder = mkdtempSync(join(tmpdir(), "maltavla-round-"));
  try {
    const { paths, answers } = answeredFiles(folder, forms, FILES_A_UNIT);
    printHead(`${paths.length} returned files of 40 rows, ${answers} answers. Seconds; milliseconds of a task`);
    // Stopped in a pane of its own: what is dropped from outside a browser reaches a page once.
    const stopped = await takeInPane(browser, address, registers, opened);
    await stopped.pane.timed("read, then stopped", async () => {
      await drop(stopped.pane.page, stopped.where, paths);
      await stopHalfWay(stopped.pane, paths.length);
    });
    await stopped.pane.page.close();
    for (const isTraced of [true, false]) await listAndTakeIn(await takeInPane(browser, address, registers, opened, isTraced), paths);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function listAndTakeIn({ pane, where }: PaneForForms, paths: readonly string[]): Promise<void> {
  const { page, timed } = pane;
  const held = watchMemory(pane);
  await timed("read and listed", async () => {
    await drop(page, where, paths);
    await page.getByRole("heading", { name: "Det här har kommit in" }).waitFor();
  });
  console.log(`${" ".repeat(28)}MiB held by the page and its worker after each ${EVERY} files: ${(await held.stop()).map((mebibytes) => mebibytes.toFixed(0)).join(" ")}`);
  await timed("taken in", async () => {
    await page.getByRole("button", { name: /^Skriv [\d\s]+ svar$/u }).click();
    await page.getByText(/svar är skrivna i registren\./u).waitFor();
  });
  await page.close();
}

interface PaneForForms {
  readonly pane: OpenedPane;
  /** Where files are dropped. */
  readonly where: Locator;
}

/** The pane where returned files are taken, ready for them. */
async function takeInPane(browser: Browser, address: string, registers: Uint8Array, opened: (page: Page) => Promise<unknown>, isTraced = true): Promise<PaneForForms> {
  const pane = await openPane(browser, address, registers, opened, { isTraced });
  const { page } = pane;
  await page.getByRole("tab", { name: "Inlämning" }).click();
  await page.getByRole("tab", { name: "Ta emot" }).click();
  const where = page.getByText("Eller släpp filerna här.");
  await where.waitFor();
  await untilIdle(page);
  return { pane, where };
}

/** A pane at work takes no files. */
async function untilIdle(page: Page): Promise<void> {
  await page.locator("main[aria-busy=false]").waitFor();
}

/** As a user drops files that were marked in a folder. */
async function drop(page: Page, where: Locator, files: readonly string[]): Promise<void> {
  await where.scrollIntoViewIfNeeded();
  const box = await where.boundingBox();
  if (box === null) throw new Error("There is nowhere to drop files.");
  const session = await page.context().newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, x: box.x + box.width / 2, y: box.y + box.height / 2, data: { items: [], files: [...files], dragOperationsMask: 1 } });
  }
  await session.detach();
}

/** Presses Avbryt as soon as it is offered, and sees that the workbook is as it was. */
async function stopHalfWay({ page, excel }: OpenedPane, files: number): Promise<void> {
  const before = excel.save();
  await page.getByRole("button", { name: "Avbryt" }).click();
  await page.getByText("Arbetet är avbrutet. Inget har skrivits.").waitFor();
  if (Buffer.compare(before, excel.save()) !== 0) throw new Error(`The workbook has changed, though taking in ${files} files was stopped.`);
}

/** Looks at what is held each time that the pane tells of so many files more. */
function watchMemory({ page, held }: OpenedPane): { readonly stop: () => Promise<readonly number[]> } {
  const found: number[] = [];
  const stopping = new AbortController();
  const watching = (async () => {
    for (let next = EVERY; !stopping.signal.aborted; ) {
      const [, done = "0"] = /(\d+) av \d+/u.exec(await page.getByText(/^\d+ av \d+$/u).first().textContent({ timeout: 1_000 }).catch(() => "") ?? "") ?? [];
      if (Number(done) >= next) {
        found.push(await held());
        next += EVERY;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await watching;
      return [...found, await held()];
    },
  };
}
