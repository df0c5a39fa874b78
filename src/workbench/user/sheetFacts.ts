import type { ConditionalFormat, DataValidation, Rect, Sheet, Table } from "../../xlsx/model.js";
import { intersection } from "../cells/rectangles.js";

/** What holds for areas of a sheet, read from the file once and asked for cell after cell. Good until the next change. */
export class SheetFacts {
  readonly validations: readonly DataValidation[];
  /** In order of priority. */
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly isProtected: boolean;

  constructor(readonly sheet: Sheet) {
    this.validations = sheet.dataValidations;
    this.conditionalFormats = sheet.conditionalFormats;
    this.isProtected = sheet.protection !== undefined;
  }

  validationAt(row: number, column: number): DataValidation | undefined {
    return this.validations.find(({ ranges }) => covers(ranges, row, column));
  }

  conditionalFormatsAt(row: number, column: number): readonly ConditionalFormat[] {
    return this.conditionalFormats.filter(({ ranges }) => covers(ranges, row, column));
  }

  tableAt(row: number, column: number): Table | undefined {
    return tableAt(this.sheet, row, column);
  }
}

export function tableAt(sheet: Sheet, row: number, column: number): Table | undefined {
  return sheet.tables.find(({ range }) => covers([range], row, column));
}

function covers(ranges: readonly Rect[], row: number, column: number): boolean {
  return ranges.some((range) => intersection(range, { row, column, rows: 1, columns: 1 }) !== undefined);
}
