// The contract between the page and the workbook: what a user at the keyboard sees, and what that user can do. Sheets are called by their names, tables by theirs; rows and
// columns are 0-based. No method throws for what a user does: a refusal comes back as one, with a sentence in Swedish to show.
import type { CellFormat, Color, FreezePanes, Rect } from "../../xlsx/model.js";
import type { EmbeddedExcel } from "../embeddedExcel.js";

export type { Border, CellFormat, CellPosition, Color, FreezePanes, Rect } from "../../xlsx/model.js";

/** What came of something the user did. */
export type Outcome =
  | { readonly kind: "done" }
  /** Nothing was changed. */
  | { readonly kind: "refused"; readonly title: string; readonly message: string }
  /** A validation that warns or informs: nothing has been changed until the user accepts. "warning" asks Yes or No, "information" OK or Cancel. */
  | { readonly kind: "ask"; readonly style: "warning" | "information"; readonly title: string; readonly message: string; accept(): Outcome };

/** One cell as it is drawn. */
export interface CellView {
  /** As shown in the user's culture: "12,5 %", "2019-01-22", "SANT"; "" for an empty cell. */
  readonly text: string;
  readonly kind: "empty" | "text" | "number" | "boolean" | "error";
  /** The cell's own format with the table's style beneath and conditional formats on top: all that is drawn. "general" alignment is left for text, right for numbers, centred for the rest. */
  readonly format: CellFormat;
  readonly isFormula: boolean;
  /** The cell takes one of a list of words, and its validation shows an arrow. */
  readonly hasDropDown: boolean;
  /** What stands here is not what the cell's validation allows. */
  readonly isInvalid: boolean;
  /** The sheet is protected and this cell locked: typing here is refused. */
  readonly isProtected: boolean;
  readonly table: { readonly name: string; readonly part: "header" | "body" | "totals"; readonly columnIndex: number } | undefined;
}

/** A tab. */
export interface SheetView {
  readonly name: string;
  readonly isVisible: boolean;
  readonly isActive: boolean;
  readonly isProtected: boolean;
  readonly tabColor: Color | null;
  readonly showGridlines: boolean;
  /** Rows and columns from A1 to the last cell with content or format; 0 on an empty sheet. */
  readonly used: { readonly rows: number; readonly columns: number };
  readonly merges: readonly Rect[];
  readonly freeze: FreezePanes | undefined;
  readonly tables: readonly TableView[];
  /** Those that can be drawn: bars and lines. */
  readonly charts: readonly ChartView[];
}

/** A chart as it is drawn. */
export interface ChartView {
  readonly id: number;
  /** Its title, or without one its name. */
  readonly name: string;
  /** What somebody has said that it shows. */
  readonly said: string | undefined;
  readonly shape: "columns" | "bars" | "lines";
  readonly isStacked: boolean;
  /** The first of lying bars is at the top. */
  readonly isReversed: boolean;
  /** Its corners: cells, and how far into them in pixels. */
  readonly from: ChartCornerView;
  readonly to: ChartCornerView;
  readonly categories: readonly string[];
  /** Each with a figure for each category; null where there is none. */
  readonly series: readonly { readonly name: string; readonly color: Color; readonly values: readonly (number | null)[] }[];
}

export interface ChartCornerView {
  readonly row: number;
  readonly column: number;
  readonly down: number;
  readonly right: number;
}

export interface TableView {
  readonly name: string;
  readonly range: Rect;
  readonly headerRow: boolean;
  readonly totalsRow: boolean;
  /** Header cells have an arrow each, with a menu to sort and filter. */
  readonly hasFilterButtons: boolean;
  readonly columns: readonly { readonly name: string; readonly isFiltered: boolean; readonly sorted: "ascending" | "descending" | undefined }[];
}

/** One of the texts of a column, in the menu of its filter; "" stands for empty cells. */
export interface FilterChoice {
  readonly text: string;
  readonly isShown: boolean;
}

/** What validation says when the cell is selected. */
export interface InputPrompt {
  readonly title: string;
  readonly message: string;
}

/** What is put on the clipboard. */
export interface Copied {
  /** Tab-separated, as other spreadsheets read it: texts as shown. */
  readonly text: string;
  /** A table with the formats that other programs understand. */
  readonly html: string;
}

/** What the status bar says of a selection. */
export interface Summary {
  /** Cells that are not empty. */
  readonly count: number;
  /** Undefined when fewer than two cells hold numbers. As shown with the number format of the first of them. */
  readonly numbers: { readonly count: number; readonly sum: string; readonly average: string; readonly smallest: string; readonly largest: string } | undefined;
}

