/** Check and build of one size through Microsoft's client and the embedded Excel, with the time told apart by where it goes. In a process of its own: one size's rubbish is not the next one's time. */
import { writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { resourceUsage } from "node:process";
import { serialize } from "node:v8";
import { officeWorkbook } from "../src/excel/officeWorkbook.js";
import type { ReportWritten, WorkbookImage, WorkbookPort } from "../src/usecases/port.js";
import { openClient } from "../src/workbench/client.js";
import type { EmbeddedExcel } from "../src/workbench/embeddedExcel.js";
import { openXlsx } from "../src/xlsx/index.js";
import { commands, median, type Answers, type AnswersOf, type CommandName } from "./commands.js";
import { excelOn, excelWith } from "./workbooks.js";

/**
 * From so many rows on, the embedded Excel is gone through once, and without a file: the live formulas of 100 000 rows are more text than one string of JavaScript holds, and it
 * writes a sheet as one.
 */
const MANY = 50_000;
const RUNS = 3;

/** Milliseconds and counts of one command. */
export interface Costs {
  /** In the embedded Excel. */
  readonly host: number;
  /** In Microsoft's client, and in the part of our own code that queues for it and maps what it gives. */
  readonly client: number;
  readonly requests: number;
  readonly actions: number;
  readonly kilobytes: number;
}

/** Milliseconds of reading the file, and of writing it with the report in it. */
interface FileCosts {
  readonly open: number;
  readonly save: number;
}

/** Medians. */
export interface ThroughExcel {
  readonly costs: Readonly<Record<CommandName, Costs>>;
  /** Undefined where there was no file. */
  readonly file: (FileCosts & { readonly mebibytes: number }) | undefined;
  /** MiB that the process has held at most, the embedded Excel included. */
  readonly peak: number;
}

interface Run {
  readonly costs: ThroughExcel["costs"];
  readonly answers: AnswersOf;
}

/** Makes the workbook with so many outcomes and assignments, leaves it at `path` where it is not too large for a file, and what Excel answered at `answersPath`. */
export async function throughExcel(rows: number, answersPath: string, path: string): Promise<ThroughExcel> {
  const excel = await excelWith(rows);
  const { runs, answers, file } = rows < MANY ? await throughFile(excel.save(), path) : await once(excel);
  writeFileSync(answersPath, serialize(answers));
  const costsOf = (command: CommandName): Costs => {
    const of = (part: keyof Costs): number => median(runs.map((costs) => costs[command][part]));
    return { host: of("host"), client: of("client"), requests: of("requests"), actions: of("actions"), kilobytes: of("kilobytes") };
  };
  return { costs: { check: costsOf("check"), build: costsOf("build") }, file, peak: resourceUsage().maxRSS / 2 ** 10 };
}

interface Through {
  readonly runs: readonly ThroughExcel["costs"][];
  readonly answers: AnswersOf;
  readonly file: ThroughExcel["file"];
}

async function once(excel: EmbeddedExcel): Promise<Through> {
  const { costs, answers } = await checkAndBuild(excel);
  return { runs: [costs], answers, file: undefined };
}

/** The file is opened for each run, and saved afterwards with the report in it. */
async function throughFile(bytes: Uint8Array, path: string): Promise<Through> {
  writeFileSync(path, bytes);
  const runs: ThroughExcel["costs"][] = [];
  const files: FileCosts[] = [];
  for (;;) {
    globalThis.gc?.();
    const { costs, answers, file } = await openedAndSaved(bytes);
    runs.push(costs);
    files.push(file);
    if (runs.length < RUNS) continue;
    const of = (part: keyof FileCosts): number => median(files.map((each) => each[part]));
    return { runs, answers, file: { mebibytes: bytes.length / 2 ** 20, open: of("open"), save: of("save") } };
  }
}

async function openedAndSaved(bytes: Uint8Array): Promise<Run & { readonly file: FileCosts }> {
  const start = performance.now();
  const workbook = openXlsx(bytes);
  for (const sheet of workbook.sheets) sheet.usedRange(true);
  const open = performance.now() - start;
  const excel = excelOn(workbook);
  const run = await checkAndBuild(excel);
  const beforeSave = performance.now();
  excel.save();
  return { ...run, file: { open, save: performance.now() - beforeSave } };
}

async function checkAndBuild(excel: EmbeddedExcel): Promise<Run> {
  const check = await costsOf(excel, commands.check);
  const build = await costsOf(excel, commands.build);
  return { costs: { check: check.costs, build: build.costs }, answers: { check: check.answers, build: build.answers } };
}

async function costsOf(excel: EmbeddedExcel, command: (port: WorkbookPort) => Promise<unknown>): Promise<{ readonly costs: Costs; readonly answers: Answers }> {
  const { requests, actions, bytesIn, bytesOut } = excel.traffic;
  const host = new StopWatch();
  const port = new StopWatch();
  const inner = officeWorkbook(openClient({ handle: (request) => host.timed(() => excel.handle(request)), onEvent: (listener) => excel.onEvent(listener), requirementSets: excel.requirementSets }).Excel);
  const images: WorkbookImage[] = [];
  const written: ReportWritten[] = [];
  await command({
    ...inner,
    read: (request) => port.timed(async () => kept(images, await inner.read(request))),
    writeReport: (write) => port.timed(async () => kept(written, await inner.writeReport(write))),
  });
  const { traffic } = excel;
  return {
    answers: { images, written },
    costs: {
      host: host.total, client: port.total - host.total, requests: traffic.requests - requests, actions: traffic.actions - actions,
      kilobytes: (traffic.bytesIn + traffic.bytesOut - bytesIn - bytesOut) / 1024,
    },
  };
}

function kept<Answer>(answers: Answer[], answer: Answer): Answer {
  answers.push(answer);
  return answer;
}

/** Time in nested work: what is inside is counted with what is around it. */
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
