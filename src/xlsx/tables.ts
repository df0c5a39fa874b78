/** Tables: the table part and its columns. Header cells and column names always agree; changing one changes the other. */
import { areaName, parseArea } from "./areas.js";
import type { Book } from "./book.js";
import { XlsxError } from "./errors.js";
import { decodeXstring, encodeXstring, encodeXstringAttribute } from "./escapedText.js";
import { renameColumnInFormula, renameTableInFormula } from "./formulaReferences.js";
import type { ColumnFilter, Rect, Sheet, Table, TableColumn } from "./model.js";
import { checkTableName } from "./names.js";
import { isTrue } from "./styles.js";
import { criteriaElement, readFilter } from "./tableFilters.js";
import type { XmlElement } from "./xml.js";

const tableOrder = ["autoFilter", "sortState", "tableColumns", "tableStyleInfo", "extLst"];
const columnOrder = ["calculatedColumnFormula", "totalsRowFormula", "xmlColumnPr", "extLst"];

const longestHeader = 255;

/** What a table asks of its sheet. */
export interface TableSheet {
  readonly sheet: Sheet;
  /** Text of a cell, as a header would take it. */
  headerText(row: number, column: number): string;
  /** Makes the cell hold the text, if it does not. */
  writeHeader(row: number, column: number, text: string): void;
  /** Opens or closes room in the table's rows; the table itself is left alone. */
  insertRoom(area: Rect, table: Table): void;
  closeRoom(area: Rect, table: Table): void;
  moveRow(from: Rect, toRow: number): void;
  showRows(row: number, count: number): void;
  overlaps(range: Rect, except: Table): boolean;
}

export class WorksheetTable implements Table {
  readonly partName: string;
  readonly #book: Book;
  readonly #host: TableSheet;
  readonly #root: XmlElement;
  #columns: WorksheetTableColumn[] | undefined;
  #range: Rect | undefined;

