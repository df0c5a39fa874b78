import type { CellAddress, CellInput } from "../cell.js";
import type { Column } from "../column.js";
import type { Finding, ProposedFix } from "../finding.js";
import { finding } from "../messages.js";
import { howToWrite } from "../messages/howToWrite.js";
import type { ColumnValue } from "../schema.js";
import { nearest, parseChoice } from "../values/choice.js";
import { parseCounted } from "../values/counted.js";
import { dayOf, parseDate } from "../values/date.js";
import { dayText, formatDay, formatNumberSv, formatPercentSv } from "../values/formatting.js";
import { parseList } from "../values/list.js";
import { parseInteger, parseNumber } from "../values/number.js";
import { parsePeriod, periodLabel, type PeriodReading } from "../values/period.js";
import { parseQuantity } from "../values/quantity.js";
import { isDateFormat } from "../values/numberFormat.js";
import { isBlank, read, typedText, unreadable, type Reading, type Unreadable } from "../values/reading.js";
import { parseId, parseText } from "../values/text.js";
import { amountFormat, DATE_FORMAT, TEXT_FORMAT } from "../writing/cellFormats.js";

/** What a cell was read as, `null` when it is empty or unreadable, and what is to be said about it. */
export interface ReadCell {
  readonly value: ColumnValue | null;
  readonly readable: boolean;
  readonly findings: readonly Finding[];
}

export interface CellPlace {
  /** Name of the register's table. */
  readonly register: string;
  readonly at: CellAddress;
}

const TEXT_KINDS: ReadonlySet<Column["kind"]> = new Set(["text", "longText", "id", "choice", "unit"]);
const EMPTY: ReadCell = { value: null, readable: true, findings: [] };

/** Reads one cell by its column's kind. `isKey` says that the cell is a row's own id, which Excel's look-ups must find. */
export function readCell(column: Column, cell: CellInput, place: CellPlace, periods: PeriodReading, isKey: boolean): ReadCell {
  if (isTextMadeFormula(column, cell)) {
    return { value: null, readable: false, findings: [say("cell.text-blev-formel", { header: column.header }, column, place)] };
  }
  const reading = parse(column, cell, periods);
  if (reading === null) return EMPTY;
  if (reading.kind === "unreadable") return { value: null, readable: false, findings: [unreadableFinding(column, cell, reading, place)] };
  const findings = [
    ...(reading.corrected ? correctedFindings(column, cell, reading.value, place) : []),
    ...(TEXT_KINDS.has(column.kind) && becomesFormula(cell) ? [say("cell.likhetstecken", { header: column.header }, column, place)] : []),
    ...(isKey && typeof reading.value === "string" ? keyFindings(reading.value, column, place) : []),
  ];
  return { value: reading.value, readable: true, findings };
}

/** A text that Excel makes a formula of when somebody edits the cell. In a cell for text it stays a text. */
function becomesFormula(cell: CellInput): boolean {
  return cell.numberFormat !== TEXT_FORMAT && typedText(cell).startsWith("=");
}

function parse(column: Column, cell: CellInput, periods: PeriodReading): Reading<ColumnValue> {
  switch (column.kind) {
    case "id":
    case "unit":
      return parseId(cell);
    case "text":
    case "longText":
      // "2.1" typed where there is no text format is 2 January: a number of that kind is never a date.
      return column.numberFormat === TEXT_FORMAT && typeof cell.value === "number" && isDateFormat(cell.numberFormat) ? unreadable(cell, "date") : parseText(cell);
    case "choice":
      return parseChoice(cell, wordsOf(column), column.alsoWritten);
    case "list":
      return parseList(cell);
    case "integer":
      return parseInteger(cell);
    case "number":
      return column.countedIn === undefined ? parseNumber(cell) : parseCounted(cell, column.countedIn);
    case "date":
      return parseDate(cell);
    case "quantity": {
      const quantity = parseQuantity(cell);
      return quantity === null || quantity.kind === "unreadable" ? quantity : read(quantity);
    }
    case "period":
      return parsePeriodCell(cell, periods);
    case "calculated":
      return null;
  }
}

function parsePeriodCell(cell: CellInput, periods: PeriodReading): Reading<ColumnValue> {
  if (isBlank(cell)) return null;
  if (cell.type === "Error") return unreadable(cell, "error");
  if (typeof cell.value === "boolean") return unreadable(cell);
  if (typeof cell.value === "number" && isDateFormat(cell.numberFormat)) return unreadable(cell, "date");
  const period = parsePeriod(cell.value, periods);
  return period === null ? unreadable(cell) : read(period);
}

