import type { CellAddress } from "../../registers/cell.js";
import { placesOfColumns } from "../../registers/reading/headers.js";
import type { Register } from "../../registers/register.js";
import { registers, type RegisterContents, type RegisterKey } from "../../registers/registers.js";
import type { ExpectedCell, WorkbookImage } from "../port.js";
import { WorkbookError } from "../workbookError.js";

/** What a cell of a table said when the workbook was read; none where the table has no such cell. */
export function readAt(image: WorkbookImage, tableName: string, at: CellAddress): readonly ExpectedCell[] {
  const table = image.tables.get(tableName);
  const value = table?.values[at.row - table.top - 1]?.[at.column - table.left];
  return value === undefined ? [] : [{ at, value }];
}

/**
 * Refuses to write in registers that are not there, or that cannot be read since a column that every row needs is gone: what stands in them cannot be compared with.
 * @throws WorkbookError `register-missing`, `column-missing`
 */
export function refuseUnreadable(image: WorkbookImage, contents: RegisterContents, keys: readonly RegisterKey[]): void {
  for (const key of keys) {
    const register: Register = registers[key];
    const table = image.tables.get(register.table);
    if (table === undefined) {
      throw new WorkbookError("register-missing", {
        sv: `Arbetsboken saknar registret ${register.sheet}. Inget har skrivits. Skapa register som saknas och försök igen.`,
        en: `The workbook lacks the register ${register.sheet}. Nothing has been written. Create the missing registers and try again.`,
      });
    }
    if (contents[key] !== undefined) continue;
    const places = placesOfColumns(register, table.headers);
    const missing = Object.entries(register.columns).flatMap(([column, { required, header }]) => (required && !places.has(column) ? [header] : []));
    const headers = missing.join(", ");
    throw new WorkbookError("column-missing", {
      sv: `Tabellen ${register.table} saknar ${headers}, som varje rad behöver. Inget har skrivits. Lägg till det i rubrikraden och försök igen.`,
      en: `The table ${register.table} lacks ${headers}, which every row needs. Nothing has been written. Add it to the header row and try again.`,
    });
  }
}
