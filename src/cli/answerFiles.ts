import { readdir, stat } from "node:fs/promises";
import { basename, extname, join, relative, resolve } from "node:path";
import type { AnswerSource } from "../usecases/round/collectPreview.js";
import { FileError, readBytes } from "./workbookFile.js";

/** Files to take answers from, and those of the folders that are passed over. */
export interface AnswerFiles {
  readonly sources: readonly AnswerSource[];
  /** Of each why, in Swedish. */
  readonly skipped: readonly { readonly name: string; readonly why: string }[];
}

/** What may hold answers; those that cannot be read are told by what reads them. */
const SHEETS = [".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".csv"];

/**
 * The files of some paths, and of some folders with all the folders in them, in the order of their names. A file in a folder is called by its path there, so that two of one name are told apart.
 * @param without Files that are never answers: the registers, and what is written
 * @throws FileError when a path leads nowhere
 */
export async function answerFiles(paths: readonly string[], without: readonly string[]): Promise<AnswerFiles> {
  const found = new Map<string, string>();
  for (const path of paths) {
    for (const file of await filesIn(path)) if (!found.has(resolve(file))) found.set(resolve(file), (await isFolder(path)) ? relative(path, file) : basename(file));
  }
  const sources: AnswerSource[] = [];
  const skipped: { name: string; why: string }[] = [];
  const taken = new Set<string>();
  for (const [file, short] of [...found].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    const name = taken.has(short) ? file : short;
    taken.add(name);
    const why = whyNot(file, without);
    if (why === undefined) sources.push({ kind: "file", name, read: () => readBytes(file) });
    else skipped.push({ name, why });
  }
  return { sources, skipped };
}

function whyNot(file: string, without: readonly string[]): string | undefined {
  if (without.some((other) => resolve(other) === file)) return "filen är arbetsboken med registren";
  if (basename(file).startsWith("~$")) return "någon har filen öppen i Excel. Ta emot den när den är sparad och stängd";
  return SHEETS.includes(extname(file).toLowerCase()) ? undefined : "filen är inget kalkylblad";
}

async function filesIn(path: string): Promise<readonly string[]> {
  if (!(await isFolder(path))) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries.filter(({ name }) => !name.startsWith("."))) {
    if (entry.isDirectory()) files.push(...(await filesIn(join(path, entry.name))));
    else if (entry.isFile()) files.push(join(path, entry.name));
  }
  return files;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new FileError(`${path} finns inte eller går inte att läsa. Inget har skrivits.`, { cause: error });
  }
}
