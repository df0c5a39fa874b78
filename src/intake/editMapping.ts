import { headerText } from "../registers/reading/headers.js";
import { isSameButForPeriods, sameHeaders, saidOf } from "./applyMapping.js";
import { columnNames, keysOfObjects, withHeader } from "./columnNames.js";
import type { ChosenTarget, Mapping, TableMapping } from "./mapping.js";

/** A table as a preview shows it: what something can be said of. */
export interface TableShown {
  readonly sheet: string;
  /** Left out, the first of its sheet with these headers. */
  readonly nth?: number;
  readonly columns: readonly { readonly header: string }[];
}

/** What somebody says of a whole table; `undefined` takes back what was said. */
export interface TableChange {
  readonly register?: TableMapping["register"] | undefined;
  readonly isLeftOut?: boolean;
  readonly period?: string | undefined;
  readonly unit?: string | undefined;
  readonly defaults?: TableMapping["defaults"] | undefined;
}

/**
 * The mapping with one column of a table sent elsewhere: `index` is its place among the table's columns; `null` leaves it out, `undefined` lets it go where it is recognised.
 * Holds for every table with the same headers. Another column that had been sent to the same place is freed.
 */
export function withColumn(mapping: Mapping, table: TableShown, index: number, target: ChosenTarget | null | undefined): Mapping {
  const name = namesOf(table)[index];
  if (name === undefined) throw new RangeError(`a table of ${table.columns.length} columns has no column ${index}`);
  return changed(mapping, table, (said) => {
    const isFree = (there: ChosenTarget | null) => there === null || there.register !== target?.register || there.key !== target.key || there.period !== target.period;
    const others = Object.entries(said.columns).filter(([own, there]) => own !== name && isFree(there));
    return { ...said, columns: Object.fromEntries(target === undefined ? others : [...others, [name, target]]) };
  }, true);
}

/** The mapping with something said of a whole table. Register and defaults hold for every table with the same headers; the rest for this one. A key that is left out changes nothing. */
export function withTable(mapping: Mapping, table: TableShown, change: TableChange): Mapping {
  const { isLeftOut, period, unit, register, defaults } = change;
  const layout = changed(mapping, table, (said) => ({ ...said, ...("register" in change ? { register } : {}), ...("defaults" in change ? { defaults } : {}) }), true);
  return changed(layout, table, (said) => ({
    ...said, ...(isLeftOut === undefined ? {} : { isLeftOut: isLeftOut || undefined }), ...("period" in change ? { period } : {}), ...("unit" in change ? { unit } : {}),
  }), false);
}

/** The mapping with a word that this municipality writes in headers, for all tables; `undefined` takes it away. `target` is "register.key". */
export function withWord(mapping: Mapping, word: string, target: string | undefined): Mapping {
  const others = Object.entries(mapping.words).filter(([own]) => headerText(own) !== headerText(word));
  const isUsable = headerText(word) !== "" && !keysOfObjects.includes(word);
  return { ...mapping, words: Object.fromEntries(target === undefined || !isUsable ? others : [...others, [word.trim(), target]]) };
}

/** Names of sheets that say nothing of what is on them. */
const ANY_SHEET = /^(?:blad|sheet|data|underlag|mall|rapport)[ _]?\d*$/iu;

/**
 * What is to be remembered of a mapping until the next time sheets are taken in: everything but the periods, which then are others, and the units of sheets that may be
 * any unit's by their names.
 */
export function toRemember({ tables, words, version }: Mapping): Mapping {
  return {
    version, words,
    tables: tables.map(({ period: _, unit, columns, ...said }) => ({
      ...said, ...(unit === undefined || ANY_SHEET.test(said.sheet.trim()) ? {} : { unit }),
      columns: Object.fromEntries(Object.entries(columns).map(([name, target]) => [name, target === null ? null : { register: target.register, key: target.key }])),
    })),
  };
}

type Loose = { readonly [K in keyof TableMapping]: TableMapping[K] | undefined } & Pick<TableMapping, "headers" | "sheet" | "columns">;

/** Changes what is said of a table: an entry of its own, made of what already held for it; for `everywhere` also what is said of the same headers on other sheets. */
function changed(mapping: Mapping, table: TableShown, change: (said: TableMapping) => Loose, everywhere: boolean): Mapping {
  const names = namesOf(table);
  const headers = withHeader(names);
  const isAlike = (said: TableMapping) => sameHeaders(said.headers, headers);
  const isHere = (said: TableMapping) => said.sheet === table.sheet && (said.nth ?? 1) === (table.nth ?? 1);
  const own = mapping.tables.find((said) => isAlike(said) && isHere(said));
  const before = own === undefined ? saidOf(mapping, { sheet: table.sheet, names, nth: table.nth ?? 1 }) : undefined;
  const entry: TableMapping = own ?? { headers, sheet: table.sheet, ...(table.nth === undefined || table.nth === 1 ? {} : { nth: table.nth }), ...before, columns: Object.fromEntries(before?.columns ?? []) };
  // What was said of this table before its periods moved on is in its new entry.
  const others = mapping.tables.filter((said) => said !== own && !(own === undefined && isHere(said) && isSameButForPeriods(said.headers, headers)));
  return { ...mapping, tables: [...others.map((said) => (everywhere && isAlike(said) ? tight(change(said)) : said)), tight(change(entry))] };
}

function tight({ headers, sheet, nth, register, columns, isLeftOut, period, unit, defaults }: Loose): TableMapping {
  const isBlank = (text: string | undefined) => text === undefined || text.trim() === "";
  return {
    headers, sheet, ...(nth === undefined ? {} : { nth }), ...(register === undefined ? {} : { register }), columns, ...(isLeftOut === undefined ? {} : { isLeftOut }),
    ...(period === undefined || isBlank(period) ? {} : { period }), ...(unit === undefined || isBlank(unit) ? {} : { unit }), ...(defaults === undefined ? {} : { defaults }),
  };
}

function namesOf({ columns }: TableShown): string[] {
  return columnNames(columns.map(({ header }) => header));
}
