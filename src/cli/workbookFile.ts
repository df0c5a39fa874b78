import { randomBytes } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { officeWorkbook } from "../excel/officeWorkbook.js";
import type { WorkbookPort } from "../usecases/port.js";
import { openClient } from "../workbench/client.js";
import { DESKTOP_LIMITS } from "../workbench/limits.js";
import { EmbeddedExcel, type Traffic } from "../workbench/embeddedExcel.js";
import { createXlsx, openXlsx, XlsxError } from "../xlsx/index.js";
import { describeCharts } from "./chartDescriptions.js";

/** A file that cannot be read or written: told in one line on stderr, exit code 2. */
export class FileError extends Error {
  override readonly name = "FileError";
}

/** The command line stands for Excel on the desktop, which has no limit on the size of a request. */
const HOST = { limits: DESKTOP_LIMITS };

/** A workbook file opened in the embedded Excel, with the add-in's own port on the genuine Office.js client. */
export interface OpenedFile {
  readonly port: WorkbookPort;
  readonly traffic: Traffic;
  /** The workbook as a file. */
  bytes(): Uint8Array;
  /** Writes the workbook whole or not at all: an existing file is replaced only when the new one is complete. */
  saveAs(path: string): Promise<void>;
}

export async function openWorkbookFile(path: string): Promise<OpenedFile> {
  const bytes = await readBytes(path);
  try {
    const workbook = openXlsx(bytes);
    // Sheets and their tables are read when first looked at; a broken one is to be told of now, not half-way through a command.
    for (const sheet of workbook.sheets) {
      sheet.usedRange(true);
      sheet.tables.forEach((table) => table.range);
    }
    return opened(new EmbeddedExcel(workbook, HOST));
  } catch (error) {
    if (error instanceof XlsxError) {
      throw new FileError(`${basename(path)}: ${error.message}`, { cause: error });
    }
    throw error;
  }
}

/** A new workbook; the empty sheet that every workbook starts with is left out of the saved file once there are others. */
export function newWorkbookFile(): OpenedFile {
  const workbook = createXlsx();
  const blank = workbook.activeSheet;
  const excel = new EmbeddedExcel(workbook, HOST);
  return opened(excel, () => {
    if (workbook.sheets.length > 1 && workbook.sheets.includes(blank) && blank.usedRange(false) === undefined) {
      workbook.removeSheet(blank);
    }
    return excel.save();
  });
}

function opened(excel: EmbeddedExcel, save: () => Uint8Array = () => excel.save()): OpenedFile {
  const bytes = () => {
    describeCharts(excel.workbook);
    return save();
  };
  return {
    port: officeWorkbook(openClient(excel).Excel),
    traffic: excel.traffic,
    bytes,
    saveAs: (path) => writeWhole(path, bytes()),
  };
}

/** @throws FileError */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new FileError(`Filen ${path} går inte att läsa: ${reasonOf(error)}.`, { cause: error });
  }
}

/** A file whole or not at all. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString("hex")}`);
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw new FileError(`Filen ${path} går inte att skriva: ${reasonOf(error)}. Inget har sparats.`, { cause: error });
  }
}

/** The usual error codes of file systems in words. https://nodejs.org/api/errors.html#common-system-errors */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: "filen eller mappen finns inte",
  ENOTDIR: "filen eller mappen finns inte",
  EISDIR: "det är en mapp",
  EACCES: "du har inte behörighet till den",
  EPERM: "du har inte behörighet till den",
  EROFS: "disken går bara att läsa från",
  EBUSY: "ett annat program använder den",
  ENOSPC: "disken är full",
};

function reasonOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : "okänt fel";
  return reasons[code] ?? code;
}
