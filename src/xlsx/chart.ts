/** A chart on a sheet: the frame in the sheet's drawing, and the chart part that it leads to. Each change touches only the element that it is about. */
import {
  axesMarkup, axisOrder, chartGroups, chartOrder, chartSpaceOrder, fragment, gridlinesMarkup, groupMarkup, groupOrder, newSeriesMarkup, seriesOrder, textPropertiesMarkup, titleMarkup,
} from "./chartMarkup.js";
import { ChartPartSeries } from "./chartSeries.js";
import { ensureDrawingPrefix, setRunFonts } from "./chartText.js";
import { XlsxError } from "./errors.js";
import type { Chart, ChartAxis, ChartCorner, ChartFont, ChartKind, ChartSeries } from "./model.js";
import type { OpcPackage } from "./package.js";
import { isXmlText } from "./xml.js";
import type { XmlElement } from "./xml.js";

const kinds: readonly ChartKind[] = ["columnClustered", "columnStacked", "columnStacked100", "barClustered", "barStacked", "barStacked100", "line", "lineMarkers"];
const positions = { t: "top", b: "bottom", l: "left", r: "right" } as const;

export class DrawnChart implements Chart {
  /** The frame's anchor in the drawing. */
  readonly anchor: XmlElement;
  readonly partName: string;
  readonly #package: OpcPackage;
  readonly #drawingName: string;

  constructor(opened: OpcPackage, drawingName: string, anchor: XmlElement, partName: string) {
    this.#package = opened;
    this.#drawingName = drawingName;
    this.anchor = anchor;
    this.partName = partName;
  }

  // The frame

