// The series of a chart: rows of bars, or lines.
import type { ChartSeries, MarkerStyle } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { asColor } from "../cells/colors.js";
import { asFlag, asNumber, asOneOf, asText, nameOf } from "../cells/propertyValues.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { ChartOfSheet, HostObject, SeriesOfChart } from "../subjects.js";
import { changed, rangeAt } from "./charts.js";

const MARKERS: Readonly<Record<string, MarkerStyle | undefined>> = {
  Automatic: undefined, None: "none", Circle: "circle", Dash: "dash", Diamond: "diamond", Dot: "dot", Plus: "plus", Square: "square", Star: "star", Triangle: "triangle", X: "x",
};

export const chartSeriesCollection: Behaviour<ChartOfSheet> = {
  scalars: { Count: { get: ({ chart }) => chart.series.length } },
  items: (target) => target.chart.series.map((_, index) => exposed(target, index)),
  objectMethods: {
    GetItemAt: (target, args) => {
      const index = args.integer(0);
      if (target.chart.series[index] === undefined) {
        throw new RichApiError("InvalidArgument");
      }
      return exposed(target, index);
    },
    /** Last; a series at another place is not implemented here. */
    Add: (target, args, host) => {
      if (args.has(1)) {
        throw new RichApiError("ApiNotFound", "ChartSeriesCollection.add at a place is not implemented in the embedded Excel.");
      }
      const chart = changed(target, host);
      chart.addSeries(args.textOr(0, undefined));
      return exposed(target, chart.series.length - 1);
    },
  },
  methods: { GetCount: ({ chart }) => chart.series.length },
};

export const chartSeries: Behaviour<SeriesOfChart> = {
  scalars: {
    Name: {
      get: (target) => seriesOf(target).name,
      set: (target, value, host) => {
        changedSeries(target, host).name = asText(value);
      },
    },
    HasDataLabels: {
      get: (target) => seriesOf(target).showsLabels,
      set: (target, value, host) => {
        changedSeries(target, host).showsLabels = asFlag(value);
      },
    },
    MarkerStyle: {
      get: (target) => nameOf(seriesOf(target).marker, MARKERS),
      set: (target, value, host) => {
        const wanted = asText(value);
        changedSeries(target, host).marker = wanted === "Automatic" ? undefined : asOneOf<MarkerStyle | undefined>(wanted, MARKERS);
      },
    },
    /** One for all bars of the chart. */
    GapWidth: {
      get: ({ chart }) => chart.gapWidth ?? null,
      set: (target, value, host) => {
        changed(target, host).gapWidth = asNumber(value);
      },
    },
  },
  objects: {
    Format: (target) => ({ kind: "ChartSeriesFormat", target }),
    DataLabels: (target) => ({ kind: "ChartDataLabels", target }),
  },
  actions: {
    SetValues: (target, args, host) => {
      host.compute();
      changedSeries(target, host).setValues(rangeAt(args, 0));
    },
    SetXAxisValues: (target, args, host) => {
      host.compute();
      changedSeries(target, host).setCategories(rangeAt(args, 0));
    },
    Delete: (target, _args, host) => {
      changed(target, host).removeSeries(seriesOf(target));
    },
  },
};

export const chartSeriesFormat: Behaviour<SeriesOfChart> = {
  objects: {
    Fill: (target) => ({ kind: "ChartFill", target }),
    Line: (target) => ({ kind: "ChartLineFormat", target }),
  },
};

/** Of a line, the fill is that of its markers, which follow the line here. */
export const chartFill: Behaviour<SeriesOfChart> = {
  actions: {
    SetSolidColor: (target, args, host) => {
      const series = changedSeries(target, host);
      if (!isLine(target)) {
        series.color = asColor(args.raw(0));
      }
    },
  },
};

/** The line itself, or what goes round the bars. */
export const chartLineFormat: Behaviour<SeriesOfChart> = {
  scalars: {
    Color: {
      get: (target) => (isLine(target) ? seriesOf(target).color : seriesOf(target).outline) ?? "",
      set: (target, value, host) => {
        const series = changedSeries(target, host);
        if (isLine(target)) {
          series.color = asColor(value);
        } else {
          series.outline = asColor(value);
        }
      },
    },
  },
};

export const chartDataLabels: Behaviour<SeriesOfChart> = {
  scalars: {
    ShowValue: {
      get: (target) => seriesOf(target).showsLabels,
      set: (target, value, host) => {
        changedSeries(target, host).showsLabels = asFlag(value);
      },
    },
    NumberFormat: {
      get: (target) => seriesOf(target).labelFormat ?? "General",
      set: (target, value, host) => {
        changedSeries(target, host).labelFormat = asText(value);
      },
    },
  },
  objects: { Format: (target) => ({ kind: "ChartDataLabelFormat", target }) },
};

export const chartDataLabelFormat: Behaviour<SeriesOfChart> = {
  objects: { Font: (target) => ({ kind: "ChartLabelFont", target }) },
};

export const chartLabelFont: Behaviour<SeriesOfChart> = {
  scalars: {
    Color: {
      get: (target) => seriesOf(target).labelColor ?? "#000000",
      set: (target, value, host) => {
        changedSeries(target, host).labelColor = asColor(value);
      },
    },
  },
};

function isLine({ chart }: SeriesOfChart): boolean {
  return chart.kind === "line" || chart.kind === "lineMarkers";
}

function exposed(target: ChartOfSheet, index: number): HostObject {
  return { kind: "ChartSeries", target: { ...target, index } };
}

function changedSeries(target: SeriesOfChart, host: OpenWorkbook): ChartSeries {
  changed(target, host);
  return seriesOf(target);
}

function seriesOf({ chart, index }: SeriesOfChart): ChartSeries {
  const series = chart.series[index];
  if (series === undefined) {
    throw new RichApiError("ItemNotFound");
  }
  return series;
}
