/** All that is measured of one size, in a process of its own: one size's rubbish is not the next one's time. */
import { writeFileSync } from "node:fs";
import { resourceUsage } from "node:process";
import { COMMANDS, excelWith, median, ownMemory, ownTime, throughExcel, throughFile, workbookOf, type Answers, type CommandName, type Costs, type FileCosts, type ThroughExcel } from "./measure.js";

/**
 * From so many rows on, the embedded Excel is gone through once, and without a file: the live formulas of 100 000 rows are more text than one string of JavaScript holds, and it
 * writes a sheet as one.
 */
const MANY = 50_000;
const RUNS = 3;
/** Our own code is run so often at least, and for so many milliseconds: a small workbook's time is told when the code has been compiled, as a large one's is. */
const ownRuns = (rows: number): number => (rows < MANY ? 9 : 5);
const OWN_MILLISECONDS = 3_000;

/** Milliseconds; medians, but for `first`. */
export interface Measured extends Costs {
  readonly command: CommandName;
  /** Our own code by itself: reading cells, rules, report, layout, memory. */
  readonly own: number;
  /** Its first run in the process, which compiles it too. */
  readonly first: number;
  /** MiB that it holds beside what Excel answered. */
  readonly held: number;
}

export interface SizeMeasured {
  readonly rows: number;
  /** Undefined where there was no file. */
  readonly file: (FileCosts & { readonly mebibytes: number }) | undefined;
  readonly commands: readonly Measured[];
  /** MiB that the process has held at most, the embedded Excel included. */
  readonly peak: number;
}

/** Whether a message of another process is what `measureSize` came to there. */
export function isSizeMeasured(message: unknown): message is SizeMeasured {
  return typeof message === "object" && message !== null && "rows" in message && "commands" in message;
}

/** Makes the workbook with so many outcomes and assignments, leaves it at `path` where it is not too large for a file, and measures. */
export async function measureSize(rows: number, path: string): Promise<SizeMeasured> {
  const { runs, answers, file } = rows < MANY ? await throughItsFile(rows, path) : await once(rows);
  const commands: Measured[] = [];
  for (const command of COMMANDS) {
    const cost = (part: keyof Costs): number => median(runs.map((costs) => costs[command][part]));
    const costs: Costs = { host: cost("host"), client: cost("client"), requests: cost("requests"), actions: cost("actions"), kilobytes: cost("kilobytes") };
    commands.push({ command, ...costs, ...(await ownCosts(command, answers[command], ownRuns(rows))) });
  }
  return { rows, file, commands, peak: resourceUsage().maxRSS / 2 ** 10 };
}

/** What came through Excel: the workbook itself can be let go. */
interface Through {
  readonly runs: readonly ThroughExcel["costs"][];
  readonly answers: Readonly<Record<CommandName, Answers>>;
  readonly file: SizeMeasured["file"];
}

async function throughItsFile(rows: number, path: string): Promise<Through> {
  const bytes = await workbookOf(rows);
  writeFileSync(path, bytes);
  const runs: Omit<Awaited<ReturnType<typeof throughFile>>, "answers">[] = [];
  for (;;) {
    globalThis.gc?.();
    const { answers, ...run } = await throughFile(bytes);
    runs.push(run);
    if (runs.length < RUNS) continue;
    const of = (part: keyof FileCosts): number => median(runs.map(({ file }) => file[part]));
    return { runs: runs.map(({ costs }) => costs), answers, file: { mebibytes: bytes.length / 2 ** 20, open: of("open"), save: of("save") } };
  }
}

async function once(rows: number): Promise<Through> {
  const { costs, answers } = await throughExcel(await excelWith(rows));
  return { runs: [costs], answers, file: undefined };
}

async function ownCosts(command: CommandName, answers: Answers, runs: number): Promise<Pick<Measured, "own" | "first" | "held">> {
  const times: number[] = [];
  for (let spent = 0; times.length < runs || spent < OWN_MILLISECONDS; spent += times.at(-1) ?? 0) times.push(await ownTime(command, answers));
  return { own: median(times), first: times[0] ?? Number.NaN, held: await ownMemory(command, answers) };
}
