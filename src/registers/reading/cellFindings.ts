import type { CellAddress, CellInput } from "../cell.js";
import type { Column } from "../column.js";
import type { Finding, ProposedFix } from "../finding.js";
import { finding } from "../messages.js";
import { howToWrite } from "../messages/howToWrite.js";
import type { ColumnValue } from "../schema.js";
import { nearest } from "../values/choice.js";
import { dayOf } from "../values/date.js";
import { dayText, formatDay, formatNumberSv, formatPercentSv } from "../values/formatting.js";
import { periodLabel } from "../values/period.js";
import { typedText, type Read, type Reading, type Unreadable } from "../values/reading.js";
import { amountFormat, DATE_FORMAT, TEXT_FORMAT } from "../writing/cellFormats.js";

export interface CellPlace {
  /** Name of the register's table. */
  readonly register: string;
  readonly at: CellAddress;
}

const TEXT_KINDS: ReadonlySet<Column["kind"]> = new Set(["text", "longText", "id", "choice", "unit"]);
const NOTHING: readonly Finding[] = [];

/** Whether nothing is to be said of a cell that could be read, as of nearly all. */
export function isAsItShouldBe(column: Column, cell: CellInput, { value, corrected }: Read<ColumnValue>, isKey: boolean): boolean {
  return !corrected && !(TEXT_KINDS.has(column.kind) && becomesFormula(cell)) && !(isKey && typeof value === "string" && isHardToLookUp(value));
}

/** What is to be said of a cell in use, by what it was read as. */
export function cellFindings(column: Column, cell: CellInput, reading: NonNullable<Reading<ColumnValue>>, place: CellPlace, isKey: boolean): readonly Finding[] {
  if (reading.kind === "unreadable") {
    return [isTextMadeFormula(column, cell) ? say("cell.text-blev-formel", { header: column.header }, column, place) : unreadableFinding(column, cell, reading, place)];
  }
  if (isAsItShouldBe(column, cell, reading, isKey)) return NOTHING;
  return [
    ...(reading.corrected ? correctedFindings(column, cell, reading.value, place) : []),
    ...(TEXT_KINDS.has(column.kind) && becomesFormula(cell) ? [say("cell.likhetstecken", { header: column.header }, column, place)] : []),
    ...(isKey && typeof reading.value === "string" ? keyFindings(reading.value, column, place) : []),
  ];
}

/** A text that Excel makes a formula of when somebody edits the cell. In a cell for text it stays a text. */
function becomesFormula(cell: CellInput): boolean {
  return cell.numberFormat !== TEXT_FORMAT && typeof cell.value === "string" && cell.value.includes("=") && typedText(cell).startsWith("=");
}

/** The words that a column may hold. */
export function wordsOf(column: Column): string[] {
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

/** Ids that Excel's look-ups take for a pattern, or are too long for them. */
const hasWildcard = (id: string): boolean => /[*?~]/u.test(id);
const isLong = (id: string): boolean => id.length > 255;

function isHardToLookUp(id: string): boolean {
  return isLong(id) || hasWildcard(id);
}

function keyFindings(id: string, column: Column, place: CellPlace): readonly Finding[] {
  return [
    ...(hasWildcard(id) ? [say("id.jokertecken", { id }, column, place)] : []),
    ...(isLong(id) ? [say("id.for-langt", { length: id.length }, column, place)] : []),
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
