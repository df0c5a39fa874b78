/** A worksheet part opened up: its cells, its columns, and its other elements in the order the schema wants them. */
import { areaName } from "./areas.js";
import { Columns } from "./columns.js";
import { XlsxError } from "./errors.js";
import type { Rect } from "./model.js";
import type { OpcPackage } from "./package.js";
import { SheetData } from "./sheetData.js";
import type { SharedStrings } from "./sharedStrings.js";
import { parseXml } from "./xml.js";
import type { XmlDocument, XmlElement } from "./xml.js";

/** The sequence of CT_Worksheet (ECMA-376 part 1, 18.3.1.99). Excel calls a file damaged when elements trade places. */
const worksheetOrder = [
  "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
  "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
  "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
];

export class WorksheetPart {
  readonly name: string;
  readonly root: XmlElement;
  readonly data: SheetData;
  readonly columns: Columns;
  readonly #package: OpcPackage;
  readonly #document: XmlDocument;
  readonly #sheetData: XmlElement;
  #columnsChanged = false;
  #cellsChanged = false;

  constructor(opened: OpcPackage, name: string, strings: SharedStrings, date1904: boolean) {
    this.name = name;
    this.#package = opened;
    const source = opened.text(name);
    this.#document = parseXml(source, "sheetData");
    this.root = this.#document.root;
    const { opaque } = this.#document;
    if (this.root.localName !== "worksheet") throw new XlsxError("badXml", `${name}: ${this.root.localName}`);
    this.#sheetData = opaque?.element ?? this.root.insertInOrder(this.root.make("sheetData"), worksheetOrder);
    this.data = new SheetData(strings, source, opaque?.start ?? 0, opaque?.end ?? 0, this.root.prefix === "" ? "" : `${this.root.prefix}:`, date1904);
    this.columns = new Columns(this.root.element("cols"));
    opened.setWriter(name, () => this.#write());
  }

  element(localName: string): XmlElement | undefined {
    return this.root.element(localName);
  }

  /** The element, made in its place when it is missing; the part counts as changed. */
  ensure(localName: string): XmlElement {
    this.touch();
    return this.root.ensure(localName, worksheetOrder);
  }

  /** Adds an element after those of its kind. */
  add(element: XmlElement): XmlElement {
    this.touch();
    return this.root.insertInOrder(element, worksheetOrder);
  }

  remove(localName: string): void {
    for (const element of this.root.elements(localName)) {
      this.root.remove(element);
      this.touch();
    }
  }

  touch(): void {
    this.#package.touch(this.name);
  }

  touchCells(): void {
    this.#cellsChanged = true;
    this.touch();
  }

  touchColumns(): void {
    this.#columnsChanged = true;
    this.touch();
  }

  #write(): string {
    if (this.#columnsChanged) {
      if (this.columns.spans.length === 0) this.remove("cols");
      else this.columns.write(this.root.ensure("cols", worksheetOrder));
    }
    if (this.#cellsChanged) {
      const used = usedCells(this.data);
      const dimension = this.root.element("dimension");
      if (dimension !== undefined) dimension.setAttribute("ref", used === undefined ? "A1" : areaName(used));
    }
    const pieces: string[] = [this.#document.before];
    this.root.serialize(
      (text) => pieces.push(text),
      (element) => (element === this.#sheetData ? (write) => { this.data.write(write); } : undefined),
    );
    pieces.push(this.#document.after);
    return pieces.join("");
  }
}

/** The smallest area round cells that are in the file; with `hasContent`, round those it holds for. */
export function usedCells(data: SheetData, hasContent?: (row: number, index: number) => boolean): Rect | undefined {
  let top = -1;
  let bottom = -1;
  let left = Infinity;
  let right = -1;
  for (const row of data.rows()) {
    let first = 0;
    let last = row.cells.length - 1;
    if (hasContent !== undefined) {
      while (first <= last && !hasContent(row.index, first)) first++;
      while (last > first && !hasContent(row.index, last)) last--;
    }
    const firstCell = row.cells[first];
    const lastCell = row.cells[last];
    if (first > last || firstCell === undefined || lastCell === undefined) continue;
    if (top < 0) top = row.index;
    bottom = row.index;
    left = Math.min(left, firstCell.column);
    right = Math.max(right, lastCell.column);
  }
  return top < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
