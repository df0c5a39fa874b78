/** One worksheet of an open file. Its part is read when something of it is first asked for. */
import { areaName, checkArea, contains, containsArea, intersection, parseArea, sameArea } from "./areas.js";
import { moveAnchors } from "./anchors.js";
import type { Book, FormulaPlace, FormulaRewrite } from "./book.js";
import { argb } from "./colors.js";
import { clearStyles, emptyStyle, restyle, restyleCell, styleAt } from "./cellStyles.js";
import { usualWidth } from "./columns.js";
import { addConditionalFormat, clearConditionalFormats, moveConditionalFormats, readConditionalFormats, removeConditionalFormat, rewriteConditionalFormulas } from "./conditionalFormats.js";
import { moveDataValidations, readDataValidations, rewriteValidationFormulas, writeDataValidation } from "./dataValidations.js";
import { XlsxError } from "./errors.js";
import type {
  CellContent, CellFormat, CellFormatPatch, Chart, ChartKind, Color, ConditionalFormat, DataValidation, FreezePanes, PageLayout, Rect, Scalar, Sheet, SheetProtection, SheetProtectionOptions, Table,
} from "./model.js";
import { checkSheetName, checkTableName } from "./names.js";
import { isType, officeRelationships } from "./package.js";
import { readPageLayout, writePageLayout } from "./pageLayout.js";
import { readProtection, writeProtection } from "./protection.js";
import { errorTexts, hasContent } from "./sheetData.js";
import type { CellRecord, SheetData } from "./sheetData.js";
import { rewriteCellFormulas, rewriteExtensionFormulas, rewriteLinks } from "./sheetFormulas.js";
import { planShift } from "./shift.js";
import type { Shift } from "./shift.js";
import { shiftCells } from "./shiftCells.js";
import { readFreezePanes, readGridlines, writeFreezePanes, writeGridlines, writeTabSelected } from "./sheetView.js";
import { SheetCharts } from "./sheetCharts.js";
import { WorksheetTable } from "./tables.js";
import { loseTableInFormula, resolveTableInFormula } from "./tableReferences.js";
import { usedCells, WorksheetPart } from "./worksheetPart.js";
import { tableMarkup, tableType } from "./tablePart.js";
import { isXmlText } from "./xml.js";
import type { XmlElement } from "./xml.js";

const longestText = 32_767;
const longestFormula = 8_192;
const sheetPropertiesOrder = ["tabColor", "outlinePr", "pageSetUpPr"];

export class Worksheet implements Sheet {
  readonly id: string;
  readonly partName: string;
  /** The `sheet` element of the workbook part. */
  readonly element: XmlElement;
  readonly #book: Book;
  readonly #positionOf: (sheet: Worksheet) => number;
  readonly #rename: (sheet: Worksheet, name: string) => void;
  #part: WorksheetPart | undefined;
  #tables: WorksheetTable[] | undefined;
  #merges: Rect[] | undefined;
  #charts: SheetCharts | undefined;

  constructor(book: Book, element: XmlElement, partName: string, positionOf: (sheet: Worksheet) => number, rename: (sheet: Worksheet, name: string) => void) {
    this.#book = book;
    this.element = element;
    this.partName = partName;
    this.id = element.attribute("sheetId") ?? "";
    this.#positionOf = positionOf;
    this.#rename = rename;
  }

  get part(): WorksheetPart {
    this.#part ??= new WorksheetPart(this.#book.package, this.partName, this.#book.strings, this.#book.date1904);
    return this.#part;
  }

  /** False until something of the sheet has been asked for. */
  get isOpened(): boolean {
    return this.#part !== undefined;
  }

