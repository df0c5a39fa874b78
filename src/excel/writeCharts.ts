// Requires ExcelApi 1.8 (data labels of a series; series, their cells and axes 1.7; charts themselves 1.1). Office.js has no alternative text for charts (shapes have, from 1.9; charts are none),
// so what a chart shows is printed in the cells beneath it.
import { areaReference } from "../registers/address.js";
import type { Area, LaidChart } from "../reports/layout/sheetLayout.js";

/** What our charts are called, so that a rebuild finds them. A chart that somebody has given another name is theirs from then on. */
export const CHART_PREFIX = "Måltavla ";

export function chartName({ id }: Pick<LaidChart, "id">): string {
  return `${CHART_PREFIX}${id}`;
}

const TYPES = { column: "ColumnClustered", stackedColumn: "ColumnStacked", bar: "BarClustered", stackedBar: "BarStacked", line: "LineMarkers" } as const;
/** Told apart by their shape where colours are not seen. */
const MARKERS = ["Circle", "Diamond", "Square", "Triangle", "X", "Plus"] as const;

const CALM_BLUE = "#1F3864";
const INK = "#1F1F1F";
const SHEET_WHITE = "#FFFFFF";
const TITLE_SIZE = 12;
const TEXT_SIZE = 10;
const GAP_WIDTH = 60;

/**
 * Queues a report's charts, after its cells have been written. Each is updated in place where there is one of its name, else made; ours that the report no longer has are deleted, and others are
 * left alone. A chart that was made by a write that then failed is found by its name the next time.
 * @param standing names of the charts on the sheet now
 */
export function writeCharts(sheet: Excel.Worksheet, charts: readonly LaidChart[], standing: readonly string[]): void {
  const names = new Set(charts.map(chartName));
  const there = new Set(standing);
  for (const name of there) {
    if (name.startsWith(CHART_PREFIX) && !names.has(name)) {
      // Somebody may have deleted it since.
      sheet.charts.getItemOrNullObject(name).delete();
    }
  }
  for (const laid of charts) {
    writeChart(sheet, laid, there.has(chartName(laid)));
  }
}

function writeChart(sheet: Excel.Worksheet, laid: LaidChart, isThere: boolean): void {
  const [first, ...others] = laid.series;
  if (first === undefined) {
    return;
  }
  // One column of figures at a time: Excel would have to guess which of several are names.
  const source = cells(sheet, first.values);
  const chart = isThere ? sheet.charts.getItem(chartName(laid)) : sheet.charts.add(TYPES[laid.type], source, "Columns");
  chart.name = chartName(laid);
  if (isThere) {
    chart.chartType = TYPES[laid.type];
    // Leaves one series, however many there were.
    chart.setData(source, "Columns");
  }
  writeSeries(sheet, chart.series.getItemAt(0), laid, 0);
  others.forEach((series, index) => {
    writeSeries(sheet, chart.series.add(series.name), laid, index + 1);
  });
  chart.format.font.size = TEXT_SIZE;
  chart.format.font.color = INK;
  // One that a user has taken away cannot be given a text.
  chart.title.visible = true;
  chart.title.text = laid.title;
  chart.title.format.font.size = TITLE_SIZE;
  chart.title.format.font.bold = true;
  chart.title.format.font.color = CALM_BLUE;
  chart.legend.visible = others.length > 0;
  if (others.length > 0) {
    chart.legend.position = "Bottom";
  }
  writeAxes(chart, laid);
  chart.setPosition(cells(sheet, cornerOf(laid.area)), cells(sheet, endOf(laid.area)));
}

function writeSeries(sheet: Excel.Worksheet, series: Excel.ChartSeries, { type, categories, series: all }: LaidChart, index: number): void {
  const laid = all[index];
  if (laid === undefined) {
    return;
  }
  series.name = laid.name;
  series.setValues(cells(sheet, laid.values));
  series.setXAxisValues(cells(sheet, categories));
  if (type === "line") {
    series.markerStyle = MARKERS[index % MARKERS.length] ?? "Circle";
    series.format.line.color = laid.color;
    series.format.fill.setSolidColor(laid.color);
    return;
  }
  series.format.fill.setSolidColor(laid.color);
  // Sets stacked bars apart where their colours are not seen.
  series.format.line.color = SHEET_WHITE;
  series.gapWidth = GAP_WIDTH;
  series.hasDataLabels = true;
  series.dataLabels.numberFormat = withoutZeros(laid.numberFormat);
  series.dataLabels.format.font.color = isStacked(type) ? laid.labelColor : INK;
}

/** Where each bar says its figure there is nothing to read off an axis. */
function writeAxes(chart: Excel.Chart, { type, valueTitle }: LaidChart): void {
  const { categoryAxis, valueAxis } = chart.axes;
  const isLine = type === "line";
  // Excel draws the first lying bar at the bottom.
  categoryAxis.reversePlotOrder = type === "bar" || type === "stackedBar";
  valueAxis.tickLabelPosition = isLine ? "NextToAxis" : "None";
  valueAxis.majorGridlines.visible = isLine;
  valueAxis.title.visible = valueTitle !== undefined;
  if (valueTitle !== undefined) {
    valueAxis.title.text = valueTitle;
  }
}

function isStacked(type: LaidChart["type"]): boolean {
  return type === "stackedColumn" || type === "stackedBar";
}

/** A part that is nought is not drawn, and its figure would stand on its neighbour. */
function withoutZeros(format: string): string {
  return format === "General" ? "0;-0;;" : `${format};-${format};;`;
}

function cells(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRange(areaReference(area));
}

function cornerOf({ row, column }: Area): Area {
  return { row, column, rows: 1, columns: 1 };
}

function endOf({ row, column, rows, columns }: Area): Area {
  return { row: row + rows - 1, column: column + columns - 1, rows: 1, columns: 1 };
}