  get id(): number {
    return Number(this.#frameProperties()?.attribute("id") ?? 0);
  }

  get name(): string {
    return this.#frameProperties()?.attribute("name") ?? "";
  }

  set name(value: string) {
    checkText(value);
    this.#frameProperties()?.setAttribute("name", value);
    this.#package.touch(this.#drawingName);
  }

  get altText(): string | undefined {
    return this.#frameProperties()?.attribute("descr");
  }

  set altText(value: string | undefined) {
    checkText(value ?? "");
    this.#frameProperties()?.setAttribute("descr", value);
    this.#package.touch(this.#drawingName);
  }

  get place(): { readonly from: ChartCorner; readonly to: ChartCorner } | undefined {
    const [from, to] = [this.anchor.element("from"), this.anchor.element("to")];
    return from === undefined || to === undefined ? undefined : { from: corner(from), to: corner(to) };
  }

  setPlace(from: ChartCorner, to: ChartCorner): void {
    const [start, end] = [this.anchor.element("from"), this.anchor.element("to")];
    if (start === undefined || end === undefined) throw new XlsxError("chart", "anchor");
    setCorner(start, from);
    setCorner(end, to);
    this.#package.touch(this.#drawingName);
  }

  // The chart

  get kind(): ChartKind | "other" {
    const [group, ...others] = this.#groups();
    if (group === undefined || others.length > 0) return "other";
    const direction = group.element("barDir")?.attribute("val");
    const grouping = group.element("grouping")?.attribute("val") ?? (group.localName === "lineChart" ? "standard" : "clustered");
    const series = group.elements("ser");
    const hasMarkers = series.length === 0 ? group.element("marker")?.attribute("val") === "1" : series.some((one) => one.element("marker")?.element("symbol")?.attribute("val") !== "none");
    const found = kinds.find((kind) => {
      const made = chartGroups[kind];
      return made.element === group.localName && made.direction === direction && made.grouping === grouping && (made.markers === undefined || made.markers === hasMarkers);
    });
    return found ?? "other";
  }

  /** Series keep their names and cells; their looks are those of the new kind. */
  setKind(kind: ChartKind): void {
    if (kind === this.kind) return;
    const [group, ...others] = this.#groups();
    const plot = this.#plotArea();
    if (group === undefined || others.length > 0) throw new XlsxError("chart", "kind");
    const made = fragment(groupMarkup(this.#p, kind));
    group.elements("ser").forEach((old, index) => {
      const series = fragment(newSeriesMarkup(this.#p, kind, index));
      for (const name of ["tx", "cat", "val"]) {
        const kept = old.element(name);
        if (kept !== undefined) series.insertInOrder(kept, seriesOrder);
      }
      addInOrder(made, series);
    });
    plot.replace(group, made);
    for (const axis of plot.elements().filter(({ localName }) => localName.endsWith("Ax"))) plot.remove(axis);
    const after = plot.children.indexOf(made) + 1;
    plot.children.splice(after, 0, ...fragment(`<${this.#p}axes>${axesMarkup(this.#p, kind)}</${this.#p}axes>`).elements());
    this.#touch();
  }

  get title(): string | undefined {
    const rich = this.#chart().element("title")?.element("tx")?.element("rich");
    return rich === undefined ? undefined : rich.elements("p").map((paragraph) => paragraph.elements("r").map((run) => run.element("t")?.text ?? "").join("")).join("\n");
  }

  set title(value: string | undefined) {
    if (value === this.title) return;
    const chart = this.#chart();
    setTitle(chart, chartOrder, this.#p, value);
    chart.ensure("autoTitleDeleted", chartOrder).setAttribute("val", value === undefined ? 1 : 0);
    this.#touch();
  }

  setTitleFont(font: ChartFont): void {
    const rich = this.#chart().element("title")?.element("tx")?.element("rich");
    if (rich !== undefined) setRunFonts(rich, font);
    this.#touch();
  }

  setFont(font: ChartFont): void {
    const root = this.#root();
    const text = root.element("txPr") ?? root.insertInOrder(fragment(textPropertiesMarkup(this.#p)), chartSpaceOrder);
    setRunFonts(text, font);
    this.#touch();
  }

  get legend(): Chart["legend"] {
    const legend = this.#chart().element("legend");
    if (legend === undefined) return "none";
    const position = legend.element("legendPos")?.attribute("val") ?? "r";
    return position === "t" || position === "b" || position === "l" ? positions[position] : "right";
  }

  set legend(value: Chart["legend"]) {
    if (value === this.legend) return;
    const chart = this.#chart();
    const old = chart.element("legend");
    if (value === "none") {
      if (old !== undefined) chart.remove(old);
    } else {
      const legend = old ?? chart.insertInOrder(fragment(`<${this.#p}legend><${this.#p}overlay val="0"/></${this.#p}legend>`), chartOrder);
      legend.ensure("legendPos", ["legendPos", "legendEntry", "layout", "overlay", "spPr", "txPr", "extLst"]).setAttribute("val", value.slice(0, 1));
    }
    this.#touch();
  }

  get gapWidth(): number | undefined {
    const [group] = this.#groups();
    return group?.localName === "barChart" ? Number(group.element("gapWidth")?.attribute("val") ?? 150) : undefined;
  }

  set gapWidth(value: number | undefined) {
    const [group] = this.#groups();
    if (group?.localName !== "barChart" || value === undefined) return;
    if (!Number.isInteger(value) || value < 0 || value > 500) throw new XlsxError("chart", `gap ${value}`);
    group.ensure("gapWidth", groupOrder).setAttribute("val", value);
    this.#touch();
  }

  get categoryAxis(): ChartAxis | undefined {
    return this.#axis("catAx") ?? this.#axis("dateAx");
  }

  get valueAxis(): ChartAxis | undefined {
    return this.#axis("valAx");
  }

  // Series

  get series(): readonly ChartPartSeries[] {
    return this.#groups().flatMap((group) => group.elements("ser").map((element) => this.#open(element, group)));
  }

  addSeries(name?: string): ChartSeries {
    const { kind } = this;
    const [group] = this.#groups();
    if (kind === "other" || group === undefined) throw new XlsxError("chart", "kind");
    const place = group.elements("ser").reduce((highest, series) => Math.max(highest, Number(series.element("idx")?.attribute("val") ?? 0)), -1) + 1;
    const series = this.#open(addInOrder(group, fragment(newSeriesMarkup(this.#p, kind, place))), group);
    if (name !== undefined) series.name = name;
    this.#touch();
    return series;
  }

  removeSeries(series: ChartSeries): void {
    const own = this.series.find((candidate) => candidate === series || (series instanceof ChartPartSeries && candidate.element === series.element));
    if (own === undefined) throw new XlsxError("chart", "series");
    for (const group of this.#groups()) group.remove(own.element);
    this.#touch();
  }

  #open(element: XmlElement, group: XmlElement): ChartPartSeries {
    return new ChartPartSeries(element, group.localName === "lineChart", () => { this.#touch(); });
  }

  #frameProperties(): XmlElement | undefined {
    return this.anchor.element("graphicFrame")?.element("nvGraphicFramePr")?.element("cNvPr");
  }

  #axis(localName: string): ChartAxis | undefined {
    const element = this.#plotArea().element(localName);
    return element === undefined ? undefined : new DrawnAxis(element, () => { this.#touch(); });
  }

  /** The groups of bars, lines and so on; a chart with more than one mixes kinds. */
  #groups(): XmlElement[] {
    return this.#plotArea().elements().filter(({ localName }) => localName.endsWith("Chart"));
  }

  #root(): XmlElement {
    return this.#package.root(this.partName);
  }

  get #p(): string {
    const { prefix } = this.#root();
    return prefix === "" ? "" : `${prefix}:`;
  }

  #chart(): XmlElement {
    return this.#root().ensure("chart", chartSpaceOrder);
  }

  #plotArea(): XmlElement {
    return this.#chart().ensure("plotArea", chartOrder);
  }

  #touch(): void {
    ensureDrawingPrefix(this.#root());
    this.#package.touch(this.partName);
  }
}

class DrawnAxis implements ChartAxis {
  readonly #element: XmlElement;
  readonly #touch: () => void;
  readonly #p: string;

  constructor(element: XmlElement, touch: () => void) {
    this.#element = element;
    this.#touch = touch;
    this.#p = element.prefix === "" ? "" : `${element.prefix}:`;
  }

  get visible(): boolean {
    return this.#element.element("delete")?.attribute("val") === "0";
  }

  set visible(value: boolean) {
    this.#element.ensure("delete", axisOrder).setAttribute("val", value ? 0 : 1);
    this.#touch();
  }

  get title(): string | undefined {
    const rich = this.#element.element("title")?.element("tx")?.element("rich");
    return rich?.text;
  }

  set title(value: string | undefined) {
    if (value === this.title) return;
    setTitle(this.#element, axisOrder, this.#p, value);
    this.#touch();
  }

  get majorGridlines(): boolean {
    return this.#element.element("majorGridlines") !== undefined;
  }

  set majorGridlines(value: boolean) {
    const old = this.#element.element("majorGridlines");
    if (value && old === undefined) this.#element.insertInOrder(fragment(gridlinesMarkup(this.#p)), axisOrder);
    if (!value && old !== undefined) this.#element.remove(old);
    this.#touch();
  }

  get tickLabels(): ChartAxis["tickLabels"] {
    const position = this.#element.element("tickLblPos")?.attribute("val");
    return position === "high" || position === "low" || position === "none" ? position : "nextTo";
  }

  set tickLabels(value: ChartAxis["tickLabels"]) {
    this.#element.ensure("tickLblPos", axisOrder).setAttribute("val", value);
    this.#touch();
  }

  get reversed(): boolean {
    return this.#element.element("scaling")?.element("orientation")?.attribute("val") === "maxMin";
  }

  set reversed(value: boolean) {
    this.#element.ensure("scaling", axisOrder).ensure("orientation", ["logBase", "orientation", "max", "min", "extLst"]).setAttribute("val", value ? "maxMin" : "minMax");
    this.#touch();
  }
}

/** A series comes after those that are there. */
function addInOrder(group: XmlElement, series: XmlElement): XmlElement {
  return group.insertInOrder(series, groupOrder);
}

/** A title that is there keeps its look. */
function setTitle(parent: XmlElement, order: readonly string[], p: string, value: string | undefined): void {
  checkText(value ?? "");
  const old = parent.element("title");
  if (value === undefined) {
    if (old !== undefined) parent.remove(old);
    return;
  }
  const [paragraph, ...more] = old?.element("tx")?.element("rich")?.elements("p") ?? [];
  const [run, ...runs] = paragraph?.elements("r") ?? [];
  const text = run?.element("t");
  if (old === undefined || paragraph === undefined || text === undefined || more.length > 0) {
    if (old !== undefined) parent.remove(old);
    parent.insertInOrder(fragment(titleMarkup(p, value)), order);
    return;
  }
  text.text = value;
  for (const other of runs) paragraph.remove(other);
}

function checkText(text: string): void {
  if (!isXmlText(text)) throw new XlsxError("chart", "a character that XML cannot hold");
}

function corner(marker: XmlElement): ChartCorner {
  const number = (name: string) => Number(marker.element(name)?.text ?? 0);
  return { row: number("row"), column: number("col"), rowOffset: number("rowOff"), columnOffset: number("colOff") };
}

function setCorner(marker: XmlElement, { row, column, rowOffset, columnOffset }: ChartCorner): void {
  const numbers = { col: column, colOff: columnOffset, row, rowOff: rowOffset };
  for (const [name, value] of Object.entries(numbers)) marker.ensure(name, ["col", "colOff", "row", "rowOff"]).text = String(value);
}
