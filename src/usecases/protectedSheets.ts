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
