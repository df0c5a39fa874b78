import type { CellAddress } from "../registers/cell.js";
import { placesOfColumns } from "../registers/reading/headers.js";
import type { Register } from "../registers/register.js";
import type { ExpectedCell, WorkbookImage } from "./port.js";

/**
 * What people had written in a cell's row of a register when it was read: what must still stand there for the cell to be the same one, after somebody has sorted or inserted
 * rows. Calculated columns are left out, since they change with other rows. Empty where the register has no such row.
 */
export function rowAsRead(register: Register, { tables }: WorkbookImage, { sheet, row }: CellAddress): readonly ExpectedCell[] {
  const table = tables.get(register.table);
  const values = table?.values[row - table.top - 1];
  if (table === undefined || values === undefined || table.sheet !== sheet) return [];
  const calculated = new Set([...placesOfColumns(register, table.headers)].flatMap(([key, place]) => (register.columns[key]?.kind === "calculated" ? [place] : [])));
  return values.flatMap((value, place) => (calculated.has(place) ? [] : [{ at: { sheet, row, column: table.left + place }, value, under: { table: table.name, header: table.headers[place] ?? "" } }]));
}
