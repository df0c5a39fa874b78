import type { Period } from "../registers/values/period.js";
import type { CellLook } from "./layout/sheetLayout.js";

/** Who may read a report: "intern" may show comments and decision numbers, "publik" shows counts only. */
export type Audience = "intern" | "publik";

/** One typed cell of a report table. Numbers stay numbers; `decimals` is how many are printed. */
export type ReportCell =
  /** `isHeldBack` is true of what stands in place of a count that a public report does not show. */
  | { readonly kind: "text"; readonly text: string; readonly isHeldBack?: true }
  | { readonly kind: "number"; readonly value: number; readonly decimals: number; readonly unit?: string }
  /** `value` is a fraction: 0.055 prints as 5,5 % with one decimal. */
  | { readonly kind: "percent"; readonly value: number; readonly decimals: number }
  /** Serial number; prints as 2019-01-22. */
  | { readonly kind: "date"; readonly value: number }
  /** A word of a status scale; printed with its symbol and fill. The scale belongs to the column. */
  | { readonly kind: "status"; readonly scale: string; readonly word: string }
  /** Nothing to print, and why, for whoever asks (e.g. "målvärdet är noll eller negativt"). */
  | { readonly kind: "empty"; readonly reason?: string };

export interface ReportColumn {
  readonly key: string;
  readonly header: string;
  readonly align: "left" | "right";
  /** Which column of the document's grid it stands in, 0-based: tables of one report share columns, so that they line up. */
  readonly gridColumn: number;
}

export interface ReportTable {
  readonly kind: "table";
  /** Stable within the report, e.g. "matt:MÅL-3"; used by tests, by kept edits and by --json. */
  readonly id: string;
  readonly caption?: string;
  readonly columns: readonly ReportColumn[];
  /** Index of the column whose text a row is known by; the first one unless given. */
  readonly namedBy?: number;
  readonly rows: readonly (readonly ReportCell[])[];
}

/** Columns stand up, bars lie down; stacked ones are put on top of each other, for parts of a whole. Lines are for what is followed over time. */
export type ChartType = "column" | "stackedColumn" | "bar" | "stackedBar" | "line";

/** A column of figures drawn in a chart; it is called by the column's header. */
export interface ReportChartSeries {
  readonly column: string;
  /** Where the column is a status, the look of that status: it then has the status's colour. Others have a colour by their order. */
  readonly look?: CellLook;
}

/**
 * A chart that draws columns of a table that stands in the same report, so that the figures can be read without it. It is drawn only when every cell of those columns is a figure or
 * empty, and some is a figure; `altText` is printed all the same.
 */
export interface ReportChart {
  readonly kind: "chart";
  /** Stable within the report, and apart from every other chart's: a rebuild finds the chart by it. */
  readonly id: string;
  readonly title: string;
  /** What the chart shows, in whole sentences with their figures. Printed beneath it, for whoever does not see it. */
  readonly altText: string;
  readonly type: ChartType;
  /** Id of the table, which may stand before or after the chart. */
  readonly table: string;
  /** Key of the column that names what is drawn. */
  readonly categories: string;
  /** At most as many as there are colours (chartColors.ts), at least one. */
  readonly series: readonly ReportChartSeries[];
  /** Which of the table's rows are drawn, 0-based; all unless given. A row of sums is not to be among them. */
  readonly rows?: { readonly first: number; readonly count: number };
  /** What the figures are, e.g. "Andel i tid"; not needed where the title says so. */
  readonly valueTitle?: string;
}

export type ReportBlock =
  /** `id` is stable when the text changes, e.g. a goal's id; what stands under the heading is told apart by it. */
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3 | 4; readonly text: string; readonly id?: string }
  /** With an `id` it begins a section, as a heading does: a goal that is a direction, in running text. */
  | { readonly kind: "paragraph"; readonly text: string; readonly label?: string; readonly id?: string }
  | { readonly kind: "note"; readonly text: string }
  /** The scales used in the report, each with its words in order. */
  | { readonly kind: "legend"; readonly scale: string; readonly words: readonly string[] }
  | ReportTable
  | ReportChart;

/** A report before it is laid out: made by a pure function from registers, and written by one renderer per medium. */
export interface ReportDocument {
  /** Name of the report as on the command line, e.g. "maluppfoljning". */
  readonly report: string;
  readonly title: string;
  readonly audience: Audience;
  /** Name of the sheet it is written on; at most 31 characters are kept (layout.ts makes it a valid sheet name). */
  readonly sheetName: string;
  readonly unitName: string;
  /** What the register Dokument says of the report, as printed under its title: "Diarienummer OAN.2019.17 · 2019-05-22". */
  readonly references?: string;
  readonly period: Period;
  /** As printed, e.g. "T1 2019". */
  readonly periodLabel: string;
  /** Serial number of the day the report was made. */
  readonly date: number;
  /** How the sheet's A4 pages lie; landscape unless given. */
  readonly orientation?: "portrait" | "landscape";
  /** Width in characters of each column of the sheet; paragraphs stand in the first one, wrapped. */
  readonly grid: readonly number[];
  readonly blocks: readonly ReportBlock[];
}
