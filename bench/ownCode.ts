/**
 * Our own code of check and build by itself, on what the embedded Excel answered: reading cells, rules, report, layout, memory. In a process of its own, with no Excel in it but an
 * empty one: what the embedded Excel left behind is not our code's time, and the first run is a first one.
 */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { deserialize } from "node:v8";
import { officeWorkbook } from "../src/excel/officeWorkbook.js";
import type { WorkbookPort } from "../src/usecases/port.js";
import { openClient } from "../src/workbench/client.js";
import { EmbeddedExcel } from "../src/workbench/embeddedExcel.js";
import { createXlsx } from "../src/xlsx/index.js";
import { areAnswers, commands, median, tableAlone, type Answers, type CommandName } from "./commands.js";
import { heldNow } from "./heldNow.js";

/** Each command is run so often at least, and for so many milliseconds: a small workbook's time is told when the code has been compiled, as a large one's is. */
const RUNS = 9;
const MILLISECONDS = 3_000;
/** Runs of many seconds differ less from each other: these, and no more than so many milliseconds. */
const FEWEST_RUNS = 5;
const LONG = 20_000;

/** Milliseconds and MiB. */
export interface OwnCosts {
  /** Median. */
  readonly own: number;
  /** The first run in the process, which compiles the code too. */
  readonly first: number;
  /** Held beside what Excel answered. */
  readonly held: number;
}

export interface OwnMeasured extends Readonly<Record<CommandName, OwnCosts>> {
  /** What the script does and no more, median in milliseconds. */
  readonly table: number;
}

/** Measures on the answers left at `path`. */
export async function ownCode(path: string): Promise<OwnMeasured> {
  const answers: unknown = deserialize(readFileSync(path));
  if (!areAnswers(answers)) throw new Error(`${path} holds no answers`);
  const [image] = answers.build.images;
  if (image === undefined) throw new Error("a build read nothing");
  return {
    check: await ownCosts("check", answers.check),
    build: await ownCosts("build", answers.build),
    table: median(await timesOf(() => timed(structuredClone(image), tableAlone))),
  };
}

async function ownCosts(name: CommandName, answers: Answers): Promise<OwnCosts> {
  const times = await timesOf(() => timed(answeringPort(structuredClone(answers)), commands[name]));
  return { own: median(times), first: times[0] ?? Number.NaN, held: await ownMemory(name, answers) };
}

async function timesOf(run: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  const isEnough = (spent: number): boolean => (times.length >= RUNS && spent >= MILLISECONDS) || (times.length >= FEWEST_RUNS && spent >= LONG);
  for (let spent = 0; !isEnough(spent); spent += times.at(-1) ?? 0) times.push(await run());
  return times;
}

/**
 * Milliseconds of one run. The answers are a copy of their own each time, as they come to the pane's worker: nothing is remembered of them. Rubbish is not collected before: a forced
 * collection throws away what the engine has compiled too, and each run would be a first one.
 */
async function timed<Given>(given: Given, work: (given: Given) => unknown): Promise<number> {
  const start = performance.now();
  await work(given);
  return performance.now() - start;
}

/** MiB that our own code holds beside what Excel answered: when it hands the report over, and all of it is there, or has its result. */
async function ownMemory(name: CommandName, answers: Answers): Promise<number> {
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
