import { commonWords, type Vocabulary } from "./headerWords.js";
import type { ChosenTarget, TableMapping } from "./mapping.js";

/** What somebody has said of the columns of some headers, by their index. */
export type Choices = ReadonlyMap<number, ChosenTarget | null>;

/** What somebody has said of one table: where its columns go, by their names, and what holds for all of it. */
export interface TableSaid extends Omit<TableMapping, "headers" | "sheet" | "nth" | "columns"> {
  readonly columns: ReadonlyMap<string, ChosenTarget | null>;
}

/** A table as what somebody has said is asked for it: its sheet, its columns' names, and which of the sheet's tables with those it is, counted from 1. */
export interface NamedTable {
  readonly sheet: string;
  readonly names: readonly string[];
  readonly nth: number;
}

/** All that somebody has said: what people call columns, which headers they are in, and what holds for a table. */
export interface Said {
  readonly words: Vocabulary;
  readonly hasHeader: (header: string) => boolean;
  readonly of: (table: NamedTable) => TableSaid | undefined;
}

export const nothingSaid: Said = { words: commonWords, hasHeader: () => false, of: () => undefined };

/** What has been said of each column, by its place among the names. */
export function choicesOf(said: TableSaid | undefined, names: readonly string[]): Choices {
  return new Map([...names.entries()].flatMap(([index, name]) => {
    const choice = said?.columns.get(name);
    return choice === undefined ? [] : [[index, choice] as const];
  }));
}
