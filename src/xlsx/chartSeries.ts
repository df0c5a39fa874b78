/** One series of a chart: its name, its cells and how it looks. */
import { argb } from "./colors.js";
import { fragment, labelsMarkup, labelsOrder, lineMarkup, referenceMarkup, seriesOrder, textPropertiesMarkup } from "./chartMarkup.js";
import { setRunFonts } from "./chartText.js";
import { XlsxError } from "./errors.js";
import type { CellsOfSheet, ChartSeries, Color, MarkerStyle } from "./model.js";
import { escapeText, isXmlText } from "./xml.js";
import type { XmlElement } from "./xml.js";

const markerStyles: readonly MarkerStyle[] = ["none", "circle", "dash", "diamond", "dot", "plus", "square", "star", "triangle", "x"];
const shapeOrder = ["xfrm", "custGeom", "prstGeom", "noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill", "ln", "effectLst", "effectDag", "scene3d", "sp3d", "extLst"];
const fills = ["noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"];
const markerSize = 7;

export class ChartPartSeries implements ChartSeries {
  readonly element: XmlElement;
  readonly #isLine: boolean;
  readonly #touch: () => void;
  /** Prefix of the chart's namespace, with its colon. */
  readonly #p: string;

  constructor(element: XmlElement, isLine: boolean, touch: () => void) {
    this.element = element;
    this.#isLine = isLine;
    this.#touch = touch;
    this.#p = element.prefix === "" ? "" : `${element.prefix}:`;
  }

  get name(): string {
    const text = this.element.element("tx");
    return (text?.element("v") ?? points(text?.element("strRef")?.element("strCache"))[0]?.element("v"))?.text ?? "";
  }

  set name(value: string) {
    this.#put(`<${this.#p}tx><${this.#p}v>${escapeText(value)}</${this.#p}v></${this.#p}tx>`);
  }

  setNameFrom(cells: CellsOfSheet): void {
    this.#put(referenceMarkup(this.#p, "tx", cells));
  }

  get valuesFrom(): string | undefined {
    return this.element.element("val")?.element("numRef")?.element("f")?.text;
  }

  get categoriesFrom(): string | undefined {
    return reference(this.element.element("cat"))?.element("f")?.text;
  }

  setValues(cells: CellsOfSheet): void {
    this.#put(referenceMarkup(this.#p, "val", cells));
  }

  setCategories(cells: CellsOfSheet): void {
    this.#put(referenceMarkup(this.#p, "cat", cells));
  }

  get values(): readonly (number | null)[] {
    return inOrder(this.element.element("val")?.element("numRef")?.element("numCache")).map((text) => (text === undefined || text === "" || !Number.isFinite(Number(text)) ? null : Number(text)));
  }

  get categories(): readonly string[] {
    const from = reference(this.element.element("cat"));
    return inOrder(from?.element("strCache") ?? from?.element("numCache")).map((text) => text ?? "");
  }

  get color(): Color | undefined {
    const shape = this.element.element("spPr");
    const filled = this.#isLine ? shape?.element("ln") : shape;
    return hex(filled);
  }

