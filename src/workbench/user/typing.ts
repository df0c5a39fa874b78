// Enter: what has been typed becomes the cell's content.
import type { CellPosition, Rect, Sheet, Table } from "../../xlsx/model.js";
import { MAX_COLUMNS } from "../cells/address.js";
import { autofitRows } from "../cells/autofit.js";
import { intersection, positionsIn } from "../cells/rectangles.js";
import { yearOf } from "../cells/serialDates.js";
import { resizeTable } from "../cells/tableRows.js";
import type { Typed } from "../cells/typedInput.js";
import { writeTyped } from "../cells/writeCells.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { RichApiError } from "../richApi/richApiError.js";
import { readKeyed } from "./keyedText.js";
import { Refusal } from "./refusals.js";

const NOT_A_FORMULA = "Formeln går inte att läsa. Inget har ändrats. Skriv funktioner på engelska med komma mellan argumenten, till exempel =SUM(A1,B1), eller en apostrof först om det ska vara text.";

/**
 * What a text means in a cell. A formula comes in the form that the file keeps.
 * Throws Refusal for a formula that cannot be read, InvalidArgument for too long a text.
 */
export function readInto(sheet: Sheet, { row, column }: CellPosition, text: string, open: OpenWorkbook): Typed {
  const typed = readKeyed(text, sheet.numberFormat(row, column), open.culture, yearOf(open.now));
  if (typed.formula === undefined) {
    return typed;
  }
  try {
    return { ...typed, formula: open.formulas.filed(typed.formula, sheet, row, column) };
  } catch (cause) {
    if (cause instanceof RichApiError && cause.code === "InvalidArgument") {
      throw new Refusal("Formeln går inte att läsa", NOT_A_FORMULA);
    }
    throw cause;
  }
}

/** Puts a text into a cell; its row grows and shrinks with what it shows, unless its height has been chosen. Typed right below a table it becomes part of it, in a row with the formats, formulas and validation of the row above; typed right beside it, in a column of its own. */
export function typeInto(sheet: Sheet, position: CellPosition, text: string, open: OpenWorkbook): void {
  const { row, column } = position;
  const area = { sheet, rect: { row, column, rows: 1, columns: 1 } };
  open.ensureCellsWritable(area);
  const growth = text === "" ? undefined : growthAt(sheet, position);
  if (growth !== undefined) {
    resizeTable(growth.table, growth.range, open);
  }
  writeTyped(area, open, () => readInto(sheet, position, text, open));
  if (!sheet.rowHeightIsChosen(row)) {
    autofitRows({ sheet, rect: { row, column: 0, rows: 1, columns: MAX_COLUMNS } }, open);
  }
}

/** The table that takes in a cell right below or beside it, and how far it then reaches: nothing else may stand in that row or column, and below a table with totals nothing is taken in. */
export function growthAt(sheet: Sheet, { row, column }: CellPosition): { readonly table: Table; readonly range: Rect } | undefined {
  if (sheet.protection !== undefined) {
    return undefined;
  }
  for (const table of sheet.tables) {
    const { range } = table;
    const isInColumns = column >= range.column && column < range.column + range.columns;
    const isInRows = row >= range.row && row < range.row + range.rows;
    if (row === range.row + range.rows && isInColumns && canTakeIn(table, 1)) {
      return { table, range: { ...range, rows: range.rows + 1 } };
    }
    if (column === range.column + range.columns && isInRows && isFree(table, { ...range, column, columns: 1 })) {
      return { table, range: { ...range, columns: range.columns + 1 } };
    }
  }
  return undefined;
}

/** Whether a number of rows beneath a table are empty, and no other table's. */
export function canTakeIn(table: Table, rows: number): boolean {
  return !table.totalsRow && isFree(table, { ...table.range, row: table.range.row + table.range.rows, rows });
}

function isFree({ sheet }: Table, area: Rect): boolean {
  const isTaken = (other: Rect) => intersection(other, area) !== undefined;
  if (sheet.tables.some(({ range }) => isTaken(range)) || sheet.merges.some(isTaken)) {
    return false;
  }
  return [...positionsIn(area)].every(({ row, column }) => sheet.cell(row, column) === undefined);
}
