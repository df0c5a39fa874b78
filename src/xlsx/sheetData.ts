/**
 * The cells of one worksheet: `sheetData` read by hand, for a sheet can hold a million of them.
 * A row that is not changed is written back as the text it was; in a changed row, so is every cell that is not.
 */
import { cellName, columnIndex, maximumColumns, maximumRows } from "./areas.js";
import { XlsxError } from "./errors.js";
import { decodeXstring, encodeXstring } from "./escapedText.js";
import { moveFormula } from "./formulaReferences.js";
import type { CellErrorText, Scalar } from "./model.js";
import { stringItemText } from "./sharedStrings.js";
import type { SharedStrings } from "./sharedStrings.js";
import { decode, endOfTag, escapeAttribute, escapeText, nextTag, parseAttributes, rawText } from "./xml.js";

export const errorTexts: readonly CellErrorText[] = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#FIELD!", "#UNKNOWN!"];
const maximumCells = 10_000_000;

/** `shared` formulas other than the first of their group have no text of their own; `table` is a what-if table, which has none at all. */
export interface CellFormula {
  kind: "normal" | "shared" | "array" | "table";
  text: string;
  /** Area of an array or shared formula, as written. */
  ref: string | undefined;
  /** Group of a shared formula. */
  group: number;
  /** The first cell of the group when this cell was read: some writers use a group's number again further down. */
  first: SharedFormula | undefined;
  /** Attributes not understood, as written, with a leading space. */
  other: string;
  /** A shared formula's text as it applies to its cell, once asked for. */
  resolved: string | undefined;
}

/** The cell that holds the text of a shared formula. */
interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface CellRecord {
  column: number;
  style: number;
  /** The value, unless it is a shared string. */
  value: Scalar;
  /** Index of the shared string, or -1. */
  shared: number;
  formula: CellFormula | undefined;
  /** Attributes not understood, as written, with a leading space (`cm`, `vm`, `ph`). */
  other: string;
  /** An inline string or an extension, as written, for as long as the value stays. */
  inner: string | undefined;
  /** Where the cell stands in the source; -1 when it has changed. */
  start: number;
  end: number;
}

/** False for a cell that is there for its format only. */
export function hasContent(cell: CellRecord): boolean {
  return cell.value !== null || cell.shared >= 0 || cell.formula !== undefined;
}

export interface RowRecord {
  index: number;
  /** In column order. */
  cells: CellRecord[];
  /** Style of the row's empty cells, or -1. */
  style: number;
  height: number | undefined;
  customHeight: boolean;
  hidden: boolean;
  /** Attributes not understood, as written, with a leading space. */
  other: string;
  start: number;
  end: number;
  changed: boolean;
}

export class SheetData {
  readonly #strings: SharedStrings;
  #source = "";
  #prefix = "";
  readonly #rows = new Map<number, RowRecord>();
  #order: number[] = [];
  #sorted = true;
  /** First cell of each group of shared formulas, the latest one read. */
  readonly #groups = new Map<number, SharedFormula>();
  readonly #date1904: boolean;
  #count = 0;

  /** @param source the part's markup, with the inside of `sheetData` from `start` to `end` @param prefix namespace prefix of the part's elements, with colon @param date1904 whether days are counted from 1904 */
  constructor(strings: SharedStrings, source: string, start: number, end: number, prefix: string, date1904: boolean) {
    this.#strings = strings;
    this.#date1904 = date1904;
    this.#source = source;
    this.#prefix = prefix;
    this.#parse(start, end);
  }

  row(index: number): RowRecord | undefined {
    return this.#rows.get(index);
  }

  /** The row, made when it is missing; marked as changed. */
  changeRow(index: number): RowRecord {
    let row = this.#rows.get(index);
    if (row === undefined) {
      row = { index, cells: [], style: -1, height: undefined, customHeight: false, hidden: false, other: "", start: -1, end: -1, changed: true };
      this.#insertRow(row);
    }
    row.changed = true;
    return row;
  }

