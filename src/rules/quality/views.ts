import type { RegisterRow } from "../../registers/register.js";
import type { Registers } from "../../registers/registers.js";
import { dayOf } from "../../registers/values/date.js";
import { periodFrom, periodTo, type Period } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import { append } from "../goals/goalTree.js";
import type { Choice, Workbook } from "../measures/measureResults.js";

export type ViewRow = RegisterRow<Registers["synpunkter"]>;
type View = ViewRow["values"];

/** The views on a unit and those below it, or all of them. */
export function viewsOf({ contents, units }: Pick<Workbook, "contents" | "units">, unit: string | null): readonly ViewRow[] {
  const rows = contents.synpunkter?.rows ?? [];
  return unit === null ? rows : rows.filter(({ values }) => units.isWithin(values.enhet, unit));
}

/** How many were received in a period. */
export function countIn(views: readonly ViewRow[], period: Period): number {
  return views.filter(({ values }) => values.datum >= periodFrom(period) && values.datum <= periodTo(period)).length;
}

/** The views of one year, in the columns of its table. */
export interface YearOfViews {
  readonly year: number;
  /** One for each of the table's columns. */
  readonly counts: readonly number[];
  readonly total: number;
}

/** A table of views by year. */
export interface ViewTable {
  readonly columns: readonly string[];
  readonly years: readonly YearOfViews[];
}

/** The same views counted in three ways: each year has the same total in all of them. */
export interface ViewTables {
  /** The columns are codes of units. */
  readonly byUnit: ViewTable;
  /** From the first year that anybody noted a type. */
  readonly byType: ViewTable;
  /** From the first year that anybody noted who it came from. */
  readonly byGiver: ViewTable;
}

/** As many years as a reader compares; Ovanåker prints six. */
export const YEARS_SHOWN = 6;

const TYPES: readonly View["typ"][] = ["Beröm", "Klagomål", "Förslag", "Fråga", "Annan", "Ej angiven"];
/** What stands in one column; the document prints the last two together. */
const GIVERS: readonly (readonly View["lamnadAv"][])[] = [["Brukare/klient"], ["Anhörig"], ["Personal"], ["Annan", "Ej angiven"]];

/**
 * The views up to the end of the period, the last six years, from the first year that has any; a year without views between others has zeros. A unit has a column when it has
 * a view in a year shown. Source: O1; Ovanåker 4, tables (a) to (c).
 */
export function viewTables(workbook: Workbook, { unit, period }: Choice): ViewTables {
  const byYear = new Map<number, View[]>();
  for (const { values } of viewsOf(workbook, unit)) {
    const year = values.datum <= periodTo(period) ? dayOf(values.datum)?.year : undefined;
    if (year !== undefined && year > period.year - YEARS_SHOWN) append(byYear, year, values);
  }
  const first = Math.min(...byYear.keys(), Infinity);
  const years = Array.from({ length: Math.max(0, period.year - first + 1) }, (_, index) => first + index);
  const from = (noted: (view: View) => boolean) => {
    const begins = years.find((year) => byYear.get(year)?.some(noted));
    return begins === undefined ? [] : years.filter((year) => year >= begins);
  };
  const table = (columns: readonly string[], shown: readonly number[], columnOf: (view: View) => number): ViewTable => ({
    columns,
    years: shown.map((year) => {
      const counts = columns.map(() => 0);
      const views = byYear.get(year) ?? [];
      for (const view of views) {
        const column = columnOf(view);
        counts[column] = (counts[column] ?? 0) + 1;
      }
      return { year, counts, total: views.length };
    }),
  });
  const units = unitsIn([...byYear.values()].flat(), workbook);
  const placeOfUnit = new Map(units.map((code, place) => [folded(code), place]));
  return {
    byUnit: table(units, years, ({ enhet }) => placeOfUnit.get(folded(enhet)) ?? -1),
    byType: table(TYPES, from(({ typ }) => typ !== "Ej angiven"), ({ typ }) => TYPES.indexOf(typ)),
    byGiver: table(GIVERS.map((words) => words.join("/")), from(({ lamnadAv }) => lamnadAv !== "Ej angiven"), ({ lamnadAv }) => GIVERS.findIndex((words) => words.includes(lamnadAv))),
  };
}

function unitsIn(views: readonly View[], { units }: Workbook): readonly string[] {
  const codes = new Map(views.map(({ enhet }) => [folded(enhet), enhet]));
  return [...codes.values()].sort((a, b) => units.byOrder(a, b));
}
