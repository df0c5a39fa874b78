/** The managers' round: returned files read and put into the registers, as in the browser and on the command line, with what is held in memory on the way. Not a test. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { run } from "../src/cli/run.js";
import { officeWorkbook } from "../src/excel/officeWorkbook.js";
import { collectAnswers } from "../src/usecases/round/collect.js";
import { openClient } from "../src/workbench/client.js";
import { EmbeddedExcel } from "../src/workbench/embeddedExcel.js";
import { DESKTOP_LIMITS } from "../src/workbench/limits.js";
import { openXlsx } from "../src/xlsx/index.js";
import { heldNow } from "./heldNow.js";
import { answeredFiles, sendOut, TODAY } from "./roundFiles.js";

/** Each sends several files, with as many parts of its rows answered: more units would measure how long the embedded Excel, which is no part of the add-in, calculates. */
const UNITS = 75;
const FILES_A_UNIT = 4;
const MANY_FILES_A_UNIT = 40;
/** How often memory is measured, in files. */
const EVERY = 50;
const EVERY_OF_MANY = 500;

/** Milliseconds, counts, and MiB. */
interface RoundMeasured {
  readonly files: number;
  readonly answers: number;
  readonly written: number;
  readonly reading: number;
  readonly whole: number;
  /** What is held after each so many files, rubbish taken away, beside what was held before the first. */
  readonly held: readonly number[];
}

/** Tells when files have been read and what is then held; the time that looking takes is taken off. */
class Watch {
  readonly held: number[] = [];
  #looking = 0;
  #lastRead = 0;
  readonly #start = performance.now();
  readonly #before = heldNow();

  constructor(private readonly every: number) {}

  read(done: number): void {
    const now = performance.now();
    this.#lastRead = now - this.#start - this.#looking;
    if (done % this.every !== 0) return;
    this.held.push(heldNow() - this.#before);
    this.#looking += performance.now() - now;
  }

  get reading(): number {
    return this.#lastRead;
  }

  get whole(): number {
    return performance.now() - this.#start - this.#looking;
  }
}

/** 300 files, by the use case that the pane runs. */
async function asInThePane(registers: Uint8Array, forms: readonly Uint8Array[], folder: string): Promise<RoundMeasured> {
  const { paths, answers } = answeredFiles(folder, forms, FILES_A_UNIT);
  const port = officeWorkbook(openClient(new EmbeddedExcel(openXlsx(registers), { limits: DESKTOP_LIMITS })).Excel);
  const { readFile } = await import("node:fs/promises");
  const watch = new Watch(EVERY);
  const sources = paths.map((path) => ({ kind: "file" as const, name: path, read: () => readFile(path) }));
  const { written } = await collectAnswers(port, sources, { today: TODAY, period: "T2 2026" }, {}, { onCount: (done) => watch.read(done) });
  return { files: paths.length, answers, written, reading: watch.reading, whole: watch.whole, held: watch.held };
}

/** 3 000 files, by the command `collect`: the registers opened and saved with them. */
async function onTheCommandLine(registers: Uint8Array, forms: readonly Uint8Array[], folder: string): Promise<RoundMeasured> {
  const { answers, paths } = answeredFiles(folder, forms, MANY_FILES_A_UNIT);
  const workbook = join(folder, "register.xlsx");
  writeFileSync(workbook, registers);
  const watch = new Watch(EVERY_OF_MANY);
  let said = "";
  const code = await run(["collect", workbook, folder, "--out", join(folder, "ut.xlsx"), "--period", "T2 2026", "--json"], {
    today: TODAY,
    out: (text) => { said += text; },
    error: (text) => { throw new Error(text); },
    progress: (text) => {
      const done = Number(/, (\d+) av/u.exec(text)?.[1] ?? 0);
      if (done > 0) watch.read(done);
    },
  });
  if (code !== 0) throw new Error(`collect gave ${code}`);
  const result: unknown = JSON.parse(said);
  const written: unknown = typeof result === "object" && result !== null ? Reflect.get(result, "written") : undefined;
  return { files: paths.length, answers, written: Number(written), reading: watch.reading, whole: watch.whole, held: watch.held };
}

const shown = (seconds: number): string => (seconds / 1_000).toFixed(1).padStart(9);

function print(name: string, { files, answers, written, reading, whole, held }: RoundMeasured): void {
  console.log(`${name.padEnd(16)}${String(files).padStart(9)}${String(answers).padStart(9)}${String(written).padStart(9)}${shown(reading)}${shown(whole)}   ${held.map((mebibytes) => mebibytes.toFixed(0)).join(" ")}`);
}

/** Prints one table: the round in the pane and on the command line. */
export async function measureRound(): Promise<void> {
  const { registers, forms } = await sendOut(UNITS);
  console.log(`\nThe managers' round: ${UNITS} units, forms of 40 rows, ${Math.round((forms[0]?.length ?? 0) / 1024)} KiB each. Seconds; MiB held more than at first after each ${EVERY} files (${EVERY_OF_MANY} on the command line).`);
  console.log(`${" ".repeat(16)}${["files", "answers", "written", "reading", "whole"].map((head) => head.padStart(9)).join("")}   held`);
  for (const [name, measured] of [["pane", asInThePane], ["command line", onTheCommandLine]] as const) {
    const folder = mkdtempSync(join(tmpdir(), "maltavla-round-"));
    try {
      print(name, await measured(registers, forms, folder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
