import type { LocalText } from "../registers/language.js";
import { isSomethingElse } from "../registers/reading/lookAlikes.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import { registerKeys } from "../registers/workAreas.js";
import type { TableInfo, WorkbookImage } from "./port.js";
import { WorkbookError } from "./workbookError.js";

/** Tables of somebody's own that by chance have the names of registers, of all or those given. */
export function tablesOfOthers({ allTables }: Pick<WorkbookImage, "allTables">, keys: readonly RegisterKey[] = registerKeys): readonly TableInfo[] {
  return allTables.filter(({ name, headers }) => keys.some((key) => registers[key].table.toLowerCase() === name.toLowerCase() && isSomethingElse(registers[key], headers)));
}

/** What to do where somebody's own table has the name that a register needs. */
export function tableNameTaken({ name, sheet }: TableInfo): LocalText {
  return {
    sv: `Tabellen på bladet ${sheet} heter ${name}, som ett av registren måste heta, men är inte registret. Ge den ett annat namn: klicka i tabellen och skriv namnet längst till vänster under Tabelldesign.`,
    en: `The table on the sheet ${sheet} is called ${name}, as one of the registers must be, but is not the register. Give it another name: click in the table and type the name at the far left of the Table Design tab.`,
  };
}

/** @throws WorkbookError `registers-exist` where one of the registers cannot be told from somebody's own table */
export function refuseTablesOfOthers(image: WorkbookImage, keys: readonly RegisterKey[]): void {
  const [taken] = tablesOfOthers(image, keys);
  if (taken === undefined) return;
  const { sv, en } = tableNameTaken(taken);
  throw new WorkbookError("registers-exist", { sv: `Inget har skrivits. ${sv}`, en: `Nothing has been written. ${en}` });
}
