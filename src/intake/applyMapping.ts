import { headerText } from "../registers/reading/headers.js";
import type { PeriodReading } from "../registers/values/period.js";
import { withHeader } from "./columnNames.js";
import { partsOf } from "./headerParts.js";
import { vocabularyOf } from "./headerWords.js";
import type { SheetGrid } from "./grid.js";
import type { ChosenTarget, Mapping, TableMapping } from "./mapping.js";
import { recognise, type IntakeContext, type Proposal } from "./recognise.js";
import type { NamedTable, TableSaid } from "./said.js";

/**
 * Every table of the sheets as `recognise` finds them, with what somebody has said: that wins. Words hold for all tables. A table is one that something was said of when
 * it has the same headers, but for the periods in them ("Utfall T1" is "Utfall T2" the next time), wherever its columns and the table itself stand by now; on the same
 * sheet two thirds of the headers are enough. A header that was not there then goes where it is recognised.
 */
export function recogniseWith(sheets: readonly SheetGrid[], context: IntakeContext, mapping: Mapping): readonly Proposal[] {
  const headers = new Set(mapping.tables.flatMap(({ columns }) => Object.entries(columns).flatMap(([name, target]) => (target === null ? [] : [withoutPeriod(name)]))));
  return recognise(sheets, context, { words: vocabularyOf(mapping.words), hasHeader: (header) => headers.size > 0 && headers.has(withoutPeriod(header)), of: (table) => saidOf(mapping, table) });
}

/** What a mapping says of a table. */
export function saidOf({ tables }: Mapping, table: NamedTable): TableSaid | undefined {
  const ranked = tables.flatMap((said) => {
    const rank = rankOf(said, table);
    return rank === undefined ? [] : [{ said, rank }];
  }).sort((a, b) => a.rank - b.rank);
  const [nearest] = ranked;
  if (nearest === undefined) return undefined;
  const { said: layout, rank } = nearest;
  const own = ranked.find(({ rank: near }) => near <= MOVED_ON)?.said;
  // Two tables of one sheet may share most of their headers and be of different registers.
  const register = rank === SHARES_MOST ? undefined : layout.register;
  const { defaults } = layout;
  return {
    columns: columnsFor(layout, table.names), ...(register === undefined ? {} : { register }), ...(defaults === undefined ? {} : { defaults }),
    ...(own?.isLeftOut === undefined ? {} : { isLeftOut: own.isLeftOut }), ...(own?.period === undefined ? {} : { period: own.period }), ...(own?.unit === undefined ? {} : { unit: own.unit }),
  };
}

export function sameHeaders(some: readonly string[], others: readonly string[]): boolean {
  return hasSame(some.map(headerText), others.map(headerText));
}

/** True when all that tells two tables' headers apart is the periods in them. */
export function isSameButForPeriods(some: readonly string[], others: readonly string[]): boolean {
  return hasSame(some.map(withoutPeriod), others.map(withoutPeriod));
}

const [SAME, MOVED_ON, SHARES_MOST, OTHER_SHEET] = [0, 1, 2, 10];

/** How near a table is to one that something was said of; `undefined` when it is another. */
function rankOf(said: TableMapping, { sheet, names, nth }: NamedTable): number | undefined {
  const isThere = said.sheet === sheet && (said.nth ?? 1) === nth;
  const place = isThere ? 0 : OTHER_SHEET;
  const headers = withHeader(names);
  if (sameHeaders(said.headers, headers)) return place + SAME;
  if (isSameButForPeriods(said.headers, headers)) return place + MOVED_ON;
  const [before, now] = [new Set(said.headers.map(withoutPeriod)), new Set(headers.map(withoutPeriod))];
  const kept = [...before].filter((name) => now.has(name)).length;
  return isThere && kept >= 2 && kept * 3 >= Math.max(before.size, now.size) * 2 ? SHARES_MOST : undefined;
}

function hasSame(some: readonly string[], others: readonly string[]): boolean {
  const [a, b] = [new Set(some), new Set(others)];
  return a.size === b.size && [...a].every((name) => b.has(name));
}

/** How the workbook reports does not matter here: what is asked is whether there is a period in the header, not which. */
const ANY_PERIODS: PeriodReading = { rapportering: "tertial", delarTill: "augusti" };
const OF_A_PERIOD = " @";

/** A header as it is compared, with a mark for its period. */
function withoutPeriod(header: string): string {
  const { name, period, lacksYear } = partsOf(header, ANY_PERIODS, undefined);
  return period === undefined && !lacksYear ? name : name + OF_A_PERIOD;
}

/** Where each column goes that something was said of. Of a header whose period has moved on, the period goes with the header. */
function columnsFor({ columns }: TableMapping, names: readonly string[]): ReadonlyMap<string, ChosenTarget | null> {
  const asWritten = new Map(Object.entries(columns).map(([name, target]) => [headerText(name), target] as const));
  const moved = new Map<string, ChosenTarget | null | "several">();
  for (const [name, target] of Object.entries(columns)) {
    const key = withoutPeriod(name);
    const without = target === null ? null : { register: target.register, key: target.key };
    const there = moved.get(key);
    moved.set(key, there === undefined || JSON.stringify(there) === JSON.stringify(without) ? without : "several");
  }
  return new Map(names.flatMap((name) => {
    const exact = asWritten.get(headerText(name));
    if (exact !== undefined) return [[name, exact] as const];
    const key = withoutPeriod(name);
    const found = key.endsWith(OF_A_PERIOD) ? moved.get(key) : undefined;
    return found === undefined || found === "several" ? [] : [[name, found] as const];
  }));
}
