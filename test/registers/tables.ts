import type { CellInput, CellType, CellValue } from "../../src/registers/cell.js";
import { columnFormula, type TableImage } from "../../src/registers/tableImage.js";

/** A cell as typed: its value, or with the number format or formula that matters. */
export type Typed = CellValue | { readonly value: CellValue; readonly format?: string; readonly formula?: string };

export function cell(typed: Typed): CellInput {
  const { value, format = "General" } = typeof typed === "object" ? typed : { value: typed };
  return { value, type: typeOf(value), numberFormat: format };
}

function typeOf(value: CellValue): CellType {
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  if (value === "") return "Empty";
  return /^#(?:N\/A|NAME\?|VALUE!|REF!|DIV\/0!)$/u.test(value) ? "Error" : "String";
}

/** A table as Excel would give it, with its header in row 4, column B of the sheet unless placed elsewhere. */
export function table(name: string, headers: readonly string[], rows: readonly (readonly Typed[])[], place = { sheet: name, top: 3, left: 1 }): TableImage {
  const cells = rows.map((row) => headers.map((_, index) => cell(row[index] ?? "")));
  return {
    name,
    ...place,
    headers,
    values: cells.map((row) => row.map(({ value }) => value)),
    columnFormulas: headers.map((_, index) => columnFormula(formulaOf(rows[0]?.[index]), formulaOf(rows.at(-1)?.[index]))),
    numberFormats: cells.map((row) => row.map(({ numberFormat }) => numberFormat)),
    types: cells.map((row) => row.map(({ type }) => type)),
  };
}

function formulaOf(typed: Typed | undefined): string {
  return typeof typed === "object" ? (typed.formula ?? "") : "";
}

export function workbook(...images: readonly TableImage[]): ReadonlyMap<string, TableImage> {
  return new Map(images.map((image) => [image.name, image]));
}
