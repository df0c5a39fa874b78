import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { runInContext } from "node:vm";
import { createXlsx, openXlsx, XlsxError } from "../../xlsx/index.js";
import { openClient } from "../client.js";
import { EmbeddedExcel } from "../embeddedExcel.js";

const USAGE = "Användning: npm run -s try -- skript.js [--workbook in.xlsx] [--out ut.xlsx]";

/** A command line that cannot be carried out, in plain Swedish. */
class BadUse extends Error {}

interface Run {
  readonly script: string;
  readonly workbook: string | undefined;
  readonly out: string | undefined;
}

/**
 * Runs a plain JavaScript file (top-level await allowed) with Excel, Office and OfficeExtension in scope, and saves the workbook when asked.
 * Gives the exit code: 0, 1 after an uncaught error in the script, 2 for bad use or a file that cannot be read or written.
 */
export async function runScript(argv: readonly string[], stderr: { write(text: string): unknown }): Promise<0 | 1 | 2> {
  try {
    const run = readCommandLine(argv);
    const code = await readText(run.script);
    const excel = new EmbeddedExcel(run.workbook === undefined ? createXlsx({ language: "en-US" }) : await readWorkbook(run.workbook));
    try {
      await evaluate(code, run.script, excel);
    } catch (error) {
      stderr.write(`${describe(error)}\n`);
      return 1;
    }
    if (run.out !== undefined) {
      await save(run.out, excel);
    }
    return 0;
  } catch (error) {
    if (error instanceof BadUse) {
      stderr.write(`${error.message}\n`);
      return 2;
    }
    throw error;
  }
}

function readCommandLine(argv: readonly string[]): Run {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: { workbook: { type: "string" }, out: { type: "string" } }, allowPositionals: true });
    const [script, ...others] = positionals;
    if (script === undefined || others.length > 0) {
      throw new BadUse(USAGE);
    }
    return { script, workbook: values.workbook, out: values.out };
  } catch (error) {
    throw error instanceof BadUse ? error : new BadUse(USAGE);
  }
}

/** In the client's own window, as a function of its own, so that the script may await and declare what it likes. */
async function evaluate(code: string, path: string, excel: EmbeddedExcel): Promise<void> {
  const { context } = openClient(excel);
  const failures: unknown[] = [];
  const note = (reason: unknown) => failures.push(reason);
  // Promises that nobody awaits, as a sample's last line `run();`, fail here.
  process.on("unhandledRejection", note);
  try {
    const result: unknown = runInContext(`(async () => {\n${code}\n})()`, context, { filename: pathToFileURL(resolve(path)).href, lineOffset: -1 });
    const finished = await Promise.race([Promise.resolve(result).then(() => true), nothingLeftToDo().then(() => false)]);
    if (!finished) {
      throw new Error("Skriptet väntar på något som aldrig kommer.");
    }
    await nothingLeftToDo();
  } finally {
    process.off("unhandledRejection", note);
  }
  if (failures.length > 0) {
    throw failures[0];
  }
}

/** Resolves when no timer and no request is outstanding: where Node would end. */
function nothingLeftToDo(): Promise<void> {
  return new Promise((done) => {
    process.once("beforeExit", () => done());
  });
}

/** Errors of Office.js have a code and say where; those of the script have a stack. Neither is an Error of this window. */
function describe(error: unknown): string {
  if (typeof error !== "object" || error === null || !("message" in error)) {
    return `Fel: ${String(error)}`;
  }
  const message = String(error.message);
  if ("code" in error && typeof error.code === "string") {
    const debugInfo = "debugInfo" in error ? error.debugInfo : undefined;
    const place = typeof debugInfo === "object" && debugInfo !== null && "errorLocation" in debugInfo ? ` (${String(debugInfo.errorLocation)})` : "";
    return `${error.code}: ${message}${place}`;
  }
  return "stack" in error && typeof error.stack === "string" ? error.stack : message;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new BadUse(`Skriptet ${path} går inte att läsa.`);
  }
}

async function readWorkbook(path: string) {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    throw new BadUse(`Arbetsboken ${path} går inte att läsa.`);
  }
  try {
    return openXlsx(bytes);
  } catch (error) {
    if (error instanceof XlsxError) {
      throw new BadUse(`${path}: ${error.message}`);
    }
    throw error;
  }
}

async function save(path: string, excel: EmbeddedExcel): Promise<void> {
  const bytes = excel.save();
  try {
    await writeFile(path, bytes);
  } catch {
    throw new BadUse(`Arbetsboken går inte att skriva till ${path}. Inget har sparats.`);
  }
}
