import type { Chart, Rect, Sheet } from "../../xlsx/model.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area } from "../subjects.js";

export type SeriesBy = "Auto" | "Columns" | "Rows";

/**
 * Gives a chart the series of a block of cells, as Excel guesses them: series lie along the block's longer side unless told; a first line of texts names them, and a first cell of each with texts
 * is its category.
 */
export function setSource(chart: Chart, { sheet, rect }: Area, seriesBy: SeriesBy): void {
  if (chart.kind === "other") {
    throw new RichApiError("UnsupportedOperation", "Charts of this type are kept as they are in the embedded Excel.");
  }
  for (const series of chart.series) {
    chart.removeSeries(series);
  }
  const inColumns = seriesBy === "Auto" ? rect.rows >= rect.columns : seriesBy === "Columns";
  const block = new Block(sheet, rect, inColumns);
  const names = block.length > 1 && block.lineOfNames ? 1 : 0;
  const categories = block.count > 1 && block.lineOfCategories(names) ? 1 : 0;
  for (let index = categories; index < block.count; index += 1) {
    const series = chart.addSeries();
    if (names > 0) {
      series.setNameFrom({ sheet, rect: block.part(index, 0, 1) });
    }
    if (categories > 0) {
      series.setCategories({ sheet, rect: block.part(0, names, block.length - names) });
    }
    series.setValues({ sheet, rect: block.part(index, names, block.length - names) });
  }
}

/** A block of cells seen along its series: `count` lines of `length` cells. */
class Block {
  constructor(
    private readonly sheet: Sheet,
    private readonly rect: Rect,
    private readonly inColumns: boolean,
  ) {}

  get count(): number {
    return this.inColumns ? this.rect.columns : this.rect.rows;
  }

  get length(): number {
    return this.inColumns ? this.rect.rows : this.rect.columns;
  }

  part(index: number, from: number, length: number): Rect {
    const { row, column } = this.rect;
    return this.inColumns ? { row: row + from, column: column + index, rows: length, columns: 1 } : { row: row + index, column: column + from, rows: 1, columns: length };
  }

  /** Whether the first cell of a line is a text. */
  get lineOfNames(): boolean {
    return Array.from({ length: this.count }, (_, index) => this.value(index, 0)).some((value) => typeof value === "string" && value !== "");
  }

  lineOfCategories(from: number): boolean {
    return Array.from({ length: this.length - from }, (_, place) => this.value(0, from + place)).some((value) => typeof value === "string" && value !== "");
  }

  private value(index: number, place: number): unknown {
    const { row, column } = this.part(index, place, 1);
    return this.sheet.cell(row, column)?.value ?? null;
  }
}
