/**
 * What the .xlsx file model offers, as interfaces: the contract between the file (src/xlsx) and those who use it.
 * All rows and columns are 0-based. Nothing here knows Office.js; nothing here computes formulas.
 */

/** Excel's error values as they stand in a cell. */
export type CellErrorText =
  | "#NULL!" | "#DIV/0!" | "#VALUE!" | "#REF!" | "#NAME?" | "#NUM!" | "#N/A" | "#GETTING_DATA" | "#SPILL!" | "#CALC!" | "#BLOCKED!" | "#CONNECT!" | "#BUSY!" | "#FIELD!" | "#UNKNOWN!";

/** An error value; an object so that it is never taken for the text "#N/A" that somebody typed. */
export interface CellError {
  readonly error: CellErrorText;
}

/** A cell's value; `null` is an empty cell. */
export type Scalar = string | number | boolean | CellError | null;

export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** A cell's content: `formula` is the file's text without "=", in English A1 form, or undefined. `value` is then the cached result. */
export interface CellContent {
  readonly value: Scalar;
  readonly formula?: string;
}

export type Color = string; // "#RRGGBB", upper case

export type BorderStyle = "none" | "hair" | "thin" | "medium" | "thick" | "double" | "dotted" | "dashed" | "dashDot" | "dashDotDot" | "mediumDashed" | "mediumDashDot" | "mediumDashDotDot" | "slantDashDot";
export interface Border {
  readonly style: BorderStyle;
  readonly color: Color | null;
}

/** The format of one cell, complete. Colours that come from the workbook's theme are given resolved, tint applied. */
export interface CellFormat {
  readonly numberFormat: string;
  readonly font: {
    readonly name: string;
    readonly size: number;
    readonly bold: boolean;
    readonly italic: boolean;
    readonly underline: "none" | "single" | "double" | "singleAccounting" | "doubleAccounting";
    readonly strikethrough: boolean;
    readonly color: Color | null;
  };
  /** Fill colour, or null for no fill. */
  readonly fill: Color | null;
  readonly borders: { readonly left: Border; readonly right: Border; readonly top: Border; readonly bottom: Border };
  readonly horizontal: "general" | "left" | "center" | "right" | "fill" | "justify" | "centerContinuous" | "distributed";
  readonly vertical: "top" | "center" | "bottom" | "justify" | "distributed";
  readonly wrap: boolean;
  readonly indent: number;
  readonly locked: boolean;
  readonly hidden: boolean;
}

/** A change to formats: only what is named changes. */
export interface CellFormatPatch {
  readonly numberFormat?: string;
  readonly font?: Partial<CellFormat["font"]>;
  readonly fill?: Color | null;
  readonly borders?: Partial<CellFormat["borders"]>;
  readonly horizontal?: CellFormat["horizontal"];
  readonly vertical?: CellFormat["vertical"];
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly locked?: boolean;
  readonly hidden?: boolean;
}

export interface TableColumn {
  /** Stable within the table, as in the file. */
  readonly id: number;
  name: string;
  /** Formula of a calculated column, as in the file (`Table[[#This Row],[X]]`), without "="; undefined when there is none. */
  calculatedFormula: string | undefined;
  totalsLabel: string | undefined;
  totalsFunction: string | undefined;
}

export interface FilterCondition {
  readonly operator: "equal" | "notEqual" | "greaterThan" | "greaterThanOrEqual" | "lessThan" | "lessThanOrEqual";
  /** A number as text, or text with the wildcards * and ?. */
  readonly value: string;
}

/** What the filter of one column lets through: cells that show one of the values, or that meet the one or two conditions (all of them, or any). */
export type ColumnFilter =
  | { readonly kind: "values"; readonly values: readonly string[]; readonly blanks: boolean }
  | { readonly kind: "conditions"; readonly conditions: readonly FilterCondition[]; readonly all: boolean };