  find(row: number, column: number): CellRecord | undefined {
    const cells = this.#rows.get(row)?.cells;
    if (cells === undefined) return undefined;
    const cell = cells[position(cells, column)];
    return cell?.column === column ? cell : undefined;
  }

  /** The cell, made when it is missing (with a given style); marked as changed, and its row too. */
  changeCell(rowIndex: number, column: number, style: () => number): CellRecord {
    const row = this.changeRow(rowIndex);
    const at = position(row.cells, column);
    const found = row.cells[at];
    if (found?.column === column) {
      found.start = -1;
      return found;
    }
    const cell: CellRecord = { column, style: style(), value: null, shared: -1, formula: undefined, other: "", inner: undefined, start: -1, end: -1 };
    if (at === row.cells.length) row.cells.push(cell);
    else row.cells.splice(at, 0, cell);
    return cell;
  }

  removeCell(rowIndex: number, column: number): void {
    const row = this.#rows.get(rowIndex);
    if (row === undefined) return;
    const at = position(row.cells, column);
    if (row.cells[at]?.column !== column) return;
    row.cells.splice(at, 1);
    row.changed = true;
  }

  /** Rows that exist, in order. */
  *rows(): IterableIterator<RowRecord> {
    for (const index of this.rowIndexes()) {
      const row = this.#rows.get(index);
      if (row !== undefined) yield row;
    }
  }

  rowIndexes(): readonly number[] {
    if (!this.#sorted) {
      this.#order.sort((a, b) => a - b);
      this.#sorted = true;
    }
    return this.#order;
  }

  /** Replaces all rows, after a move; rows keep their source only when they kept their place. */
  replaceRows(rows: readonly RowRecord[]): void {
    this.#rows.clear();
    this.#order = [];
    this.#sorted = true;
    for (const row of rows) this.#insertRow(row);
  }

  value(cell: CellRecord): Scalar {
    return cell.shared >= 0 ? this.#strings.text(cell.shared) : cell.value;
  }

  setValue(cell: CellRecord, value: Scalar): void {
    cell.shared = -1;
    cell.inner = undefined;
    cell.value = null;
    if (typeof value === "string" && cell.formula === undefined) cell.shared = this.#strings.indexOf(value);
    else cell.value = value;
  }

  /** The formula's text as it applies to its cell; undefined for a what-if table. */
  formula(row: number, cell: CellRecord): string | undefined {
    const formula = cell.formula;
    if (formula === undefined || formula.kind === "table") return undefined;
    if (formula.kind !== "shared" || formula.text !== "") return formula.text;
    const first = formula.first ?? this.#groups.get(formula.group);
    if (first === undefined) throw new XlsxError("badXml", `shared formula ${formula.group} at ${cellName(row, cell.column)} has no first cell`);
    formula.resolved ??= moveFormula(first.text, row - first.row, cell.column - first.column);
    return formula.resolved;
  }

