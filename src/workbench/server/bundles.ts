// The two bundles that the workbench shows: the add-in's production build, and the page around it. Each is made by webpack when what it is made of has changed.
import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** A bundle could not be made; the message is webpack's own. */
export class BuildFailed extends Error {
  override readonly name = "BuildFailed";
}

export interface Bundle {
  readonly name: string;
  /** What webpack is told on its command line to make it. */
  readonly words: readonly string[];
  /** Where it is put, from the project's folder. */
  readonly output: string;
  /** The file that is there when it has been made. */
  readonly start: string;
  /** Files and folders that it is made of. */
  readonly sources: readonly string[];
}

const configuration = ["webpack.config.js", "package-lock.json", "tsconfig.json"];

export const APP: Bundle = {
  name: "app",
  words: [],
  output: "dist",
  start: "taskpane.html",
  sources: [
    ...configuration, "scripts/bundleChecks.mjs", "scripts/bundleLicences.mjs", "manifest.xml", "LICENSE", "assets", "docs/pictures", "samples",
    ...["commands", "excel", "files", "formulas", "intake", "registers", "reports", "round", "rules", "support", "taskpane", "updating", "usecases", "xlsx"].map((folder) => `src/${folder}`),
  ],
};

export const PAGE: Bundle = {
  name: "page",
  words: ["--env", "workbench"],
  output: ".cache/workbench-page",
  start: "index.html",
  sources: [...configuration, "src/workbench", "src/xlsx", "src/formulas"],
};

/**
 * Makes a bundle if it is missing or older than its sources; true when it had to be made. Programs that want one at the same time wait for each other: webpack's cache is for one.
 * @param root The project's folder.
 * @throws BuildFailed
 */
export async function ensureBuilt(root: string, bundle: Bundle): Promise<boolean> {
  const stamp = join(root, ".cache", `built-${bundle.name}`);
  const isBuilt = (sources: string) => existsSync(join(root, bundle.output, bundle.start)) && readOr(stamp, "") === sources;
  if (isBuilt(await fingerprint(root, bundle))) return false;
  return alone(join(root, ".cache/building"), async () => {
    const sources = await fingerprint(root, bundle);
    if (isBuilt(sources)) return false;
    await rm(stamp, { force: true });
    await build(root, bundle);
    writeFileSync(stamp, sources);
    return true;
  });
}

/** Keeps a bundle made as its sources change, until the process is ended. For development: not minified, with source maps. */
export function watch(root: string, bundle: Bundle): ChildProcess {
  return spawn(process.execPath, [...webpack(root), "--mode", "development", "--watch", ...bundle.words, "--output-path", join(root, developmentOutput(bundle))], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
}

/** Where `watch` puts a bundle: the production build is left as it is. */
export function developmentOutput(bundle: Bundle): string {
  return `.cache/development-${bundle.name}`;
}

function webpack(root: string): readonly string[] {
  return [join(root, "node_modules/webpack/bin/webpack.js")];
}

function build(root: string, bundle: Bundle): Promise<void> {
  const child = spawn(process.execPath, [...webpack(root), "--mode", "production", ...bundle.words], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => { said += text.toString(); });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new BuildFailed(said))));
  });
}

/** Names, sizes and times of all sources, as one short text. */
async function fingerprint(root: string, { sources }: Bundle): Promise<string> {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const file of await filesIn(join(root, source))) {
      const { mtimeMs, size } = statSync(file);
      hash.update(`${file}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest("hex");
}

/** A file itself, or all files in a folder; nothing for what does not exist. */
async function filesIn(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}

/** Does `task` while no other program that asks with the same file does. */
async function alone<Result>(lock: string, task: () => Promise<Result>): Promise<Result> {
  mkdirSync(dirname(lock), { recursive: true });
  while (!taken(lock)) await wait(200);
  try {
    return await task();
  } finally {
    await rm(lock, { force: true });
  }
}

/** No bundle takes this long: whoever took the lock has died, and another program has got its number. */
const FORGOTTEN_MS = 10 * 60_000;

/** Making a new file succeeds for one program only. What a program that died left behind is cleared away for the next try. */
function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    const holder = Number(readOr(lock, ""));
    if ((holder > 0 && !isRunning(holder)) || isForgotten(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isForgotten(lock: string): boolean {
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > FORGOTTEN_MS;
}

function isRunning(id: number): boolean {
  try {
    // Signal 0 only asks.
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return otherwise;
  }
}
