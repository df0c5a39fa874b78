import type { CellValue } from "../cell.js";
import type { Column } from "../column.js";
import type { Register, RowOf } from "../register.js";
import { recordSchema, type ColumnValue } from "../schema.js";
import { formatNumberSv, formatPercentSv, formatWithUnitSv } from "../values/formatting.js";
import { listText } from "../values/list.js";
import { periodLabel, type Period } from "../values/period.js";
import type { Quantity } from "../values/quantity.js";
import { amountFormat, DATE_FORMAT, TEXT_FORMAT } from "./cellFormats.js";
import { textToWrite } from "./textCell.js";

/** A block of cells in the template's column order, as Range.values and Range.numberFormat take it. */
export interface CellBlock {
  readonly values: readonly (readonly CellValue[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

/** A row that does not fit its register, found before anything is written. */
export class InvalidRowError extends Error {
  override readonly name = "InvalidRowError";

  constructor(
    readonly register: string,
    /** 0-based place among the rows given. */
    readonly index: number,
    reasons: readonly string[],
  ) {
    super(`Rad ${index + 1} till registret ${register} kan inte skrivas: ${reasons.join("; ")}. Inget har skrivits.`);
  }
}

/**
 * Turns typed rows into cells, in the order of the register's columns: percentages with a format that shows their decimals, days as serial numbers,
 * lists joined by "; ", texts marked so that they stay texts, and calculated columns with their formula. What the reader reads from the cells is the
 * rows again.
 * @throws InvalidRowError when a row lacks what it needs or holds what its column cannot.
 */
export function rowsToCells<R extends Register>(register: R, rows: readonly RowOf<R>[]): CellBlock {
  const schema = recordSchema(register);
  const columns = Object.entries(register.columns);
  const cells = rows.map((row, index) => {
    const checked = schema.safeParse(row);
    if (!checked.success) {
      const reasons = checked.error.issues.map(({ path, message }) => `${headerOf(register, path[0])} ${message}`.trim());
      throw new InvalidRowError(register.table, index, reasons);
    }
    return columns.map(([key, column]) => writtenCell(column, checked.data[key] ?? null));
  });
  return { values: cells.map((row) => row.map(({ value }) => value)), numberFormats: cells.map((row) => row.map(({ format }) => format)) };
}

/** One row with nothing in it but the formulas: what an empty table stands on. */
export function emptyRow(register: Register): CellBlock {
  const cells = Object.values(register.columns).map((column) => writtenCell(column, null));
  return { values: [cells.map(({ value }) => value)], numberFormats: [cells.map(({ format }) => format)] };
}

function headerOf(register: Register, key: PropertyKey | undefined): string {
  return typeof key === "string" ? (register.columns[key]?.header ?? key) : "";
}

/** A cell for Range.values, which takes an unmarked text for whatever it looks like. */
function writtenCell(column: Column, value: ColumnValue | null): ValueCell {
  if (column.kind === "calculated") return { value: column.formula ?? "", format: column.numberFormat };
  const cell = cellOfValue(column, value);
  return typeof cell.value === "string" && cell.value !== "" ? { ...cell, value: textToWrite(cell.value, cell.format === TEXT_FORMAT) } : cell;
}

/** What a cell is to hold, and the English number format that shows it. */
export interface ValueCell {
  readonly value: CellValue;
  readonly format: string;
}

/** A typed value as what stands in its cell: a text as it is, whatever it begins with. The reader reads the value from it again. */
export function cellOfValue(column: Column, value: ColumnValue | null): ValueCell {
  const format = column.numberFormat;
  if (value === null) return { value: "", format };
  if (typeof value === "string") return { value, format };
  if (typeof value === "number") {
    if (column.kind === "date") return { value, format: DATE_FORMAT };
    return { value, format: format.includes("%") ? amountFormat(value, true) : format };
  }
  if (isList(value)) return { value: listText(value), format };
  return isPeriod(value) ? { value: periodLabel(value), format } : quantityCell(value, format);
}

function isList(value: ColumnValue): value is readonly string[] {
  return Array.isArray(value);
}

function isPeriod(value: Period | Quantity): value is Period {
  return "year" in value;
}

/** A number is written as a number, with a percent format when it is a percentage; what more its text said (minst, tkr, an interval) is written as text. */
function quantityCell(quantity: Quantity, format: string): ValueCell {
  if (quantity.kind === "number" && quantity.bound === null && quantity.unit === null && !quantity.fromText) {
    return { value: quantity.value, format: quantity.percent === "none" ? amountFormat(quantity.value, false) : amountFormat(quantity.value, true) };
  }
  return { value: quantityText(quantity), format };
}

const BOUND_WORDS = { minst: "Minst", högst: "Högst", över: "Över", under: "Under" } as const;

/** A quantity as a person would type it, and as parseQuantity reads it back. */
export function quantityText(quantity: Quantity): string {
  switch (quantity.kind) {
    case "notMeasured":
      return quantity.typed;
    case "yesNo":
      return quantity.value ? "Ja" : "Nej";
    case "interval": {
      const { from, to, percent, unit } = quantity;
      return percent === "none" ? `${formatNumberSv(from)}–${amountText(to, false, unit)}` : `${formatPercentSv(from)}–${formatPercentSv(to)}`;
    }
    case "number": {
      const amount = amountText(quantity.value, quantity.percent !== "none", quantity.unit);
      return quantity.bound === null ? amount : `${BOUND_WORDS[quantity.bound]} ${amount}`;
    }
  }
}

function amountText(value: number, percent: boolean, unit: string | null): string {
  if (percent) return formatPercentSv(value);
  return unit === null ? formatNumberSv(value) : formatWithUnitSv(value, unit);
}