/** An Excel table. Names are unique in the workbook, without regard to case. */
export interface Table {
  readonly id: number;
  readonly sheet: Sheet;
  name: string;
  /** Header, body and totals. */
  readonly range: Rect;
  readonly headerRow: boolean;
  readonly totalsRow: boolean;
  readonly columns: readonly TableColumn[];
  style: string | undefined;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFirstColumn: boolean;
  showLastColumn: boolean;
  showFilterButton: boolean;
  /** Criteria of the table's filter, with their raw XML; empty when nothing is filtered. `filter` is undefined for kinds that are only kept (colours, dates by group, top ten). */
  readonly filterColumns: readonly { readonly columnIndex: number; readonly xml: string; readonly filter: ColumnFilter | undefined }[];
  /** Sets or takes away the criteria of one column. Rows are neither hidden nor shown by it. */
  setFilter(columnIndex: number, filter: ColumnFilter | undefined): void;
  clearFilters(): void;
  /** Adds an empty totals row beneath the body, in cells that must not be another table's, or takes it out of the table and leaves its cells. */
  setTotalsRow(shown: boolean): void;
  /** Changes the range; the header row stays where it is. Columns added get the header given in the cells, or "Kolumn1" …. */
  resize(range: Rect): void;
  /** Adds columns at an index (the cells of the table to the right move right, within the table's rows); names must be unique. */
  insertColumns(index: number, names: readonly string[]): void;
  deleteColumn(index: number): void;
}

export interface DefinedName {
  readonly name: string;
  /** The sheet it is local to, or undefined for the workbook. */
  readonly scope: Sheet | undefined;
  /** Text without "=", e.g. "Listor!$A$2:$A$9". */
  formula: string;
  hidden: boolean;
  comment: string | undefined;
}

export interface DataValidation {
  readonly ranges: readonly Rect[];
  readonly type: "none" | "whole" | "decimal" | "list" | "date" | "time" | "textLength" | "custom";
  readonly operator: "between" | "notBetween" | "equal" | "notEqual" | "greaterThan" | "lessThan" | "greaterThanOrEqual" | "lessThanOrEqual";
  /** As in the file, without "=": `"Ja,Nej"` in quotes for an inline list, otherwise a reference or formula. */
  readonly formula1: string | undefined;
  readonly formula2: string | undefined;
  readonly allowBlank: boolean;
  readonly inCellDropDown: boolean;
  readonly showErrorAlert: boolean;
  readonly errorStyle: "stop" | "warning" | "information";
  readonly errorTitle: string | undefined;
  readonly errorMessage: string | undefined;
  readonly showInputPrompt: boolean;
  readonly promptTitle: string | undefined;
  readonly promptMessage: string | undefined;
}

/** A conditional format; types we do not edit are kept as `other` with their XML. */
export interface ConditionalFormat {
  readonly ranges: readonly Rect[];
  readonly type: "expression" | "cellIs" | "containsText" | "other";
  readonly operator: string | undefined;
  readonly formulas: readonly string[];
  readonly text: string | undefined;
  readonly priority: number;
  readonly stopIfTrue: boolean;
  readonly format: { readonly fontColor?: Color; readonly fill?: Color; readonly bold?: boolean; readonly italic?: boolean } | undefined;
}

/** Without a priority it is applied before all others. */
export type NewConditionalFormat = Omit<ConditionalFormat, "priority"> & { readonly priority?: number };

export interface SheetProtectionOptions {
  readonly allowAutoFilter: boolean;
  readonly allowDeleteColumns: boolean;
  readonly allowDeleteRows: boolean;
  readonly allowEditObjects: boolean;
  readonly allowEditScenarios: boolean;
  readonly allowFormatCells: boolean;
  readonly allowFormatColumns: boolean;
  readonly allowFormatRows: boolean;
  readonly allowInsertColumns: boolean;
  readonly allowInsertHyperlinks: boolean;
  readonly allowInsertRows: boolean;
  readonly allowPivotTables: boolean;
  readonly allowSort: boolean;
  readonly selectLockedCells: boolean;
  readonly selectUnlockedCells: boolean;
}
export interface SheetProtection {
  readonly options: SheetProtectionOptions;
  /** True when the file holds a password hash; we check no passwords, we only keep them. */
  readonly hasPassword: boolean;
}

export interface FreezePanes {
  /** Rows and columns frozen from the top left. */
  readonly rows: number;
  readonly columns: number;
}

export interface PageLayout {
  readonly orientation: "portrait" | "landscape";
  /** ECMA code: 9 is A4. */
  readonly paperSize: number;
  /** Pages to fit in each direction; 0 is as many as it takes; undefined is no fitting. */
  readonly fitToWidth: number | undefined;
  readonly fitToHeight: number | undefined;
  readonly scale: number | undefined;
  /** In inches. */
  readonly margins: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly header: number; readonly footer: number };
  /** Header and footer codes as in the file, e.g. "&CSida &P av &N". */
  readonly header: string;
  readonly footer: string;
  readonly centerHorizontally: boolean;
  readonly printGridlines: boolean;
  readonly printHeadings: boolean;
}

