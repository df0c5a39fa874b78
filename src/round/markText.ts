import * as z from "zod/mini";
import { registers, type RegisterKey } from "../registers/registers.js";
import type { ColumnValue } from "../registers/schema.js";
import { periodLabel } from "../registers/values/period.js";
import { plainSpaces } from "../registers/values/reading.js";
import { MARK, type ColumnMark, type RowMark } from "./marks.js";

const isRegisterKey = (text: string): text is RegisterKey => Object.hasOwn(registers, text);

const ROW_MARK = z.tuple([z.literal(1), z.string(), z.string(), z.string(), z.string(), z.array(z.string()), z.record(z.string(), z.string())]);
const VERSIONED = z.array(z.unknown()).check(z.minLength(1));

/** A row's mark as it stands in a form's hidden first column: "måltavla:" and the parts as a JSON list, the version first. */
export function rowMarkText({ version, workbook, unit, period, register, key, issued }: RowMark): string {
  return `${MARK}${JSON.stringify([version, workbook, unit, period, register, key, issued])}`;
}

/** The mark that a cell's text is; `undefined` for every other text, however like one it is. */
export function readRowMark(text: string): RowMark | undefined {
  const read = ROW_MARK.safeParse(listIn(text));
  if (!read.success) return undefined;
  const [version, workbook, unit, period, register, key, issued] = read.data;
  if (!isRegisterKey(register) || key.length !== registers[register].uniqueBy.length) return undefined;
  if (!Object.keys(issued).every((column) => isInput(register, column))) return undefined;
  return { version, workbook, unit, period, register, key, issued };
}

/** Whether a text is the mark of a form that a later version of the add-in has made: what it says is not for us to guess. */
export function isLaterMark(text: string): boolean {
  const read = VERSIONED.safeParse(listIn(text));
  if (!read.success) return false;
  const [version] = read.data;
  return typeof version === "number" && Number.isInteger(version) && version > 1;
}

/** A column's mark as it stands above a section's header: "måltavla:utfall.kommentar". */
export function columnMarkText({ register, column }: ColumnMark): string {
  return `${MARK}${register}.${column}`;
}

/** The mark that a cell's text is; `undefined` for every other text, and for a column that the register has not or that Excel counts out. */
export function readColumnMark(text: string): ColumnMark | undefined {
  const said = markedText(text);
  const dot = said?.indexOf(".") ?? -1;
  if (said === undefined || dot === -1) return undefined;
  const [register, column] = [said.slice(0, dot), said.slice(dot + 1)];
  return isRegisterKey(register) && isInput(register, column) ? { register, column } : undefined;
}

/**
 * A short text that is the same for the same value, however its cell is formatted and its lines are broken, and another for another: what a form remembers of the
 * cells it was made from. "" for a blank cell. 64 bits: two texts that happen to agree need not be reckoned with.
 */
export function fingerprint(value: ColumnValue | null): string {
  if (value === null) return "";
  const said = meaningOf(value);
  return said === "" ? "" : `${hash(said, 0x811c9dc5)}${hash(said, 0x2545f491)}`;
}

function meaningOf(value: ColumnValue): string {
  if (typeof value === "string") return plainSpaces(value).replace(/\r\n?/gu, "\n").normalize("NFC").trim();
  if (typeof value === "number") return numberText(value);
  if (isList(value)) return value.map(meaningOf).join(";");
  if ("year" in value) return periodLabel(value);
  switch (value.kind) {
    case "number":
      return [value.bound ?? "", numberText(value.value), value.percent === "none" ? (value.unit ?? "") : "%"].join(" ");
    case "interval":
      return [numberText(value.from), numberText(value.to), value.percent === "none" ? (value.unit ?? "") : "%"].join(" ");
    case "yesNo":
      return value.value ? "Ja" : "Nej";
    case "notMeasured":
      return value.typed;
  }
}

function isList(value: ColumnValue): value is readonly string[] {
  return Array.isArray(value);
}

/** The digits that survive a file: Excel itself keeps fifteen. */
function numberText(value: number): string {
  return String(Number(value.toPrecision(12)));
}

function hash(text: string, start: number): string {
  let sum = start;
  for (let index = 0; index < text.length; index++) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
    sum ^= sum >>> 15;
  }
  return (sum >>> 0).toString(36).padStart(7, "0");
}

function isInput(register: RegisterKey, column: string): boolean {
  const columns: Readonly<Record<string, { readonly kind: string }>> = registers[register].columns;
  return Object.hasOwn(columns, column) && columns[column]?.kind !== "calculated";
}

/** What follows the word that begins every mark; `undefined` for a text without it. */
export function markedText(text: string): string | undefined {
  const trimmed = text.trim().normalize("NFC");
  return trimmed.startsWith(MARK) ? trimmed.slice(MARK.length) : undefined;
}

function listIn(text: string): unknown {
  const said = markedText(text);
  if (said === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(said);
    return value;
  } catch {
    return undefined;
  }
}
