/**
 * `npm run bench`: check and build at growing sizes, medians of several runs, told apart by where the time goes, beside a script that does the same; then the managers' round.
 * `npm run bench -- 1000` takes the sizes named, and `npm run bench -- round` the round alone. Not a test.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { buildReport } from "../src/usecases/buildReport.js";
import { checkWorkbook } from "../src/usecases/checkWorkbook.js";
import type { WorkbookPort } from "../src/usecases/port.js";
import { measureRound } from "./round.js";
import { COLUMNS, measure, median, medians, workbookOf, type Measured } from "./measure.js";
import { pythonWithPandas, runScript, type ScriptRun } from "./script.js";

/** Rows of outcomes, and as many assignments. The largest is run once: the embedded Excel, which is no part of the add-in, takes minutes for it. */
const SIZES = process.argv.slice(2).map(Number).filter((size) => size > 0);
const IS_ROUND_ASKED = process.argv.includes("round");
const ASKED = SIZES.length > 0 ? SIZES : IS_ROUND_ASKED ? [] : [100, 1_000, 10_000, 100_000];
const RUNS = 3;
const MANY = 50_000;
const DAY = 45_400;

const commands: readonly (readonly [name: string, command: (port: WorkbookPort) => Promise<unknown>])[] = [
  ["check", (port) => checkWorkbook(port)],
  ["build", (port) => buildReport(port, { report: "maluppfoljning", unit: undefined, period: undefined, edits: "replace", today: DAY })],
];

const cells = (values: readonly string[]): string => values.map((value) => value.padStart(11)).join("");
const shown = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
const exponent = (from: number, to: number, fromRows: number, toRows: number): string => (Math.log(to / from) / Math.log(toRows / fromRows)).toFixed(2);

const scratch = mkdtempSync(join(tmpdir(), "maltavla-bench-"));
const python = pythonWithPandas();
console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${python?.versions ?? "no Python with openpyxl and pandas"}. Medians of ${RUNS} runs, milliseconds; memory in MiB.`);

const before = new Map<string, { readonly rows: number; readonly own: number }>();
for (const rows of ASKED) {
  const bytes = await workbookOf(rows);
  console.log(`\n${rows} outcomes and ${rows} assignments, a file of ${(bytes.length / 2 ** 20).toFixed(1)} MiB\n${" ".repeat(10)}${cells(COLUMNS)}`);
  let built: { readonly measured: Measured; readonly saved: Uint8Array } | undefined;
  for (const [name, command] of commands) {
    const runs: Measured[] = [];
    for (let run = 0; run < (rows >= MANY ? 1 : RUNS); run += 1) {
      globalThis.gc?.();
      const one = await measure(bytes, command);
      runs.push(one.measured);
      if (name === "build") built = one;
    }
    const typical = medians(runs);
    if (built !== undefined && name === "build") built = { ...built, measured: typical };
    console.log(`${name.padEnd(10)}${cells(COLUMNS.map((column) => shown(typical[column])))}`);
    const last = before.get(name);
    if (last !== undefined) console.log(`${" ".repeat(10)}own time ×${(typical.own / last.own).toFixed(1)} for rows ×${rows / last.rows}: growth exponent ${exponent(last.own, typical.own, last.rows, rows)}`);
    before.set(name, { rows, own: typical.own });
  }
  if (python !== undefined && built !== undefined) compare(built.measured, rows, bytes);
}
rmSync(scratch, { recursive: true, force: true });
if (IS_ROUND_ASKED || SIZES.length === 0) await measureRound();

/** What a user would do otherwise: a script that reads the same file, computes the same table and writes it. */
function compare(ours: Measured, rows: number, bytes: Uint8Array): void {
  if (python === undefined) return;
  const runs: ScriptRun[] = [];
  for (let run = 0; run < (rows >= MANY ? 1 : RUNS); run += 1) runs.push(runScript(python, bytes, join(scratch, `${rows}.xlsx`)));
  const of = (part: "read" | "compute" | "write") => median(runs.map((one) => one[part]));
  const [read, compute, write] = [of("read"), of("compute"), of("write")];
  console.log(`script    read ${shown(read)}, compute ${shown(compute)}, write ${shown(write)}: reading and computing take ${((read + compute) / ours.own).toFixed(1)} times our own code,`);
  console.log(`          and ${((read + compute) / (ours.own + ours.open)).toFixed(1)} times our own code with our reading of the file; ${runs[0]?.measures ?? 0} measures and ${runs[0]?.assignments ?? 0} assignments in its table`);
}
