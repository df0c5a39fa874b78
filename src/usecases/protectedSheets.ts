import type { WorkbookImage } from "./port.js";
import { WorkbookError } from "./workbookError.js";

/**
 * Refuses to write on a protected sheet, before anything is written anywhere: Excel would stop at the first locked cell, half-way.
 * @throws WorkbookError `sheet-protected`
 */
export function refuseProtected({ sheets }: Pick<WorkbookImage, "sheets">, names: readonly string[]): void {
  const found = sheets.find(({ name, isProtected }) => isProtected && names.includes(name));
  if (found !== undefined) {
    throw new WorkbookError("sheet-protected", {
      sv: `Bladet ${found.name} är skyddat. Inget har skrivits. Ta bort skyddet under Granska och försök igen.`,
      en: `The sheet ${found.name} is protected. Nothing has been written. Remove the protection on the Review tab and try again.`,
    });
  }
}

/**
 * In a workbook whose structure is protected, nobody can add, show or hide a sheet.
 * @throws WorkbookError `workbook-protected`
 */
export function refuseLockedStructure({ isStructureProtected }: Pick<WorkbookImage, "isStructureProtected">): void {
  if (isStructureProtected) {
    throw new WorkbookError("workbook-protected", {
      sv: "Arbetsboken är skyddad så att inga blad kan läggas till, visas eller döljas. Inget har skrivits. Ta bort skyddet med Skydda arbetsbok under Granska och försök igen.",
      en: "The workbook is protected so that no sheets can be added, shown or hidden. Nothing has been written. Remove the protection with Protect Workbook on the Review tab and try again.",
    });
  }
}
