// Enter: what has been typed becomes the cell's content.
import type { CellPosition, Sheet, Table } from "../../xlsx/model.js";
import { intersection } from "../cells/rectangles.js";
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

/** Puts a text into a cell. Typed right below a table it becomes part of it, in a row with the formats, formulas and validation of the row above. */
export function typeInto(sheet: Sheet, position: CellPosition, text: string, open: OpenWorkbook): void {
  const { row, column } = position;
  const area = { sheet, rect: { row, column, rows: 1, columns: 1 } };
  open.ensureCellsWritable(area);
  const above = text === "" ? undefined : tableAbove(sheet, position);
  if (above !== undefined) {
    resizeTable(above, { ...above.range, rows: above.range.rows + 1 }, open);
  }
  writeTyped(area, open, () => readInto(sheet, position, text, open));
}

/** The table that a cell is right below, when the table can take in its row: nothing stands there, and the table has no totals. */
export function tableAbove(sheet: Sheet, { row, column }: CellPosition): Table | undefined {
  const table = sheet.tables.find(({ range }) => range.row + range.rows === row && column >= range.column && column < range.column + range.columns);
  return table !== undefined && sheet.protection === undefined && canTakeIn(table, 1) ? table : undefined;
}

/** Whether a number of rows beneath a table are empty, and no other table's. */
export function canTakeIn({ sheet, range, totalsRow }: Table, rows: number): boolean {
  const beneath = { ...range, row: range.row + range.rows, rows };
  const isTaken = sheet.tables.some((other) => intersection(other.range, beneath) !== undefined) || sheet.merges.some((merge) => intersection(merge, beneath) !== undefined);
  if (totalsRow || isTaken) {
    return false;
  }
  for (let row = beneath.row; row < beneath.row + rows; row += 1) {
    for (let column = beneath.column; column < beneath.column + beneath.columns; column += 1) {
      if (sheet.cell(row, column) !== undefined) {
        return false;
      }
    }
  }
  return true;
}
