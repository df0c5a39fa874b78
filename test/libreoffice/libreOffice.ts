import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openXlsx, type Workbook } from "../../src/xlsx/index.js";

/** The workbook without its computed results, so that whoever opens it has to compute them. */
export function withoutResults(bytes: Uint8Array): Uint8Array {
  const workbook = openXlsx(bytes);
  for (const sheet of workbook.sheets) {
    for (const { row, column, content } of [...sheet.cells()]) {
      if (content.formula !== undefined) {
        sheet.setCachedValue(row, column, null);
      }
    }
  }
  return workbook.save();
}

/** What LibreOffice makes of a workbook: opened, computed and saved again by it. */
export function savedByLibreOffice(soffice: string, bytes: Uint8Array): Workbook {
  const [saved] = allSavedByLibreOffice(soffice, [bytes]);
  if (saved === undefined) throw new Error("LibreOffice saved nothing");
  return saved;
}

/** The same of several, in one start of the program, which takes longer than a workbook does. */
export function allSavedByLibreOffice(soffice: string, files: readonly Uint8Array[]): readonly Workbook[] {
  const folder = mkdtempSync(join(tmpdir(), "maltavla-lo-"));
  try {
    const names = files.map((_, index) => `in${index}.xlsx`);
    files.forEach((bytes, index) => writeFileSync(join(folder, `in${index}.xlsx`), bytes));
    const convert = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out"), ...names.map((name) => join(folder, name))];
    withProfile(folder, (profile) => execFileSync(soffice, [profile, "--headless", ...convert], { stdio: "ignore", timeout: 240_000 }));
    return names.map((name) => openXlsx(readFileSync(join(folder, "out", name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const kept = join(__dirname, `../../.cache/libreoffice-${process.env["JEST_WORKER_ID"] ?? "1"}`);
/** Nobody starts LibreOffice for as long as this: whoever took the profile has died. */
const FORGOTTEN_MS = 10 * 60_000;

/**
 * Does `work` with LibreOffice's argument for a profile: one that is kept from run to run, for making a new one takes a start of its own, or where another run has that one, a new one in `folder`:
 * two programs cannot have the same.
 */
export function withProfile(folder: string, work: (profile: string) => void): void {
  const taken = `${kept}-taken`;
  const since = statSync(taken, { throwIfNoEntry: false })?.mtimeMs;
  if (since !== undefined && Date.now() - since > FORGOTTEN_MS) rmSync(taken, { recursive: true, force: true });
  let isOurs = true;
  try {
    mkdirSync(taken);
  } catch {
    isOurs = false;
  }
  try {
    work(`-env:UserInstallation=${pathToFileURL(isOurs ? kept : join(folder, "profile")).href}`);
  } finally {
    if (isOurs) rmSync(taken, { recursive: true, force: true });
  }
}

/** The two compute with the same doubles, but LibreOffice saves fewer digits, and makes a difference of nearly nothing zero. */
function withoutNoise(value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(12)) + 0 : value;
}

/** What a sheet shows, by "row:column". */
export function valuesOf(workbook: Workbook, name: string): Map<string, unknown> {
  const sheet = workbook.sheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  // A formula's empty text and an empty cell look the same to whoever reads the sheet.
  return new Map([...sheet.cells()].filter(({ content }) => content.value !== null && content.value !== "").map(({ row, column, content }) => [`${row}:${column}`, withoutNoise(content.value)]));
}