  get #data(): SheetData {
    return this.part.data;
  }

  get name(): string {
    return this.element.attribute("name") ?? "";
  }

  set name(value: string) {
    if (value === this.name) return;
    checkSheetName(value);
    if (this.#book.sheetNameIsTaken(value, this)) throw new XlsxError("sheetExists", value);
    this.#rename(this, value);
  }

  get visibility(): "visible" | "hidden" | "veryHidden" {
    const state = this.element.attribute("state");
    return state === "hidden" || state === "veryHidden" ? state : "visible";
  }

  set visibility(value: "visible" | "hidden" | "veryHidden") {
    if (value === this.visibility) return;
    this.element.setAttribute("state", value === "visible" ? undefined : value);
    this.#book.sheetElementChanged(this);
  }

  get tabColor(): Color | null {
    return this.#book.styles.palette.resolve(this.part.element("sheetPr")?.element("tabColor"));
  }

  set tabColor(value: Color | null) {
    const properties = this.part.ensure("sheetPr");
    const old = properties.element("tabColor");
    if (old !== undefined) properties.remove(old);
    if (value !== null) properties.insertInOrder(properties.make("tabColor", { rgb: argb(value) }), sheetPropertiesOrder);
  }

  get position(): number {
    return this.#positionOf(this);
  }

  // Cells

  cell(row: number, column: number): CellContent | undefined {
    const cell = this.#data.find(row, column);
    return cell === undefined ? undefined : this.#content(row, cell);
  }

  setCell(row: number, column: number, content: CellContent): void {
    checkArea({ row, column, rows: 1, columns: 1 });
    checkScalar(content.value);
    if (content.formula !== undefined) checkFormula(content.formula);
    const header = this.#headerAt(row, column);
    if (header !== undefined) {
      this.#setHeader(header.table, header.index, row, column, content.value);
      return;
    }
    this.#store(row, column, content);
  }

  setCachedValue(row: number, column: number, value: Scalar): void {
    checkScalar(value);
    const cell = this.#data.find(row, column);
    if (cell?.formula === undefined) throw new XlsxError("invalidFormula", `no formula in ${areaName({ row, column, rows: 1, columns: 1 })}`);
    if (cell.shared < 0 && same(cell.value, value)) return;
    const changed = this.#data.changeCell(row, column, () => 0);
    this.#data.setValue(changed, value);
    // `vm` describes the old value; `cm` (dynamic array) the formula, which stays.
    changed.other = changed.other.replace(/\svm\s*=\s*("[^"]*"|'[^']*')/, "");
    this.part.touchCells();
  }

  *cells(): IterableIterator<{ readonly row: number; readonly column: number; readonly content: CellContent }> {
    for (const row of this.#data.rows()) {
      for (const cell of row.cells) {
        const content = this.#content(row.index, cell);
        if (content !== undefined) yield { row: row.index, column: cell.column, content };
      }
    }
  }

  usedRange(valuesOnly: boolean): Rect | undefined {
    if (!valuesOnly) return usedCells(this.#data);
    return usedCells(this.#data, (row, index) => {
      const cell = this.#data.row(row)?.cells[index];
      return cell !== undefined && hasContent(cell);
    });
  }

  #content(row: number, cell: CellRecord): CellContent | undefined {
    if (!hasContent(cell)) return undefined;
    const formula = this.#data.formula(row, cell);
    const value = this.#data.value(cell);
    return formula === undefined ? { value } : { value, formula };
  }

  #store(row: number, column: number, content: CellContent): void {
    const known = this.#data.find(row, column);
    if (content.value === null && content.formula === undefined) {
      if (known === undefined || !hasContent(known)) return;
    }
    const hadFormula = known?.formula !== undefined;
    // The cells that share a formula read it from the first of them.
    if (known !== undefined && this.#data.isFirstOfSharedFormula(known)) this.#data.unshareFormulas();
    const cell = this.#data.changeCell(row, column, () => emptyStyle(this.part, row, column));
    cell.formula = content.formula === undefined ? undefined : { kind: "normal", text: content.formula, ref: undefined, group: -1, first: undefined, other: "", resolved: undefined };
    cell.other = cell.other.replace(/\s(?:cm|vm)\s*=\s*("[^"]*"|'[^']*')/g, "");
    this.#data.setValue(cell, content.value);
    if (!hasContent(cell) && cell.style === emptyStyle(this.part, row, column) && cell.other === "") this.#data.removeCell(row, column);
    if (hadFormula || content.formula !== undefined) this.#book.formulasChanged();
    this.part.touchCells();
  }

  /** True when a changed formula has no result yet, so that whoever opens the file must calculate. */
  get hasUncomputedFormulas(): boolean {
    for (const row of this.#data.rows()) {
      if (!row.changed) continue;
      for (const cell of row.cells) if (cell.start < 0 && cell.formula !== undefined && cell.shared < 0 && cell.value === null) return true;
    }
    return false;
  }

  // Formats

  format(row: number, column: number): CellFormat {
    return this.#book.styles.format(styleAt(this.part, row, column));
  }

  numberFormat(row: number, column: number): string {
    return this.#book.styles.numberFormat(styleAt(this.part, row, column));
  }

  applyFormat(area: Rect, patch: CellFormatPatch): void {
    const restyled = new Map<number, number>();
    restyle(this.part, area, (style) => {
      const known = restyled.get(style) ?? this.#book.styles.patched(style, patch);
      restyled.set(style, known);
      return known;
    });
  }

  clearFormat(area: Rect): void {
    clearStyles(this.part, area);
  }

  // Moving cells

  insertCells(area: Rect, shift: "down" | "right"): void {
    this.#shift({ kind: "insert", direction: shift === "down" ? "rows" : "columns", area }, undefined);
  }

  deleteCells(area: Rect, shift: "up" | "left"): void {
    checkArea(area);
    const emptiesTable = this.tables.some((table) => table.headerRow && area.row === table.range.row + 1 && containsArea(area, bodyOf(table)));
    if (shift !== "up" || !emptiesTable) {
      this.#shift({ kind: "delete", direction: shift === "up" ? "rows" : "columns", area }, undefined);
      return;
    }
    // A table never has fewer than one row under its header: Excel leaves it one that is blank.
    if (area.rows > 1) this.#shift({ kind: "delete", direction: "rows", area: { ...area, row: area.row + 1, rows: area.rows - 1 } }, undefined);
    for (const { column } of [...(this.#data.row(area.row)?.cells ?? [])]) if (contains(area, area.row, column)) this.#store(area.row, column, { value: null });
  }

  #shift(shift: Shift, except: Table | undefined): void {
    checkArea(shift.area);
    // Everything that could refuse is asked before anything moves.
    const plan = planShift(shift, { tables: this.tables, merges: this.merges, except });
    this.#data.unshareFormulas();
    shiftCells(this.part, shift, plan.styleFrom);
    this.#writeMerges(this.merges.map(plan.moveWhole).filter((area) => area !== undefined));
    moveDataValidations(this.part, shift, plan.movePieces);
    moveConditionalFormats(this.part, shift, plan.movePieces);
    moveAnchors(this.#book.package, this.part, shift, plan);
    for (const change of plan.tables) {
      const table = this.tables.find((candidate) => candidate === change.table);
      if (table === undefined) continue;
      if (change.range === undefined) {
        this.#book.rewriteFormulas((formula, place) => loseTableInFormula(formula, table, place.table === table));
        this.#dropTable(table);
      }
      else if (change.addColumns !== undefined) table.adoptColumns(change.addColumns.index, table.freeColumnNames(change.addColumns.count));
      else {
        if (change.removeColumns !== undefined) table.releaseColumns(change.removeColumns.index, change.removeColumns.count);
        table.setRange(change.range);
      }
    }
    this.part.touchCells();
    this.#book.rewriteFormulas((formula, place) => plan.rewrite(formula, this.name, place.sheet?.name));
    this.#book.formulasChanged();
  }

  /** Gives the sheet's formulas a new text: cells, validations, conditional formats, tables, extensions and links within the workbook. */
  rewriteFormulas(rewrite: FormulaRewrite, byRow: boolean): void {
    if (rewriteCellFormulas(this.part, this, this.tables, rewrite, byRow)) this.#book.formulasChanged();
    const outside: FormulaPlace = { sheet: this, row: undefined, column: undefined, table: undefined };
    const rewriteOutside = (formula: string): string => rewrite(formula, outside);
    rewriteValidationFormulas(this.part, rewriteOutside);
    rewriteConditionalFormulas(this.part, rewriteOutside);
    rewriteLinks(this.part, rewriteOutside);
    rewriteExtensionFormulas(this.part, rewriteOutside);
    for (const table of this.tables) table.rewriteFormulas((formula) => rewrite(formula, { ...outside, table }));
  }

  // Merged cells

  get merges(): readonly Rect[] {
    this.#merges ??= (this.part.element("mergeCells")?.elements("mergeCell") ?? []).map((element) => parseArea(element.attribute("ref") ?? ""));
    return this.#merges;
  }

  merge(area: Rect): void {
    checkArea(area);
    if (area.rows * area.columns === 1 || this.merges.some((other) => sameArea(other, area))) return;
    if (this.merges.some((other) => intersection(other, area) !== undefined)) throw new XlsxError("mergeOverlap", areaName(area));
    if (this.tables.some((table) => intersection(table.range, area) !== undefined)) throw new XlsxError("tableInTheWay", areaName(area));
    this.#writeMerges([...this.merges, area]);
  }

  unmerge(area: Rect): void {
    checkArea(area);
    this.#writeMerges(this.merges.filter((other) => intersection(other, area) === undefined));
  }

  #writeMerges(merges: readonly Rect[]): void {
    if (merges.length === this.merges.length && merges.every((area, index) => area === this.merges[index])) return;
    this.#merges = [...merges];
    if (merges.length === 0) {
      this.part.remove("mergeCells");
      return;
    }
    const list = this.part.ensure("mergeCells");
    list.children = merges.map((area) => list.make("mergeCell", { ref: areaName(area) }));
    list.setAttribute("count", merges.length);
  }

  // Rows and columns

  columnWidth(column: number): number | undefined {
    const span = this.part.columns.at(column);
    // Excel writes the default width in spans that are there for their style.
    return span?.customWidth === false && span.width === usualWidth ? undefined : span?.width;
  }

  setColumnWidth(column: number, count: number, width: number | undefined): void {
    checkArea({ row: 0, column, rows: 1, columns: count });
    if (width !== undefined && !(width >= 0 && width <= 255)) throw new XlsxError("format", `width ${width}`);
    this.part.columns.change(column, column + count - 1, (span) => {
      span.width = width;
      span.customWidth = width !== undefined;
    });
    this.part.touchColumns();
  }

  columnHidden(column: number): boolean {
    return this.part.columns.at(column)?.hidden ?? false;
  }

  setColumnHidden(column: number, count: number, hidden: boolean): void {
    checkArea({ row: 0, column, rows: 1, columns: count });
    this.part.columns.change(column, column + count - 1, (span) => (span.hidden = hidden));
    this.part.touchColumns();
  }

  rowHeight(row: number): number | undefined {
    return this.#data.row(row)?.height;
  }

  rowHeightIsChosen(row: number): boolean {
    return this.#data.row(row)?.customHeight === true;
  }

  setRowHeight(row: number, count: number, points: number | undefined, automatic = false): void {
    checkArea({ row, column: 0, rows: count, columns: 1 });
    if (points !== undefined && !(points >= 0 && points <= 409.5)) throw new XlsxError("format", `height ${points}`);
    for (let index = row; index < row + count; index++) {
      if (points === undefined && this.#data.row(index) === undefined) continue;
      const changed = this.#data.changeRow(index);
      changed.height = points;
      changed.customHeight = points !== undefined && !automatic;
    }
    this.part.touchCells();
  }

  rowHidden(row: number): boolean {
    return this.#data.row(row)?.hidden ?? false;
  }

  setRowHidden(row: number, count: number, hidden: boolean): void {
    checkArea({ row, column: 0, rows: count, columns: 1 });
    for (let index = row; index < row + count; index++) if (this.rowHidden(index) !== hidden) this.#data.changeRow(index).hidden = hidden;
    this.part.touchCells();
  }

  get defaultRowHeight(): number {
    return Number(this.part.element("sheetFormatPr")?.attribute("defaultRowHeight") ?? 15);
  }

  get defaultColumnWidth(): number {
    const properties = this.part.element("sheetFormatPr");
    const width = properties?.attribute("defaultColWidth");
    if (width !== undefined) return Number(width);
    // ECMA-376 part 1, 18.3.1.81: eight characters of 7 pixels and 5 of padding, in whole eighths of pixels.
    const base = Number(properties?.attribute("baseColWidth") ?? 8);
    return Math.trunc(((Math.ceil((base * 7 + 5) / 8) * 8) / 7) * 256) / 256;
  }

  // Tables

  get tables(): readonly WorksheetTable[] {
    if (this.#tables !== undefined) return this.#tables;
    // Told by the relationships, so that looking for a table does not read the cells of every sheet.
    this.#tables = this.#book.package
      .relationships(this.partName)
      .filter((relationship) => isType(relationship, "table"))
      .map(({ target }) => {
        if (!this.#book.package.has(target)) throw new XlsxError("missingPart", `table of ${this.name}`);
        return this.#openTable(target);
      });
    return this.#tables;
  }

  addTable(range: Rect, options: { name: string; headerRow: boolean; style?: string }): Table {
    checkArea(range);
    if (range.rows < (options.headerRow ? 2 : 1)) throw new XlsxError("tableRange", areaName(range));
    checkTableName(options.name);
    if (this.#book.nameIsTaken(options.name)) throw new XlsxError("tableExists", options.name);
    if (this.tables.some((table) => intersection(table.range, range) !== undefined)) throw new XlsxError("tableOverlap", areaName(range));
    if (this.merges.some((area) => intersection(area, range) !== undefined)) throw new XlsxError("mergeOverlap", areaName(range));
    const tables = this.tables;
    const id = this.#book.tables().reduce((highest, table) => Math.max(highest, table.id), 0) + 1;
    const file = this.#book.package;
    const name = file.freeName((n) => `xl/tables/table${n}.xml`);
    file.addPart(name, tableType, tableMarkup(id, range, options));
    const relationship = file.relate(this.partName, `${officeRelationships}/table`, name);
    const list = this.part.ensure("tableParts");
    list.append(list.make("tablePart", { [this.#relationshipAttribute()]: relationship }));
    list.setAttribute("count", list.elements("tablePart").length);
    const table = this.#openTable(name);
    this.#tables = [...tables, table];
    for (let index = 0; index < range.columns; index++) {
      table.adoptHeader(index, options.headerRow ? this.#headerText(range.row, range.column + index) : "");
    }
    table.writeHeaders();
    return table;
  }

  removeTable(table: Table): void {
    const own = this.tables.find((candidate) => candidate === table);
    if (own === undefined) throw new XlsxError("unknownTable", table.name);
    this.#book.rewriteFormulas((formula, place) => resolveTableInFormula(formula, own, place.row, place.table === own), true);
    this.#dropTable(own);
  }

  #dropTable(own: WorksheetTable): void {
    const relationship = this.#book.package.relationships(this.partName).find((candidate) => candidate.target.toLowerCase() === own.partName.toLowerCase());
    const list = this.part.ensure("tableParts");
    const element = list.elements("tablePart").find((candidate) => candidate.prefixedAttribute("id") === relationship?.id);
    if (element !== undefined) list.remove(element);
    const left = list.elements("tablePart").length;
    if (left === 0) this.part.remove("tableParts");
    else list.setAttribute("count", left);
    this.#book.package.unrelate(this.partName, own.partName);
    this.#book.package.removePart(own.partName);
    this.#tables = this.tables.filter((candidate) => candidate !== own);
  }

  #openTable(partName: string): WorksheetTable {
    return new WorksheetTable(
      this.#book,
      {
        sheet: this,
        headerText: (row, column) => this.#headerText(row, column),
        writeHeader: (row, column, text) => {
          const cell = this.#data.find(row, column);
          if (cell === undefined || cell.formula !== undefined || this.#data.value(cell) !== text) this.#store(row, column, { value: text });
        },
        insertRoom: (area, table) => { this.#shift({ kind: "insert", direction: "columns", area }, table); },
        closeRoom: (area, table) => { this.#shift({ kind: "delete", direction: "columns", area }, table); },
        moveRow: (from, toRow) => { this.#moveRow(from, toRow); },
        showRows: (row, count) => { this.setRowHidden(row, count, false); },
        overlaps: (range, except) => this.tables.some((other) => other !== except && intersection(other.range, range) !== undefined),
      },
      partName,
    );
  }

  /** Prefix of the relationships namespace in this part; declared when it was not. */
  #relationshipAttribute(): string {
    for (const [name, value] of this.part.root.attributes) if (name.startsWith("xmlns:") && (value === officeRelationships || value.endsWith("/officeDocument/relationships"))) return `${name.slice(6)}:id`;
    this.part.root.setAttribute("xmlns:r", officeRelationships);
    return "r:id";
  }

  #headerAt(row: number, column: number): { readonly table: WorksheetTable; readonly index: number } | undefined {
    for (const table of this.tables) if (table.headerRow && row === table.range.row && contains(table.range, row, column)) return { table, index: column - table.range.column };
    return undefined;
  }

  /** A header cell holds text, never empty, never twice: Excel makes it so. */
  #setHeader(table: WorksheetTable, index: number, row: number, column: number, value: Scalar): void {
    const header = table.columns[index];
    const text = scalarText(value);
    if (header === undefined) return;
    if (text !== "" && text === header.name) this.#store(row, column, { value: text });
    else header.name = text.toLowerCase() === header.name.toLowerCase() ? text : table.freeColumnName(text);
  }

  #headerText(row: number, column: number): string {
    const cell = this.#data.find(row, column);
    return cell === undefined ? "" : scalarText(this.#data.value(cell));
  }

  #moveRow(from: Rect, toRow: number): void {
    for (let column = from.column; column < from.column + from.columns; column++) {
      const content = this.cell(from.row, column);
      const style = styleAt(this.part, from.row, column);
      this.#store(toRow, column, content ?? { value: null });
      restyleCell(this.part, toRow, column, () => style);
      this.#store(from.row, column, { value: null });
    }
  }

  // Rules

  get dataValidations(): readonly DataValidation[] {
    return readDataValidations(this.part);
  }

  setDataValidation(area: Rect, rule: Omit<DataValidation, "ranges"> | undefined): void {
    checkArea(area);
    writeDataValidation(this.part, area, rule);
  }

  get conditionalFormats(): readonly ConditionalFormat[] {
    return readConditionalFormats(this.part, this.#book.styles);
  }

  addConditionalFormat(format: Omit<ConditionalFormat, "priority">): ConditionalFormat {
    format.ranges.forEach(checkArea);
    return addConditionalFormat(this.part, this.#book.styles, format);
  }

  removeConditionalFormat(format: ConditionalFormat): void {
    removeConditionalFormat(this.part, format);
  }

  clearConditionalFormats(area: Rect): void {
    clearConditionalFormats(this.part, area);
  }

  // Charts

  get charts(): readonly Chart[] {
    return this.#drawn.all;
  }

  addChart(kind: ChartKind): Chart {
    return this.#drawn.add(kind, this.#book.language === "sv-SE" ? "Diagram" : "Chart");
  }

  removeChart(chart: Chart): void {
    this.#drawn.remove(chart);
  }

  get #drawn(): SheetCharts {
    this.#charts ??= new SheetCharts(this.#book.package, {
      partName: this.partName,
      showDrawing: (relationship) => {
        if (relationship === undefined) this.part.remove("drawing");
        else this.part.ensure("drawing").setAttribute(this.#relationshipAttribute(), relationship);
      },
    });
    return this.#charts;
  }

  // Protection, view and print

  get protection(): SheetProtection | undefined {
    return readProtection(this.part);
  }

  protect(options: Partial<SheetProtectionOptions>): void {
    writeProtection(this.part, options);
  }

  unprotect(): void {
    this.part.remove("sheetProtection");
  }

  get freezePanes(): FreezePanes | undefined {
    return readFreezePanes(this.part);
  }

  set freezePanes(value: FreezePanes | undefined) {
    writeFreezePanes(this.part, value);
  }

  get showGridlines(): boolean {
    return readGridlines(this.part);
  }

  set showGridlines(value: boolean) {
    writeGridlines(this.part, value);
  }

  selectTab(selected: boolean): void {
    writeTabSelected(this.part, selected);
  }

  get pageLayout(): PageLayout {
    return readPageLayout(this.part);
  }

  set pageLayout(value: PageLayout) {
    writePageLayout(this.part, value);
  }
}

function bodyOf(table: Table): Rect {
  const above = table.headerRow ? 1 : 0;
  return { ...table.range, row: table.range.row + above, rows: table.range.rows - above - (table.totalsRow ? 1 : 0) };
}

function scalarText(value: Scalar): string {
  if (value === null) return "";
  if (typeof value === "object") return value.error;
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
}

function same(a: Scalar, b: Scalar): boolean {
  return a === b || (typeof a === "object" && typeof b === "object" && a?.error === b?.error);
}

function checkScalar(value: Scalar): void {
  if (typeof value === "number" && !Number.isFinite(value)) throw new XlsxError("invalidNumber", String(value));
  if (typeof value === "string" && value.length > longestText) throw new XlsxError("textTooLong", `${value.length}`);
  if (typeof value === "object" && value !== null && !errorTexts.includes(value.error)) throw new XlsxError("format", value.error);
}

function checkFormula(formula: string): void {
  if (formula.trim() === "" || formula.startsWith("=") || !isXmlText(formula)) throw new XlsxError("invalidFormula", formula);
  if (formula.length > longestFormula) throw new XlsxError("formulaTooLong", `${formula.length}`);
}
