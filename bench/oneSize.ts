/** All that is measured of one size, in a process of its own: one size's rubbish is not the next one's time. */
import { writeFileSync } from "node:fs";
import { resourceUsage } from "node:process";
import { COMMANDS, median, ownMemory, ownTime, throughExcel, workbookOf, type Answers, type CommandName, type Costs } from "./measure.js";

/** From so many rows on, the embedded Excel is gone through once: it is no part of the add-in, and takes minutes. */
const MANY = 50_000;
const RUNS = 3;
/** Our own code is run so often at least, and for so many milliseconds: a small workbook's time is told when the code has been compiled, as a large one's is. */
const OWN_RUNS = 5;
const OWN_MILLISECONDS = 2_000;

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
  /** Size of the file. */
  readonly mebibytes: number;
  /** Reading and writing the file, milliseconds. */
  readonly open: number;
  readonly save: number;
  readonly commands: readonly Measured[];
  /** MiB that the process has held at most, the embedded Excel included. */
  readonly peak: number;
}

/** Whether a message of another process is what `measureSize` came to there. */
export function isSizeMeasured(message: unknown): message is SizeMeasured {
  return typeof message === "object" && message !== null && "rows" in message && "commands" in message;
}

/** Makes the workbook with so many outcomes and assignments, leaves it at `path`, and measures. */
export async function measureSize(rows: number, path: string): Promise<SizeMeasured> {
  const bytes = await workbookOf(rows);
  writeFileSync(path, bytes);
  const runs: Omit<Awaited<ReturnType<typeof throughExcel>>, "answers">[] = [];
  let last: Readonly<Record<CommandName, Answers>> | undefined;
  while (runs.length < (rows < MANY ? RUNS : 1)) {
    globalThis.gc?.();
    const { answers, ...run } = await throughExcel(bytes);
    runs.push(run);
    last = answers;
  }
  if (last === undefined) throw new Error("Nothing has been run.");
  const of = (part: (run: (typeof runs)[number]) => number): number => median(runs.map(part));
  const commands: Measured[] = [];
  for (const command of COMMANDS) {
    const cost = (part: keyof Costs): number => of(({ costs }) => costs[command][part]);
    const costs: Costs = { host: cost("host"), client: cost("client"), requests: cost("requests"), actions: cost("actions"), kilobytes: cost("kilobytes") };
    commands.push({ command, ...costs, ...(await ownCosts(command, last[command])) });
  }
  return { rows, mebibytes: bytes.length / 2 ** 20, open: of(({ open }) => open), save: of(({ save }) => save), commands, peak: resourceUsage().maxRSS / 2 ** 10 };
}

async function ownCosts(command: CommandName, answers: Answers): Promise<Pick<Measured, "own" | "first" | "held">> {
  const times: number[] = [];
  for (let spent = 0; times.length < OWN_RUNS || spent < OWN_MILLISECONDS; spent += times.at(-1) ?? 0) times.push(await ownTime(command, answers));
  return { own: median(times), first: times[0] ?? Number.NaN, held: await ownMemory(command, answers) };
}
