// Requires ExcelApi 1.13 (table.resize); autoFilter.isDataFiltered and copyFrom 1.9, the rest 1.2.
import type { CellValue } from "../registers/cell.js";
import { asGivenBack } from "../reports/sheetText.js";
import type { NewRow } from "../usecases/port.js";
import { WorkbookError } from "../usecases/workbookError.js";
import { isAsWritten, putBack, TEXT_FORMAT } from "./putBack.js";

/**
 * Adds a row last in a table: one request that looks at the table as it is now, one that writes, and one more only to put back what came back different.
 * A table whose only row nobody has filled in gets it there. A totals row moves down with all that is below it; else nothing of the user's is moved.
 * @throws WorkbookError `workbook-changed`, `sheet-protected`, `table-filtered`, `table-blocked`: nothing has then been written.
 */
export async function appendRow(context: Excel.RequestContext, tableName: string, row: NewRow): Promise<void> {
  const { table, body, below } = await lookAt(context, tableName);
  const isUnfilled = body.rowCount === 1 && (body.formulas[0] ?? []).every(isUnfilledCell);
  if (body.columnCount !== row.length) {
    throw changedMeanwhile(tableName);
  }
  if (!isUnfilled && (below.values[0] ?? []).some((value) => value !== "")) {
    throw new WorkbookError("table-blocked", {
      sv: `Något står direkt under tabellen ${tableName}, på rad ${below.rowIndex + 1}, så den kan inte växa. Inget har skrivits. Flytta det och försök igen.`,
      en: `Something stands right below the table ${tableName}, in row ${below.rowIndex + 1}, so it cannot grow. Nothing has been written. Move it and try again.`,
    });
  }
  const range = isUnfilled ? body.getRow(0) : table.showTotals ? table.rows.add().getRange() : grown(table, body);
  const texts = row.map(({ value }) => asGivenBack(value));
  // The format first: a text cell must be text before "1-2" is put in it, and a mark would be seen in it.
  range.numberFormat = [row.map(({ numberFormat }) => numberFormat)];
  range.values = [row.map(({ value, numberFormat }, column) => (numberFormat === TEXT_FORMAT ? texts[column] : value))];
  range.load("values");
  await context.sync();

  const found: readonly unknown[] = range.values[0] ?? [];
  const different = texts.flatMap((value, column) => (isFormula(row[column]) || isAsWritten(value, found[column]) ? [] : [{ value, column }]));
  if (different.length > 0) {
    for (const { value, column } of different) {
      putBack(range.getCell(0, column), value, row[column]?.numberFormat);
    }
    await context.sync();
  }
}

/** The row below becomes the table's last one, with the looks of the one above. rows.add would move what stands further below, unless told not to (ExcelApi 1.15). */
function grown(table: Excel.Table, body: Excel.Range): Excel.Range {
  table.resize(table.getRange().getResizedRange(1, 0));
  const row = table.getDataBodyRange().getLastRow();
  row.copyFrom(body.getLastRow(), "Formats");
  return row;
}

/**
 * Takes a row out of a table, in two requests: one that looks at the table as it is now, one that deletes. The row must still say what the caller saw. The last
 * row of a table is emptied: a table keeps one.
 * @param row 0-based within the body.
 * @throws WorkbookError `workbook-changed`, `sheet-protected`, `table-filtered`: nothing has then been written.
 */
export async function removeRow(context: Excel.RequestContext, tableName: string, row: number, expected: readonly CellValue[]): Promise<void> {
  const { table, body } = await lookAt(context, tableName);
  const standing: readonly unknown[] = body.values[row] ?? [];
  if (standing.length !== expected.length || expected.some((value, column) => value !== standing[column])) {
    throw changedMeanwhile(tableName);
  }
  table.rows.getItemAt(row).delete();
  await context.sync();
}

/** What decides whether a table can grow or shrink. While it is filtered Excel leaves rows where they are without a word (office-js#994), or puts them wrong. */
async function lookAt(context: Excel.RequestContext, tableName: string) {
  const table = context.workbook.tables.getItem(tableName).load("showTotals");
  const filter = table.autoFilter.load("isDataFiltered");
  const sheet = table.worksheet.load("name");
  const protection = sheet.protection.load("protected");
  const body = table.getDataBodyRange().load("rowCount,columnCount,values,formulas");
  const below = table.getRange().getLastRow().getOffsetRange(1, 0).load("rowIndex,values");
  await context.sync();
  if (protection.protected) {
    throw new WorkbookError("sheet-protected", {
      sv: `Bladet ${sheet.name} är skyddat. Inget har skrivits. Ta bort skyddet under Granska och försök igen.`,
      en: `The sheet ${sheet.name} is protected. Nothing has been written. Remove the protection on the Review tab and try again.`,
    });
  }
  if (filter.isDataFiltered) {
    throw new WorkbookError("table-filtered", {
      sv: `Tabellen ${tableName} är filtrerad. Inget har skrivits. Rensa filtret under Data och försök igen.`,
      en: `The table ${tableName} is filtered. Nothing has been written. Clear the filter on the Data tab and try again.`,
    });
  }
  return { table, body, below };
}

/** A text would be marked. */
function isFormula(cell: NewRow[number] | undefined): boolean {
  return cell !== undefined && cell.numberFormat !== TEXT_FORMAT && typeof cell.value === "string" && cell.value.startsWith("=");
}

/** Blank, or a formula that the table itself put there. */
function isUnfilledCell(formula: unknown): boolean {
  return formula === "" || (typeof formula === "string" && formula.startsWith("="));
}

function changedMeanwhile(tableName: string): WorkbookError {
  return new WorkbookError("workbook-changed", {
    sv: `Tabellen ${tableName} har ändrats under tiden. Inget har skrivits. Kontrollera arbetsboken och försök igen.`,
    en: `The table ${tableName} has been changed in the meantime. Nothing has been written. Check the workbook and try again.`,
  });
}
