/**
 * The styles part: cell formats by index, read resolved and changed by adding. Nothing that is there is renumbered or removed,
 * for every cell of every sheet points into these lists.
 */
import { argb, Palette } from "./colors.js";
import { XlsxError } from "./errors.js";
import type { Border, BorderStyle, CellFormat, CellFormatPatch, Color } from "./model.js";
import { builtInFormat, builtInFormats } from "./numberFormats.js";
import type { XmlElement } from "./xml.js";

export interface DifferentialFormat {
  readonly fontColor?: Color;
  readonly fill?: Color;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

const styleSheetOrder = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];
const fontOrder = ["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"];
const borderOrder = ["start", "left", "end", "right", "top", "bottom", "diagonal", "vertical", "horizontal"];
const sides = ["left", "right", "top", "bottom"] as const;
const underlines = ["none", "single", "double", "singleAccounting", "doubleAccounting"] as const;
const horizontals = ["general", "left", "center", "right", "fill", "justify", "centerContinuous", "distributed"] as const;
const verticals = ["top", "center", "bottom", "justify", "distributed"] as const;
const borderStyles: readonly BorderStyle[] = ["none", "hair", "thin", "medium", "thick", "double", "dotted", "dashed", "dashDot", "dashDotDot", "mediumDashed", "mediumDashDot", "mediumDashDotDot", "slantDashDot"];
/** Excel refuses a workbook with more cell formats than this. */
const maximumFormats = 65_490;

export class Styles {
  readonly #root: XmlElement;
  readonly #touch: () => void;
  readonly palette: Palette;
  readonly #xfs: XmlElement[];
  readonly #formats = new Map<number, CellFormat>();
  readonly #patched = new Map<string, number>();
  /** Serialised element → index, for each list that is added to. */
  readonly #known = new Map<XmlElement, Map<string, number>>();

  /** @param root root of the styles part @param theme root of the theme part @param touch called when something has been added */
  constructor(root: XmlElement, theme: XmlElement | undefined, touch: () => void) {
    this.#root = root;
    this.#touch = touch;
    this.palette = new Palette(theme, this.#root);
    this.#xfs = this.#list("cellXfs").elements("xf");
    if (this.#xfs.length === 0) this.#addToList("cellXfs", this.#root.make("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }));
  }

  numberFormat(index: number): string {
    return this.format(index).numberFormat;
  }

  /** The format a style index stands for; an index outside the list is read as the first, as Excel does. */
  format(index: number): CellFormat {
    const known = this.#formats.get(index);
    if (known !== undefined) return known;
    const format = this.#read(this.#xf(index));
    this.#formats.set(index, format);
    return format;
  }

  /** The index of the style that is this one with a change; found when there is one, otherwise added. */
  patched(index: number, patch: CellFormatPatch): number {
    const key = `${index}|${JSON.stringify(patch)}`;
    const known = this.#patched.get(key);
    if (known !== undefined) return known;
    const xf = this.#xf(index).clone();
    this.#patchXf(xf, patch);
    const result = this.#addXf(xf);
    this.#patched.set(key, result);
    return result;
  }

  /** Index of a differential format, for conditional formats. */
  addDifferential(format: DifferentialFormat): number {
    const dxf = this.#root.make("dxf");
    if (format.fontColor !== undefined || format.bold !== undefined || format.italic !== undefined) {
      const font = dxf.append(dxf.make("font"));
      if (format.bold !== undefined) font.append(font.make("b", format.bold ? {} : { val: 0 }));
      if (format.italic !== undefined) font.append(font.make("i", format.italic ? {} : { val: 0 }));
      if (format.fontColor !== undefined) font.append(font.make("color", { rgb: argb(format.fontColor) }));
    }
    if (format.fill !== undefined) {
      const pattern = dxf.append(dxf.make("fill")).append(dxf.make("patternFill"));
      // In a differential fill the background is what shows: there is no pattern.
      pattern.append(pattern.make("bgColor", { rgb: argb(format.fill) }));
    }
    return this.#addToList("dxfs", dxf);
  }

  differential(index: number): DifferentialFormat | undefined {
    const dxf = this.#root.element("dxfs")?.elements("dxf")[index];
    if (dxf === undefined) return undefined;
    const font = dxf.element("font");
    const pattern = dxf.element("fill")?.element("patternFill");
    const fontColor = this.palette.resolve(font?.element("color"));
    const fill = this.palette.resolve(pattern?.element("bgColor")) ?? (pattern?.attribute("patternType") === "solid" ? this.palette.resolve(pattern.element("fgColor")) : null);
    return {
      ...(fontColor === null ? {} : { fontColor }),
      ...(fill === null ? {} : { fill }),
      ...(font?.element("b") === undefined ? {} : { bold: isOn(font.element("b")) }),
      ...(font?.element("i") === undefined ? {} : { italic: isOn(font.element("i")) }),
    };
  }

  #xf(index: number): XmlElement {
    const xf = this.#xfs[index] ?? this.#xfs[0];
    if (xf === undefined) throw new XlsxError("missingPart", "cellXfs");
    return xf;
  }

  #read(xf: XmlElement): CellFormat {
    const font = this.#entry("fonts", xf.attribute("fontId"));
    const border = this.#entry("borders", xf.attribute("borderId"));
    const alignment = xf.element("alignment");
    const protection = xf.element("protection");
    return {
      numberFormat: this.#formatCode(Number(xf.attribute("numFmtId") ?? 0)),
      font: {
        name: font?.element("name")?.attribute("val") ?? "Calibri",
        size: Number(font?.element("sz")?.attribute("val") ?? 11),
        bold: isOn(font?.element("b")),
        italic: isOn(font?.element("i")),
        underline: font?.element("u") === undefined ? "none" : oneOf(underlines, font.element("u")?.attribute("val"), "single"),
        strikethrough: isOn(font?.element("strike")),
        color: this.palette.resolve(font?.element("color")),
      },
      fill: this.#fillColor(this.#entry("fills", xf.attribute("fillId"))),
      borders: { left: this.#side(border, "left"), right: this.#side(border, "right"), top: this.#side(border, "top"), bottom: this.#side(border, "bottom") },
      horizontal: oneOf(horizontals, alignment?.attribute("horizontal"), "general"),
      vertical: oneOf(verticals, alignment?.attribute("vertical"), "bottom"),
      wrap: isTrue(alignment?.attribute("wrapText")),
      indent: Number(alignment?.attribute("indent") ?? 0),
      locked: protection?.attribute("locked") === undefined || isTrue(protection.attribute("locked")),
      hidden: isTrue(protection?.attribute("hidden")),
    };
  }

  #fillColor(fill: XmlElement | undefined): Color | null {
    const pattern = fill?.element("patternFill");
    const type = pattern?.attribute("patternType") ?? "none";
    if (pattern === undefined || type === "none") return null;
    return type === "solid" ? this.palette.resolve(pattern.element("fgColor")) : this.palette.resolve(pattern.element("bgColor"));
  }

