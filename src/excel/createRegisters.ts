// Requires ExcelApi 1.9 (pageLayout); names 1.4, freezePanes 1.7, dataValidation 1.8.
import type { RegisterSheet, TemplateColumn } from "../registers/template.js";
import { columnWidthInPoints } from "./columnWidth.js";
import { setUpPage } from "./pageSetup.js";

const HEADER_FILL = "#1F3864";
const HEADER_TEXT = "#FFFFFF";
const CALCULATED_TEXT = "#595959";
const TABLE_STYLE = "TableStyleLight1";
const REMINDER = "Måltavla";
const PAGE_FOOTER = "Sida &P av &N";

/**
 * Adds the register sheets, each with its table, drop-downs, help and live formulas. One request. The caller has made sure that no
 * such sheet or table exists.
 */
export async function createRegisters(context: Excel.RequestContext, sheets: readonly RegisterSheet[]): Promise<void> {
  context.application.suspendScreenUpdatingUntilNextSync();
  const worksheets = context.workbook.worksheets;
  const added = sheets.map((plan) => ({ plan, sheet: worksheets.add(plan.sheet) }));
  for (const { plan, sheet } of added) {
    addTable(sheet, plan);
  }
  // Formulas, names and drop-downs refer to other sheets' tables, so they come when every table is there.
  for (const { plan } of added) {
    for (const { name, formula } of plan.names) {
      context.workbook.names.add(name, formula);
    }
  }
  for (const { plan, sheet } of added) {
    addFormulas(sheet, plan);
    addValidation(sheet, plan);
  }
  added[0]?.sheet.activate();
  await context.sync();
}

function addTable(sheet: Excel.Worksheet, plan: RegisterSheet): void {
  const { columns, body } = plan;
  const header = sheet.getRangeByIndexes(0, 0, 1, columns.length);
  header.numberFormat = [columns.map(() => "@")];
  header.values = [columns.map((column) => column.header)];
  const cells = bodyRange(sheet, plan);
  cells.numberFormat = body.numberFormats.map((row) => [...row]);
  cells.values = body.values.map((row) => row.map((value, index) => (columns[index]?.formula === undefined ? value : "")));
  if (plan.table !== undefined) {
    const table = sheet.tables.add(sheet.getRangeByIndexes(0, 0, body.values.length + 1, columns.length), true);
    table.name = plan.table;
    table.style = TABLE_STYLE;
    table.showBandedRows = true;
  }
  header.format.fill.color = HEADER_FILL;
  header.format.font.color = HEADER_TEXT;
  header.format.font.bold = true;
  header.format.verticalAlignment = "Center";
  cells.format.verticalAlignment = "Top";
  columns.forEach((column, index) => {
    formatColumn(sheet.getRangeByIndexes(0, index, body.values.length + 1, 1), bodyColumn(sheet, plan, index), column);
  });
  cells.format.autofitRows();
  sheet.freezePanes.freezeRows(plan.frozenRows);
  setUpPage(sheet, { orientation: "landscape", footer: PAGE_FOOTER, titleRows: { row: 0, rows: plan.frozenRows } });
}

function formatColumn(whole: Excel.Range, body: Excel.Range, column: TemplateColumn): void {
  whole.format.columnWidth = columnWidthInPoints(column.width);
  if (column.hidden) {
    whole.columnHidden = true;
  }
  if (column.wrap) {
    body.format.wrapText = true;
  }
  if (column.calculated) {
    body.format.font.color = CALCULATED_TEXT;
    body.format.font.italic = true;
  }
}

/** One formula in every row of the column: Excel then makes it the column's own, and fills it into new rows. */
function addFormulas(sheet: Excel.Worksheet, plan: RegisterSheet): void {
  plan.columns.forEach(({ formula }, index) => {
    if (formula !== undefined) {
      // A single value goes for every cell of the range, so that the request does not grow with the rows; Office.js's types know matrices only.
      Object.assign(bodyColumn(sheet, plan, index), { formulas: formula });
    }
  });
}

/** The help stands on the header and on every cell of the column: Excel shows it beside the cell that is chosen. */
function addValidation(sheet: Excel.Worksheet, plan: RegisterSheet): void {
  plan.columns.forEach((column, index) => {
    const prompt = { showPrompt: true, title: column.prompt.title, message: column.prompt.message };
    sheet.getRangeByIndexes(0, index, 1, 1).dataValidation.prompt = prompt;
    if (plan.table !== undefined) {
      const validation = bodyColumn(sheet, plan, index).dataValidation;
      if (column.dropDown !== undefined) {
        offer(validation, column.dropDown);
      }
      validation.prompt = prompt;
    }
  });
  for (const { row, column, dropDown } of plan.cellDropDowns) {
    offer(sheet.getRangeByIndexes(row + 1, column, 1, 1).dataValidation, dropDown);
  }
}

function offer(validation: Excel.DataValidation, { source, strict }: NonNullable<TemplateColumn["dropDown"]>): void {
  validation.rule = { list: { inCellDropDown: true, source } };
  validation.ignoreBlanks = true;
  validation.errorAlert = {
    showAlert: true,
    style: strict ? "Stop" : "Information",
    title: REMINDER,
    message: strict ? "Välj ett av orden i listan." : "Det här finns inte i listan. Måltavla säger till vid kontrollen om det inte går att tolka.",
  };
}

function bodyRange(sheet: Excel.Worksheet, plan: RegisterSheet): Excel.Range {
  return sheet.getRangeByIndexes(1, 0, plan.body.values.length, plan.columns.length);
}

function bodyColumn(sheet: Excel.Worksheet, plan: RegisterSheet, column: number): Excel.Range {
  return sheet.getRangeByIndexes(1, column, plan.body.values.length, 1);
}
