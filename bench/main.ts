/** `npm run bench`: check and build at growing sizes, medians of several runs, told apart by where the time goes. Not a test. */
import { cpus, totalmem } from "node:os";
import { performance } from "node:perf_hooks";
import { officeWorkbook } from "../src/excel/officeWorkbook.js";
import { buildReport } from "../src/usecases/buildReport.js";
import { checkWorkbook } from "../src/usecases/checkWorkbook.js";
import { createTemplate } from "../src/usecases/createTemplate.js";
import type { WorkbookPort } from "../src/usecases/port.js";
import { openClient } from "../src/workbench/client.js";
import { EmbeddedExcel } from "../src/workbench/embeddedExcel.js";
import { DESKTOP_LIMITS } from "../src/workbench/limits.js";
import { createXlsx, openXlsx } from "../src/xlsx/index.js";
import { syntheticRows } from "./workbooks.js";

const SIZES = [100, 1_000, 10_000];
const RUNS = 3;
const DAY = 45_400;

interface Measured {
  readonly open: number;
  readonly host: number;
  readonly client: number;
  readonly own: number;
  readonly save: number;
  readonly requests: number;
  readonly actions: number;
  readonly kilobytes: number;
}

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

async function workbookOf(outcomes: number): Promise<Uint8Array> {
  const excel = new EmbeddedExcel(createXlsx(), { limits: DESKTOP_LIMITS });
  await createTemplate(officeWorkbook(openClient(excel).Excel), syntheticRows(outcomes));
  return excel.save();
}

async function measure(bytes: Uint8Array, command: (port: WorkbookPort) => Promise<unknown>): Promise<Measured> {
  const start = performance.now();
  const workbook = openXlsx(bytes);
  for (const sheet of workbook.sheets) {
    sheet.usedRange(true);
  }
  const open = performance.now() - start;
  const excel = new EmbeddedExcel(workbook, { limits: DESKTOP_LIMITS });
  const host = new StopWatch();
  const port = new StopWatch();
  const handle = excel.handle.bind(excel);
  excel.handle = (request) => host.timed(() => handle(request));
  const inner = officeWorkbook(openClient(excel).Excel);
  const timedPort: WorkbookPort = {
    ...inner,
    read: (request) => port.timed(() => inner.read(request)),
    writeReport: (write) => port.timed(() => inner.writeReport(write)),
    createRegisters: (sheets) => port.timed(() => inner.createRegisters(sheets)),
  };
  const whole = new StopWatch();
  await whole.timed(() => command(timedPort));
  const beforeSave = performance.now();
  excel.save();
  const { requests, actions, bytesIn, bytesOut } = excel.traffic;
  return {
    open,
    host: host.total,
    client: port.total - host.total,
    own: whole.total - port.total,
    save: performance.now() - beforeSave,
    requests,
    actions,
    kilobytes: (bytesIn + bytesOut) / 1024,
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const COLUMNS = ["open", "host", "client", "own", "save", "requests", "actions", "kilobytes"] as const;

console.log(`${cpus()[0]?.model ?? "okänd processor"}, ${cpus().length} kärnor, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}. Medians of ${RUNS} runs, milliseconds.`);
const commands: readonly (readonly [string, (port: WorkbookPort) => Promise<unknown>])[] = [
  ["check", (port) => checkWorkbook(port)],
  ["build", (port) => buildReport(port, { report: "maluppfoljning", unit: undefined, period: undefined, edits: "replace", today: DAY })],
];
for (const [name, command] of commands) {
  console.log(`\n${name.padEnd(10)}${COLUMNS.map((column) => column.padStart(11)).join("")}`);
  let before: { outcomes: number; own: number } | undefined;
  for (const outcomes of SIZES) {
    const bytes = await workbookOf(outcomes);
    const runs: Measured[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      runs.push(await measure(bytes, command));
    }
    const medians = COLUMNS.map((column) => median(runs.map((measured) => measured[column])));
    console.log(`${String(outcomes).padEnd(10)}${medians.map((value) => value.toFixed(value < 10 ? 1 : 0).padStart(11)).join("")}`);
    const own = medians[COLUMNS.indexOf("own")] ?? Number.NaN;
    if (before !== undefined) {
      const exponent = Math.log(own / before.own) / Math.log(outcomes / before.outcomes);
      console.log(`          own time ×${(own / before.own).toFixed(1)} for rows ×${outcomes / before.outcomes}: growth exponent ${exponent.toFixed(2)}`);
    }
    before = { outcomes, own };
  }
}
