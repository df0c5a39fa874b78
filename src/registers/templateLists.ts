import { areaReference, columnLetters, sheetText } from "./address.js";
import type { Column } from "./column.js";
import type { Register } from "./register.js";
import { settingKeys, settingRegistry } from "./settings.js";
import type { RegisterSheet } from "./registerSheet.js";

export const LIST_SHEET = "Listor";

/** The words of one drop-down. */
export interface WordList {
  /** The defined name that stands for them. */
  readonly name: string;
  readonly header: string;
  readonly words: readonly string[];
}

export function listName(table: string, key: string): string {
  return `Lista_${table}_${key}`;
}

/** A `choice` has all its words in a list, a `text` those proposed. */
export function hasWordList({ kind, values }: Column): boolean {
  return kind === "choice" || (kind === "text" && values !== undefined);
}

export function columnLists(registers: Readonly<Record<string, Register>>): WordList[] {
  return Object.values(registers).flatMap((register) =>
    Object.entries(register.columns).flatMap(([key, column]) => {
      const words = (column.values ?? []).filter((value) => typeof value === "string");
      return hasWordList(column) ? [{ name: listName(register.table, key), header: `${register.sheet}: ${column.header}`, words }] : [];
    }),
  );
}

export function settingLists(): WordList[] {
  return settingKeys.flatMap((key) => {
    const { nyckel, words } = settingRegistry[key];
    return words === undefined ? [] : [{ name: listName("Installningar", key), header: `Inställningar: ${nyckel}`, words }];
  });
}

/** The lists side by side: on a sheet of their own, `name`, or beside what stands on one that is there. */
export function listSheet(lists: readonly WordList[], standing: { readonly sheet: string; readonly freeColumn: number } | undefined, name = LIST_SHEET): RegisterSheet {
  const sheet = standing?.sheet ?? name;
  const left = standing?.freeColumn ?? 0;
  const height = Math.max(...lists.map(({ words }) => words.length));
  const rows = Array.from({ length: height }, (_, row) => lists.map(({ words }) => words[row] ?? ""));
  return {
    sheet,
    ground: { kind: standing === undefined ? "none" : "sheet" },
    left,
    columns: lists.map(({ header, words }) => ({
      header,
      width: Math.max(...[header, ...words].map((text) => text.length)) + 2,
      numberFormat: "@",
      required: false,
      calculated: false,
      hidden: false,
      wrap: false,
      prompt: { title: "Lista", message: "Listan används i registren. Ändra den inte här." },
    })),
    body: { values: rows, numberFormats: rows.map((row) => row.map(() => "@")) },
    cellDropDowns: [],
    names: lists.map(({ name, words }, index) => ({ name, formula: `=${sheetText(sheet)}!${absolute(left + index, 1, words.length)}` })),
    frozenRows: 1,
  };
}

/** E.g. $A$2:$A$10. */
function absolute(column: number, row: number, rows: number): string {
  return areaReference({ row, column, rows, columns: 1 })
    .split(":")
    .map((cell) => cell.replace(columnLetters(column), `$${columnLetters(column)}$`))
    .join(":");
}
