import { InvalidFormula, toDisplayForm, toFileForm, type TableShape } from "../../formulas/index.js";
import type { Sheet, Workbook } from "../../xlsx/model.js";
import { tableShapes } from "../calculation.js";
import { RichApiError } from "../richApi/richApiError.js";

/**
 * Formulas as the file has them and as the user sees them (`Matt[[#This Row],[Utfall]]` and `[@Utfall]`). A translation depends on the formula and on the
 * table round the cell only, and is remembered: a calculated column is translated once.
 */
export class FormulaForms {
  private tables: readonly TableShape[] | undefined;
  /** Names of the tables and their columns, which is what the remembered translations rest on. */
  private names = "";
  private readonly display = new Map<string, string>();
  private readonly file = new Map<string, string>();

  constructor(private readonly workbook: Workbook) {}

  structureChanged(): void {
    this.tables = undefined;
  }

  /** With "=" in front. */
  shown(formula: string, sheet: Sheet, row: number, column: number): string {
    const tables = this.shapes();
    return remembered(this.display, keyOf(formula, sheet, row, column), () => toDisplayForm(formula, { sheet: sheet.name, row, column }, tables));
  }

  /** Without "=". Throws InvalidArgument for a formula that cannot be read. */
  filed(formula: string, sheet: Sheet, row: number, column: number): string {
    const tables = this.shapes();
    return remembered(this.file, keyOf(formula, sheet, row, column), () => {
      try {
        return toFileForm(formula, { sheet: sheet.name, row, column }, tables);
      } catch (cause) {
        if (cause instanceof InvalidFormula) {
          throw new RichApiError("InvalidArgument", cause.message);
        }
        throw cause;
      }
    });
  }

  private shapes(): readonly TableShape[] {
    if (this.tables === undefined) {
      this.tables = tableShapes(this.workbook);
      const names = JSON.stringify(this.tables.map(({ name, columnNames }) => [name, columnNames]));
      if (names !== this.names) {
        this.names = names;
        this.display.clear();
        this.file.clear();
      }
    }
    return this.tables;
  }
}

function keyOf(formula: string, sheet: Sheet, row: number, column: number): string {
  const around = sheet.tables.find(({ range }) => row >= range.row && row < range.row + range.rows && column >= range.column && column < range.column + range.columns);
  return `${around?.name ?? ""}=${formula}`;
}

function remembered(memory: Map<string, string>, key: string, make: () => string): string {
  const known = memory.get(key);
  if (known !== undefined) {
    return known;
  }
  const made = make();
  memory.set(key, made);
  return made;
}
