// Requires ExcelApi 1.9 (autoFilter.isDataFiltered).
import type { CellChange } from "../usecases/port.js";

/** Whether rows of some sheets are filtered, by the sheet's name; known once the next request has been answered. */
export type Filters = ReadonlyMap<string, { readonly own: Excel.AutoFilter; readonly tables: Excel.TableCollection }>;

/** Puts the question into the next request, for the sheets that are to be changed: of the sheet's own filter, and of its tables'. */
export function askForFilters(context: Excel.RequestContext, changes: readonly CellChange[]): Filters {
  return new Map([...new Set(changes.map(({ at }) => at.sheet))].map((name) => {
    const sheet = context.workbook.worksheets.getItem(name);
    return [name, { own: sheet.autoFilter.load("isDataFiltered"), tables: sheet.tables.load("items/name,items/autoFilter/isDataFiltered") }];
  }));
}

export function areFiltered(filters: Filters, sheet: string): boolean {
  const asked = filters.get(sheet);
  return asked === undefined || asked.own.isDataFiltered || asked.tables.items.some(({ autoFilter }) => autoFilter.isDataFiltered);
}
