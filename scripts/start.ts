/** `npm start`: builds the sample's report headless, prints it, and says where the workbook is. */
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { run } from "../src/cli/run.js";

const SAMPLE = "samples/ale-maluppfoljning-t1-2019.xlsx";
const OUT = "out/ale-maluppfoljning-t1-2019.xlsx";
/** The day of the sample's own report, so that every start writes the same file. */
const DAY = 43_605;

await mkdir("out", { recursive: true });
process.exitCode = await run(["build", "maluppfoljning", SAMPLE, "--out", resolve(OUT), "--replace-edits"], {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  progress: undefined,
  today: DAY,
});
