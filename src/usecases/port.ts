import type { SheetGrid } from "../intake/grid.js";
import type { CellAddress, CellValue } from "../registers/cell.js";
import type { TableImage } from "../registers/tableImage.js";
import type { RegisterSheet } from "../registers/registerSheet.js";
import type { SheetLayout } from "../reports/layout/sheetLayout.js";
import type { FormSheet } from "../round/formSheet.js";

/** A worksheet as listed by the workbook. */
export interface SheetInfo {
  /** Excel's own id of it, the same as long as the workbook is open, whatever the sheet is called. */
  readonly id: string;
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly isProtected: boolean;
}

/** A table as listed by the workbook, whether or not it is one of our registers. */
export interface TableInfo {
  readonly name: string;
  readonly sheet: string;
  readonly headers: readonly string[];
}

/** What stands on a sheet: the smallest block from its first used cell; 0-based. An empty sheet has no rows. */
export interface SheetContent {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
  /** A formula's English text, or the value. */
  readonly formulas: readonly (readonly CellValue[])[];
  /** English number format codes. */
  readonly numberFormats: readonly (readonly string[])[];
  /** Names of the charts on the sheet; left out by who does not know. */
  readonly charts?: readonly string[];
}

/** What a use case asks to see. Everything comes in one request to Excel, and one more for each 4.5 MB. */
export interface ReadRequest {
  /** Names of tables; those that do not exist are absent from the answer. */
  readonly tables: readonly string[];
  /**
   * For tables by name, columns whose cells nobody looks at: those headed `headers`, where they are the table's last ones and come after the column `after`. They
   * are left out of the answer. A table where they are not costs one more request, and is read whole.
   */
  readonly leaveOut?: ReadonlyMap<string, { readonly after: string; readonly headers: readonly string[] }>;
  /** Names of sheets whose content is wanted; those that do not exist are absent from the answer. */
  readonly sheets: readonly string[];
  /** Those of them of which nobody looks at formulas and formats: those are left out of the answer. */
  readonly valuesOnly?: readonly string[];
  /** A report (its name on the command line) whose newest sheet's content is wanted, whatever that sheet is called. */
  readonly newestOf?: string;
  /** Where none of the tables is there: also which sheets hold something. Costs one more request then. */
  readonly otherwiseFilledSheets?: true;
  /** Whether the workbook's defined names are wanted: some workbooks have thousands. */
  readonly names?: true;
}

/** The workbook at one moment. */
export interface WorkbookImage {
  readonly tables: ReadonlyMap<string, TableImage>;
  readonly allTables: readonly TableInfo[];
  readonly sheets: readonly SheetInfo[];
  readonly contents: ReadonlyMap<string, SheetContent>;
  /** True where the workbook's structure is protected: sheets can then be written to, but not added, shown or hidden. */
  readonly isStructureProtected: boolean;
  /** Names of the visible sheets that hold something; left out when nobody asked, or when the workbook has one of the tables asked for. */
  readonly filledSheets?: readonly string[];
  /** The workbook's defined names with their formulas, e.g. "=Listor!$A$2:$A$10"; absent where nobody asked. */
  readonly names?: ReadonlyMap<string, string>;
}

/** A report to be put on its sheet, and what must still be true of the workbook for the write to start. */
export interface ReportWrite {
  /** The report's name on the command line; the workbook remembers which sheet holds the newest of each. */
  readonly report: string;
  readonly layout: SheetLayout;
  /** The layout's cells without edits by hand that are kept: those are written first where the report takes several requests. Left out where there are none. */
  readonly asBuilt?: SheetLayout["values"];
  /** Rows and columns that the sheet uses now (0 when it does not exist); what the new layout does not cover is emptied. */
  readonly covered: { readonly rows: number; readonly columns: number };
  /** What was read there: somebody may write on it before it is written over. */
  readonly standing?: SheetContent;
  /** Whether the sheet exists already: it is then written in place, otherwise added last. */
  readonly sheetExists: boolean;
  /** Whether it exists but somebody has hidden it: it is then shown, as a hidden sheet cannot be turned to. */
  readonly sheetIsHidden: boolean;
  /** Names of the charts on the sheet: ours among them are updated in place, or deleted where the layout has them no more. */
  readonly standingCharts: readonly string[];
  /** Tables that the figures were read from: the write fails before its first change when one of them is gone. */
  readonly reliesOn: readonly string[];
  /** The add-in's memory of its reports: a block of text cells, written from A1 on a very hidden sheet, which is made and hidden where it is not. */
  readonly memory: {
    readonly sheetName: string;
    readonly sheetExists: boolean;
    readonly isVeryHidden: boolean;
    readonly cells: readonly (readonly string[])[];
    /** How much stands there now, from A1; left out, no more than is written. */
    readonly covered?: { readonly rows: number; readonly columns: number };
  };
}

export interface ReportWritten {
  readonly sheet: string;
  /** Address of the whole report, e.g. "A1:G42". */
  readonly address: string;
  /** Cells that Excel did not give back as they were written, and that were written once more. */
  readonly putBack: number;
  /** Whether one Ctrl+Z takes the whole report back (ExcelApi 1.20, where Excel could undo every call). */
  readonly isOneUndoStep: boolean;
  /** What stood on the sheet when it was written, from A1, where that was something else than what was read: nobody has been asked about it. */
  readonly overwritten?: SheetContent;
}

