import type { CellValue } from "../../registers/cell.js";

/** A rectangle of cells relative to the layout's first cell, 0-based. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The looks that a report cell can have; colours and fonts of each are the renderer's (sheetStyles.ts). */
export type CellLook =
  | "title" | "subtitle" | "heading1" | "heading2" | "heading3" | "heading4"
  | "paragraph" | "paragraphLine" | "note" | "noteLine" | "legend" | "tableHeader" | "tableHeaderNumber" | "tableHeaderGap" | "tableCell" | "tableNumber" | "tableGap"
  | "statusMet" | "statusOngoing" | "statusPartly" | "statusMissed" | "statusUnknown";

/** A chart of a report, with the cells of the same sheet that it draws. */
export interface LaidChart {
  /** The document's own id of the chart. */
  readonly id: string;
  readonly title: string;
  readonly type: "column" | "stackedColumn" | "bar" | "stackedBar" | "line";
  /** The cells it lies over, which hold nothing. */
  readonly area: Area;
  /** One column of cells; the values of each series are as many, in the same rows. */
  readonly categories: Area;
  readonly series: readonly {
    readonly name: string;
    readonly header: Area;
    readonly values: Area;
    /** "#RRGGBB"; `labelColor` is that of figures printed on it. */
    readonly color: string;
    readonly labelColor: string;
    /** English number format of its figures, where they are printed. */
    readonly numberFormat: string;
  }[];
  readonly valueTitle?: string;
}

/** A report laid out on a sheet's grid: plain data, ready to be written in a few calls. No merged cells. */
export interface SheetLayout {
  readonly sheetName: string;
  /** Width of each column in characters. */
  readonly columnWidths: readonly number[];
  /** The whole block; "" is an empty cell; text that begins with = + - @ is text. */
  readonly values: readonly (readonly CellValue[])[];
  /** English number format of each cell, same shape as `values`. */
  readonly numberFormats: readonly (readonly string[])[];
  /** Looks by area, in the order to apply; areas of the same look are few. */
  readonly looks: readonly { readonly look: CellLook; readonly areas: readonly Area[] }[];
  /** Where each table of the document landed: header row included. */
  readonly tables: readonly { readonly id: string; readonly area: Area }[];
  /** In the document's order. */
  readonly charts: readonly LaidChart[];
  readonly print: {
    readonly orientation: "portrait" | "landscape";
    /** Rows repeated on each printed page, if the layout has one table header to repeat. */
    readonly titleRows?: { readonly row: number; readonly rows: number };
    readonly footer: string;
  };
}
