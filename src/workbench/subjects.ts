// The objects that Office.js proxies stand for: for each of its classes, what it is in the workbook. The class names are those of the API.
import type { Chart, ConditionalFormat, DefinedName, Rect, Sheet, Table, TableColumn, Workbook } from "../xlsx/model.js";

/** A block of cells on a sheet. */
export interface Area {
  readonly sheet: Sheet;
  readonly rect: Rect;
}

/** One or more blocks on one sheet: a Range's format is that of one area, a RangeAreas' that of several. */
export type Areas = readonly [Area, ...Area[]];

export type BorderSide = "left" | "right" | "top" | "bottom" | "insideHorizontal" | "insideVertical";

/** The tables of the workbook, of a sheet, or those that a range touches. */
export interface TableScope {
  readonly sheet: Sheet | undefined;
  readonly tables: () => readonly Table[];
}

export interface ColumnOfTable {
  readonly table: Table;
  readonly column: TableColumn;
}

export interface ChartOfSheet {
  readonly sheet: Sheet;
  readonly chart: Chart;
}

export interface AxisOfChart extends ChartOfSheet {
  readonly axis: "category" | "value";
}

export interface FontOfChart extends ChartOfSheet {
  readonly of: "chart" | "title";
}

/** A series by its place in the chart, 0-based. */
export interface SeriesOfChart extends ChartOfSheet {
  readonly index: number;
}

/** A conditional format under construction or in the file; it comes piece by piece from the client, while the file's are immutable. */
export interface ConditionalFormatHandle {
  readonly id: string;
  readonly areas: Areas;
  readonly type: "custom" | "containsText" | "cellValue" | "other";
  /** What the file has; undefined until a rule has been set. */
  current: ConditionalFormat | undefined;
  /** What has been given before the rule. */
  draft: Partial<ConditionalFormat>;
}

/** Office.js class → what the host keeps for it. */
export interface Subjects {
  Application: Workbook;
  AutoFilter: { readonly sheet: Sheet; readonly table: Table | undefined };
  CellValueConditionalFormat: ConditionalFormatHandle;
  Chart: ChartOfSheet;
  ChartAreaFormat: ChartOfSheet;
  ChartAxes: ChartOfSheet;
  ChartAxis: AxisOfChart;
  ChartAxisTitle: AxisOfChart;
  ChartCollection: Sheet;
  ChartDataLabelFormat: SeriesOfChart;
  ChartDataLabels: SeriesOfChart;
  ChartFill: SeriesOfChart;
  ChartFont: FontOfChart;
  ChartGridlines: AxisOfChart;
  /** Office.js has one class for all fonts of charts; this is the one of a series' labels. */
  ChartLabelFont: SeriesOfChart;
  ChartLegend: ChartOfSheet;
  ChartLineFormat: SeriesOfChart;
  ChartSeries: SeriesOfChart;
  ChartSeriesCollection: ChartOfSheet;
  ChartSeriesFormat: SeriesOfChart;
  ChartTitle: ChartOfSheet;
  ChartTitleFormat: ChartOfSheet;
  ConditionalFormat: ConditionalFormatHandle;
  ConditionalFormatCollection: Areas;
  ConditionalFormatRule: ConditionalFormatHandle;
  ConditionalRangeFill: ConditionalFormatHandle;
  ConditionalRangeFont: ConditionalFormatHandle;
  ConditionalRangeFormat: ConditionalFormatHandle;
  CultureInfo: Workbook;
  CustomConditionalFormat: ConditionalFormatHandle;
  DataValidation: Areas;
  DatetimeFormatInfo: Workbook;
  DocumentProperties: Workbook;
  Filter: ColumnOfTable;
  FormatProtection: Areas;
  HeaderFooter: Sheet;
  HeaderFooterGroup: Sheet;
  NamedItem: DefinedName;
  NamedItemCollection: Sheet | undefined;
  NumberFormatInfo: Workbook;
  PageLayout: Sheet;
  Range: Area;
  RangeAreas: Areas;
  RangeBorder: { readonly areas: Areas; readonly side: BorderSide };
  RangeBorderCollection: Areas;
  RangeCollection: Areas;
  RangeFill: Areas;
  RangeFont: Areas;
  RangeFormat: Areas;
  RangeSort: Area;
  RangeView: { readonly area: Area; readonly index: number };
  RangeViewCollection: Area;
  Runtime: Workbook;
  Setting: string;
  SettingCollection: Workbook;
  Table: Table;
  TableCollection: TableScope;
  TableColumn: ColumnOfTable;
  TableColumnCollection: Table;
  TableRow: { readonly table: Table; readonly index: number };
  TableRowCollection: Table;
  TableScopedCollection: TableScope;
  TableSort: Table;
  TextConditionalFormat: ConditionalFormatHandle;
  Workbook: Workbook;
  WorkbookProtection: Workbook;
  Worksheet: Sheet;
  WorksheetCollection: Workbook;
  WorksheetFreezePanes: Sheet;
  WorksheetProtection: Sheet;
}

export type Kind = keyof Subjects;

/** An object as the client knows it: its class, and what it stands for. */
export interface Handle<K extends Kind> {
  readonly kind: K;
  readonly target: Subjects[K];
}

export type HostObject = { [K in Kind]: Handle<K> }[Kind];
