import type { SheetGrid } from "../../intake/grid.js";
import { registers } from "../../registers/registers.js";
import type { SourceAnswers } from "../../round/answers.js";
import { answersIn, type AnsweredSheets } from "../../round/answersIn.js";
import type { AnswerContext } from "../../round/readAnswer.js";
import type { Asked } from "../../round/readForms.js";
import { MARK } from "../../round/marks.js";
import type { WorkbookImage, WorkbookPort } from "../port.js";
import { sameSheetName } from "../reportSheets.js";
import { counted, type Work } from "../work.js";
import type { AnswerSource } from "./collectPreview.js";
import type { KeptForms } from "./keptForms.js";

type FileSource = Extract<AnswerSource, { kind: "file" }>;

/**
 * What every source answers, one at a time: the bytes of each are let go of before the next is read. One that cannot be read is a line of its own. For the open workbook what
 * WorkbookPort.readSheets costs; files cost no request.
 * @param kept What has been read of files before; what is read now is kept there
 * @throws WorkbookError `cancelled`
 */
export async function readAnswers(port: WorkbookPort, image: WorkbookImage, sources: readonly AnswerSource[], context: AnswerContext, asked: Asked, kept?: KeptForms, work?: Work): Promise<readonly SourceAnswers[]> {
  kept?.keepOnly(new Set(sources.flatMap((source) => (source.kind === "file" && source.id !== undefined ? [source.id] : []))));
  const read: SourceAnswers[] = [];
  for (const [index, source] of sources.entries()) {
    const sheets = source.kind === "workbook" ? await ownForms(port, image) : await formsInFile(source, kept);
    read.push("forms" in sheets ? sheets : answersIn(sheets, context, asked));
    await counted(work, index + 1, sources.length);
  }
  return read;
}

/** The forms among the workbook's own sheets: those without a register, where a mark stands. */
async function ownForms(port: WorkbookPort, image: WorkbookImage): Promise<AnsweredSheets> {
  const withTables = image.allTables.map(({ sheet }) => sheet);
  const names = image.sheets.filter(({ name, visibility }) => visibility !== "veryHidden" && !withTables.some((other) => sameSheetName(other, name))).map(({ name }) => name);
  const grids = names.length === 0 ? [] : await port.readSheets(names);
  return { file: "", modified: null, grids: grids.filter(hasMark) };
}

function hasMark({ cells }: SheetGrid): boolean {
  return cells.some((row) => row.some(({ value }) => typeof value === "string" && value.trimStart().startsWith(MARK)));
}

async function formsInFile(source: FileSource, kept: KeptForms | undefined): Promise<AnsweredSheets | SourceAnswers> {
  const before = source.id === undefined ? undefined : kept?.find(source.id);
  if (before !== undefined) return before;
  const sheets = await sheetsOf(source);
  if (source.id !== undefined && "grids" in sheets) kept?.keep(source.id, sheets);
  return sheets;
}

/** The sheets of a file; of a file that holds registers too, those are nothing to tell of. */
async function sheetsOf({ name, read }: FileSource): Promise<AnsweredSheets | SourceAnswers> {
  // On demand: what reads files is not needed until a file is picked.
  const { openSheets } = await import("../../files/openSheets.js");
  const bytes = await read().catch(() => undefined);
  if (bytes === undefined) {
    return refused(name, {
      sv: `${name} går inte längre att läsa. Inget har lästs in ur den. Välj filen igen.`,
      en: `${name} can no longer be read. Nothing has been taken in from it. Choose the file again.`,
    });
  }
  const opened = openSheets(name, bytes);
  if (opened.kind === "refused") return refused(name, opened.text);
  const ours = new Set(Object.values(registers).flatMap(({ table }) => opened.tables.get(table)?.sheet ?? []));
  return { file: name, modified: opened.modified, grids: opened.grids.filter((grid) => !ours.has(grid.name)) };
}

function refused(file: string, message: SourceAnswers["notOurs"][number]["message"]): SourceAnswers {
  const unread = { unit: "", period: null, workbook: null, at: { sheet: "", row: 0, column: 0 }, text: "", message };
  return { file, modified: null, forms: [], answers: [], unread: [unread], notOurs: [] };
}
