/** One run of a command on a workbook in the embedded Excel, with its time told apart by where it goes. */
import { performance } from "node:perf_hooks";
import { officeWorkbook } from "../src/excel/officeWorkbook.js";
import { createTemplate } from "../src/usecases/createTemplate.js";
import type { WorkbookPort } from "../src/usecases/port.js";
import { openClient } from "../src/workbench/client.js";
import { EmbeddedExcel } from "../src/workbench/embeddedExcel.js";
import { DESKTOP_LIMITS } from "../src/workbench/limits.js";
import { createXlsx, openXlsx } from "../src/xlsx/index.js";
import { syntheticRows } from "./workbooks.js";

/** Milliseconds, counts, and sizes. */
export interface Measured {
  /** Reading the file. */
  readonly open: number;
  /** In the embedded Excel, formulas included. */
  readonly host: number;
  /** In Microsoft's client. */
  readonly client: number;
  /** In our own code: reading cells, rules, report, layout. */
  readonly own: number;
  /** Writing the file. */
  readonly save: number;
  readonly requests: number;
  readonly actions: number;
  readonly kilobytes: number;
  /** What the process held more at its end than at its beginning, as MiB. */
  readonly memory: number;
}

export const COLUMNS = ["open", "host", "client", "own", "save", "requests", "actions", "kilobytes", "memory"] as const satisfies readonly (keyof Measured)[];

/** A stop-watch for nested work: time inside `timed` is taken from whoever called it. */
class StopWatch {
  total = 0;

  async timed<Result>(work: () => Promise<Result>): Promise<Result> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      this.total += performance.now() - start;
    }
  }
}

/** The registers of `syntheticRows` as a file. */
export async function workbookOf(outcomes: number): Promise<Uint8Array> {
  const excel = new EmbeddedExcel(createXlsx(), { limits: DESKTOP_LIMITS });
  await createTemplate(officeWorkbook(openClient(excel).Excel), syntheticRows(outcomes));
  return excel.save();
}

export interface Run {
  readonly measured: Measured;
  /** The file afterwards. */
  readonly saved: Uint8Array;
}

export async function measure(bytes: Uint8Array, command: (port: WorkbookPort) => Promise<unknown>): Promise<Run> {
  const heapBefore = process.memoryUsage().heapUsed;
  const start = performance.now();
  const workbook = openXlsx(bytes);
  for (const sheet of workbook.sheets) sheet.usedRange(true);
  const open = performance.now() - start;
  const excel = new EmbeddedExcel(workbook, { limits: DESKTOP_LIMITS });
  const host = new StopWatch();
  const port = new StopWatch();
  const handle = excel.handle.bind(excel);
  excel.handle = (request) => host.timed(() => handle(request));
  const inner = officeWorkbook(openClient(excel).Excel);
  const timedPort: WorkbookPort = { ...inner, read: (request) => port.timed(() => inner.read(request)), writeReport: (write) => port.timed(() => inner.writeReport(write)) };
  const whole = new StopWatch();
  await whole.timed(() => command(timedPort));
  const memory = (process.memoryUsage().heapUsed - heapBefore) / 2 ** 20;
  const beforeSave = performance.now();
  const saved = excel.save();
  const { requests, actions, bytesIn, bytesOut } = excel.traffic;
  return {
    saved,
    measured: {
      open, host: host.total, client: port.total - host.total, own: whole.total - port.total, save: performance.now() - beforeSave,
      requests, actions, kilobytes: (bytesIn + bytesOut) / 1024, memory,
    },
  };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export function medians(runs: readonly Measured[]): Measured {
  const of = (column: keyof Measured) => median(runs.map((measured) => measured[column]));
  return { open: of("open"), host: of("host"), client: of("client"), own: of("own"), save: of("save"), requests: of("requests"), actions: of("actions"), kilobytes: of("kilobytes"), memory: of("memory") };
}
