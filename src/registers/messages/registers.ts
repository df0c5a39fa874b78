import { message } from "../message.js";
import { listed } from "./wording.js";

/** What is told of a register that is missing, renamed or copied. */
export const registerMessages = {
  "register.tabell-saknas": message<{ table: string; sheet: string }>("varning", {
    sv: ({ table, sheet }) =>
      `Tabellen ${table} finns inte i arbetsboken, så registret ${sheet} läses som tomt. Skapa registret om du behöver det, eller ge din tabell namnet ${table}.`,
    en: ({ table, sheet }) =>
      `The table ${table} is not in the workbook, so the register ${sheet} is read as empty. Create the register if you need it, or give your table the name ${table}.`,
  }),
  "register.annat-namn": message<{ table: string; sheet: string; found: string; foundOn: string }>("fel", {
    sv: ({ table, sheet, found, foundOn }) =>
      `Registret ${sheet} läses som tomt, eftersom tabellen på bladet ${foundOn} heter ${found}. Byt tabellens namn till ${table}: klicka i tabellen och skriv namnet längst till vänster under Tabelldesign.`,
    en: ({ table, sheet, found, foundOn }) =>
      `The register ${sheet} is read as empty, because the table on the sheet ${foundOn} is called ${found}. Rename the table to ${table}: click in the table and type the name at the far left of the Table Design tab.`,
  }),
  "register.ingen-tabell": message<{ table: string; sheet: string }>("fel", {
    sv: ({ table, sheet }) =>
      `Bladet ${sheet} har ingen tabell som heter ${table}, så registret läses som tomt. Markera rubrikerna och raderna, välj Infoga och Tabell, och skriv namnet ${table} längst till vänster under Tabelldesign.`,
    en: ({ table, sheet }) =>
      `The sheet ${sheet} has no table called ${table}, so the register is read as empty. Select the headers and the rows, choose Insert and Table, and type the name ${table} at the far left of the Table Design tab.`,
  }),
  "register.inga": message<{ sheets: readonly string[] }>("fel", {
    sv: ({ sheets }) =>
      `Här finns inget av Måltavlas register (${listed(sheets, "och")}). Inget har ändrats. Öppna arbetsboken där de finns, eller börja med Måltavlas mall.`,
    en: ({ sheets }) =>
      `None of Måltavla's registers are here (${listed(sheets, "and")}). Nothing has been changed. Open the workbook that holds them, or start with Måltavla's template.`,
  }),
  "register.kopia": message<{ table: string; found: string; foundOn: string }>("upplysning", {
    sv: ({ table, found, foundOn }) =>
      `Tabellen ${found} på bladet ${foundOn} ser ut som registret ${table}, men bara tabellen som heter ${table} läses. Du behöver inte göra något om det är en kopia.`,
    en: ({ table, found, foundOn }) =>
      `The table ${found} on the sheet ${foundOn} looks like the register ${table}, but only the table called ${table} is read. You need not do anything if it is a copy.`,
  }),
};