  /** Gives every cell of a shared formula a text of its own, so that cells can move or change freely. */
  unshareFormulas(): void {
    if (this.#groups.size === 0) return;
    for (const row of this.rows()) {
      for (const cell of row.cells) {
        const formula = cell.formula;
        if (formula?.kind !== "shared") continue;
        formula.text = this.formula(row.index, cell) ?? "";
      }
    }
    for (const row of this.rows()) {
      for (const cell of row.cells) {
        const formula = cell.formula;
        if (formula?.kind !== "shared") continue;
        formula.kind = "normal";
        formula.ref = undefined;
        formula.resolved = undefined;
        cell.start = -1;
        row.changed = true;
      }
    }
    this.#groups.clear();
  }

  isFirstOfSharedFormula(cell: CellRecord): boolean {
    return cell.formula?.kind === "shared" && cell.formula.text !== "";
  }

  /** Writes the rows. */
  write(out: (text: string) => void): void {
    for (const row of this.rows()) {
      if (!row.changed && row.start >= 0) out(this.#source.slice(row.start, row.end));
      else this.#writeRow(row, out);
    }
  }

  #writeRow(row: RowRecord, out: (text: string) => void): void {
    const bare = row.cells.length === 0 && row.style < 0 && row.height === undefined && !row.hidden && row.other === "";
    if (bare) return;
    const name = `${this.#prefix}row`;
    let tag = `<${name} r="${row.index + 1}"`;
    if (row.style >= 0) tag += ` s="${row.style}" customFormat="1"`;
    if (row.height !== undefined) tag += ` ht="${row.height}"`;
    if (row.hidden) tag += ' hidden="1"';
    if (row.customHeight) tag += ' customHeight="1"';
    tag += row.other;
    if (row.cells.length === 0) {
      out(`${tag}/>`);
      return;
    }
    out(`${tag}>`);
    for (const cell of row.cells) {
      if (cell.start >= 0) out(this.#source.slice(cell.start, cell.end));
      else out(this.#cellMarkup(row.index, cell));
    }
    out(`</${name}>`);
  }

  #cellMarkup(row: number, cell: CellRecord): string {
    const p = this.#prefix;
    let type = "";
    let inside = cell.formula === undefined ? "" : formulaMarkup(cell.formula, p);
    const value = cell.value;
    if (cell.shared >= 0) {
      type = ' t="s"';
      inside += `<${p}v>${cell.shared}</${p}v>`;
    } else if (cell.inner !== undefined) {
      type = ' t="inlineStr"';
      inside += cell.inner;
    } else if (typeof value === "number") inside += `<${p}v>${value}</${p}v>`;
    else if (typeof value === "boolean") {
      type = ' t="b"';
      inside += `<${p}v>${value ? 1 : 0}</${p}v>`;
    } else if (typeof value === "string") {
      type = ' t="str"';
      inside += `<${p}v>${escapeText(encodeXstring(value))}</${p}v>`;
    } else if (value !== null) {
      type = ' t="e"';
      inside += `<${p}v>${value.error}</${p}v>`;
    }
    const style = cell.style > 0 ? ` s="${cell.style}"` : "";
    const tag = `<${p}c r="${cellName(row, cell.column)}"${style}${type}${cell.other}`;
    return inside === "" ? `${tag}/>` : `${tag}>${inside}</${p}c>`;
  }

  #insertRow(row: RowRecord): void {
    this.#rows.set(row.index, row);
    if (this.#order.length > 0 && (this.#order.at(-1) ?? 0) > row.index) this.#sorted = false;
    this.#order.push(row.index);
  }

  #parse(start: number, end: number): void {
    const source = this.#source;
    const tag: Tag = { localName: "", selfClosing: false, end: 0, r: "", s: "", t: "", others: "", ht: "", hidden: "", customHeight: "", customFormat: "" };
    let at = start;
    let next = 0;
    for (;;) {
      at = nextTag(source, at, end);
      if (at >= end) break;
      readTag(source, at, tag);
      if (tag.localName !== "row") throw new XlsxError("badXml", `${tag.localName} among rows`);
      const index = tag.r === "" ? next : Number(tag.r) - 1;
      if (!Number.isInteger(index) || index < 0 || index >= maximumRows) throw new XlsxError("badReference", `row ${tag.r}`);
      if (this.#rows.has(index)) throw new XlsxError("badXml", `row ${index + 1} twice`);
      next = index + 1;
      const row: RowRecord = {
        index,
        cells: [],
        style: isOn(tag.customFormat) && tag.s !== "" ? wholeNumber(tag.s) : -1,
        height: tag.ht === "" ? undefined : finite(tag.ht),
        customHeight: isOn(tag.customHeight),
        hidden: isOn(tag.hidden),
        other: tag.others,
        start: at,
        end: tag.end,
        changed: false,
      };
      at = tag.end;
      if (!tag.selfClosing) {
        at = this.#parseCells(row, at, end, tag);
        row.end = at;
      }
      this.#insertRow(row);
    }
  }

  #parseCells(row: RowRecord, from: number, end: number, tag: Tag): number {
    const source = this.#source;
    let at = from;
    let next = 0;
    let last = -1;
    let ordered = true;
    for (;;) {
      at = nextTag(source, at, end);
      if (at >= end) throw new XlsxError("badXml", `row ${row.index + 1} is not closed`);
      if (source.charCodeAt(at + 1) === 0x2f) {
        const close = source.indexOf(">", at);
        if (close < 0 || close >= end || localName(source, at + 2, close) !== "row") throw new XlsxError("badXml", `row ${row.index + 1}`);
        if (!ordered) sortCells(row);
        return close + 1;
      }
      const start = at;
      readTag(source, at, tag);
      if (tag.localName !== "c") {
        // A row may end with an extension list; it is kept only while the row is.
        at = tag.selfClosing ? tag.end : endOfElement(source, tag.end, end, source.slice(at + 1, endOfName(source, at + 1)));
        continue;
      }
      const column = tag.r === "" ? next : cellColumn(tag.r, row.index);
      if (column < 0 || column >= maximumColumns) throw new XlsxError("badReference", tag.r);
      if (column <= last) ordered = false;
      last = column;
      next = column + 1;
      if (++this.#count > maximumCells) throw new XlsxError("tooManyCells");
      const cell: CellRecord = { column, style: tag.s === "" ? 0 : wholeNumber(tag.s), value: null, shared: -1, formula: undefined, other: tag.others, inner: undefined, start, end: tag.end };
      at = tag.end;
      if (!tag.selfClosing) {
        at = this.#parseContent(row.index, cell, at, end, tag.t);
        cell.end = at;
      }
      // Without its own reference a cell depends on those before it, and must be written out when they change.
      if (tag.r === "") cell.start = -1;
      row.cells.push(cell);
    }
  }

  /** The inside of a cell; `type` is its `t` attribute. Returns where the cell ends. */
  #parseContent(row: number, cell: CellRecord, from: number, end: number, type: string): number {
    const source = this.#source;
    let at = from;
    for (;;) {
      at = nextTag(source, at, end);
      if (at >= end) throw new XlsxError("badXml", `cell ${cellName(row, cell.column)} is not closed`);
      if (source.charCodeAt(at + 1) === 0x2f) {
        const close = source.indexOf(">", at);
        if (close < 0 || localName(source, at + 2, close) !== "c") throw new XlsxError("badXml", `cell ${cellName(row, cell.column)}`);
        return close + 1;
      }
      // Nearly every cell holds a bare `<v>`; it is read without looking for anything else.
      if (source.charCodeAt(at + 1) === 0x76 && source.charCodeAt(at + 2) === 0x3e) {
        const close = source.indexOf("<", at + 3);
        if (close > 0 && source.startsWith("</v>", close)) {
          this.#parseValue(cell, source.slice(at + 3, close), type);
          at = close + 4;
          continue;
        }
      }
      const tagEnd = endOfTag(source, at);
      const selfClosing = source.charCodeAt(tagEnd - 1) === 0x2f;
      const nameEnd = endOfName(source, at + 1);
      const name = localName(source, at + 1, nameEnd);
      const inside = tagEnd + 1;
      let insideEnd = inside;
      let after = inside;
      if (!selfClosing) {
        insideEnd = source.indexOf(`</${source.slice(at + 1, nameEnd)}`, inside);
        after = insideEnd < 0 ? -1 : source.indexOf(">", insideEnd) + 1;
        if (insideEnd < 0 || after > end || after <= 0) throw new XlsxError("badXml", `${name} in ${cellName(row, cell.column)} is not closed`);
      }
      if (name === "v") this.#parseValue(cell, source.slice(inside, insideEnd), type);
      else if (name === "f") cell.formula = this.#parseFormula(row, cell.column, source.slice(nameEnd, selfClosing ? tagEnd - 1 : tagEnd), rawText(source.slice(inside, insideEnd)));
      else if (name === "is") {
        const markup = source.slice(inside, insideEnd);
        cell.value = stringItemText(markup);
        cell.inner = source.slice(at, after);
      }
      at = after;
    }
  }

  #parseValue(cell: CellRecord, raw: string, type: string): void {
    // Some writers put an empty `v` beside a formula that they have not computed.
    if (raw === "" && type !== "str") return;
    if (type === "" || type === "n") {
      const text = raw.trim();
      if (text !== "") cell.value = finite(text);
    } else if (type === "s") cell.shared = wholeNumber(raw.trim());
    else if (type === "str" || type === "inlineStr") cell.value = decodeXstring(rawText(raw));
    else if (type === "b") cell.value = isOn(raw.trim());
    else if (type === "e") cell.value = { error: errorTexts.find((text) => text === decode(raw.trim())) ?? "#UNKNOWN!" };
    else if (type === "d") cell.value = serialDate(raw.trim(), this.#date1904);
    else throw new XlsxError("badXml", `cell type ${type}`);
  }

  #parseFormula(row: number, column: number, tag: string, text: string): CellFormula {
    const formula: CellFormula = { kind: "normal", text, ref: undefined, group: -1, first: undefined, other: "", resolved: undefined };
    if (tag === "") return formula;
    for (const [name, value] of parseAttributes(tag, 0)) {
      if (name === "t") formula.kind = value === "shared" ? "shared" : value === "array" ? "array" : value === "dataTable" ? "table" : "normal";
      else if (name === "si") formula.group = wholeNumber(value);
      else if (name === "ref") formula.ref = value;
      else formula.other += ` ${name}="${escapeAttribute(value)}"`;
    }
    if (formula.kind === "shared") {
      if (text !== "") this.#groups.set(formula.group, { row, column, text });
      formula.first = this.#groups.get(formula.group);
    } else if (formula.kind === "table") formula.other = tag;
    return formula;
  }
}

