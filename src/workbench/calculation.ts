import { Calculator } from "../formulas/index.js";
import type { FormulaCell, FormulaSource, FormulaValue, TableShape } from "../formulas/source.js";
import type { Rect, Sheet, Workbook } from "../xlsx/model.js";
import { computedScalar } from "./cells/errorValues.js";

/** Keeps the workbook's formulas computed: lazily, when a computed value is asked for after something has changed. */
export class Calculation {
  private readonly source: WorkbookSource;
  private readonly calculator: Calculator;
  private isStale = true;

  constructor(workbook: Workbook, now: number) {
    this.source = new WorkbookSource(workbook, now);
    this.calculator = new Calculator(this.source);
  }

  /** Cells have got other content, number formats or visibility. */
  cellsChanged(sheet: Sheet, { row, column, rows, columns }: Rect): void {
    this.isStale = true;
    this.calculator.changed(sheet.name, row, column, rows, columns);
  }

  /** Sheets, tables, names or the places of cells have changed. */
  structureChanged(): void {
    this.isStale = true;
    this.source.structureChanged();
    this.calculator.structureChanged();
  }

  /** Computes what has changed. Cached results stand where the calculator cannot compute. */
  refresh(): void {
    if (this.isStale) {
      this.isStale = false;
      this.calculator.recalculate();
    }
  }
}

/** The workbook as the calculator sees it. */
class WorkbookSource implements FormulaSource {
  /** The last sheet asked for: formulas ask for cell after cell of the same one. */
  private last: Sheet | undefined;

  constructor(
    private readonly workbook: Workbook,
    private readonly serialNow: number,
  ) {}

  structureChanged(): void {
    this.last = undefined;
  }

  private sheet(name: string): Sheet | undefined {
    if (this.last?.name !== name) {
      this.last = this.workbook.sheet(name);
    }
    return this.last;
  }

  sheetNames(): readonly string[] {
    return this.workbook.sheets.map((sheet) => sheet.name);
  }

  value(sheet: string, row: number, column: number): FormulaValue {
    return this.sheet(sheet)?.cell(row, column)?.value ?? null;
  }

  extent(sheet: string): { readonly rows: number; readonly columns: number } {
    const used = this.sheet(sheet)?.usedRange(true);
    return used === undefined ? { rows: 0, columns: 0 } : { rows: used.row + used.rows, columns: used.column + used.columns };
  }

  numberFormat(sheet: string, row: number, column: number): string {
    return this.sheet(sheet)?.numberFormat(row, column) ?? "General";
  }

  rowHidden(sheet: string, row: number): boolean {
    return this.sheet(sheet)?.rowHidden(row) ?? false;
  }

  tables(): readonly TableShape[] {
    return tableShapes(this.workbook);
  }

  definedName(name: string, sheet: string): string | undefined {
    const same = this.workbook.names.filter((defined) => defined.name.toLowerCase() === name.toLowerCase());
    const own = same.find((defined) => defined.scope?.name === sheet);
    return (own ?? same.find((defined) => defined.scope === undefined))?.formula;
  }

  *formulaCells(): Iterable<FormulaCell> {
    for (const sheet of this.workbook.sheets) {
      for (const { row, column, content } of sheet.cells()) {
        if (content.formula !== undefined) {
          yield { sheet: sheet.name, row, column, formula: content.formula };
        }
      }
    }
  }

  store(sheet: string, row: number, column: number, value: FormulaValue): void {
    this.sheet(sheet)?.setCachedValue(row, column, computedScalar(value));
  }

  now(): number {
    return this.serialNow;
  }
}

/** A value that is thought to stand in a cell. */
export interface Supposed {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: FormulaValue;
}

/** What a formula sees of the workbook, as it is or as it would be with another value in one cell. */
export function workbookSource(workbook: Workbook, now: number, supposed?: Supposed): FormulaSource {
  return supposed === undefined ? new WorkbookSource(workbook, now) : new SupposingSource(workbook, now, supposed);
}

class SupposingSource extends WorkbookSource {
  constructor(
    workbook: Workbook,
    now: number,
    private readonly supposed: Supposed,
  ) {
    super(workbook, now);
  }

  override value(sheet: string, row: number, column: number): FormulaValue {
    const { supposed } = this;
    return supposed.row === row && supposed.column === column && supposed.sheet === sheet ? supposed.value : super.value(sheet, row, column);
  }
}

/** The workbook's tables as formulas see them. */
export function tableShapes(workbook: Workbook): readonly TableShape[] {
  return workbook.sheets.flatMap((sheet) =>
    sheet.tables.map((table) => ({
      name: table.name,
      sheet: sheet.name,
      ...table.range,
      headerRow: table.headerRow,
      totalsRow: table.totalsRow,
      columnNames: table.columns.map((column) => column.name),
    })),
  );
}
