import type { FormulaCell, FormulaSource, FormulaValue, TableShape } from "../../src/formulas/index.js";

interface Cell {
  value: FormulaValue;
  formula: string | undefined;
  format: string;
}

/** A workbook in memory for the calculator's tests: cells by A1 address, a text starting with "=" is a formula. */
export class Sheets implements FormulaSource {
  readonly #cells = new Map<string, Map<number, Cell>>();
  readonly #hidden = new Set<string>();
  readonly names = new Map<string, string>();
  tableShapes: TableShape[] = [];
  stored = 0;
  serialNow = 43_890.25;

  constructor(...names: readonly string[]) {
    for (const name of names.length === 0 ? ["Blad1"] : names) this.#cells.set(name, new Map());
  }

  set(sheet: string, row: number, column: number, content: FormulaValue, format = "General"): this {
    const cells = this.#cells.get(sheet);
    if (cells === undefined) throw new Error(`no sheet ${sheet}`);
    const formula = typeof content === "string" && content.startsWith("=") ? content.slice(1) : undefined;
    if (content === null) cells.delete(row * 16_384 + column);
    else cells.set(row * 16_384 + column, { value: formula === undefined ? content : null, formula, format });
    return this;
  }

  /** Writes rows of contents with their upper left corner at a cell. */
  block(sheet: string, row: number, column: number, rows: readonly (readonly FormulaValue[])[]): this {
    rows.forEach((cells, r) => {
      cells.forEach((content, c) => {
        if (content !== null) this.set(sheet, row + r, column + c, content);
      });
    });
    return this;
  }

  /** A table with a header row and no totals; its contents stand below the header. */
  table(name: string, sheet: string, row: number, column: number, columnNames: readonly string[], body: readonly (readonly FormulaValue[])[]): this {
    this.block(sheet, row, column, [columnNames, ...body]);
    this.tableShapes.push({
      name,
      sheet,
      row,
      column,
      rows: body.length + 1,
      columns: columnNames.length,
      headerRow: true,
      totalsRow: false,
      columnNames,
    });
    return this;
  }

  cached(sheet: string, row: number, column: number, value: FormulaValue): void {
    const cell = this.#cells.get(sheet)?.get(row * 16_384 + column);
    if (cell !== undefined) cell.value = value;
  }

  hideRow(sheet: string, row: number): void {
    this.#hidden.add(`${sheet} ${row}`);
  }

  sheetNames(): readonly string[] {
    return [...this.#cells.keys()];
  }

  value(sheet: string, row: number, column: number): FormulaValue {
    return this.#cells.get(sheet)?.get(row * 16_384 + column)?.value ?? null;
  }

  extent(sheet: string): { rows: number; columns: number } {
    let rows = 0;
    let columns = 0;
    for (const at of this.#cells.get(sheet)?.keys() ?? []) {
      rows = Math.max(rows, Math.floor(at / 16_384) + 1);
      columns = Math.max(columns, (at % 16_384) + 1);
    }
    return { rows, columns };
  }

  numberFormat(sheet: string, row: number, column: number): string {
    return this.#cells.get(sheet)?.get(row * 16_384 + column)?.format ?? "General";
  }

  rowHidden(sheet: string, row: number): boolean {
    return this.#hidden.has(`${sheet} ${row}`);
  }

  tables(): readonly TableShape[] {
    return this.tableShapes;
  }

  definedName(name: string): string | undefined {
    return this.names.get(name.toLowerCase());
  }

  *formulaCells(): Generator<FormulaCell> {
    for (const [sheet, cells] of this.#cells) {
      for (const [at, cell] of cells) {
        if (cell.formula !== undefined) yield { sheet, row: Math.floor(at / 16_384), column: at % 16_384, formula: cell.formula };
      }
    }
  }

  store(sheet: string, row: number, column: number, value: FormulaValue): void {
    const cell = this.#cells.get(sheet)?.get(row * 16_384 + column);
    if (cell === undefined) throw new Error("a result for a cell without formula");
    cell.value = value;
    this.stored += 1;
  }

  now(): number {
    return this.serialNow;
  }
}
