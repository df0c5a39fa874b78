import type { Chart, ChartKind, Sheet } from "../../xlsx/model.js";
import type { Behaviour, ScalarProperty } from "../behaviour.js";
import { type ChartBounds, chartBounds, placeChart } from "../cells/chartPlace.js";
import { type SeriesBy, setSource } from "../cells/chartSource.js";
import { asNumber, asText, nameOf } from "../cells/propertyValues.js";
import { resolveAddress } from "../cells/resolveAddress.js";
import { chartId } from "../ids.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Arguments } from "../richApi/arguments.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area, ChartOfSheet, HostObject } from "../subjects.js";

const KINDS: Readonly<Record<string, ChartKind>> = {
  ColumnClustered: "columnClustered",
  ColumnStacked: "columnStacked",
  ColumnStacked100: "columnStacked100",
  BarClustered: "barClustered",
  BarStacked: "barStacked",
  BarStacked100: "barStacked100",
  Line: "line",
  LineMarkers: "lineMarkers",
};

/** The charts of a worksheet, in the order they were made. */
export const chartCollection: Behaviour<Sheet> = {
  scalars: { Count: { get: (sheet) => sheet.charts.length } },
  items: (sheet) => sheet.charts.map((chart) => exposed(sheet, chart)),
  /** By name, the first one of that name, or by id. */
  item: (sheet, key) => exposed(sheet, required(find(sheet, key))),
  objectMethods: {
    GetItem: (sheet, args) => exposed(sheet, required(find(sheet, args.raw(0)))),
    GetItemOrNullObject: (sheet, args) => {
      const chart = find(sheet, args.raw(0));
      return chart && exposed(sheet, chart);
    },
    GetItemAt: (sheet, args) => exposed(sheet, required(sheet.charts[args.integer(0)])),
    /** Of a type, for a block of cells. It is called "Diagram 1" and so on until it is given a name. */
    Add: (sheet, args, host) => {
      const kind = kindOf(args.text(0));
      const source = rangeAt(args, 1);
      aboutToWrite(sheet, host);
      const chart = sheet.addChart(kind);
      host.compute();
      setSource(chart, source, seriesBy(args, 2));
      return exposed(sheet, chart);
    },
  },
  methods: { GetCount: (sheet) => sheet.charts.length },
};

export const chart: Behaviour<ChartOfSheet> = {
  id: { name: "Id", of: ({ sheet, chart: { id } }) => chartId(sheet, id) },
  scalars: {
    Id: { get: ({ sheet, chart: { id } }) => chartId(sheet, id) },
    Name: {
      get: (target) => target.chart.name,
      set: (target, value, host) => {
        changed(target, host).name = asText(value);
      },
    },
    /** "Invalid" for a type that is not implemented here. */
    ChartType: {
      get: ({ chart: { kind } }) => (kind === "other" ? "Invalid" : nameOf(kind, KINDS)),
      set: (target, value, host) => {
        changed(target, host).setKind(kindOf(asText(value)));
      },
    },
    Left: bound("left"),
    Top: bound("top"),
    Width: bound("width"),
    Height: bound("height"),
  },
  objects: {
    Axes: (target) => ({ kind: "ChartAxes", target }),
    Format: (target) => ({ kind: "ChartAreaFormat", target }),
    Legend: (target) => ({ kind: "ChartLegend", target }),
    Series: (target) => ({ kind: "ChartSeriesCollection", target }),
    Title: (target) => ({ kind: "ChartTitle", target }),
    Worksheet: ({ sheet }) => ({ kind: "Worksheet", target: sheet }),
  },
  actions: {
    Delete: (target, _args, host) => {
      aboutToWrite(target.sheet, host);
      target.sheet.removeChart(target.chart);
    },
    SetData: (target, args, host) => {
      const source = rangeAt(args, 0);
      const own = changed(target, host);
      host.compute();
      setSource(own, source, seriesBy(args, 1));
    },
    /** From the corner of one cell; over all of the other when there is one, else in the size it has. */
    SetPosition: (target, args, host) => {
      const start = cellsAt(args, 0, target.sheet, host);
      const end = args.has(1) ? cellsAt(args, 1, target.sheet, host) : undefined;
      const own = changed(target, host);
      const from = { row: start.row, column: start.column, rowOffset: 0, columnOffset: 0 };
      if (end !== undefined) {
        own.setPlace(from, { row: end.row + end.rows, column: end.column + end.columns, rowOffset: 0, columnOffset: 0 });
        return;
      }
      const size = boundsOf(target);
      own.setPlace(from, from);
      placeChart(target.sheet, own, { ...size, left: boundsOf(target).left, top: boundsOf(target).top });
    },
  },
};

/** The chart, once it may be written to. Throws AccessDenied where protection keeps objects as they are. */
export function changed(target: ChartOfSheet, host: OpenWorkbook): Chart {
  aboutToWrite(target.sheet, host);
  return target.chart;
}

function aboutToWrite(sheet: Sheet, host: OpenWorkbook): void {
  host.ensureUnprotected(sheet, sheet.protection?.options.allowEditObjects);
}

/** In points. */
function bound(key: keyof ChartBounds): ScalarProperty<ChartOfSheet> {
  return {
    get: (target) => boundsOf(target)[key],
    set: (target, value, host) => {
      const points = asNumber(value);
      if (points < 0) {
        throw new RichApiError("InvalidArgument");
      }
      placeChart(target.sheet, changed(target, host), { ...boundsOf(target), [key]: points });
    },
  };
}

function boundsOf({ sheet, chart: own }: ChartOfSheet): ChartBounds {
  const bounds = chartBounds(sheet, own);
  if (bounds === undefined) {
    throw new RichApiError("UnsupportedOperation", "A chart that does not stand between two cells is not implemented in the embedded Excel.");
  }
  return bounds;
}

function exposed(sheet: Sheet, own: Chart): HostObject {
  return { kind: "Chart", target: { sheet, chart: own } };
}

function find(sheet: Sheet, key: unknown): Chart | undefined {
  const wanted = asText(key).toLowerCase();
  return sheet.charts.find(({ name }) => name.toLowerCase() === wanted) ?? sheet.charts.find(({ id }) => chartId(sheet, id).toLowerCase() === wanted);
}

function required<T>(found: T | undefined): T {
  if (found === undefined) {
    throw new RichApiError("ItemNotFound");
  }
  return found;
}

function kindOf(type: string): ChartKind {
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (kind === undefined) {
    throw new RichApiError("ApiNotFound", `Charts of type ${type} are not implemented in the embedded Excel.`);
  }
  return kind;
}

function seriesBy(args: Arguments, index: number): SeriesBy {
  const by = args.textOr(index, "Auto");
  if (by !== "Auto" && by !== "Columns" && by !== "Rows") {
    throw new RichApiError("InvalidArgument");
  }
  return by;
}

export function rangeAt(args: Arguments, index: number): Area {
  const range = args.object(index, "Range");
  if (range === undefined) {
    throw new RichApiError("InvalidArgument");
  }
  return range;
}

/** A range, or an address on the chart's sheet. */
function cellsAt(args: Arguments, index: number, sheet: Sheet, host: OpenWorkbook): Area["rect"] {
  return (args.object(index, "Range") ?? resolveAddress(args.text(index), sheet, host.workbook)).rect;
}
