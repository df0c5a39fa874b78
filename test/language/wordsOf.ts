import type { Register } from "../../src/registers/register.js";
import { registers } from "../../src/registers/registers.js";
import { settingKeys, settingRegistry } from "../../src/registers/settings.js";
import { reports } from "../../src/reports/reports.js";

const allRegisters: readonly Register[] = Object.values(registers);

/** Words that stay Swedish in an English sentence: names, and what stands in the workbook: headers, sheets, tables, words of lists, settings, reports. */
const workbookWords: readonly string[] = [
  "Måltavla",
  // The municipality of a sample.
  "Östersund",
  "Norrköping",
  "Ovanåker",
  // What people write for an outcome that nobody has.
  "Ej mätt",
  ...allRegisters.flatMap(({ sheet, table, columns }) => [
    sheet,
    table,
    ...Object.values(columns).flatMap(({ header, aliases, values }) => [header, ...aliases, ...(values ?? []).filter((value) => typeof value === "string")]),
  ]),
  ...settingKeys.flatMap((key) => [settingRegistry[key].nyckel, ...(settingRegistry[key].words ?? [])]),
  ...reports.flatMap(({ name, title }) => [name, title]),
];

const anyWorkbookWord = new RegExp(
  `(?<![\\p{L}-])(?:${[...new Set(workbookWords)].sort((a, b) => b.length - a.length).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&")).join("|")})(?![\\p{L}-])`,
  "gu",
);

/** Words that a Swedish sentence can hardly do without and an English one never has. */
const swedish = /(?<!\p{L})(?:och|eller|inte|är|att|så|som|för|från|till|med|av|på|om|den|det|ett|en|har|ska|kan|finns|saknas|ta bort|rad|mål|mått|enhet|blad|skriv|välj|fyll i)(?!\p{L})/iu;

/** And the other way about. */
const english = /(?<!\p{L})(?:the|and|or|not|is|are|of|with|to|from|has|cannot|should|which|this|that|row|sheet|goal|measure|unit|write|choose|fill in)(?!\p{L})/iu;

/** The Swedish that a piece of English text holds, but for names from the workbook; undefined for none. */
export function swedishIn(text: string): string | undefined {
  const own = text.replace(anyWorkbookWord, "");
  return swedish.exec(own)?.[0] ?? /\p{L}*[åäö]\p{L}*/iu.exec(own)?.[0];
}

/** The English that a piece of Swedish text holds; undefined for none. */
export function englishIn(text: string): string | undefined {
  return english.exec(text)?.[0];
}
