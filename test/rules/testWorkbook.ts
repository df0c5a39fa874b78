import type { CellType, CellValue } from "../../src/registers/cell.js";
import { readRegisters } from "../../src/registers/readRegisters.js";
import type { Register, RowOf } from "../../src/registers/register.js";
import { rowsToCells } from "../../src/registers/writing/rowsToCells.js";
import { asGivenBack } from "../../src/reports/layout/sheetText.js";
import { registers, type RegisterKey } from "../../src/registers/registers.js";
import type { TableImage } from "../../src/registers/tableImage.js";
import { Calculator, type FormulaValue } from "../../src/formulas/index.js";
import { Sheets } from "../formulas/sheets.js";

/** A cell as a test writes it: a value, or a value with a number format. */
export type Written = CellValue | { readonly value: CellValue; readonly format: string };
/** Rows of one register by column header; a header left out is an empty cell. */
export type WrittenRows = readonly Readonly<Record<string, Written>>[];
export type WrittenWorkbook = Readonly<Partial<Record<RegisterKey, WrittenRows>>>;

export const percent = (value: number, format = "0.0%"): Written => ({ value, format });

/** Typed rows as they are written in a sheet. */
export function writtenRows<R extends Register>(register: R, rows: readonly RowOf<R>[]): WrittenRows {
  const { values, numberFormats } = rowsToCells(register, rows);
  const columns = Object.values(register.columns);
  return values.map((row, r) =>
    Object.fromEntries(
      columns.flatMap(({ header, kind }, c) => (kind === "calculated" ? [] : [[header, { value: asGivenBack(row[c] ?? ""), format: numberFormats[r]?.[c] ?? "General" }]])),
    ),
  );
}

const headersOf = (key: RegisterKey) => Object.values(registers[key].columns).map((column) => column.header);

function cellOf(written: Written | undefined, format: string): { value: CellValue; format: string } {
  if (written === undefined) return { value: "", format };
  return typeof written === "object" ? written : { value: written, format };
}

function typeOf(value: CellValue): CellType {
  if (value === "") return "Empty";
  return typeof value === "string" ? "String" : typeof value === "number" ? "Double" : "Boolean";
}

/** The tables of a workbook as Excel would give them; calculated columns hold their formula. */
export function imagesOf(workbook: WrittenWorkbook): Map<string, TableImage> {
  const images = new Map<string, TableImage>();
  for (const key of Object.keys(registers) as RegisterKey[]) {
    const register = registers[key];
    const columns = Object.values(register.columns);
    const rows = (workbook[key] ?? []).map((row) => columns.map((column) => cellOf(row[column.header], column.numberFormat)));
    images.set(register.table, {
      name: register.table,
      sheet: register.sheet,
      top: 0,
      left: 0,
      headers: headersOf(key),
      values: rows.map((row) => row.map((cell) => cell.value)),
      columnFormulas: columns.map(({ formula }) => formula ?? ""),
      numberFormats: rows.map((row) => row.map((cell) => cell.format)),
      types: rows.map((row) => row.map((cell) => typeOf(cell.value))),
    });
  }
  return images;
}

export function read(workbook: WrittenWorkbook) {
  return readRegisters(imagesOf(workbook));
}

/** What the live formulas of Utfall give, row by row. */
export interface Computed {
  readonly attainment: FormulaValue;
  readonly status: FormulaValue;
  readonly trend: FormulaValue;
  readonly key: FormulaValue;
}

export function computed(workbook: WrittenWorkbook): Computed[] {
  const keys = Object.keys(registers) as RegisterKey[];
  const sheets = new Sheets(...keys.map((key) => registers[key].sheet));
  for (const key of keys) {
    const { sheet, table } = registers[key];
    const columns = Object.values(registers[key].columns);
    // Excel's tables have at least one row.
    const rows = workbook[key]?.length ? workbook[key] : [{}];
    sheets.table(table, sheet, 0, 0, headersOf(key), rows.map(() => []));
    rows.forEach((row, r) => {
      columns.forEach((column, c) => {
        const { value, format } = cellOf(row[column.header], column.numberFormat);
        if (column.formula !== undefined) sheets.set(sheet, r + 1, c, fileForm(column.formula, table), format);
        else if (value !== "" || format !== "General") {
          sheets.set(sheet, r + 1, c, value, format);
          if (value === "") sheets.cached(sheet, r + 1, c, null);
        }
      });
    });
  }
  const calculator = new Calculator(sheets);
  calculator.recalculate();
  if (calculator.notComputed.length > 0) throw new Error("the calculator lacks a function of the formulas");
  const columns = headersOf("utfall");
  const at = (header: string, row: number) => sheets.value("Utfall", row + 1, columns.indexOf(header));
  return (workbook.utfall ?? []).map((_, row) => ({
    attainment: at("Måluppfyllelse", row),
    status: at("Status", row),
    trend: at("Trend", row),
    key: at("Periodnyckel", row),
  }));
}

/** [@Utfall] as a file has it. */
export function fileForm(formula: string, table: string): string {
  return formula.replace(/\[@(\[[^\]]+\]|[^\]]+)\]/gu, (_, column: string) => `${table}[[#This Row],${column.startsWith("[") ? column : `[${column}]`}]`);
}
