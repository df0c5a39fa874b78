/** Check and build of one workbook: through Microsoft's client and the embedded Excel, with the time told apart by where it goes, and our own code by itself on what Excel answered. */
import { performance } from "node:perf_hooks";
import { officeWorkbook } from "../src/excel/officeWorkbook.js";
import { buildReport } from "../src/usecases/buildReport.js";
import { checkWorkbook } from "../src/usecases/checkWorkbook.js";
import { createTemplate } from "../src/usecases/createTemplate.js";
import type { ReportWritten, WorkbookImage, WorkbookPort } from "../src/usecases/port.js";
import { openClient } from "../src/workbench/client.js";
import { EmbeddedExcel } from "../src/workbench/embeddedExcel.js";
import { DESKTOP_LIMITS } from "../src/workbench/limits.js";
import { createXlsx, openXlsx } from "../src/xlsx/index.js";
import { syntheticRows } from "./workbooks.js";

/** Serial number of the day that reports are made: the tertial is over (2024-05-15). */
const DAY = 45_427;

export type CommandName = "check" | "build";

const commands: Readonly<Record<CommandName, (port: WorkbookPort) => Promise<unknown>>> = {
  check: (port) => checkWorkbook(port, DAY),
  build: (port) => buildReport(port, { report: "maluppfoljning", unit: undefined, period: undefined, edits: "replace", today: DAY }),
};

export const COMMANDS: readonly CommandName[] = ["check", "build"];

/** The registers of `syntheticRows` as a file, every live formula computed once. */
export async function workbookOf(outcomes: number): Promise<Uint8Array> {
  return (await excelWith(outcomes)).save();
}

/** The same, open in the embedded Excel. */
export async function excelWith(outcomes: number): Promise<EmbeddedExcel> {
  const excel = excelOn(createXlsx());
  await createTemplate(officeWorkbook(openClient(excel).Excel), syntheticRows(outcomes));
  excel.open.calculateNow();
  return excel;
}

/** Formulas keep the results that the file has, as in Excel until somebody writes in a cell: what the embedded Excel takes to compute them says nothing of the add-in. */
function excelOn(workbook: ReturnType<typeof createXlsx>): EmbeddedExcel {
  const excel = new EmbeddedExcel(workbook, { limits: DESKTOP_LIMITS });
  excel.open.calculationMode = "Manual";
  return excel;
}

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

/** What the port answered, in order. */
export interface Answers {
  readonly images: readonly WorkbookImage[];
  readonly written: readonly ReportWritten[];
}

export interface ThroughExcel {
  readonly costs: Readonly<Record<CommandName, Costs>>;
  readonly answers: Readonly<Record<CommandName, Answers>>;
}

/** Milliseconds of reading the file, and of writing it with the report in it. */
export interface FileCosts {
  readonly open: number;
  readonly save: number;
}

/** One check and one build of a file that is opened, and saved afterwards. */
export async function throughFile(bytes: Uint8Array): Promise<ThroughExcel & { readonly file: FileCosts }> {
  const start = performance.now();
  const workbook = openXlsx(bytes);
  for (const sheet of workbook.sheets) sheet.usedRange(true);
  const open = performance.now() - start;
  const excel = excelOn(workbook);
  const through = await throughExcel(excel);
  const beforeSave = performance.now();
  excel.save();
  return { ...through, file: { open, save: performance.now() - beforeSave } };
}

/** One check and one build of an open workbook. */
export async function throughExcel(excel: EmbeddedExcel): Promise<ThroughExcel> {
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

/**
 * Our own code by itself: milliseconds of one run on what Excel answered, with no Excel in the process but an empty one. The answers are a copy of their own each time, as they
 * come to the pane's worker: nothing is remembered of them. Rubbish is not collected before: a forced collection throws away what the engine has compiled too, and each run would be a first one.
 */
export async function ownTime(name: CommandName, answers: Answers): Promise<number> {
  const port = answeringPort(structuredClone(answers));
  const start = performance.now();
  await commands[name](port);
  return performance.now() - start;
}

/** MiB that our own code holds beside what Excel answered: when it hands the report over, and all of it is there, or has its result. */
export async function ownMemory(name: CommandName, answers: Answers): Promise<number> {
  const port = answeringPort(answers);
  const before = heldNow();
  let most = 0;
  const look = (): void => { most = Math.max(most, heldNow() - before); };
  const result = await commands[name]({ ...port, writeReport: (write) => (look(), port.writeReport(write)) });
  look();
  if (result === undefined) throw new Error(`${name} gave nothing`);
  return most;
}

/** Answers in order. */
function answeringPort({ images, written }: Answers): WorkbookPort {
  const [image, report] = [images.values(), written.values()];
  const nextOf = <Answer>(answers: Iterator<Answer>): Promise<Answer> => {
    const next = answers.next();
    return next.done === true ? Promise.reject(new Error("The command asked for more than it did with Excel.")) : Promise.resolve(next.value);
  };
  return { ...officeWorkbook(openClient(new EmbeddedExcel(createXlsx())).Excel), read: () => nextOf(image), writeReport: () => nextOf(report) };
}

function heldNow(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
