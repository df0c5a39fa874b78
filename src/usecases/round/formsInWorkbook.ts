import { folded } from "../../registers/values/reading.js";
import { periodLabel } from "../../registers/values/period.js";
import { marksOf } from "../../round/formMarks.js";
import type { RowMark } from "../../round/marks.js";
import { append } from "../../rules/goals/goalTree.js";
import type { WorkbookPort } from "../port.js";
import type { PlannedForms } from "./plannedForms.js";

/** What stands in the workbook of the forms of a period. */
export interface FormsInWorkbook {
  /** The sheet of each unit that has one, by folded code; of several, the first. */
  readonly sheetOf: ReadonlyMap<string, string>;
  /** The rows that the forms of a unit ask about, by folded code. */
  readonly rowsOf: ReadonlyMap<string, readonly Pick<RowMark, "register" | "key">[]>;
  /** Names (lower case) of sheets where nothing stands. */
  readonly empty: ReadonlySet<string>;
}

/**
 * Finds the forms of the period by their marks, whatever their sheets are called. Costs what WorkbookPort.readSheets does, of the sheets that are neither registers nor have other tables.
 */
export async function formsInWorkbook(port: WorkbookPort, { period, checked: { image, settings } }: PlannedForms): Promise<FormsInWorkbook> {
  const withTables = new Set(image.allTables.map(({ sheet }) => sheet));
  const names = image.sheets.filter(({ name, visibility }) => visibility !== "veryHidden" && !withTables.has(name)).map(({ name }) => name);
  const grids = names.length === 0 ? [] : await port.readSheets(names);
  const sheetOf = new Map<string, string>();
  const rowsOf = new Map<string, RowMark[]>();
  const label = periodLabel(period);
  for (const grid of grids) {
    for (const { mark } of marksOf(grid).rows) {
      const isOurs = mark.workbook === "" || mark.workbook === settings.arbetsboksId;
      if (!isOurs || mark.period !== label) continue;
      append(rowsOf, folded(mark.unit), mark);
      if (!sheetOf.has(folded(mark.unit))) sheetOf.set(folded(mark.unit), grid.name);
    }
  }
  return { sheetOf, rowsOf, empty: new Set(grids.filter(({ cells, cellsTooMany }) => cells.length === 0 && cellsTooMany === undefined).map(({ name }) => name.toLowerCase())) };
}
