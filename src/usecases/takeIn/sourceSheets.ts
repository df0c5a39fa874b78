import type { FileRefusal } from "../../files/openSheets.js";
import type { SheetGrid } from "../../intake/grid.js";
import { registers } from "../../registers/registers.js";
import { MARK } from "../../round/marks.js";
import type { WorkbookImage, WorkbookPort } from "../port.js";
import { memoriesIn, MEMORY_SHEET } from "../reportMemories.js";
import { sameSheetName } from "../reportSheets.js";
import { tablesOfOthers } from "../tablesOfOthers.js";
import { listSheetName, unfinishedIn } from "../templateStanding.js";
import { WorkbookError } from "../workbookError.js";
import { registersOfFile, type RegistersOfFile } from "./registersOfFile.js";

/** The sheets of the open workbook that are somebody's own: not its registers, lists, reports, forms, nor the add-in's memory. The workbook must have been read with `MEMORY_SHEET` and names. */
export async function sheetsOfWorkbook(port: WorkbookPort, image: WorkbookImage): Promise<readonly SheetGrid[]> {
  const tables = new Set(Object.values(registers).map(({ table }) => table.toLowerCase()));
  const ofOthers = new Set(tablesOfOthers(image));
  const ofRegisters = image.allTables.filter((table) => tables.has(table.name.toLowerCase()) && !ofOthers.has(table)).map(({ sheet }) => sheet);
  const lists = listSheetName(image);
  const ours = [...ofRegisters, MEMORY_SHEET, ...unfinishedIn(image), ...(lists === undefined ? [] : [lists]), ...memoriesIn(image).map(({ sheetName }) => sheetName)];
  const names = image.sheets.map(({ name }) => name).filter((name) => !ours.some((own) => sameSheetName(own, name)));
  const grids = names.length === 0 ? [] : await port.readSheets(names);
  return grids.filter((grid) => !isForm(grid));
}

/** What a picked file gives: sheets that people have made, or the registers of another workbook of Måltavla. */
export type PickedFile = { readonly sheets: readonly SheetGrid[]; readonly registers?: RegistersOfFile };

/**
 * The sheets of a picked file that are taken in. A workbook of Måltavla gives its registers, and nothing else.
 * @throws WorkbookError `file-refused`
 */
export async function sheetsOfFile(name: string, bytes: Uint8Array): Promise<PickedFile> {
  // On demand: what reads files is not needed where none is picked.
  const { openSheets } = await import("../../files/openSheets.js");
  const opened = openSheets(name, bytes);
  if (opened.kind === "refused") throw refused(opened);
  const own = registersOfFile(name, opened);
  return own === undefined ? { sheets: opened.grids.filter((grid) => !isForm(grid)) } : { sheets: [], registers: own };
}

/** A form that a manager fills in has the add-in's marks in its first column: its answers are collected, not taken in. */
function isForm({ cells }: SheetGrid): boolean {
  return cells.some(([first]) => typeof first?.value === "string" && first.value.startsWith(MARK));
}

function refused({ text }: FileRefusal): WorkbookError {
  return new WorkbookError("file-refused", text);
}
