import type { ChartView } from "../../user/session.js";

/** A bar, in pixels from the corner of the plot; `text` stands in it or beside it. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
  readonly text: string;
}

export interface Line {
  readonly color: string;
  /** Where nothing was measured the line is broken. */
  readonly points: readonly (readonly { readonly x: number; readonly y: number }[])[];
}

/** Share of a category's room that its bars take. */
const BAR_SHARE = 0.62;

/** The bars of a chart; negative figures are drawn as nought. */
export function barsOf(chart: ChartView, width: number, height: number): readonly Bar[] {
  const { categories, series, isStacked, isReversed, shape } = chart;
  const isLying = shape === "bars";
  const [along, across] = isLying ? [width, height] : [height, width];
  const most = largest(chart);
  const room = across / Math.max(1, categories.length);
  const thick = (room * BAR_SHARE) / (isStacked ? 1 : Math.max(1, series.length));
  return categories.flatMap((_, category) => {
    const place = isLying && !isReversed ? categories.length - 1 - category : category;
    let reached = 0;
    return series.flatMap(({ values, color }, index): readonly Bar[] => {
      const value = Math.max(0, values[category] ?? 0);
      const long = most === 0 ? 0 : (value / most) * along;
      const start = isStacked ? reached : 0;
      const side = place * room + (room * (1 - BAR_SHARE)) / 2 + (isStacked ? 0 : index * thick);
      reached += long;
      if (long === 0) return [];
      const text = String(Math.round(value * 1000) / 1000).replace(".", ",");
      return [isLying ? { x: start, y: side, width: long, height: thick, color, text } : { x: side, y: height - start - long, width: thick, height: long, color, text }];
    });
  });
}

/** The lines of a chart, from its smallest figure or nought to its largest. */
export function linesOf(chart: ChartView, width: number, height: number): readonly Line[] {
  const most = largest(chart);
  const least = Math.min(0, ...chart.series.flatMap(({ values }) => values.filter((value) => value !== null)));
  const room = width / Math.max(1, chart.categories.length);
  return chart.series.map(({ values, color }) => {
    const stretches: { x: number; y: number }[][] = [[]];
    values.forEach((value, index) => {
      if (value === null) stretches.push([]);
      else stretches.at(-1)?.push({ x: (index + 0.5) * room, y: most === least ? height : height - ((value - least) / (most - least)) * height });
    });
    return { color, points: stretches.filter((points) => points.length > 0) };
  });
}

/** The figure that fills the plot: the largest one, or the largest sum of stacked ones. */
function largest({ categories, series, isStacked }: ChartView): number {
  const figures = isStacked
    ? categories.map((_, category) => series.reduce((sum, { values }) => sum + Math.max(0, values[category] ?? 0), 0))
    : series.flatMap(({ values }) => values.map((value) => value ?? 0));
  return Math.max(0, ...figures);
}

/** What a chart shows, in words: what somebody has said of it and its figures. */
export function chartInWords({ name, said, categories, series }: ChartView): string {
  const figures = categories.map((category, index) => `${category}: ${series.map(({ name: what, values }) => `${what} ${values[index] ?? "–"}`).join(", ")}`);
  return [name, ...(said === undefined ? [] : [said]), ...figures].map((part) => part.replace(/\.$/u, "")).join(". ");
}
