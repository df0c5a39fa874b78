/** Runs maluppfoljning.py: what somebody would write instead of an add-in, as well as it can be written. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** A Python that has what the script needs. `MALTAVLA_PYTHON` names one; else the usual names are tried. */
export interface Python {
  readonly program: string;
  readonly versions: string;
}

/** Milliseconds by the script's own clock: starting Python and importing pandas are not counted. `write` is 0 where it was not asked to write. */
export interface ScriptRun {
  readonly read: number;
  readonly compute: number;
  readonly write: number;
  readonly measures: number;
  readonly assignments: number;
}

/** npm runs scripts from the project's folder. */
const SCRIPT = join(process.cwd(), "bench/maluppfoljning.py");
const VERSIONS = "import sys, pandas, openpyxl; print(f'Python {sys.version.split()[0]}, pandas {pandas.__version__}, openpyxl {openpyxl.__version__}')";

export function pythonWithPandas(): Python | undefined {
  for (const program of [process.env["MALTAVLA_PYTHON"], "python3", "/usr/bin/python3"]) {
    if (program === undefined) continue;
    const { status, stdout } = spawnSync(program, ["-c", VERSIONS], { encoding: "utf8" });
    if (status === 0) return { program, versions: stdout.trim() };
  }
  return undefined;
}

/**
 * Reads the workbook at `path` and computes; writes a copy with the table where `out` says where.
 * @throws Error with what the script said when it fails, its check of its own figures included.
 */
export function runScript({ program }: Python, path: string, out?: string): ScriptRun {
  const { status, stdout, stderr } = spawnSync(program, [SCRIPT, path, ...(out === undefined ? [] : [out])], { encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`maluppfoljning.py: ${stderr}`);
  const said: unknown = JSON.parse(stdout);
  const part = (name: string): number => {
    const value: unknown = typeof said === "object" && said !== null ? Reflect.get(said, name) : undefined;
    if (typeof value !== "number") throw new Error(`maluppfoljning.py does not say ${name}`);
    return value;
  };
  return { read: part("read"), compute: part("compute"), write: part("write"), measures: part("measures"), assignments: part("assignments") };
}
