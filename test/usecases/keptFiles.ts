// Workbooks that many test files begin with. Making one takes seconds where nothing has been compiled yet, as in each new test file, so it is made once and kept for as long as no source has changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";

const root = join(__dirname, "../..");
const folder = join(root, ".cache/workbooks");
/** Another run may be at work on what it has just made. */
const OLD_MS = 60 * 60_000;

let sources: string | undefined;

/** Names, sizes and times of all that a file can depend on, as one short text. */
function sourcesNow(): string {
  const hash = createHash("sha256");
  for (const path of [join(root, "package-lock.json"), ...filesIn(join(root, "src"))]) {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function filesIn(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}

/** The file made of `content`, which says all that `make` makes it of; from `.cache` where it has been made before. */
export async function keptFile(content: unknown, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  // Stryker changes what the source does without changing its files.
  if (process.env["STRYKER_MUTATOR_WORKER"] !== undefined) return make();
  sources ??= sourcesNow();
  const path = join(folder, sources, `${createHash("sha256").update(serialize(content)).digest("hex")}.xlsx`);
  if (existsSync(path)) return Uint8Array.from(readFileSync(path));
  const file = await make();
  clearOld();
  mkdirSync(join(folder, sources), { recursive: true });
  // Whole or not at all, whoever else is making the same.
  writeFileSync(`${path}.${process.pid}`, file);
  renameSync(`${path}.${process.pid}`, path);
  return file;
}

function clearOld(): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const made = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (name !== sources && Date.now() - made > OLD_MS) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
