import type { RegisterRows, RegisterSheet } from "../registers/template.js";
import { templateSheets } from "../registers/template.js";
import { registers } from "../registers/registers.js";
import type { WorkbookImage, WorkbookPort } from "./port.js";
import { WorkbookError } from "./workbookError.js";

/**
 * Adds every register to the workbook, empty but for settings and lists, or with the rows given. Two requests: one to see that
 * nothing is in the way, one that writes.
 * @throws WorkbookError `registers-exist` when a sheet or table of ours is there already; nothing has then been written.
 */
export async function createTemplate(port: WorkbookPort, rows: RegisterRows = {}): Promise<void> {
  const sheets = templateSheets(registers, rows);
  refuseExisting(await port.read({ tables: [], sheets: [] }), sheets);
  await port.createRegisters(sheets);
}

function refuseExisting(image: WorkbookImage, sheets: readonly RegisterSheet[]): void {
  const taken = new Set([...image.sheets.map(({ name }) => name), ...image.allTables.map(({ name }) => name)].map((name) => name.toLocaleLowerCase("sv")));
  const inTheWay = sheets.flatMap(({ sheet, table }) => [sheet, table ?? sheet]).filter((name) => taken.has(name.toLocaleLowerCase("sv")));
  if (inTheWay.length > 0) {
    const names = [...new Set(inTheWay)].join(", ");
    throw new WorkbookError("registers-exist", {
      sv: `Arbetsboken har redan ${names}. Inget har skrivits. Öppna en tom arbetsbok, eller byt namn på det som är i vägen.`,
      en: `The workbook already has ${names}. Nothing has been written. Open an empty workbook, or rename what is in the way.`,
    });
  }
}