  constructor(book: Book, host: TableSheet, partName: string) {
    this.partName = partName;
    this.#book = book;
    this.#host = host;
    this.#root = book.package.root(partName);
    if (this.#root.localName !== "table") throw new XlsxError("badXml", partName);
  }

  get id(): number {
    return Number(this.#root.attribute("id") ?? 0);
  }

  get sheet(): Sheet {
    return this.#host.sheet;
  }

  get name(): string {
    return decodeXstring(this.#root.attribute("displayName") ?? this.#root.attribute("name") ?? "");
  }

  set name(value: string) {
    const old = this.name;
    if (value === old) return;
    checkTableName(value);
    if (value.toLowerCase() !== old.toLowerCase() && this.#book.nameIsTaken(value)) throw new XlsxError("tableExists", value);
    this.#root.setAttribute("name", value);
    this.#root.setAttribute("displayName", value);
    this.touch();
    this.#book.rewriteFormulas((formula) => renameTableInFormula(formula, old, value));
  }

  get range(): Rect {
    this.#range ??= parseArea(this.#root.attribute("ref") ?? "");
    return this.#range;
  }

  /** Sets the range without regard to what stands in it. */
  setRange(range: Rect): void {
    this.#range = range;
    this.#root.setAttribute("ref", areaName(range));
    this.#root.element("autoFilter")?.setAttribute("ref", areaName(this.#filterRange()));
    const sort = this.#root.element("sortState");
    // A stored sort order names cells; it is only a memory of the last sort.
    if (sort !== undefined) this.#root.remove(sort);
    this.touch();
  }

  get headerRow(): boolean {
    return this.#root.attribute("headerRowCount") !== "0";
  }

  get totalsRow(): boolean {
    return Number(this.#root.attribute("totalsRowCount") ?? 0) > 0;
  }

  get columns(): readonly WorksheetTableColumn[] {
    this.#columns ??= (this.#root.element("tableColumns")?.elements("tableColumn") ?? []).map((element) => new WorksheetTableColumn(element, this));
    return this.#columns;
  }

  get style(): string | undefined {
    return this.#root.element("tableStyleInfo")?.attribute("name");
  }

  set style(value: string | undefined) {
    this.#styleInfo().setAttribute("name", value);
  }

  get showBandedRows(): boolean {
    return this.#styleFlag("showRowStripes");
  }
  set showBandedRows(value: boolean) {
    this.#styleInfo().setAttribute("showRowStripes", value ? 1 : 0);
  }
  get showBandedColumns(): boolean {
    return this.#styleFlag("showColumnStripes");
  }
  set showBandedColumns(value: boolean) {
    this.#styleInfo().setAttribute("showColumnStripes", value ? 1 : 0);
  }
  get showFirstColumn(): boolean {
    return this.#styleFlag("showFirstColumn");
  }
  set showFirstColumn(value: boolean) {
    this.#styleInfo().setAttribute("showFirstColumn", value ? 1 : 0);
  }
  get showLastColumn(): boolean {
    return this.#styleFlag("showLastColumn");
  }
  set showLastColumn(value: boolean) {
    this.#styleInfo().setAttribute("showLastColumn", value ? 1 : 0);
  }

  get showFilterButton(): boolean {
    return this.#root.element("autoFilter") !== undefined;
  }

  set showFilterButton(value: boolean) {
    const filter = this.#root.element("autoFilter");
    if (value === (filter !== undefined) || !this.headerRow) return;
    if (filter === undefined) this.#root.insertInOrder(this.#root.make("autoFilter", { ref: areaName(this.#filterRange()) }), tableOrder);
    else {
      this.clearFilters();
      this.#root.remove(filter);
    }
    this.touch();
  }

  get filterColumns(): readonly { readonly columnIndex: number; readonly xml: string; readonly filter: ColumnFilter | undefined }[] {
    const columns = this.#root.element("autoFilter")?.elements("filterColumn") ?? [];
    // A filterColumn may only say that the button is hidden.
    return columns.filter((element) => element.elements().length > 0).map((element) => ({ columnIndex: Number(element.attribute("colId") ?? 0), xml: element.toString(), filter: readFilter(element) }));
  }

  setFilter(columnIndex: number, filter: ColumnFilter | undefined): void {
    if (!this.headerRow || this.columns[columnIndex] === undefined) throw new XlsxError("tableRange", `column ${columnIndex}`);
    this.showFilterButton = true;
    const list = this.#root.ensure("autoFilter", tableOrder);
    const known = list.elements("filterColumn").find((element) => Number(element.attribute("colId") ?? 0) === columnIndex);
    if (filter === undefined && known === undefined) return;
    const column = known ?? list.make("filterColumn", { colId: columnIndex });
    for (const criteria of column.elements()) column.remove(criteria);
    if (filter !== undefined) column.append(criteriaElement(column, filter));
    if (known === undefined) {
      const next = list.elements("filterColumn").find((element) => Number(element.attribute("colId") ?? 0) > columnIndex);
      if (next === undefined) list.append(column);
      else list.children.splice(list.children.indexOf(next), 0, column);
    } else if (column.elements().length === 0 && column.attribute("hiddenButton") === undefined && column.attribute("showButton") === undefined) list.remove(column);
    this.touch();
  }

  setTotalsRow(shown: boolean): void {
    if (shown === this.totalsRow) return;
    const range = { ...this.range, rows: this.range.rows + (shown ? 1 : -1) };
    if (this.#host.overlaps(range, this)) throw new XlsxError("tableOverlap", areaName(range));
    this.#root.setAttribute("totalsRowCount", shown ? 1 : undefined);
    this.#root.setAttribute("totalsRowShown", shown ? undefined : 0);
    this.setRange(range);
  }

  clearFilters(): void {
    const filter = this.#root.element("autoFilter");
    const criteria = filter?.elements("filterColumn").filter((element) => element.elements().length > 0) ?? [];
    if (filter === undefined || criteria.length === 0) return;
    for (const element of criteria) filter.remove(element);
    this.touch();
    const { row, rows } = this.range;
    this.#host.showRows(row + (this.headerRow ? 1 : 0), rows - (this.headerRow ? 1 : 0) - (this.totalsRow ? 1 : 0));
  }

  resize(range: Rect): void {
    const old = this.range;
    const least = 1 + (this.headerRow ? 1 : 0) + (this.totalsRow ? 1 : 0);
    const overlapping = range.column < old.column + old.columns && old.column < range.column + range.columns;
    if (range.row !== old.row || range.rows < least || !overlapping) throw new XlsxError("tableRange", areaName(range));
    if (this.#host.overlaps(range, this)) throw new XlsxError("tableOverlap", areaName(range));
    if (this.totalsRow && range.rows !== old.rows) this.#host.moveRow({ row: old.row + old.rows - 1, column: old.column, rows: 1, columns: old.columns }, range.row + range.rows - 1);
    const kept = this.columns.filter((_, index) => old.column + index >= range.column && old.column + index < range.column + range.columns);
    for (const column of this.columns) if (!kept.includes(column)) this.#dropColumn(column);
    this.setRange(range);
    for (let index = 0; index < range.columns; index++) {
      const column = range.column + index;
      if (column >= old.column && column < old.column + old.columns) continue;
      this.#addColumn(index, this.freeColumnName(this.headerRow ? this.#host.headerText(range.row, column).slice(0, longestHeader) : ""));
    }
    this.#renumberFilters(old.column - range.column);
    this.writeHeaders();
  }

  insertColumns(index: number, names: readonly string[]): void {
    if (index < 0 || index > this.columns.length || !Number.isInteger(index)) throw new XlsxError("tableRange", `column ${index}`);
    const taken = new Set(this.columns.map((column) => column.name.toLowerCase()));
    for (const name of names) {
      if (name === "" || taken.has(name.toLowerCase())) throw new XlsxError("tableColumn", name);
      taken.add(name.toLowerCase());
    }
    if (names.length === 0) return;
    const { range } = this;
    this.#host.insertRoom({ row: range.row, column: range.column + index, rows: range.rows, columns: names.length }, this);
    this.adoptColumns(index, names);
  }

  /** Takes in columns whose cells have already been made room for. */
  adoptColumns(index: number, names: readonly string[]): void {
    const { range } = this;
    this.setRange({ ...range, columns: range.columns + names.length });
    names.forEach((name, offset) => {
      this.#addColumn(index + offset, name);
    });
    this.#renumberFilters(names.length, index);
    this.writeHeaders();
  }

  deleteColumn(index: number): void {
    const { range } = this;
    if (this.columns[index] === undefined || range.columns === 1) throw new XlsxError("tableRange", `column ${index}`);
    this.#host.closeRoom({ row: range.row, column: range.column + index, rows: range.rows, columns: 1 }, this);
    this.releaseColumns(index, 1);
  }

  /** Lets go of columns whose cells have already been closed. */
  releaseColumns(index: number, count: number): void {
    const { range } = this;
    for (const column of this.columns.slice(index, index + count)) this.#dropColumn(column);
    this.setRange({ ...range, columns: range.columns - count });
    this.#renumberFilters(-count, index);
  }

  /** A column name not in use: the text as wished, with a number when it is taken; "Kolumn1", "Kolumn2" … when it is empty. */
  freeColumnName(wished: string): string {
    const taken = new Set(this.columns.map((column) => column.name.toLowerCase()));
    if (wished !== "" && !taken.has(wished.toLowerCase())) return wished;
    for (let n = wished === "" ? 1 : 2; ; n++) {
      const name = wished === "" ? this.#numbered(n) : `${wished}${n}`;
      if (!taken.has(name.toLowerCase())) return name;
    }
  }

  /** That many names not in use, for columns that come without a header. */
  freeColumnNames(count: number): string[] {
    const names: string[] = [];
    for (let n = 1; names.length < count; n++) {
      const name = this.#numbered(n);
      if (!this.columns.some((column) => column.name.toLowerCase() === name.toLowerCase())) names.push(name);
    }
    return names;
  }

  /** Gives a column of a table just made its first name. */
  adoptHeader(index: number, text: string): void {
    this.columns[index]?.storeName(this.freeColumnName(text.slice(0, longestHeader)));
  }

  /** Puts the column names in the header cells. */
  writeHeaders(): void {
    if (!this.headerRow) return;
    this.columns.forEach((column, index) => {
      this.#host.writeHeader(this.range.row, this.range.column + index, column.name);
    });
  }

  /** Renames a column, its header cell and whatever formulas call it. */
  renameColumn(column: WorksheetTableColumn, name: string): void {
    const old = column.name;
    if (name === old) return;
    if (name === "" || name.length > longestHeader || this.columns.some((other) => other !== column && other.name.toLowerCase() === name.toLowerCase())) throw new XlsxError("tableColumn", name);
    column.storeName(name);
    if (this.headerRow) this.#host.writeHeader(this.range.row, this.range.column + this.columns.indexOf(column), name);
    this.#book.rewriteFormulas((formula, place) => renameColumnInFormula(formula, this.name, old, name, place.table === this));
  }

  rewriteFormulas(rewrite: (formula: string) => string): void {
    for (const column of this.columns) column.rewriteFormulas(rewrite);
  }

  touch(): void {
    this.#book.package.touch(this.partName);
  }

  #numbered(n: number): string {
    return `${this.#book.language === "sv-SE" ? "Kolumn" : "Column"}${n}`;
  }

  #filterRange(): Rect {
    const { range } = this;
    return { ...range, rows: range.rows - (this.totalsRow ? 1 : 0) };
  }

  #styleFlag(name: string): boolean {
    return isTrue(this.#root.element("tableStyleInfo")?.attribute(name));
  }

  #styleInfo(): XmlElement {
    this.touch();
    const known = this.#root.element("tableStyleInfo");
    return known ?? this.#root.insertInOrder(this.#root.make("tableStyleInfo", { showFirstColumn: 0, showLastColumn: 0, showRowStripes: 0, showColumnStripes: 0 }), tableOrder);
  }

  #addColumn(index: number, name: string): void {
    const list = this.#root.ensure("tableColumns", tableOrder);
    const id = this.columns.reduce((highest, column) => Math.max(highest, column.id), 0) + 1;
    const element = list.make("tableColumn", { id, name: encodeXstringAttribute(name) });
    const before = list.elements("tableColumn")[index];
    if (before === undefined) list.append(element);
    else list.children.splice(list.children.indexOf(before), 0, element);
    list.setAttribute("count", list.elements("tableColumn").length);
    this.#columns = [...this.columns.slice(0, index), new WorksheetTableColumn(element, this), ...this.columns.slice(index)];
    this.touch();
  }

  #dropColumn(column: WorksheetTableColumn): void {
    const list = this.#root.element("tableColumns");
    const element = list?.elements("tableColumn").find((candidate) => Number(candidate.attribute("id")) === column.id);
    if (list === undefined || element === undefined) return;
    const index = this.columns.indexOf(column);
    const filter = this.#root.element("autoFilter");
    for (const criteria of filter?.elements("filterColumn") ?? []) if (Number(criteria.attribute("colId")) === index) filter?.remove(criteria);
    list.remove(element);
    list.setAttribute("count", list.elements("tableColumn").length);
    this.#columns = this.columns.filter((other) => other !== column);
    this.touch();
    this.#book.rewriteFormulas((formula, place) => renameColumnInFormula(formula, this.name, column.name, undefined, place.table === this));
  }

  /** Criteria are kept by column number within the table. */
  #renumberFilters(by: number, from = 0): void {
    if (by === 0) return;
    for (const criteria of this.#root.element("autoFilter")?.elements("filterColumn") ?? []) {
      const index = Number(criteria.attribute("colId") ?? 0);
      if (index >= from) criteria.setAttribute("colId", index + by);
    }
  }
}

export class WorksheetTableColumn implements TableColumn {
  readonly #element: XmlElement;
  readonly #table: WorksheetTable;

