/** The charts of a sheet: frames in its drawing, each with a part of its own. What else stands in the drawing is left as it is. */
import { DrawnChart } from "./chart.js";
import { chartType, drawingType, frameMarkup, fragment, newChartMarkup, newDrawingMarkup } from "./chartMarkup.js";
import { XlsxError } from "./errors.js";
import type { Chart, ChartKind } from "./model.js";
import { isType, officeRelationships } from "./package.js";
import type { OpcPackage } from "./package.js";
import type { XmlElement } from "./xml.js";

/** What a drawing needs of its sheet. */
export interface DrawingSheet {
  readonly partName: string;
  /** Points out the drawing in the sheet's own part, or takes that away. */
  readonly showDrawing: (relationship: string | undefined) => void;
}

/** Excel's own size of a new chart, in cells of their usual size: five inches by three. */
const newPlace = { from: { row: 1, column: 1, rowOffset: 0, columnOffset: 0 }, to: { row: 15, column: 8, rowOffset: 0, columnOffset: 0 } };

export class SheetCharts {
  readonly #package: OpcPackage;
  readonly #sheet: DrawingSheet;
  readonly #opened = new Map<XmlElement, DrawnChart>();

  constructor(opened: OpcPackage, sheet: DrawingSheet) {
    this.#package = opened;
    this.#sheet = sheet;
  }

  get all(): readonly Chart[] {
    return this.#charts();
  }

  /** @param word what a chart is called until it has a name: "Diagram" */
  add(kind: ChartKind, word: string): Chart {
    const drawing = this.#drawing() ?? this.#newDrawing();
    const root = this.#package.root(drawing);
    const partName = this.#package.freeName((n) => `xl/charts/chart${n}.xml`);
    this.#package.addPart(partName, chartType, newChartMarkup(kind));
    const relationship = this.#package.relate(drawing, `${officeRelationships}/chart`, partName);
    const id = Math.max(1, ...frameIds(root)) + 1;
    const names = new Set(this.#charts().map(({ name }) => name));
    let number = id - 1;
    while (names.has(`${word} ${number}`)) number++;
    const anchor = root.append(fragment(frameMarkup(root.prefix === "" ? "" : `${root.prefix}:`, id, `${word} ${number}`, relationship)));
    this.#package.touch(drawing);
    const chart = this.#open(drawing, anchor, partName);
    chart.setPlace(newPlace.from, newPlace.to);
    return chart;
  }

  remove(chart: Chart): void {
    const drawing = this.#drawing();
    const own = this.#charts().find((candidate) => candidate === chart);
    if (own === undefined || drawing === undefined) throw new XlsxError("chart", "unknown");
    this.#package.root(drawing).remove(own.anchor);
    this.#package.touch(drawing);
    this.#opened.delete(own.anchor);
    this.#package.unrelate(drawing, own.partName);
    // Excel keeps the styles and colours of a chart in parts of their own.
    for (const { target, external } of this.#package.relationships(own.partName)) {
      if (!external && /^xl\/charts\/(?:style|colors)\d*\.xml$/i.test(target) && this.#package.has(target)) this.#package.removePart(target);
    }
    this.#package.removePart(own.partName);
    if (this.#package.root(drawing).elements().length === 0) this.#removeDrawing(drawing);
  }

  #charts(): DrawnChart[] {
    const drawing = this.#drawing();
    if (drawing === undefined) return [];
    const parts = new Map(this.#package.relationships(drawing).filter((relationship) => !relationship.external && isType(relationship, "chart")).map(({ id, target }) => [id, target]));
    return this.#package.root(drawing).elements().flatMap((anchor) => {
      const target = parts.get(chartOf(anchor)?.prefixedAttribute("id") ?? "");
      return target !== undefined && this.#package.has(target) ? [this.#open(drawing, anchor, target)] : [];
    });
  }

  #open(drawing: string, anchor: XmlElement, partName: string): DrawnChart {
    const known = this.#opened.get(anchor);
    if (known !== undefined) return known;
    const chart = new DrawnChart(this.#package, drawing, anchor, partName);
    this.#opened.set(anchor, chart);
    return chart;
  }

  #drawing(): string | undefined {
    return this.#package.related(this.#sheet.partName, "drawing");
  }

  #newDrawing(): string {
    const name = this.#package.freeName((n) => `xl/drawings/drawing${n}.xml`);
    this.#package.addPart(name, drawingType, newDrawingMarkup());
    this.#sheet.showDrawing(this.#package.relate(this.#sheet.partName, `${officeRelationships}/drawing`, name));
    return name;
  }

  #removeDrawing(name: string): void {
    this.#sheet.showDrawing(undefined);
    this.#package.unrelate(this.#sheet.partName, name);
    this.#package.removePart(name);
  }
}

function chartOf(anchor: XmlElement): XmlElement | undefined {
  return anchor.element("graphicFrame")?.element("graphic")?.element("graphicData")?.element("chart");
}

/** Ids are unique in a drawing, whatever they stand at. */
function frameIds(element: XmlElement): number[] {
  return element.elements().flatMap((child) => (child.localName === "cNvPr" ? [Number(child.attribute("id") ?? 0)] : frameIds(child)));
}