  #side(border: XmlElement | undefined, side: (typeof sides)[number]): Border {
    const element = border?.element(side) ?? border?.element(side === "left" ? "start" : side === "right" ? "end" : side);
    return { style: oneOf(borderStyles, element?.attribute("style"), "none"), color: this.palette.resolve(element?.element("color")) };
  }

  #formatCode(id: number): string {
    const own = this.#root.element("numFmts")?.elements("numFmt").find((element) => Number(element.attribute("numFmtId")) === id);
    return own?.attribute("formatCode") ?? builtInFormat(id);
  }

  #formatId(code: string): number {
    if (code === "" || code.length > 255) throw new XlsxError("format", code);
    const builtIn = builtInFormats.get(code);
    if (builtIn !== undefined) return builtIn;
    const list = this.#root.ensure("numFmts", styleSheetOrder);
    const formats = list.elements("numFmt");
    const known = formats.find((element) => element.attribute("formatCode") === code);
    if (known !== undefined) return Number(known.attribute("numFmtId"));
    // Ids below 164 are the application's own.
    const id = formats.reduce((highest, element) => Math.max(highest, Number(element.attribute("numFmtId") ?? 0)), 163) + 1;
    list.append(list.make("numFmt", { numFmtId: id, formatCode: code }));
    list.setAttribute("count", formats.length + 1);
    this.#touch();
    return id;
  }

  #patchXf(xf: XmlElement, patch: CellFormatPatch): void {
    if (patch.numberFormat !== undefined) {
      xf.setAttribute("numFmtId", this.#formatId(patch.numberFormat));
      xf.setAttribute("applyNumberFormat", 1);
    }
    if (patch.font !== undefined) {
      xf.setAttribute("fontId", this.#patchedFont(xf.attribute("fontId"), patch.font));
      xf.setAttribute("applyFont", 1);
    }
    if (patch.fill !== undefined) {
      xf.setAttribute("fillId", this.#fillIndex(patch.fill));
      xf.setAttribute("applyFill", 1);
    }
    if (patch.borders !== undefined) {
      xf.setAttribute("borderId", this.#patchedBorder(xf.attribute("borderId"), patch.borders));
      xf.setAttribute("applyBorder", 1);
    }
    const alignment = { horizontal: patch.horizontal, vertical: patch.vertical, wrapText: flag(patch.wrap), indent: patch.indent };
    if (Object.values(alignment).some((value) => value !== undefined)) {
      const element = xf.ensure("alignment", ["alignment", "protection", "extLst"]);
      if (patch.indent !== undefined && (!Number.isInteger(patch.indent) || patch.indent < 0 || patch.indent > 250)) throw new XlsxError("format", `indent ${patch.indent}`);
      for (const [name, value] of Object.entries(alignment)) if (value !== undefined) element.setAttribute(name, isDefaultAlignment(name, value) ? undefined : value);
      xf.setAttribute("applyAlignment", 1);
    }
    if (patch.locked !== undefined || patch.hidden !== undefined) {
      const element = xf.ensure("protection", ["alignment", "protection", "extLst"]);
      if (patch.locked !== undefined) element.setAttribute("locked", patch.locked ? undefined : 0);
      if (patch.hidden !== undefined) element.setAttribute("hidden", patch.hidden ? 1 : undefined);
      xf.setAttribute("applyProtection", 1);
    }
    for (const name of ["alignment", "protection"]) {
      const element = xf.element(name);
      if (element?.attributes.size === 0) xf.remove(element);
    }
  }

  #patchedFont(id: string | undefined, patch: Partial<CellFormat["font"]>): number {
    const font = this.#entry("fonts", id)?.clone() ?? this.#root.make("font");
    const set = (name: string, value: string | number | undefined): void => {
      const element = font.ensure(name, fontOrder);
      for (const attribute of element.attributes.keys()) element.setAttribute(attribute, undefined);
      element.setAttribute("val", value);
    };
    const drop = (name: string): void => {
      const element = font.element(name);
      if (element !== undefined) font.remove(element);
    };
    const toggle = (name: string, on: boolean | undefined): void => {
      if (on === true) set(name, undefined);
      else if (on === false) drop(name);
    };
    toggle("b", patch.bold);
    toggle("i", patch.italic);
    toggle("strike", patch.strikethrough);
    if (patch.underline === "none") drop("u");
    else if (patch.underline !== undefined) set("u", patch.underline === "single" ? undefined : patch.underline);
    if (patch.size !== undefined) {
      if (!(patch.size >= 1 && patch.size <= 409)) throw new XlsxError("format", `size ${patch.size}`);
      set("sz", patch.size);
    }
    if (patch.name !== undefined) {
      set("name", patch.name);
      // The scheme would otherwise win over the name; family and charset belong to the old one.
      for (const name of ["scheme", "family", "charset"]) drop(name);
    }
    if (patch.color === null) drop("color");
    else if (patch.color !== undefined) {
      drop("color");
      font.insertInOrder(font.make("color", { rgb: argb(patch.color) }), fontOrder);
    }
    return this.#addToList("fonts", font);
  }

  #fillIndex(color: Color | null): number {
    const fill = this.#root.make("fill");
    const pattern = fill.append(fill.make("patternFill", { patternType: color === null ? "none" : "solid" }));
    if (color !== null) {
      pattern.append(pattern.make("fgColor", { rgb: argb(color) }));
      pattern.append(pattern.make("bgColor", { indexed: 64 }));
    }
    return this.#addToList("fills", fill);
  }

  #patchedBorder(id: string | undefined, patch: Partial<CellFormat["borders"]>): number {
    const border = this.#entry("borders", id)?.clone() ?? this.#root.make("border");
    for (const side of sides) {
      const change = patch[side];
      if (change === undefined) continue;
      const old = border.element(side) ?? border.element(side === "left" ? "start" : side === "right" ? "end" : side);
      if (old !== undefined) border.remove(old);
      const element = border.insertInOrder(border.make(side, { style: change.style === "none" ? undefined : change.style }), borderOrder);
      if (change.style !== "none") element.append(element.make("color", change.color === null ? { auto: 1 } : { rgb: argb(change.color) }));
    }
    return this.#addToList("borders", border);
  }

  #addXf(xf: XmlElement): number {
    const index = this.#addToList("cellXfs", xf);
    if (index === this.#xfs.length) this.#xfs.push(xf);
    if (index >= maximumFormats) throw new XlsxError("format", "too many cell formats");
    return index;
  }

  #list(name: string): XmlElement {
    return this.#root.ensure(name, styleSheetOrder);
  }

  #entry(list: string, id: string | undefined): XmlElement | undefined {
    return this.#root.element(list)?.elements()[Number(id ?? 0)];
  }

  #addToList(name: string, element: XmlElement): number {
    const list = this.#list(name);
    let known = this.#known.get(list);
    if (known === undefined) {
      known = new Map();
      // The first of several alike wins, as in Excel.
      for (const [index, other] of list.elements(element.localName).entries()) if (!known.has(canonical(other))) known.set(canonical(other), index);
      this.#known.set(list, known);
    }
    const key = canonical(element);
    const index = known.get(key);
    if (index !== undefined) return index;
    const added = list.elements(element.localName).length;
    list.append(element);
    list.setAttribute("count", added + 1);
    known.set(key, added);
    if (name === "cellXfs" && this.#xfs.length === 0) this.#xfs.push(element);
    this.#touch();
    return added;
  }
}

/** Elements that mean the same, whatever the order of attributes or the white space. */
function canonical(element: XmlElement): string {
  const attributes = [...element.attributes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  return `<${element.localName}${attributes.join("")}>${element.elements().map(canonical).join("")}</>`;
}

export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

/** Elements such as `<b/>` are on unless they say otherwise. */
function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && (element.attribute("val") === undefined || isTrue(element.attribute("val")));
}

function flag(value: boolean | undefined): number | undefined {
  return value === undefined ? undefined : value ? 1 : 0;
}

function isDefaultAlignment(name: string, value: string | number): boolean {
  return (name === "horizontal" && value === "general") || (name === "vertical" && value === "bottom") || value === 0;
}

function oneOf<const T extends string>(values: readonly T[], value: string | undefined, otherwise: T): T {
  return values.find((candidate) => candidate === value) ?? otherwise;
}
