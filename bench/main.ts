/**
 * `npm run bench`: check and build at growing sizes, told apart by where the time goes, beside a script that does the same; then the managers' round.
 * `npm run bench -- 1000` takes the sizes named (100000 too, which the embedded Excel needs far more than a quarter of an hour for), and `npm run bench -- round` the round alone. Not a test.
 */
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { median } from "./measure.js";
import { isSizeMeasured, measureSize, type Measured, type SizeMeasured } from "./oneSize.js";
import { measureRound } from "./round.js";
import { pythonWithPandas, runScript, type Python } from "./script.js";

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

async function printSizes(sizes: readonly number[], python: Python | undefined): Promise<void> {
  console.log(
    "Milliseconds, medians of several runs (one through the embedded Excel, which is no part of the add-in, and without a file, from 50 000 rows on). Excel computes no formulas anew meanwhile.\n" +
    "own: our code by itself, on what Excel answered; first: its first run in a process. held: MiB of our own beside what Excel answered.",
  );
  const scratch = mkdtempSync(join(tmpdir(), "maltavla-bench-"));
  let before: SizeMeasured | undefined;
  try {
    for (const rows of sizes) {
      const path = join(scratch, `${rows}.xlsx`);
      const measured = await inItsOwnProcess(rows, path);
      printSize(measured, before);
      if (python !== undefined) compare(python, measured, path);
      before = measured;
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** MiB of heap: 100 000 rows of the embedded Excel, with their formulas, take most of it. */
const HEAP = 16_384;

function inItsOwnProcess(rows: number, path: string): Promise<SizeMeasured> {
  return new Promise((resolve, reject) => {
    const child = fork(process.argv[1] ?? "", ["one-size", String(rows), path], { execArgv: ["--expose-gc", `--max-old-space-size=${HEAP}`], serialization: "advanced" });
    child.on("message", (message: unknown) => {
      if (isSizeMeasured(message)) resolve(message);
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code !== 0) reject(new Error(`Measuring ${rows} rows ended with ${code ?? "a signal"}.`));
    });
  });
}

const COLUMNS = ["own", "first", "client", "host", "requests", "actions", "kilobytes", "held"] as const satisfies readonly (keyof Measured)[];

const shown = (value: number): string => value.toFixed(value < 10 && !Number.isInteger(value) ? 1 : 0);
const line = (name: string, values: readonly string[]): string => `${name.padEnd(10)}${values.map((value) => value.padStart(11)).join("")}`;

function printSize({ rows, file, commands, peak }: SizeMeasured, before: SizeMeasured | undefined): void {
  const inFile = file === undefined ? "open in Excel, too large for a file" : `a file of ${file.mebibytes.toFixed(1)} MiB, read in ${shown(file.open)} and written in ${shown(file.save)}`;
  console.log(`\n${rows} outcomes and ${rows} assignments: ${inFile}; the process held at most ${shown(peak)} MiB`);
  console.log(line("", COLUMNS));
  for (const measured of commands) {
    console.log(line(measured.command, COLUMNS.map((column) => shown(measured[column]))));
    const earlier = before?.commands.find(({ command }) => command === measured.command);
    if (before === undefined || earlier === undefined) continue;
    const exponent = Math.log(measured.own / earlier.own) / Math.log(rows / before.rows);
    console.log(line("", [`own ×${(measured.own / earlier.own).toFixed(1)} for rows ×${rows / before.rows}: growth exponent ${exponent.toFixed(2)}`]));
  }
}

/** The script takes ten times as long to write as to read: it writes once. */
const SCRIPT_RUNS = 3;

/** What a user would do otherwise: a script that reads the same file, computes the same table and writes it. */
function compare(python: Python, { file, commands }: SizeMeasured, path: string): void {
  if (file === undefined) return;
  const first = runScript(python, path, `${path}.out.xlsx`);
  const runs = [first, ...Array.from({ length: SCRIPT_RUNS - 1 }, () => runScript(python, path))];
  const [read, compute] = [median(runs.map((one) => one.read)), median(runs.map((one) => one.compute))];
  const own = commands.find(({ command }) => command === "build")?.own ?? Number.NaN;
  const times = (ours: number): string => ((read + compute) / ours).toFixed(1);
  console.log(`script    read ${shown(read)}, compute ${shown(compute)}, write ${shown(first.write)}: reading and computing take ${times(own)} times our own code for a build,`);
  console.log(`          and ${times(own + file.open)} times it with our reading of the file; ${first.measures} measures and ${first.assignments} assignments in its table`);
}

const [part, rowsOfPart, pathOfPart] = process.argv.slice(2);
if (part === "one-size" && pathOfPart !== undefined) process.send?.(await measureSize(Number(rowsOfPart), pathOfPart));
else await printAll();