/** The columns' first cell at or after `column`. Most rows have no gaps, so the place is guessed before it is searched. */
function position(cells: readonly CellRecord[], column: number): number {
  const first = cells[0];
  if (first === undefined) return 0;
  const guess = column - first.column;
  if (guess <= 0) return 0;
  if (cells[guess]?.column === column) return guess;
  let low = 0;
  let high = Math.min(cells.length, guess + 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cells[middle]?.column ?? Infinity) < column) low = middle + 1;
    else high = middle;
  }
  return low;
}

function formulaMarkup(formula: CellFormula, p: string): string {
  let tag = `<${p}f`;
  if (formula.kind === "table") return `${tag}${formula.other}/>`;
  if (formula.kind !== "normal") tag += ` t="${formula.kind}"`;
  if (formula.ref !== undefined) tag += ` ref="${formula.ref}"`;
  if (formula.kind === "shared") tag += ` si="${formula.group}"`;
  tag += formula.other;
  return formula.text === "" ? `${tag}/>` : `${tag}>${escapeText(formula.text)}</${p}f>`;
}

function sortCells(row: RowRecord): void {
  row.cells.sort((a, b) => a.column - b.column);
  for (let i = 1; i < row.cells.length; i++) {
    if (row.cells[i]?.column === row.cells[i - 1]?.column) throw new XlsxError("badXml", `cell twice in row ${row.index + 1}`);
  }
}