/** Kinds of charts that can be made here; a chart of another kind is kept as it is. */
export type ChartKind =
  | "columnClustered" | "columnStacked" | "columnStacked100" | "barClustered" | "barStacked" | "barStacked100" | "line" | "lineMarkers";

export interface CellsOfSheet {
  readonly sheet: Sheet;
  readonly rect: Rect;
}

/** A corner of a chart: a cell, and how far into it in EMU (12 700 to the point). */
export interface ChartCorner extends CellPosition {
  readonly rowOffset: number;
  readonly columnOffset: number;
}

export interface ChartFont {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: Color;
}

export type MarkerStyle = "none" | "circle" | "dash" | "diamond" | "dot" | "plus" | "square" | "star" | "triangle" | "x";

/** A row of bars or a line of a chart. References follow their cells; what stands in the cells is kept with them as it was when they were given. */
export interface ChartSeries {
  /** As shown; one that is set is a text of its own. */
  name: string;
  setNameFrom(cells: CellsOfSheet): void;
  /** References as in the file, without "="; undefined when there is none. */
  readonly valuesFrom: string | undefined;
  readonly categoriesFrom: string | undefined;
  setValues(cells: CellsOfSheet): void;
  setCategories(cells: CellsOfSheet): void;
  /** What the cells held; null where there was no number. */
  readonly values: readonly (number | null)[];
  readonly categories: readonly string[];
  /** Of the bars, or of the line and its markers; undefined for a colour of the theme. */
  color: Color | undefined;
  /** Colour of the line round the bars, which sets stacked ones apart. */
  outline: Color | undefined;
  /** Only lines have markers. */
  marker: MarkerStyle | undefined;
  /** Whether its figures stand at the bars or points. */
  showsLabels: boolean;
  labelFormat: string | undefined;
  labelColor: Color | undefined;
}

export interface ChartAxis {
  visible: boolean;
  /** Undefined for none. */
  title: string | undefined;
  majorGridlines: boolean;
  tickLabels: "nextTo" | "high" | "low" | "none";
  /** Categories in reverse, so that the first of lying bars is at the top. */
  reversed: boolean;
}

/** A chart on a sheet. What it holds beyond this is kept as it is. */
export interface Chart {
  /** Unique on its sheet. */
  readonly id: number;
  name: string;
  /** What it shows, for whoever does not see it; undefined when nobody has said. */
  altText: string | undefined;
  /** "other" for what can only be kept; a kind can be given to a chart of another of the kinds. */
  readonly kind: ChartKind | "other";
  setKind(kind: ChartKind): void;
  /** Its corners; undefined for a chart that does not stand between two cells. */
  readonly place: { readonly from: ChartCorner; readonly to: ChartCorner } | undefined;
  setPlace(from: ChartCorner, to: ChartCorner): void;
  title: string | undefined;
  setTitleFont(font: ChartFont): void;
  setFont(font: ChartFont): void;
  legend: "none" | "top" | "bottom" | "left" | "right";
  /** Room between the bars, in hundredths of a bar's width; undefined for lines. */
  gapWidth: number | undefined;
  readonly categoryAxis: ChartAxis | undefined;
  readonly valueAxis: ChartAxis | undefined;
  readonly series: readonly ChartSeries[];
  addSeries(name?: string): ChartSeries;
  removeSeries(series: ChartSeries): void;
}

export interface Sheet {
  /** Stable id of the sheet within the file. */
  readonly id: string;
  name: string;
  visibility: "visible" | "hidden" | "veryHidden";
  tabColor: Color | null;
  readonly position: number;

  cell(row: number, column: number): CellContent | undefined;
  /** Sets a cell's content and keeps its format; `{ value: null }` empties it. A formula's value may be null until computed. */
  setCell(row: number, column: number, content: CellContent): void;
  /** Stores a formula's computed result without touching the formula. */
  setCachedValue(row: number, column: number, value: Scalar): void;
  /** All cells that have content, in row order. */
  cells(): IterableIterator<{ readonly row: number; readonly column: number; readonly content: CellContent }>;
  /** Smallest rectangle round cells with content (or, unless `valuesOnly`, with content or a format); undefined when there is none. */
  usedRange(valuesOnly: boolean): Rect | undefined;

