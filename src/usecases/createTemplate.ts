import type { LocalText } from "../registers/language.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import type { RegisterSheet } from "../registers/registerSheet.js";
import { templateSheets, type RegisterRows } from "../registers/template.js";
import { LIST_SHEET } from "../registers/templateLists.js";
import { registerKeys, registersOfAreas, workAreas, type WorkArea } from "../registers/workAreas.js";
import type { WorkbookImage, WorkbookPort } from "./port.js";
import { refuseLockedStructure, refuseProtected } from "./protectedSheets.js";
import { listSheetName, madeBefore, registersBegun, registersInTheWay, sheetsOfSuchNames, standingOf, unfinishedIn } from "./templateStanding.js";
import { WorkbookError } from "./workbookError.js";

/**
 * Adds the registers of some areas of work that the workbook lacks, empty but for settings and lists, or with the rows given; what is there is left as it is. Two requests: one to see
 * what is there, one that writes; one more where the lists' sheet has another name, where somebody's own sheet has the name of a register's, which then gets another, or where an earlier attempt stopped half-way: that one is
 * then completed.
 * @throws WorkbookError `registers-exist` when nothing is missing, when a table or a name of somebody's own is called as a register's, or when rows are given for a register that
 * is there; `sheet-protected`, `workbook-protected`. Nothing has then been written.
 */
export async function createTemplate(port: WorkbookPort, rows: RegisterRows = {}, areas: readonly WorkArea[] = workAreas): Promise<void> {
  const made = await makeRegisters(port, registersOfAreas(areas), rows, await look(port));
  if (made.length === 0) {
    throw new WorkbookError("registers-exist", {
      sv: "Arbetsboken har redan registren. Inget har skrivits.",
      en: "The workbook already has the registers. Nothing has been written.",
    });
  }
}

/**
 * Adds those of some registers that the workbook lacks, as `createTemplate` does. Gives the registers that were made or completed; where the workbook has them all that is none, in one request.
 * @throws WorkbookError as `createTemplate`, but for a workbook that lacks none
 */
export async function makeMissingRegisters(port: WorkbookPort, keys: readonly RegisterKey[]): Promise<readonly RegisterKey[]> {
  const image = await look(port);
  const isThere = (key: RegisterKey) => image.allTables.some(({ name }) => name.toLowerCase() === registers[key].table.toLowerCase());
  if (keys.every(isThere) && unfinishedIn(image).length === 0) return [];
  const made = await makeRegisters(port, keys, {}, image);
  return registerKeys.filter((key) => made.some(({ table }) => table === registers[key].table));
}

function look(port: WorkbookPort): Promise<WorkbookImage> {
  return port.read({ tables: [], sheets: [LIST_SHEET], names: true });
}

/** Gives the sheets that were made or completed. */
async function makeRegisters(port: WorkbookPort, asked: readonly RegisterKey[], rows: RegisterRows, image: WorkbookImage): Promise<readonly RegisterSheet[]> {
  const unfinished = unfinishedIn(image);
  const lists = listSheetName(image);
  // What an earlier attempt began on is wanted still.
  const wanted = registerKeys.filter((key) => asked.includes(key) || registersBegun(unfinished).includes(key));
  const ofSuchNames = sheetsOfSuchNames(image, unfinished, wanted);
  const more = [...unfinished, ...(lists === undefined || image.contents.has(lists) ? [] : [lists]), ...ofSuchNames];
  const rest = more.length === 0 ? image : await port.read({ tables: Object.values(registers).map(({ table }) => table), sheets: more, valuesOnly: ofSuchNames });
  const contents = new Map([...image.contents, ...rest.contents]);

  const obstacles = registersInTheWay(image, contents, unfinished, wanted);
  if (obstacles.length > 0) {
    throw new WorkbookError("registers-exist", {
      sv: ["Inget har skrivits.", ...obstacles.map(({ sv }) => sv)].join(" "),
      en: ["Nothing has been written.", ...obstacles.map(({ en }) => en)].join(" "),
    });
  }
  const planned = templateSheets(registers, rows, standingOf(image, contents, unfinished, wanted), wanted);
  const { sheets, inTheWay } = madeBefore(planned, unfinished, { ...rest, contents });
  refuse(inTheWay, (names) => ({
    sv: `Någon har skrivit på ${names}, som inte är färdigt. Inget har skrivits. Flytta det som står där till ett annat blad och försök igen.`,
    en: `Somebody has written on ${names}, which is not finished. Nothing has been written. Move what is there to another sheet and try again.`,
  }));
  const already = Object.values(registers).filter(({ key, table }) => key in rows && sheets.every((sheet) => sheet.table !== table || sheet.ground.kind === "table"));
  refuse(already.map(({ sheet }) => sheet), (names) => ({
    sv: `Raderna ska till ${names}, som finns redan. Inget har skrivits. Öppna en tom arbetsbok.`,
    en: `The rows are for ${names}, which already exists. Nothing has been written. Open an empty workbook.`,
  }));
  if (sheets.length === 0) return [];
  refuseLockedStructure(image);
  refuseProtected(image, sheets.map(({ sheet }) => sheet));
  await port.createRegisters(sheets);
  return sheets;
}

function refuse(inTheWay: readonly string[], text: (names: string) => LocalText): void {
  if (inTheWay.length > 0) throw new WorkbookError("registers-exist", text([...new Set(inTheWay)].join(", ")));
}
