import type { CellValue } from "../../src/registers/cell.js";
import { readRegisters, type WorkbookReading } from "../../src/registers/readRegisters.js";
import type { Register } from "../../src/registers/register.js";
import { registers, type RegisterKey } from "../../src/registers/registers.js";
import { rowSchema, type ColumnValue } from "../../src/registers/schema.js";
import type { TableImage } from "../../src/registers/tableImage.js";
import { registerKeys } from "../../src/registers/workAreas.js";
import { cellsOfRows } from "../../src/registers/writing/cellsOfRow.js";
import { asGivenBack } from "../../src/reports/layout/sheetText.js";
import type { BroughtRow } from "../../src/updating/broughtRow.js";
import { planUpdate } from "../../src/updating/planUpdate.js";
import type { UpdatePlan } from "../../src/updating/updatePlan.js";
import { tableOf } from "../registers/rows.js";

/** A row as a sheet gives it; the cells it was read from stand beside each other. */
export function brings(register: RegisterKey, values: Readonly<Record<string, ColumnValue | null>>, from: { readonly file?: string; readonly sheet?: string; readonly row?: number } = {}): BroughtRow {
  const { file = "T1.xlsx", sheet = "Blad1", row = 0 } = from;
  const said = Object.entries(values).flatMap(([key, value]): [string, ColumnValue][] => (value === null ? [] : [[key, value]]));
  const sources = Object.fromEntries(said.map(([key], column) => [key, { sheet, row, column }]));
  return { register, values: Object.fromEntries(said), sources, origin: { file, at: { sheet, row, column: 0 } } };
}

/** Rows by register; what a row does not say is blank. */
export type SomeRows = Readonly<Partial<Record<RegisterKey, readonly object[]>>>;

/** The tables of a workbook with some rows, as Excel gives them. */
export function tablesWith(rows: SomeRows): Map<string, TableImage> {
  return new Map(registerKeys.map((key) => [registers[key].table, tableWith(key, rows[key] ?? [])]));
}

function tableWith<K extends RegisterKey>(key: K, rows: readonly object[]): TableImage {
  const schema = rowSchema(registers[key]);
  return tableOf(registers[key], rows.map((row) => schema.parse(row)));
}

/** Writes in a table as somebody at the keyboard does; 0-based row of the body. */
export function type(tables: ReadonlyMap<string, TableImage>, key: RegisterKey, row: number, column: string, value: CellValue, numberFormat = "General"): Map<string, TableImage> {
  const register: Register = registers[key];
  const image = tables.get(register.table);
  const index = image?.headers.indexOf(register.columns[column]?.header ?? "") ?? -1;
  if (image === undefined || index < 0) throw new Error(`no column ${column}`);
  const put = <T>(matrix: readonly (readonly T[])[], what: T) => matrix.map((cells, at) => (at === row ? cells.map((cell, place) => (place === index ? what : cell)) : cells));
  const kind = value === "" ? "Empty" : typeof value === "string" ? "String" : typeof value === "number" ? "Double" : "Boolean";
  return new Map(tables).set(image.name, { ...image, values: put(image.values, value), numberFormats: put(image.numberFormats, numberFormat), types: put(image.types, kind) });
}

export function planIn(tables: ReadonlyMap<string, TableImage>, brought: readonly BroughtRow[]): { readonly plan: UpdatePlan; readonly reading: WorkbookReading } {
  const reading = readRegisters(tables);
  return { plan: planUpdate(reading.contents, reading.settings, brought), reading };
}

/** The tables when what the plan lists has been written, and nothing else. */
export function carriedOut(tables: ReadonlyMap<string, TableImage>, { added, changed }: UpdatePlan): ReadonlyMap<string, TableImage> {
  let after = new Map(tables);
  for (const { register, column, at, value, numberFormat } of changed) {
    after = type(after, register, at.row - (tables.get(registers[register].table)?.top ?? 0) - 1, column, typeof value === "string" ? value.replace(/\r\n?/gu, "\n") : value, numberFormat);
  }
  for (const { row } of added) after = withRow(after, row.register, row);
  return after;
}

function withRow<K extends RegisterKey>(tables: Map<string, TableImage>, key: K, row: BroughtRow): Map<string, TableImage> {
  const register = registers[key];
  const image = tables.get(register.table);
  if (image === undefined) throw new Error(`no table ${register.table}`);
  const [cells = []] = cellsOfRows(register, [rowSchema(register).parse(row.values)], image.headers);
  const values = cells.map(({ value }) => (typeof value === "string" && value.startsWith("=") ? "" : asGivenBack(value)));
  return tables.set(image.name, {
    ...image,
    values: [...image.values, values],
    numberFormats: [...image.numberFormats, cells.map(({ numberFormat }) => numberFormat)],
    types: [...image.types, values.map((value) => (value === "" ? "Empty" : typeof value === "string" ? "String" : typeof value === "number" ? "Double" : "Boolean"))],
  });
}