/** A start tag of a row or cell, read into one object that is used again for every tag. Values are as written. */
interface Tag {
  localName: string;
  selfClosing: boolean;
  /** Just after the tag. */
  end: number;
  r: string;
  s: string;
  t: string;
  ht: string;
  hidden: string;
  customHeight: string;
  customFormat: string;
  /** Attributes not understood, as written, each with a leading space. */
  others: string;
}

function readTag(source: string, at: number, tag: Tag): void {
  const nameEnd = endOfName(source, at + 1);
  tag.localName = localName(source, at + 1, nameEnd);
  tag.r = tag.s = tag.t = tag.ht = tag.hidden = tag.customHeight = tag.customFormat = tag.others = "";
  let i = nameEnd;
  for (;;) {
    let code = source.charCodeAt(i);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = source.charCodeAt(++i);
    if (code === 0x3e || code === 0x2f) {
      tag.selfClosing = code === 0x2f;
      if (tag.selfClosing && source.charCodeAt(i + 1) !== 0x3e) throw new XlsxError("badXml", `tag at ${at}`);
      tag.end = i + (tag.selfClosing ? 2 : 1);
      return;
    }
    const nameStart = i;
    const equals = source.indexOf("=", i);
    let quoteAt = equals + 1;
    while (source.charCodeAt(quoteAt) === 0x20) quoteAt++;
    const quote = source.charCodeAt(quoteAt);
    const close = quote === 0x22 ? source.indexOf('"', quoteAt + 1) : quote === 0x27 ? source.indexOf("'", quoteAt + 1) : -1;
    if (equals < 0 || close < 0 || equals - nameStart > 100) throw new XlsxError("badXml", `tag at ${at}`);
    if (equals - nameStart === 1 && (code === 0x72 || code === 0x73 || code === 0x74)) {
      const value = source.slice(quoteAt + 1, close);
      if (code === 0x72) tag.r = value;
      else if (code === 0x73) tag.s = value;
      else tag.t = value;
    } else {
      const name = source.slice(nameStart, equals).trimEnd();
      const value = source.slice(quoteAt + 1, close);
      if (name === "ht") tag.ht = value;
      else if (name === "hidden") tag.hidden = value;
      else if (name === "customHeight") tag.customHeight = value;
      else if (name === "customFormat") tag.customFormat = value;
      // `spans` is a hint that would be wrong once a cell is added.
      else if (name !== "spans") tag.others += ` ${source.slice(nameStart, close + 1)}`;
    }
    i = close + 1;
  }
}

