import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { EmbeddedExcel } from "../src/workbench/embeddedExcel.js";
import { DESKTOP_LIMITS } from "../src/workbench/limits.js";
import { openXlsx } from "../src/xlsx/index.js";
import { genuineClient, office, openBuilt } from "../test/taskpane/builtPane.js";
import { tasksOf, type Task } from "./mainThread.js";

/** A wait for whatever the embedded Excel computes, in milliseconds. */
const PATIENCE = 900_000;
/** At which a task is felt. */
export const FELT = 50;

/** The built pane in Chromium, with Microsoft's own client, on an embedded Excel outside the page. */
export interface OpenedPane {
  readonly page: Page;
  readonly excel: EmbeddedExcel;
  /** Does something and prints how long it took, how much of that was Excel's, and the page's longest tasks where it is traced. */
  readonly timed: <Result>(what: string, work: () => Promise<Result>) => Promise<Result>;
  /** MiB that the page's process holds, its worker's too; 0 where the system does not tell. */
  readonly held: () => Promise<number>;
}

/** Opens it; `opened` waits until it has read its workbook. A browser that traces what it does takes half as long again: the time by the clock is that of one which does not. */
export async function openPane(browser: Browser, address: string, workbook: Uint8Array, opened: (page: Page) => Promise<unknown>, { isTraced = true } = {}): Promise<OpenedPane> {
  const excel = new EmbeddedExcel(openXlsx(workbook), { limits: DESKTOP_LIMITS });
  let host = 0;
  const handle = excel.handle.bind(excel);
  excel.handle = async (request) => {
    const start = performance.now();
    try {
      return await handle(request);
    } finally {
      host += performance.now() - start;
    }
  };
  const timed = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
    host = 0;
    let seconds = 0;
    const measured = async () => {
      const start = performance.now();
      const done = await work();
      seconds = (performance.now() - start) / 1_000;
      // What is drawn last.
      await new Promise((resolve) => setTimeout(resolve, 300));
      return done;
    };
    const { result, tasks } = isTraced ? await tasksOf(browser, measured) : { result: await measured(), tasks: undefined };
    tell(what, seconds, host / 1_000, tasks);
    return result;
  };
  const page = await timed("open and check", async () => {
    const built = await openBuilt(browser, address, async (on) => {
      on.setDefaultTimeout(PATIENCE);
      return (await genuineClient(on, excel)) + office();
    });
    await opened(built.page);
    return built.page;
  });
  return { page, excel, timed, held: () => held(browser) };
}

export function printHead(title: string): void {
  console.log(`\n${title}\n${" ".repeat(28)}${["seconds", "of it Excel", "task: ours", "Office.js", "ours > 50"].map((column) => column.padStart(12)).join("")}`);
}

function tell(what: string, seconds: number, host: number, tasks: readonly Task[] | undefined): void {
  const times = [seconds.toFixed(1), host.toFixed(1)];
  if (tasks === undefined) {
    console.log(`${what.padEnd(28)}${times.map((column) => column.padStart(12)).join("")}`);
    return;
  }
  const longest = (of: (task: Task) => number): string => Math.max(0, ...tasks.map(of)).toFixed(0);
  const felt = tasks.filter(({ ours }) => ours > FELT);
  const columns = [...times, longest(({ ours }) => ours), longest(({ client }) => client), String(felt.length)];
  console.log(`${what.padEnd(28)}${columns.map((column) => column.padStart(12)).join("")}`);
  if (process.env["BENCH_TASKS"] === undefined) return;
  for (const { ours, client, spots } of [...tasks].sort((a, b) => b.ours - a.ours).slice(0, 8)) {
    console.log(`    ours ${ours.toFixed(0)}, Office.js ${client.toFixed(0)}: ${spots.join(" | ")}`);
  }
}

/** Of all the browser's pages the one that holds most, which is the pane's. */
async function held(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => mebibytesOf(id));
  return Math.max(0, ...pages);
}

/** Resident memory that is the process's own: https://docs.kernel.org/filesystems/proc.html */
function mebibytesOf(processId: number): number {
  try {
    const [, anonymous] = /^RssAnon:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${processId}/status`, "utf8")) ?? [];
    return Number(anonymous ?? 0) / 1024;
  } catch {
    return 0;
  }
}