export type Direction = "up" | "down" | "left" | "right";

/** A workbook with a user at it. The only way that the page reads or changes the workbook; the add-in's way is `excel`. */
export interface UserSession {
  readonly excel: EmbeddedExcel;

  /** Calls back after each change, whoever made it (also the add-in), and after each selection; gives the way to stop. For useSyncExternalStore, with `version`. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Another number after each change or selection. */
  readonly version: () => number;

  // What is seen

  readonly sheets: readonly SheetView[];
  readonly activeSheet: SheetView;
  /** On the active sheet; each sheet keeps its own. */
  readonly selection: { readonly sheet: string } & Rect;
  /** Another number each time that the add-in has gone somewhere, be it where the user is. */
  readonly jumps: number;
  view(sheet: string, row: number, column: number): CellView;
  /** What the formula bar shows and an edit begins with: "5,5 %", "2019-01-22 00:00:00" shortened to its date, "=SUM(A1:A3)" (English, with commas, as the API has formulas). */
  editText(sheet: string, row: number, column: number): string;
  /** 0 when hidden. */
  columnWidthPx(sheet: string, column: number): number;
  /** 0 when hidden (by the user or a filter). */
  rowHeightPx(sheet: string, row: number): number;
  prompt(sheet: string, row: number, column: number): InputPrompt | undefined;
  /** The words of a list validation; undefined when the cell has none. */
  choices(sheet: string, row: number, column: number): readonly string[] | undefined;
  /** Where Ctrl+arrow goes from a cell. */
  edge(sheet: string, row: number, column: number, direction: Direction): { readonly row: number; readonly column: number };
  summary(sheet: string, rect: Rect): Summary;
  /** Columns, in letters, with rows: "B3", "B3:D9". */
  address(rect: Rect): string;
  /** The cells that an address, a name or a table stands for, as typed in the name box; undefined for anything else. */
  find(text: string): ({ readonly sheet: string } & Rect) | undefined;

  // What is done

  /** Shows another tab. A hidden one is refused. */
  activate(sheet: string): Outcome;
  select(sheet: string, rect: Rect): Outcome;
  /** What Enter does with what has been typed, as Excel reads it in the user's culture. */
  type(sheet: string, row: number, column: number, text: string): Outcome;
  /** The Delete key: contents go, formats and validation stay. */
  clear(sheet: string, rect: Rect): Outcome;
  copy(sheet: string, rect: Rect): Copied;
  /**
   * Text from the clipboard, tab-separated with quoted cells, from the first cell of the selection on; a single text fills the whole selection. The text that was copied last in
   * this session comes with formulas and formats. Like Excel, pasting does not ask validation.
   */
  paste(sheet: string, rect: Rect, text: string): Outcome;
  /** @param pixels What cannot be is made the nearest that can. */
  setColumnWidth(sheet: string, column: number, columns: number, pixels: number): Outcome;
  /** Makes columns as wide as their longest text needs. */
  fitColumns(sheet: string, column: number, columns: number): Outcome;
  /** @param at 0-based row of the body that the new row takes the place of; as many as there are rows for last. */
  insertTableRow(table: string, at: number): Outcome;
  deleteTableRow(table: string, at: number): Outcome;
  sort(table: string, columnIndex: number, order: "ascending" | "descending"): Outcome;
  /** Every text of a column that the other columns' filters let through, in order, empty cells last. */
  filterChoices(table: string, columnIndex: number): readonly FilterChoice[];
  /** Shows the rows with these texts only; undefined shows all. */
  filter(table: string, columnIndex: number, texts: readonly string[] | undefined): Outcome;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What was done last, undone: by the user, or by the add-in where that is offered. */
  undo(): Outcome;
  redo(): Outcome;
  /** Whether what the add-in writes is a step that can be undone, as from ExcelApi 1.20 on; where it is not, it ends the list. It is until this says otherwise. */
  offerUndoOfAddIn(isOffered: boolean): void;
  /** To be called when the user presses something of the add-in's: what it writes from then on is a step of its own, and what passes is counted anew. */
  askAddIn(): void;
  /** To be called when the user begins to type in a cell, and when that is over: in between Excel answers no add-in. */
  editCell(isEdited: boolean): void;

  // The file

  /** Something has been changed since the file was opened or saved. */
  readonly isDirty: boolean;
  /** The workbook as a file, with every formula computed; it is no longer dirty. */
  save(): Uint8Array;
}

/** What came of opening a file. */
export type OpenedFile = { readonly kind: "opened"; readonly session: UserSession } | { readonly kind: "refused"; readonly title: string; readonly message: string };
