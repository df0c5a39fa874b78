import { addressText } from "../registers/address.js";
import type { RegisterKey } from "../registers/registers.js";
import type { FindUnit } from "../registers/values/lead.js";
import { parsePeriod, type PeriodReading } from "../registers/values/period.js";
import { columnNames } from "./columnNames.js";
import { familyOf, type Family } from "./families.js";
import { findTables, type FoundTable } from "./findTables.js";
import type { FitContext } from "./fit.js";
import type { SheetGrid } from "./grid.js";
import { bestMapping, mappingAs, type FamilyMapping, type ProposedColumn } from "./mapColumns.js";
import { classifyRows, type ClassifiedRow } from "./rowsOfTable.js";
import { choicesOf, nothingSaid, type Said, type TableSaid } from "./said.js";
import { legendOf, surroundingsOf, type Surroundings } from "./surroundings.js";

/** What is known before a sheet is looked at: how periods are meant, and the units there are. */
export interface IntakeContext {
  readonly periods: PeriodReading;
  readonly findUnit: FindUnit;
  /** The year and period to use where a sheet has none, as the user says. */
  readonly year?: number;
}

/** One table or plain range of a sheet, and what it was taken for. */
export interface Proposal {
  /** Its first header cell, e.g. "Blad1!A5": stays the same as long as the sheet does. */
  readonly id: string;
  readonly sheet: string;
  /** Which of the sheet's tables with the same headers it is, counted from 1. */
  readonly nth: number;
  readonly family: Family;
  /** The registers that its rows go to. */
  readonly registers: readonly RegisterKey[];
  /** 0-based sheet rows. */
  readonly headerTop: number;
  readonly headerBottom: number;
  readonly columns: readonly ProposedColumn[];
  readonly rows: readonly ClassifiedRow[];
  readonly surroundings: Surroundings;
  readonly legend: ReadonlyMap<string, string>;
  /** What somebody has said of it, if anything. */
  readonly said: TableSaid | undefined;
  /** Somebody has said that it is not to be taken in: its rows are not read. */
  readonly isLeftOut: boolean;
  /** The lowest of what the columns that were understood have, less for each that was not. */
  readonly confidence: number;
}

/** Every table and plain range of the sheets that can be rows of registers, hidden sheets too, with what somebody has said of them. Nothing is read or written. */
export function recognise(sheets: readonly SheetGrid[], context: IntakeContext, said: Said = nothingSaid): Proposal[] {
  return sheets.flatMap((sheet) => {
    const legend = legendOf(sheet);
    const named: FitContext["named"] = new Map();
    const besideRow = (from: number, row: number, most?: number) => surroundingsOf(sheet, from, row, context.periods, context.findUnit, most);
    const contextAt = (from: number, row: number): FitContext => ({
      said, named, periods: context.periods, findUnit: context.findUnit, legend, year: besideRow(from, row, from === sheet.top ? undefined : 1).year ?? context.year,
    });
    const found = findTables(sheet, contextAt);
    // What the title says holds for every table below it, unless one has a title of its own.
    const titleYear = found.length < 2 ? undefined : besideRow(sheet.top, found[0]?.headerTop ?? sheet.top).year;
    const tables = titleYear === undefined ? found : findTables(sheet, (from, row) => ({ ...contextAt(from, row), year: besideRow(from, row, from === sheet.top ? undefined : 1).year ?? titleYear }));
    const seen = new Map<string, number>();
    return tables.map((table, index): Proposal => {
      const earlier = tables.slice(0, index).filter(({ headerTop }) => headerTop < table.headerTop);
      const from = Math.max(sheet.top, ...earlier.map(({ headerBottom }) => headerBottom + 1));
      const beside = besideRow(sheet.top, from === sheet.top ? table.headerTop : (tables[0]?.headerTop ?? table.headerTop));
      const own = from === sheet.top ? beside : besideRow(Math.max(from, table.headerTop - 3), table.headerTop, 1);
      const surroundings = { period: own.period ?? beside.period, unit: own.unit ?? beside.unit, year: own.year ?? beside.year };
      const names = columnNames(table.headers.map(({ header }) => header));
      const nth = (seen.get(names.join("\n")) ?? 0) + 1;
      seen.set(names.join("\n"), nth);
      const saidOf = said.of({ sheet: sheet.name, names, nth });
      const saidYear = saidOf?.period === undefined ? undefined : parsePeriod(saidOf.period, context.periods)?.year;
      const mapping = saidOf === undefined ? table.mapping : asSaid(table, names, saidOf, { ...contextAt(sheet.top, table.headerTop), year: saidYear ?? surroundings.year ?? context.year });
      const { family } = mapping;
      const columns = mapping.columns.filter(({ column, target }) => target !== undefined || column >= table.left && column <= table.right);
      const mapped = columns.filter(({ target }) => target !== undefined);
      return {
        id: addressText({ sheet: sheet.name, row: table.headerTop, column: table.left }), sheet: sheet.name, nth, family,
        registers: [...new Set(mapped.flatMap(({ target }) => (target === undefined ? [] : [target.register])))],
        headerTop: table.headerTop, headerBottom: table.headerBottom, columns, surroundings, legend, said: saidOf, isLeftOut: saidOf?.isLeftOut === true,
        rows: classifyRows(sheet, { ...table, mapping }, contextAt(sheet.top, table.headerTop)),
        confidence: mapped.length === 0 ? 0 : Math.round((Math.min(...mapped.map(({ confidence }) => confidence)) * mapped.length / columns.filter(({ header, isChosen }) => header !== "" && !isChosen || isChosen).length) * 100) / 100,
      };
    });
  });
}

/** The table's columns with what has been said of them; as rows of the register that has been chosen, whether or not its columns are there. */
function asSaid(table: FoundTable, names: readonly string[], said: TableSaid, context: FitContext): FamilyMapping {
  const choices = choicesOf(said, names);
  const family = said.register === undefined ? undefined : familyOf(said.register);
  if (family !== undefined) return mappingAs(family, table.headers, context, choices);
  return bestMapping(table.headers, context, choices) ?? mappingAs(table.mapping.family, table.headers, context, choices);
}