  set color(value: Color | undefined) {
    const shape = this.element.ensure("spPr", seriesOrder);
    if (value === undefined) {
      this.#remove("spPr");
      return;
    }
    const color = `<a:srgbClr val="${argb(value).slice(2)}"/>`;
    const painted = fragment(this.#isLine ? lineMarkup(color) : `<a:solidFill>${color}</a:solidFill>`);
    for (const child of shape.elements()) if (this.#isLine ? child.localName === "ln" : fills.includes(child.localName)) shape.remove(child);
    shape.insertInOrder(painted, shapeOrder);
    if (this.marker !== undefined && this.marker !== "none") this.#putMarker(this.marker);
    this.#touch();
  }

  get outline(): Color | undefined {
    return this.#isLine ? undefined : hex(this.element.element("spPr")?.element("ln"));
  }

  set outline(value: Color | undefined) {
    if (this.#isLine) return;
    const shape = this.element.ensure("spPr", seriesOrder);
    const old = shape.element("ln");
    if (old !== undefined) shape.remove(old);
    if (value !== undefined) shape.insertInOrder(fragment(`<a:ln w="9525"><a:solidFill><a:srgbClr val="${argb(value).slice(2)}"/></a:solidFill></a:ln>`), shapeOrder);
    this.#touch();
  }

  get marker(): MarkerStyle | undefined {
    const symbol = this.element.element("marker")?.element("symbol")?.attribute("val");
    return markerStyles.find((style) => style === symbol);
  }

  set marker(value: MarkerStyle | undefined) {
    if (!this.#isLine) return;
    if (value === undefined) this.#remove("marker");
    else this.#putMarker(value);
  }

  /** Markers have the colour of their line. */
  #putMarker(style: MarkerStyle): void {
    const p = this.#p;
    const paint = this.color === undefined ? "" : `<a:solidFill><a:srgbClr val="${argb(this.color).slice(2)}"/></a:solidFill>`;
    const look = paint === "" || style === "none" ? "" : `<${p}spPr>${paint}<a:ln w="9525">${paint}</a:ln></${p}spPr>`;
    this.#put(`<${p}marker><${p}symbol val="${style}"/>${style === "none" ? "" : `<${p}size val="${markerSize}"/>`}${look}</${p}marker>`);
  }

  get showsLabels(): boolean {
    return this.element.element("dLbls")?.element("showVal")?.attribute("val") === "1";
  }

  set showsLabels(value: boolean) {
    if (value === this.showsLabels) return;
    if (value) this.#put(labelsMarkup(this.#p));
    else this.#remove("dLbls");
  }

  get labelFormat(): string | undefined {
    return this.element.element("dLbls")?.element("numFmt")?.attribute("formatCode");
  }

  set labelFormat(value: string | undefined) {
    if (value !== undefined && !isXmlText(value)) throw new XlsxError("chart", "a character that XML cannot hold");
    const labels = this.#labels();
    const old = labels.element("numFmt");
    if (old !== undefined) labels.remove(old);
    if (value !== undefined) labels.insertInOrder(labels.make("numFmt", { formatCode: value, sourceLinked: 0 }), labelsOrder);
    this.#touch();
  }

  get labelColor(): Color | undefined {
    return hex(this.element.element("dLbls")?.element("txPr")?.element("p")?.element("pPr")?.element("defRPr"));
  }

  set labelColor(value: Color | undefined) {
    const labels = this.#labels();
    const old = labels.element("txPr");
    if (old !== undefined) labels.remove(old);
    if (value !== undefined) setRunFonts(labels.insertInOrder(fragment(textPropertiesMarkup(this.#p)), labelsOrder), { color: value });
    this.#touch();
  }

  /** Labels are there, shown, before they are given a look. */
  #labels(): XmlElement {
    this.showsLabels = true;
    return this.element.ensure("dLbls", seriesOrder);
  }

  #put(markup: string): void {
    const made = fragment(markup);
    const old = this.element.element(made.localName);
    if (old === undefined) this.element.insertInOrder(made, seriesOrder);
    else this.element.replace(old, made);
    this.#touch();
  }

  #remove(localName: string): void {
    for (const element of this.element.elements(localName)) this.element.remove(element);
    this.#touch();
  }
}

function reference(element: XmlElement | undefined): XmlElement | undefined {
  return element?.element("strRef") ?? element?.element("numRef");
}

function points(cache: XmlElement | undefined): XmlElement[] {
  return cache?.elements("pt") ?? [];
}

const mostPoints = 100_000;

/** The cached texts by their place; undefined where a cell held nothing. */
function inOrder(cache: XmlElement | undefined): (string | undefined)[] {
  const count = Number(cache?.element("ptCount")?.attribute("val") ?? 0);
  const texts = new Map(points(cache).map((point) => [Number(point.attribute("idx")), point.element("v")?.text]));
  return Array.from({ length: Number.isInteger(count) && count >= 0 && count <= mostPoints ? count : 0 }, (_, index) => texts.get(index));
}

function hex(filled: XmlElement | undefined): Color | undefined {
  const value = filled?.element("solidFill")?.element("srgbClr")?.attribute("val");
  return value === undefined ? undefined : `#${value.toUpperCase()}`;
}