  constructor(element: XmlElement, table: WorksheetTable) {
    this.#element = element;
    this.#table = table;
  }

  get id(): number {
    return Number(this.#element.attribute("id") ?? 0);
  }

  get name(): string {
    return decodeXstring(this.#element.attribute("name") ?? "");
  }

  set name(value: string) {
    this.#table.renameColumn(this, value);
  }

  /** Stores the name without telling the header cell or formulas. */
  storeName(name: string): void {
    this.#element.setAttribute("name", encodeXstringAttribute(name));
    this.#table.touch();
  }

  get calculatedFormula(): string | undefined {
    return this.#element.element("calculatedColumnFormula")?.text;
  }

  set calculatedFormula(value: string | undefined) {
    this.#setFormula("calculatedColumnFormula", value);
  }

  get totalsLabel(): string | undefined {
    const label = this.#element.attribute("totalsRowLabel");
    return label === undefined ? undefined : decodeXstring(label);
  }

  set totalsLabel(value: string | undefined) {
    this.#element.setAttribute("totalsRowLabel", value === undefined ? undefined : encodeXstring(value));
    this.#table.touch();
  }

  get totalsFunction(): string | undefined {
    return this.#element.attribute("totalsRowFunction");
  }

  set totalsFunction(value: string | undefined) {
    this.#element.setAttribute("totalsRowFunction", value);
    this.#table.touch();
  }

  rewriteFormulas(rewrite: (formula: string) => string): void {
    for (const name of ["calculatedColumnFormula", "totalsRowFormula"]) {
      const formula = this.#element.element(name)?.text;
      if (formula === undefined) continue;
      const rewritten = rewrite(formula);
      if (rewritten !== formula) this.#setFormula(name, rewritten);
    }
  }

  #setFormula(name: string, value: string | undefined): void {
    const old = this.#element.element(name);
    if (value === undefined) {
      if (old !== undefined) this.#element.remove(old);
    } else (old ?? this.#element.insertInOrder(this.#element.make(name), columnOrder)).text = value;
    this.#table.touch();
  }
}
