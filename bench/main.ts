/**
 * `npm run bench`: check and build at growing sizes, told apart by where the time goes, beside a script that does the same; then the managers' round.
 * `npm run bench -- 1000` takes the sizes named (100000 too, most of whose minutes are the embedded Excel's), and `npm run bench -- round` the round alone. Not a test.
 */
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { COMMANDS, median } from "./commands.js";
import { ownCode, type OwnCosts, type OwnMeasured } from "./ownCode.js";
import { measureRound } from "./round.js";
import { pythonWithPandas, runScript, type Python } from "./script.js";
import { throughExcel, type Costs, type ThroughExcel } from "./throughExcel.js";

async function printAll(): Promise<void> {
  const named = process.argv.slice(2).map(Number).filter((size) => size > 0);
  const isRoundAsked = process.argv.includes("round");
  // Rows of outcomes, and as many assignments.
  const sizes = named.length > 0 ? named : isRoundAsked ? [] : [100, 1_000, 10_000];
  const python = pythonWithPandas();
  console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${python?.versions ?? "no Python with openpyxl and pandas"}.`);
  if (sizes.length > 0) await printSizes(sizes, python);
  if (isRoundAsked || named.length === 0) await measureRound();
}

/** All that is measured of one size. */
interface SizeMeasured extends ThroughExcel {
  readonly rows: number;
  readonly own: OwnMeasured;
}

async function printSizes(sizes: readonly number[], python: Python | undefined): Promise<void> {
  console.log(
    "Milliseconds, medians of several runs (one through the embedded Excel, which is no part of the add-in, from 50 000 rows on). Excel computes no formulas anew meanwhile.\n" +
    "own: our code by itself, on what Excel answered; first: its first run in a process. held: MiB of our own beside what Excel answered.",
  );
  const scratch = mkdtempSync(join(tmpdir(), "maltavla-bench-"));
  let before: SizeMeasured | undefined;
  try {
    for (const rows of sizes) {
      const [path, answersPath] = [join(scratch, `${rows}.xlsx`), join(scratch, `${rows}.answers`)];
      const through = await inItsOwnProcess("excel", [answersPath, String(rows), path], isThroughExcel);
      const measured = { ...through, rows, own: await inItsOwnProcess("own", [answersPath], areOwnCosts) };
      printSize(measured, before);
      if (python !== undefined) compare(python, measured, path);
      before = measured;
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** MiB of heap: 100 000 rows of the embedded Excel, with their formulas, take a third of it. */
const HEAP = 16_384;

type Part = "excel" | "own";

/** What a part of the benchmark comes to in a process of its own. */
function inItsOwnProcess<Result>(part: Part, words: readonly string[], isResult: (message: unknown) => message is Result): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = fork(process.argv[1] ?? "", [part, ...words], { execArgv: ["--expose-gc", `--max-old-space-size=${HEAP}`], serialization: "advanced" });
    child.on("message", (message: unknown) => {
      if (isResult(message)) resolve(message);
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code !== 0) reject(new Error(`Measuring ${part} (${words.join(" ")}) ended with ${code ?? "a signal"}.`));
    });
  });
}

function isThroughExcel(message: unknown): message is ThroughExcel {
  return typeof message === "object" && message !== null && "costs" in message;
}

function areOwnCosts(message: unknown): message is OwnMeasured {
  return typeof message === "object" && message !== null && "table" in message && COMMANDS.every((command) => command in message);
}

type Measured = Costs & OwnCosts;

const COLUMNS = ["own", "first", "client", "host", "requests", "actions", "kilobytes", "held"] as const satisfies readonly (keyof Measured)[];

const shown = (value: number): string => value.toFixed(value < 10 && !Number.isInteger(value) ? 1 : 0);
const line = (name: string, values: readonly string[]): string => `${name.padEnd(10)}${values.map((value) => value.padStart(11)).join("")}`;

function printSize(measured: SizeMeasured, before: SizeMeasured | undefined): void {
  const { rows, file, costs, own, peak } = measured;
  const inFile = file === undefined ? "open in Excel, too large for a file of ours: no script beside it" : `a file of ${file.mebibytes.toFixed(1)} MiB, read in ${shown(file.open)} and written in ${shown(file.save)}`;
  console.log(`\n${rows} outcomes and ${rows} assignments: ${inFile}; the process with Excel in it held at most ${shown(peak)} MiB`);
  console.log(line("", COLUMNS));
  for (const command of COMMANDS) {
    const all: Measured = { ...costs[command], ...own[command] };
    console.log(line(command, COLUMNS.map((column) => shown(all[column]))));
    if (before === undefined) continue;
    const times = own[command].own / before.own[command].own;
    const exponent = Math.log(times) / Math.log(rows / before.rows);
    console.log(line("", [`own ×${times.toFixed(1)} for rows ×${rows / before.rows}: growth exponent ${exponent.toFixed(2)}`]));
  }
}

/** The script takes ten times as long to write as to read: it writes once. */
const SCRIPT_RUNS = 3;

/** What a user would do otherwise: a script that reads the same file, computes the same table and writes it. */
function compare(python: Python, { file, own }: SizeMeasured, path: string): void {
  if (file === undefined) return;
  const first = runScript(python, path, `${path}.out.xlsx`);
  const runs = [first, ...Array.from({ length: SCRIPT_RUNS - 1 }, () => runScript(python, path))];
  const [read, compute] = [median(runs.map((one) => one.read)), median(runs.map((one) => one.compute))];
  const ours = own.build.own;
  const times = (milliseconds: number): string => ((read + compute) / milliseconds).toFixed(1);
  console.log(`script    read ${shown(read)}, compute ${shown(compute)}, write ${shown(first.write)}: reading and computing take ${times(own.table)} times our own code for the same table (${shown(own.table)}),`);
  console.log(`          ${times(ours)} times it for a build, which runs every rule as well, and ${times(ours + file.open)} times it with our reading of the file; ${first.measures} measures and ${first.assignments} assignments in its table`);
}

const [part, answersPath = "", rowsOfPart, path = ""] = process.argv.slice(2);
if (part === "excel") process.send?.(await throughExcel(Number(rowsOfPart), answersPath, path));
else if (part === "own") process.send?.(await ownCode(answersPath));
else await printAll();
