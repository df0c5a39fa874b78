import type { Chart, ChartCorner, ChartKind } from "../../xlsx/model.js";
import type { ChartView } from "./session.js";

const PIXELS_PER_EMU = 1 / 9525;
/** The theme's own, where nobody has chosen a colour. */
const THEME = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

/** Undefined for a chart that cannot be drawn here: of another kind, or not between two cells. */
export function chartView(chart: Chart): ChartView | undefined {
  const { id, kind, place, title, name, altText, series } = chart;
  const [first] = series;
  if (place === undefined || kind === "other" || first === undefined) {
    return undefined;
  }
  const shown = series.map(({ name: seriesName, values, color }, index) => ({ name: seriesName, values, color: color ?? THEME[index % THEME.length] ?? "#000000" }));
  return {
    id,
    name: title ?? name,
    said: altText,
    shape: shapeOf(kind),
    isStacked: kind.includes("Stacked"),
    isReversed: chart.categoryAxis?.reversed === true,
    from: cornerOf(place.from),
    to: cornerOf(place.to),
    categories: first.values.map((_, index) => first.categories[index] ?? String(index + 1)),
    series: shown,
  };
}

function shapeOf(kind: ChartKind): ChartView["shape"] {
  return kind.startsWith("column") ? "columns" : kind.startsWith("bar") ? "bars" : "lines";
}

function cornerOf({ row, column, rowOffset, columnOffset }: ChartCorner): ChartView["from"] {
  return { row, column, down: rowOffset * PIXELS_PER_EMU, right: columnOffset * PIXELS_PER_EMU };
}
