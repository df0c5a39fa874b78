import type { Finding } from "../registers/finding.js";
import type { EditedCell } from "./buildReport.js";

/** "Det här skrivs": what a build would do, found out without writing anything. */
export interface ReportPreview {
  readonly title: string;
  readonly unitName: string;
  readonly periodLabel: string;
  readonly sheet: string;
  /** Whether the sheet is there already, and is rebuilt in place. */
  readonly sheetExists: boolean;
  /** Area of the sheet that will be written, e.g. "A1:H42". */
  readonly address: string;
  readonly tables: number;
  /** Rows of those tables. */
  readonly rows: number;
  /** Cells of the standing report that would get another value, edits by hand aside; all of them on a new sheet. 0 means that nothing has changed. */
  readonly changedCells: number;
  readonly edits: readonly EditedCell[];
  /** Open findings of severity fel: the report can be built all the same. */
  readonly errors: readonly Finding[];
}