  format(row: number, column: number): CellFormat;
  numberFormat(row: number, column: number): string;
  /** Applies a patch to each cell of an area; whole rows or columns are given by their full extent and stay cheap. */
  applyFormat(area: Rect, patch: CellFormatPatch): void;
  /** Removes formats (back to Normal). */
  clearFormat(area: Rect): void;

  /** Inserts or deletes cells and moves what stands beside, with tables, names, validations, conditional formats, formulas and merges that refer there. A table that would lose all its rows keeps one, blank. Throws XlsxError `tableInTheWay` when a table would be cut. */
  insertCells(area: Rect, shift: "down" | "right"): void;
  deleteCells(area: Rect, shift: "up" | "left"): void;

  readonly merges: readonly Rect[];
  merge(area: Rect): void;
  unmerge(area: Rect): void;

  /** Width in characters (the file's unit), or undefined for the default. */
  columnWidth(column: number): number | undefined;
  setColumnWidth(column: number, count: number, width: number | undefined): void;
  columnHidden(column: number): boolean;
  setColumnHidden(column: number, count: number, hidden: boolean): void;
  /** Height in points, or undefined for automatic. */
  rowHeight(row: number): number | undefined;
  /** Whether somebody has chosen the row's height: it is kept, whatever the row needs. */
  rowHeightIsChosen(row: number): boolean;
  /** An automatic height is what the row needs now: it is saved so, and whoever opens the file may work it out anew. */
  setRowHeight(row: number, count: number, points: number | undefined, automatic?: boolean): void;
  rowHidden(row: number): boolean;
  setRowHidden(row: number, count: number, hidden: boolean): void;
  readonly defaultRowHeight: number;
  readonly defaultColumnWidth: number;

  readonly tables: readonly Table[];
  /** The header cells must hold text; empty or duplicate headers are given unique names, as Excel does. Throws XlsxError `tableOverlap` / `tableName`. */
  addTable(range: Rect, options: { name: string; headerRow: boolean; style?: string }): Table;
  /** Turns the table into a plain range. */
  removeTable(table: Table): void;

  readonly dataValidations: readonly DataValidation[];
  /** Sets the rule of an area, taking it out of the rules that covered it; undefined clears it. */
  setDataValidation(area: Rect, rule: Omit<DataValidation, "ranges"> | undefined): void;
  readonly conditionalFormats: readonly ConditionalFormat[];
  addConditionalFormat(format: NewConditionalFormat): ConditionalFormat;
  removeConditionalFormat(format: ConditionalFormat): void;
  clearConditionalFormats(area: Rect): void;

  /** Those of its drawing, in the drawing's order; charts of kinds that have come after Excel 2013 are not among them. */
  readonly charts: readonly Chart[];
  addChart(kind: ChartKind): Chart;
  removeChart(chart: Chart): void;

  readonly protection: SheetProtection | undefined;
  protect(options: Partial<SheetProtectionOptions>): void;
  unprotect(): void;

  freezePanes: FreezePanes | undefined;
  showGridlines: boolean;
  pageLayout: PageLayout;
}

export interface DocumentProperties {
  title: string;
  subject: string;
  author: string;
  keywords: string;
  comments: string;
  category: string;
  lastAuthor: string;
  /** When the file was last saved, as it stands there (W3CDTF, "2019-05-20T08:30:00Z"); "" when it does not say. */
  readonly modified: string;
}

/** An open .xlsx file. Parts that nothing here understands, or that were not changed, are saved byte for byte as they came. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  sheet(name: string): Sheet | undefined;
  addSheet(name: string, position?: number): Sheet;
  removeSheet(sheet: Sheet): void;
  moveSheet(sheet: Sheet, position: number): void;
  activeSheet: Sheet;
  table(name: string): Table | undefined;
  readonly names: readonly DefinedName[];
  addName(name: string, formula: string, scope?: Sheet): DefinedName;
  removeName(name: DefinedName): void;
  readonly properties: DocumentProperties;
  /** True when the workbook counts days from 1904. */
  readonly date1904: boolean;
  /** Office add-in settings kept with the file (JSON values by key), in a part of their own; survive a save by Excel. */
  readonly settings: Map<string, unknown>;
  /** Deterministic: the same workbook gives the same bytes. */
  save(): Uint8Array;
}