function wordsOf(column: Column): string[] {
  return (column.values ?? []).filter((value) => typeof value === "string");
}

/** What "- bättre än väntat" or "=Uppnått" becomes: Excel takes it for a formula, and answers with #NAME?. */
function isTextMadeFormula(column: Column, cell: CellInput): boolean {
  return TEXT_KINDS.has(column.kind) && cell.type === "Error" && cell.value === "#NAME?";
}

function unreadableFinding(column: Column, cell: CellInput, { reason, typed }: Unreadable, place: CellPlace): Finding {
  const { header } = column;
  if (reason === "error") return say("cell.felvarde", { header, error: typed }, column, place);
  if (column.kind === "choice") {
    const allowed = wordsOf(column);
    const near = nearest(typed, allowed);
    return say("cell.ej-i-listan", { header, typed, allowed, nearest: near }, column, place, near === undefined ? undefined : write(place.at, near));
  }
  const how = howToWrite[column.kind];
  if (reason === "date") {
    const serial = Number(cell.value);
    const fix = column.kind === "period" ? monthInstead(serial, place.at) : undefined;
    return say("cell.blev-datum", { header, date: formatDay(serial) ?? typed, how }, column, place, fix);
  }
  const rule = reason === "ambiguous" ? "cell.tvetydig" : reason === "range" ? "cell.utanfor" : "cell.olasbar";
  return say(rule, { header, typed, how }, column, place);
}

/** "April 2019" becomes 1 April in a cell without text format: the month can be given back. Other days say nothing about what was typed. */
function monthInstead(serial: number, at: CellAddress): ProposedFix | undefined {
  const day = dayOf(serial);
  if (day?.day !== 1) return undefined;
  return write(at, periodLabel({ kind: "month", year: day.year, number: day.month }), TEXT_FORMAT);
}

function correctedFindings(column: Column, cell: CellInput, value: ColumnValue, place: CellPlace): Finding[] {
  const typed = typedText(cell);
  switch (column.kind) {
    case "choice":
      return typeof value === "string" ? [say("cell.stavning", { typed, word: value }, column, place, write(place.at, value))] : [];
    case "id":
    case "unit":
      return typeof value === "string"
        ? [say(idRule(cell, value), { id: value }, column, place, write(place.at, value, TEXT_FORMAT))]
        : [];
    case "integer": {
      if (typeof value !== "number") return [];
      // Years and places in an order: neither is grouped by thousands.
      const fix = write(place.at, value, column.numberFormat);
      return [say("cell.text-for-tal", { header: column.header, typed, printed: String(value), notes: [] }, column, place, fix)];
    }
    case "number": {
      if (typeof value !== "number") return [];
      const percent = /[%t]\.?$/iu.test(typed);
      const printed = percent ? formatPercentSv(value) : formatNumberSv(value);
      const fix = write(place.at, value, amountFormat(value, percent));
      return [say("cell.text-for-tal", { header: column.header, typed, printed, notes: [] }, column, place, fix)];
    }
    case "date":
      return typeof value === "number"
        ? [say("cell.datum-som-text", { typed, printed: dayText(value) }, column, place, write(place.at, value, DATE_FORMAT))]
        : [];
    default:
      return [];
  }
}

/** Why an id that was read is not what Excel's look-ups find. */
function idRule({ value }: CellInput, id: string): "id.tal" | "id.mellanslag" | "id.osynligt-tecken" {
  if (typeof value !== "string") return "id.tal";
  return value.trim() === id ? "id.mellanslag" : "id.osynligt-tecken";
}

function keyFindings(id: string, column: Column, place: CellPlace): Finding[] {
  return [
    ...(/[*?~]/u.test(id) ? [say("id.jokertecken", { id }, column, place)] : []),
    ...(id.length > 255 ? [say("id.for-langt", { length: id.length }, column, place)] : []),
  ];
}

function write(at: CellAddress, value: CellInput["value"], numberFormat?: string): ProposedFix {
  return { cells: [{ at, value, ...(numberFormat === undefined ? {} : { numberFormat }) }] };
}

function say<K extends Parameters<typeof finding>[0]>(
  rule: K, about: Parameters<typeof finding<K>>[1], column: Column, place: CellPlace, fix?: ProposedFix,
): Finding {
  return finding(rule, about, { register: place.register, at: place.at, column: column.header, fix });
}
