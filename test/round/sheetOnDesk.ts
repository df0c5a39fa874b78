import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readColumnMark, readRowMark } from "../../src/round/markText.js";
import type { RowMark } from "../../src/round/marks.js";
import type { FormSheet } from "../../src/round/formSheet.js";
import { createXlsx, type CellContent, type CellErrorText } from "../../src/xlsx/index.js";

/** What somebody puts in a cell. */
export interface DeskCell {
  value: string | number | boolean | { readonly error: CellErrorText } | null;
  numberFormat: string;
  formula?: string;
}

export function textOf(value: DeskCell["value"]): string {
  return value === null ? "" : typeof value === "object" ? value.error : String(value);
}

const blank = (): DeskCell => ({ value: null, numberFormat: "General" });

/** A form as it lies open on a manager's desk: cells that can be written in, moved and torn out. */
export class SheetOnDesk {
  cells: DeskCell[][];
  name: string;

  constructor(form: FormSheet, name: string) {
    this.name = name;
    const width = Math.max(...form.cells.map((row) => row.length)) + 2;
    this.cells = form.cells.map((row) => Array.from({ length: width }, (_, column) => {
      const cell = row[column];
      if (cell === undefined || (cell.value === "" && cell.formula === undefined)) return { ...blank(), numberFormat: cell?.numberFormat ?? "General" };
      // The line that counts what is left is of no consequence here, and its formulas would not survive the cutting and pasting below.
      return { value: cell.value, numberFormat: cell.numberFormat };
    }));
  }

  get width(): number {
    return this.cells[0]?.length ?? 0;
  }

  text(row: number, column: number): string {
    return textOf(this.cells[row]?.[column]?.value ?? null);
  }

  at(row: number, column: number): DeskCell {
    const cell = this.cells[row]?.[column];
    if (cell === undefined) throw new Error(`No cell at ${row}, ${column}`);
    return cell;
  }

  /** Rows that carry a mark, with it, and where each answer of it stands. Only before anything has been moved. */
  rows(): { readonly row: number; readonly mark: RowMark; readonly places: ReadonlyMap<string, number> }[] {
    let places = new Map<string, number>();
    return this.cells.flatMap((cells, row) => {
      const marks = cells.flatMap(({ value }, column) => {
        const mark = typeof value === "string" ? readColumnMark(value) : undefined;
        return mark === undefined ? [] : [[mark.column, column] as const];
      });
      if (marks.length > 0) places = new Map(marks);
      const mark = readRowMark(this.text(row, 0));
      return mark === undefined ? [] : [{ row, mark, places: new Map([...places].filter(([key]) => key in mark.issued)) }];
    });
  }

  insertRow(at: number): void {
    this.cells.splice(at, 0, Array.from({ length: this.width }, blank));
  }

  deleteRow(at: number): void {
    this.cells.splice(at, 1);
  }

  insertColumn(at: number): void {
    for (const row of this.cells) row.splice(at, 0, blank());
  }

  deleteColumn(at: number): void {
    for (const row of this.cells) row.splice(at, 1);
  }

  moveColumn(from: number, to: number): void {
    for (const row of this.cells) row.splice(to, 0, ...row.splice(from, 1));
  }

  /** Puts the cells of some rows, from a column on, in the opposite order. */
  turnRows(rows: readonly number[], fromColumn: number): void {
    const taken = rows.map((row) => (this.cells[row] ?? []).slice(fromColumn));
    rows.forEach((row, index) => this.cells[row]?.splice(fromColumn, this.width, ...(taken[rows.length - 1 - index] ?? [])));
  }
}

/** Sheets saved as a file, as somebody does who has pasted them into a workbook of their own. */
export function saved(sheets: readonly SheetOnDesk[], day: string): Uint8Array {
  const [first, ...others] = sheets;
  const workbook = createXlsx({ sheetName: first?.name ?? "Blad1" });
  for (const desk of [...(first === undefined ? [] : [first]), ...others]) {
    const sheet = workbook.sheet(desk.name) ?? workbook.addSheet(desk.name);
    desk.cells.forEach((cells, row) => {
      cells.forEach(({ value, numberFormat, formula }, column) => {
        const content: CellContent = { value, ...(formula === undefined ? {} : { formula }) };
        if (value !== null || formula !== undefined) sheet.setCell(row, column, content);
        if (numberFormat !== "General" && value !== null) sheet.applyFormat({ row, column, rows: 1, columns: 1 }, { numberFormat });
      });
    });
  }
  return savedOn(workbook.save(), day);
}

/** The file with another day on which it was saved. */
export function savedOn(bytes: Uint8Array, day: string): Uint8Array {
  const parts = unzipSync(bytes);
  const core = parts["docProps/core.xml"];
  if (core === undefined) throw new Error("The file has no docProps/core.xml");
  const stamp = `<dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified>`;
  const text = strFromU8(core);
  const dated = /<dcterms:modified/u.test(text) ? text.replace(/<dcterms:modified[^>]*>[^<]*<\/dcterms:modified>/u, stamp) : text.replace(/(<\/cp:coreProperties>|<\/coreProperties>)/u, `${stamp}$1`);
  if (!dated.includes(stamp)) throw new Error(`No place for the day in ${text}`);
  return zipSync({ ...parts, "docProps/core.xml": strToU8(dated) });
}