/** A cell to be given another value; 0-based. A text is written as text, whatever it begins with, unless it is said to be a formula. */
export interface CellChange {
  readonly at: CellAddress;
  readonly value: CellValue;
  /** The value is a formula's English text: "=…". */
  readonly isFormula?: boolean;
  /** English format code; left out, the cell keeps its own. */
  readonly numberFormat?: string;
}

/** A cell that must still hold what the caller read there, on a sheet that must not have been protected. 0-based. */
export interface ExpectedCell {
  readonly at: CellAddress;
  readonly value: CellValue;
  /** The table and the header that it must still stand under; left out, they are not looked at. */
  readonly under?: { readonly table: string; readonly header: string };
}

/** A cell for each of a table's columns, as Range.values and Range.numberFormat take them: texts that could be taken for something else are marked. */
export type NewRow = readonly { readonly value: CellValue; readonly numberFormat: string }[];

/** Rows to come last in a table, each in the order of its columns. */
export interface NewRows {
  readonly table: string;
  /** The table's headers that the cells were put in order by: with others nothing is written. Left out, they are not looked at. */
  readonly headers?: readonly string[];
  readonly rows: readonly NewRow[];
  /** How many rows the table had when it was read, where it matters that nobody has added any since. */
  readonly standing?: number;
}

/** Something that has happened in the workbook, whoever did it: here, or a co-author. */
export interface WorkbookChange {
  /** Id of the sheet whose cells have changed or moved; undefined when a sheet or a table itself has come or gone. */
  readonly sheet: string | undefined;
  /** The add-in's own doing; false where Excel does not tell whose it is. */
  readonly isOurs: boolean;
}

/** A unit's form to be put on a sheet of its own. */
export interface NewForm {
  /** As Excel allows it, and free, unless `isThere`: an empty sheet of that name is then taken. */
  readonly sheetName: string;
  readonly isThere: boolean;
  readonly form: FormSheet;
}

/** A place to turn to: a cell, or a whole sheet. */
export interface Place {
  readonly sheet: string;
  readonly cell?: { readonly row: number; readonly column: number };
}

/**
 * The workbook that the add-in works in, as use cases see it. Implemented by src/excel on Office.js; each method says how many
 * requests it costs, and tests hold it to that.
 */
export interface WorkbookPort {
  /**
   * One request up to an answer of 5 MB, and one more for each 4.5 MB; two more only where that size comes as a surprise. Then others may write between two requests: where
   * they have moved rows it starts again, once.
   * @throws WorkbookError `workbook-changed`
   */
  read(request: ReadRequest): Promise<WorkbookImage>;
  /**
   * One request; one more only to put back cells that came back different, or, where a report is one undo step, to show or hide a sheet first, which happens
   * the first time.
   */
  writeReport(write: ReportWrite): Promise<ReportWritten>;
  /** One request. The caller has checked that each sheet meets what its `ground` says. One that fails half-way leaves the name `UNFINISHED`, with the sheets it was about. */
  createRegisters(sheets: readonly RegisterSheet[]): Promise<void>;
  /**
   * One request (more for thousands of cells); one before it to see that the `expected` cells, where there are any, still say what the caller read; and one more only to put
   * back cells that came back different: all in one undo step where Excel offers it.
   * @throws WorkbookError `workbook-changed`
   */
  writeCells(changes: readonly CellChange[], expected?: readonly ExpectedCell[]): Promise<void>;
  /**
   * Two requests (more for thousands of changed cells), the first to look at the tables and at the `expected` cells as they are now, and one more only to put back cells that came back different: adds rows last in tables, and gives
   * a few other cells new values, all in one undo step where Excel offers it. A table whose only row is blank gets the first row there.
   * @throws WorkbookError `workbook-changed`, `sheet-protected`, `table-filtered`, `table-blocked`
   */
  appendRows(additions: readonly NewRows[], changes?: readonly CellChange[], expected?: readonly ExpectedCell[]): Promise<void>;
  /**
   * Two requests, the first to see that the row still says what the caller read: takes it out of the table; 0-based within its body.
   * @throws WorkbookError `workbook-changed`, `sheet-protected`, `table-filtered`
   */
  removeRow(table: string, row: number, expected: readonly CellValue[]): Promise<void>;
  /** One request for some 2 MB of forms: each on a protected sheet, last in the workbook. Cannot be undone: Excel takes no protection back. */
  writeForms(forms: readonly NewForm[]): Promise<void>;
  /** One request (one more only to find out why it failed). @throws WorkbookError `place-missing` */
  show(place: Place): Promise<void>;
  /** One request: a choice kept in the workbook's settings, where users do not see it; `null` when there is none. */
  readChoice(name: string): Promise<string | null>;
  /** One request. */
  writeChoice(name: string, value: string): Promise<void>;
  /** Tells of every change from now on, some time after it was made. One request, and one more to stop by the function it gives; nothing is told once that has been called. */
  watch(onChange: (change: WorkbookChange) => void): Promise<() => Promise<void>>;
  /**
   * Sheets as they stand, for taking in what people have made: all, or those named that are there. One request that sees how large they are (two when none is named),
   * one for each 25 000 cells, one for merged cells. Excel on the desktop forgets what can be undone when it is asked for merged cells (office-js#5918).
   */
  readSheets(names?: readonly string[]): Promise<readonly SheetGrid[]>;
  /** One request: opens a workbook of its own from the bytes of an .xlsx file. */
  openCopy(file: Uint8Array): Promise<void>;
}
