import { message } from "../message.js";
import { listed, quoted } from "./wording.js";

/** What is told of a register's headers. */
export const columnMessages = {
  "kolumn.saknas": message<{ header: string; table: string; aliases: readonly string[] }>("fel", {
    sv: ({ header, table, aliases }) =>
      `Kolumnen ${header} saknas i tabellen ${table}, och utan den kan inga rader läsas. Lägg till kolumnen${aliases.length === 0 ? "" : ` (${listed(aliases, "eller")} går också bra)`}.`,
    en: ({ header, table, aliases }) =>
      `The column ${header} is missing from the table ${table}, and no rows can be read without it. Add the column${aliases.length === 0 ? "" : ` (${listed(aliases, "or")} will also do)`}.`,
  }),
  "kolumn.dubbel": message<{ header: string; read: string; ignored: string }>("fel", {
    sv: ({ header, read, ignored }) =>
      `Både ${quoted(read)} och ${quoted(ignored)} kan vara kolumnen ${header}. ${quoted(read)} läses. Byt namn på den kolumn som inte hör hit.`,
    en: ({ header, read, ignored }) =>
      `Both ${quoted(read)} and ${quoted(ignored)} may be the column ${header}. ${quoted(read)} is read. Rename the column that does not belong here.`,
  }),
  "kolumn.lases-inte": message<{ header: string; read: string; ignored: string }>("upplysning", {
    sv: ({ header, read, ignored }) =>
      `Kolumnen ${quoted(ignored)} läses inte, eftersom ${quoted(read)} är kolumnen ${header}. Du behöver inte göra något om det är meningen.`,
    en: ({ header, read, ignored }) =>
      `The column ${quoted(ignored)} is not read, because ${quoted(read)} is the column ${header}. You need not do anything if that is intended.`,
  }),
  "kolumn.omdopt": message<{ header: string; found: string }>("varning", {
    sv: ({ header, found }) =>
      `Kolumnen ${quoted(found)} läses inte, och tabellen har ingen kolumn som heter ${header}. Döp om den till ${header} om det är den kolumnen.`,
    en: ({ header, found }) =>
      `The column ${quoted(found)} is not read, and the table has no column called ${header}. Rename it to ${header} if it is that column.`,
  }),
};
