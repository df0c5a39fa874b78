// A chart's title, legend, axes and fonts.
import type { Chart, ChartAxis } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { asColor } from "../cells/colors.js";
import { asFlag, asNumber, asOneOf, asText, nameOf } from "../cells/propertyValues.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { AxisOfChart, ChartOfSheet, FontOfChart } from "../subjects.js";
import { changed } from "./charts.js";

/** What Excel writes where a title is shown and nobody has given it a text. */
const UNTITLED = "Diagramrubrik";
const AXIS_UNTITLED = "Axelrubrik";
const LEGEND: Readonly<Record<string, Chart["legend"]>> = { Top: "top", Bottom: "bottom", Left: "left", Right: "right" };

const TICK_LABELS: Readonly<Record<string, ChartAxis["tickLabels"]>> = { NextToAxis: "nextTo", High: "high", Low: "low", None: "none" };

export const chartTitle: Behaviour<ChartOfSheet> = {
  scalars: {
    /** Of a chart with one series, that one's name, until there is a text. */
    Text: {
      get: ({ chart }) => chart.title ?? (chart.series.length === 1 ? (chart.series[0]?.name ?? "") : ""),
      set: (target, value, host) => {
        changed(target, host).title = asText(value);
      },
    },
    Visible: {
      get: ({ chart }) => chart.title !== undefined,
      set: (target, value, host) => {
        const chart = changed(target, host);
        chart.title = asFlag(value) ? (chart.title ?? UNTITLED) : undefined;
      },
    },
  },
  objects: { Format: (target) => ({ kind: "ChartTitleFormat", target }) },
};

export const chartTitleFormat: Behaviour<ChartOfSheet> = {
  objects: { Font: (target) => ({ kind: "ChartFont", target: { ...target, of: "title" } }) },
};

export const chartAreaFormat: Behaviour<ChartOfSheet> = {
  objects: { Font: (target) => ({ kind: "ChartFont", target: { ...target, of: "chart" } }) },
};

/** Fonts can be set, and not asked for, here. */
export const chartFont: Behaviour<FontOfChart> = {
  scalars: {
    Size: { set: (target, value, host) => setFont(target, { size: asNumber(value) }, host) },
    Bold: { set: (target, value, host) => setFont(target, { bold: asFlag(value) }, host) },
    Color: { set: (target, value, host) => setFont(target, { color: asColor(value) }, host) },
  },
};

function setFont(target: FontOfChart, font: Parameters<Chart["setFont"]>[0], host: OpenWorkbook): void {
  const chart = changed(target, host);
  if (target.of === "title") {
    chart.setTitleFont(font);
  } else {
    chart.setFont(font);
  }
}

export const chartLegend: Behaviour<ChartOfSheet> = {
  scalars: {
    Visible: {
      get: ({ chart }) => chart.legend !== "none",
      set: (target, value, host) => {
        const chart = changed(target, host);
        chart.legend = !asFlag(value) ? "none" : chart.legend === "none" ? "right" : chart.legend;
      },
    },
    Position: {
      get: ({ chart }) => nameOf(chart.legend, LEGEND) ?? "Invalid",
      set: (target, value, host) => {
        changed(target, host).legend = asOneOf(value, LEGEND);
      },
    },
  },
};

export const chartAxes: Behaviour<ChartOfSheet> = {
  objects: {
    CategoryAxis: (target) => ({ kind: "ChartAxis", target: { ...target, axis: "category" } }),
    ValueAxis: (target) => ({ kind: "ChartAxis", target: { ...target, axis: "value" } }),
  },
};

export const chartAxis: Behaviour<AxisOfChart> = {
  scalars: {
    Visible: {
      get: (target) => axisOf(target).visible,
      set: (target, value, host) => {
        changedAxis(target, host).visible = asFlag(value);
      },
    },
    TickLabelPosition: {
      get: (target) => nameOf(axisOf(target).tickLabels, TICK_LABELS),
      set: (target, value, host) => {
        changedAxis(target, host).tickLabels = asOneOf(value, TICK_LABELS);
      },
    },
    ReversePlotOrder: {
      get: (target) => axisOf(target).reversed,
      set: (target, value, host) => {
        changedAxis(target, host).reversed = asFlag(value);
      },
    },
  },
  objects: {
    Title: (target) => ({ kind: "ChartAxisTitle", target }),
    MajorGridlines: (target) => ({ kind: "ChartGridlines", target }),
  },
};

export const chartAxisTitle: Behaviour<AxisOfChart> = {
  scalars: {
    Text: {
      get: (target) => axisOf(target).title ?? "",
      set: (target, value, host) => {
        changedAxis(target, host).title = asText(value);
      },
    },
    Visible: {
      get: (target) => axisOf(target).title !== undefined,
      set: (target, value, host) => {
        const axis = changedAxis(target, host);
        axis.title = asFlag(value) ? (axis.title ?? AXIS_UNTITLED) : undefined;
      },
    },
  },
};

export const chartGridlines: Behaviour<AxisOfChart> = {
  scalars: {
    Visible: {
      get: (target) => axisOf(target).majorGridlines,
      set: (target, value, host) => {
        changedAxis(target, host).majorGridlines = asFlag(value);
      },
    },
  },
};

function changedAxis(target: AxisOfChart, host: OpenWorkbook): ChartAxis {
  changed(target, host);
  return axisOf(target);
}

function axisOf({ chart, axis }: AxisOfChart): ChartAxis {
  const found = axis === "category" ? chart.categoryAxis : chart.valueAxis;
  if (found === undefined) {
    throw new RichApiError("UnsupportedOperation");
  }
  return found;
}
