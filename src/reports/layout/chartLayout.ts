import { chartColor, labelColorOn } from "./chartColors.js";
import type { ReportBlock, ReportCell, ReportChart, ReportColumn, ReportTable } from "../document.js";
import { numberFormatOf } from "./numberFormats.js";
import type { Area, LaidChart } from "./sheetLayout.js";

/** A table of the document and where on the sheet it landed, header row included. */
export interface LaidTable {
  readonly table: ReportTable;
  readonly area: Area;
  /** The sheet row of each of its rows, 0-based; a row that goes on in several counts by its first. */
  readonly rowAt: readonly number[];
}

/** A chart draws a table or a column that its report does not have: a fault in the report's own code. */
export class UnknownChartSourceError extends Error {
  constructor(chart: string, what: string) {
    super(`Diagrammet "${chart}" ska rita "${what}", som inte finns i rapporten. Inget har skrivits. Det är ett fel i rapporten, inte i din arbetsbok.`);
    this.name = "UnknownChartSourceError";
  }
}

const COLUMN_CHART_ROWS = 16;
const ROWS_AROUND_BARS = 6;
/** Bars of several series lie side by side under one name. */
const ROWS_PER_NAME = 1.5;
const ROWS_PER_BAR = 0.75;
/** A page of A4 landscape has room for so many. */
const MOST_ROWS = 32;

/**
 * Sheet rows that a chart lies over: more for bars, which lie under each other. None where there is nothing to draw, or where a figure is held back from a public report: that is a text,
 * which Excel would draw as nought.
 * @throws UnknownChartSourceError
 */
export function chartRows(chart: ReportChart, tables: ReadonlyMap<string, ReportTable>): number {
  const table = tables.get(chart.table);
  if (table === undefined) throw new UnknownChartSourceError(chart.id, chart.table);
  const cells = chart.series.flatMap(({ column }) => drawnCells(chart, table, column));
  if (!cells.some(isFigure) || !cells.every((cell) => isFigure(cell) || cell.kind === "empty")) return 0;
  if (chart.type !== "bar" && chart.type !== "stackedBar") return COLUMN_CHART_ROWS;
  const perName = chart.type === "bar" ? Math.max(ROWS_PER_NAME, chart.series.length * ROWS_PER_BAR) : ROWS_PER_NAME;
  return Math.min(MOST_ROWS, ROWS_AROUND_BARS + Math.ceil(drawnRows(chart, table).length * perName));
}

/** The tables of a report by their ids; where two share one, the first. */
export function tablesById(blocks: readonly ReportBlock[]): ReadonlyMap<string, ReportTable> {
  return firstById(blocks.filter((block) => block.kind === "table"), ({ id }) => id);
}

/** What was laid of them, likewise. */
export function laidById(tables: readonly LaidTable[]): ReadonlyMap<string, LaidTable> {
  return firstById(tables, ({ table }) => table.id);
}

function firstById<Table>(tables: readonly Table[], idOf: (table: Table) => string): ReadonlyMap<string, Table> {
  return new Map(tables.toReversed().map((table) => [idOf(table), table]));
}

/** Wider than this a chart takes longer to read than the table. In characters. */
const WIDE_ENOUGH = 100;

/** The first columns of the sheet, as many as make a chart wide enough. */
export function chartColumns(grid: readonly number[]): number {
  let width = 0;
  const last = grid.findIndex((column) => (width += column) >= WIDE_ENOUGH);
  return last < 0 ? grid.length : last + 1;
}

/** The chart with the cells that it draws; none when it lies over no rows. @throws UnknownChartSourceError */
export function laidChart(chart: ReportChart, area: Area, tables: ReadonlyMap<string, LaidTable>): readonly LaidChart[] {
  const laid = tables.get(chart.table);
  if (laid === undefined || area.rows === 0) return [];
  const { table, area: { row: headerRow }, rowAt } = laid;
  const sheetRows = chart.rows === undefined ? rowAt : rowAt.slice(chart.rows.first, chart.rows.first + chart.rows.count);
  const [from = headerRow, to = from] = [sheetRows[0], sheetRows.at(-1)];
  const cellsOf = ({ gridColumn }: ReportColumn): Area => ({ row: from, column: gridColumn, rows: to - from + 1, columns: 1 });
  const { type, valueTitle } = chart;
  const series = chart.series.map(({ column: key, look }, index) => {
    const column = columnOf(chart, table, key);
    const color = chartColor(index, look, chart.series.slice(0, index).filter((earlier) => earlier.look === look).length);
    return {
      name: plain(column.header),
      header: { row: headerRow, column: column.gridColumn, rows: 1, columns: 1 },
      values: cellsOf(column),
      color,
      labelColor: labelColorOn(color),
      numberFormat: drawnCells(chart, table, key).filter(isFigure).map(numberFormatOf)[0] ?? "General",
    };
  });
  const categories = cellsOf(columnOf(chart, table, chart.categories));
  return [{ id: plain(chart.id), title: plain(chart.title), type, area, categories, series, ...(valueTitle === undefined ? {} : { valueTitle: plain(valueTitle) }) }];
}

/** A cell can hold characters that a chart's texts cannot. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, " ");
}

function drawnRows({ rows }: ReportChart, table: ReportTable): ReportTable["rows"] {
  return rows === undefined ? table.rows : table.rows.slice(rows.first, rows.first + rows.count);
}

function drawnCells(chart: ReportChart, table: ReportTable, key: string): readonly ReportCell[] {
  const index = table.columns.indexOf(columnOf(chart, table, key));
  return drawnRows(chart, table).map((row) => row[index] ?? { kind: "empty" });
}

function isFigure(cell: ReportCell): cell is Extract<ReportCell, { kind: "number" | "percent" }> {
  return cell.kind === "number" || cell.kind === "percent";
}

function columnOf(chart: ReportChart, table: ReportTable, key: string): ReportColumn {
  const column = table.columns.find((candidate) => candidate.key === key);
  if (column === undefined) throw new UnknownChartSourceError(chart.id, key);
  return column;
}
