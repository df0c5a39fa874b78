import { message } from "../message.js";
import { listed } from "./wording.js";

/** What is told of whole rows. */
export const rowMessages = {
  "rad.under-tabellen": message<{ row: number; table: string }>("varning", {
    sv: ({ row, table }) => `Rad ${row} står under tabellen ${table} och läses inte. Dra tabellens nedre högra hörn nedåt, så att raden kommer med.`,
    en: ({ row, table }) => `Row ${row} stands below the table ${table} and is not read. Drag the table's lower right corner down to include the row.`,
  }),
  "rad.dubblett": message<{ headers: readonly string[]; key: string; rows: readonly [number, number] }>("fel", {
    sv: ({ headers, key, rows }) => `Rad ${rows[0]} och rad ${rows[1]} har samma ${listed(headers, "och")} (${key}). Ändra den ena raden eller ta bort den.`,
    en: ({ headers, key, rows }) => `Row ${rows[0]} and row ${rows[1]} have the same ${listed(headers, "and")} (${key}). Change one of the rows, or delete it.`,
  }),
};
