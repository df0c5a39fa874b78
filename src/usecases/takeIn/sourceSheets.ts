import type { FileRefusal, OpenedSheets } from "../../files/openSheets.js";
import type { SheetGrid } from "../../intake/grid.js";
import { registers } from "../../registers/registers.js";
import { LIST_SHEET } from "../../registers/templateLists.js";
import { readMemory } from "../../reports/edits/memory.js";
import { MARK } from "../../round/marks.js";
import type { WorkbookImage, WorkbookPort } from "../port.js";
import { memoriesIn, MEMORY_SHEET } from "../reportMemories.js";
import { sameSheetName } from "../reportSheets.js";
import { listSheetName } from "../templateStanding.js";
import { WorkbookError } from "../workbookError.js";

/** The sheets of the open workbook that are somebody's own: not its registers, lists, reports, forms, nor the add-in's memory. The workbook must have been read with `MEMORY_SHEET` and names. */
export async function sheetsOfWorkbook(port: WorkbookPort, image: WorkbookImage): Promise<readonly SheetGrid[]> {
  const tables = new Set(Object.values(registers).map(({ table }) => table.toLowerCase()));
  const ofRegisters = image.allTables.filter(({ name }) => tables.has(name.toLowerCase())).map(({ sheet }) => sheet);
  const lists = listSheetName(image);
  const ours = [...ofRegisters, MEMORY_SHEET, ...(lists === undefined ? [] : [lists]), ...memoriesIn(image).map(({ sheetName }) => sheetName)];
  const names = image.sheets.map(({ name }) => name).filter((name) => !ours.some((own) => sameSheetName(own, name)));
  const grids = names.length === 0 ? [] : await port.readSheets(names);
  return grids.filter((grid) => !isForm(grid));
}

/**
 * The sheets of a picked file that are taken in. A file that holds registers of Måltavla gives those that people fill in; its settings, lists, reports and memory are of
 * that workbook alone.
 * @throws WorkbookError `file-refused`
 */
export async function sheetsOfFile(name: string, bytes: Uint8Array): Promise<readonly SheetGrid[]> {
  // On demand: what reads files is not needed where none is picked.
  const { openSheets } = await import("../../files/openSheets.js");
  const opened = openSheets(name, bytes);
  if (opened.kind === "refused") throw refused(opened);
  const ours = ofThatWorkbookAlone(opened);
  return opened.grids.filter((grid) => !isForm(grid) && !ours.some((own) => sameSheetName(own, grid.name)));
}

const { installningar, godtaganden, ursprung } = registers;

function ofThatWorkbookAlone({ grids, tables }: OpenedSheets): readonly string[] {
  const own = [installningar, godtaganden, ursprung].map(({ table }) => tables.get(table)?.sheet).filter((sheet) => sheet !== undefined);
  const memory = grids.find(({ name }) => sameSheetName(name, MEMORY_SHEET));
  const reports = readMemory(memory?.cells.map((row) => row.map(({ value }) => value)) ?? []).map(({ sheetName }) => sheetName);
  const hasRegisters = Object.values(registers).some(({ table }) => tables.has(table));
  return [...own, ...reports, MEMORY_SHEET, ...(hasRegisters ? [LIST_SHEET] : [])];
}

/** A form that a manager fills in has the add-in's marks in its first column: its answers are collected, not taken in. */
function isForm({ cells }: SheetGrid): boolean {
  return cells.some(([first]) => typeof first?.value === "string" && first.value.startsWith(MARK));
}

function refused({ text }: FileRefusal): WorkbookError {
  return new WorkbookError("file-refused", text);
}