function endOfName(source: string, at: number): number {
  let i = at;
  for (;;) {
    const code = source.charCodeAt(i);
    if (code === 0x20 || code === 0x3e || code === 0x2f || code === 0x0a || code === 0x0d || code === 0x09 || Number.isNaN(code)) return i;
    i++;
  }
}

function localName(source: string, from: number, to: number): string {
  const name = source.slice(from, to).trimEnd();
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function endOfElement(source: string, from: number, end: number, name: string): number {
  const close = source.indexOf(`</${name}`, from);
  const closed = close < 0 ? -1 : source.indexOf(">", close);
  if (closed < 0 || closed >= end) throw new XlsxError("badXml", `${name} is not closed`);
  return closed + 1;
}

/** The column of a cell's `r`; its row must be the one it stands in. */
function cellColumn(reference: string, row: number): number {
  let i = 0;
  for (let code = reference.charCodeAt(0) | 0x20; code >= 0x61 && code <= 0x7a; code = reference.charCodeAt(++i) | 0x20);
  let number = 0;
  for (let j = i; j < reference.length; j++) {
    const digit = reference.charCodeAt(j) - 0x30;
    if (digit < 0 || digit > 9 || number > maximumRows) throw new XlsxError("badReference", reference);
    number = number * 10 + digit;
  }
  if (number !== row + 1) throw new XlsxError("badReference", reference);
  return columnIndex(reference.slice(0, i));
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (text === "" || !Number.isInteger(value) || value < 0) throw new XlsxError("badXml", `number ${text}`);
  return value;
}

function finite(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new XlsxError("badXml", `number ${text}`);
  return value;
}

function isOn(value: string): boolean {
  return value === "1" || value === "true";
}

/** ISO 8601 dates and times of day (`t="d"`, written by strict-format workbooks) as the serial number a formula would see. */
function serialDate(text: string, date1904: boolean): number {
  const time = /^T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?$/.exec(text);
  if (time !== null) return (Number(time[1]) * 3_600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) / 86_400;
  const date = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?([zZ]|[+-]\d\d:\d\d)?)?$/.test(text) ? Date.parse(/[zZ]|T.*[+-]/.test(text) ? text : `${text}${text.includes("T") ? "" : "T00:00:00"}Z`) : NaN;
  if (Number.isNaN(date)) throw new XlsxError("badXml", `date ${text}`);
  const days = date / 86_400_000 + 25_569;
  if (date1904) return days - 1_462;
  // Serial 60 is 29 February 1900, a day that never was.
  return days < 61 ? days - 1 : days;
}
