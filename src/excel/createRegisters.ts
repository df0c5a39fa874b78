// Requires ExcelApi 1.9 (pageLayout); names 1.4, freezePanes and NamedItem.formula 1.7, dataValidation 1.8.
import type { CellValue } from "../registers/cell.js";
import type { DefinedName, RegisterSheet, TemplateColumn } from "../registers/registerSheet.js";
import { asGivenBack } from "../reports/layout/sheetText.js";
import { registers } from "../registers/registers.js";
import { UNFINISHED, unfinishedFormula } from "../registers/unfinished.js";
import { columnWidthInPoints } from "./columnWidth.js";
import { setUpPage } from "./pageSetup.js";
import { TEXT_FORMAT } from "./putBack.js";

const HEADER_FILL = "#1F3864";
const HEADER_TEXT = "#FFFFFF";
const CALCULATED_TEXT = "#595959";
const TABLE_STYLE = "TableStyleLight1";
const REMINDER = "Måltavla";
const PAGE_FOOTER = "Sida &P av &N";

/**
 * Adds the register sheets, each with its table, drop-downs, help and live formulas, and completes those that stand half-made. One request. The caller has made sure
 * that every sheet meets what its `ground` says. Excel keeps what was done before a failure, so a name tells which sheets are in the making until all are done.
 */
export async function createRegisters(context: Excel.RequestContext, sheets: readonly RegisterSheet[]): Promise<void> {
  context.application.suspendScreenUpdatingUntilNextSync();
  const { worksheets, names } = context.workbook;
  // A mark that an earlier attempt left gives way to this one's; a null object's delete does nothing.
  names.getItemOrNullObject(UNFINISHED).delete();
  const mark = names.add(UNFINISHED, unfinishedFormula(sheets.map(({ sheet }) => sheet)));
  mark.visible = false;
  const planned = sheets.map((plan) => ({ plan, sheet: plan.ground.kind === "none" ? worksheets.add(plan.sheet) : worksheets.getItem(plan.sheet) }));
  for (const { plan, sheet } of planned) {
    addTable(sheet, plan);
    formatSheet(sheet, plan);
  }
  // Formulas, names and drop-downs refer to other sheets' tables, so they come when every table is there.
  for (const { plan } of planned) {
    for (const name of plan.names) {
      define(names, name);
    }
  }
  for (const { plan, sheet } of planned) {
    addFormulas(sheet, plan);
    addValidation(sheet, plan);
  }
  // Only what is new is turned to: a sheet that was there may be hidden, and then Excel refuses. Nobody fills in Ursprung: who takes in answers stays where they are.
  planned.find(({ plan }) => plan.ground.kind === "none" && plan.table !== registers.ursprung.table)?.sheet.activate();
  mark.delete();
  await context.sync();
}

function define(names: Excel.NamedItemCollection, { name, formula, isThere }: DefinedName): void {
  if (isThere === true) {
    names.getItem(name).formula = formula;
  } else {
    names.add(name, formula);
  }
}

/** The cells, and the table on them. A table that stands is left with what it holds. */
function addTable(sheet: Excel.Worksheet, plan: RegisterSheet): void {
  const { columns, body, ground } = plan;
  if (ground.kind === "table") {
    return;
  }
  const header = headerRange(sheet, plan);
  header.numberFormat = [columns.map(() => "@")];
  header.values = [columns.map((column) => column.header)];
  const cells = bodyRange(sheet, plan);
  cells.numberFormat = body.numberFormats.map((row) => [...row]);
  cells.values = body.values.map((row, at) => row.map((value, index) => (columns[index]?.formula === undefined ? asTaken(value, body.numberFormats[at]?.[index]) : "")));
  if (plan.table !== undefined) {
    const unnamed = ground.kind === "sheet" ? ground.unnamedTable : undefined;
    const whole = sheet.getRangeByIndexes(0, plan.left, body.values.length + 1, columns.length);
    const table = unnamed === undefined ? sheet.tables.add(whole, true) : sheet.tables.getItem(unnamed);
    table.name = plan.table;
    table.style = TABLE_STYLE;
    table.showBandedRows = true;
  }
}

/** In a text cell everything stays text, and a mark would be seen. */
function asTaken(value: CellValue, numberFormat: string | undefined): CellValue {
  return numberFormat === TEXT_FORMAT ? asGivenBack(value) : value;
}

function formatSheet(sheet: Excel.Worksheet, plan: RegisterSheet): void {
  const header = headerRange(sheet, plan);
  const cells = bodyRange(sheet, plan);
  header.format.fill.color = HEADER_FILL;
  header.format.font.color = HEADER_TEXT;
  header.format.font.bold = true;
  header.format.verticalAlignment = "Center";
  cells.format.verticalAlignment = "Top";
  plan.columns.forEach((column, index) => {
    formatColumn(sheet.getRangeByIndexes(0, plan.left + index, plan.body.values.length + 1, 1), bodyColumn(sheet, plan, index), column);
    sheet.getRangeByIndexes(0, plan.left + index, 1, 1).dataValidation.prompt = promptOf(column);
  });
  // Beside what stands, rows and page are as somebody has them.
  if (plan.left > 0) {
    return;
  }
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

/** What each cell of a column offers, and the help that Excel shows beside the cell that is chosen. */
function addValidation(sheet: Excel.Worksheet, plan: RegisterSheet): void {
  if (plan.table !== undefined) {
    plan.columns.forEach((column, index) => {
      const validation = bodyColumn(sheet, plan, index).dataValidation;
      if (column.dropDown !== undefined) {
        offer(validation, column.dropDown);
      }
      validation.prompt = promptOf(column);
    });
  }
  for (const { row, column, dropDown } of plan.cellDropDowns) {
    offer(sheet.getRangeByIndexes(row + 1, column, 1, 1).dataValidation, dropDown);
  }
}

function promptOf({ prompt }: TemplateColumn): Excel.DataValidationPrompt {
  return { showPrompt: true, title: prompt.title, message: prompt.message };
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

function headerRange(sheet: Excel.Worksheet, plan: RegisterSheet): Excel.Range {
  return sheet.getRangeByIndexes(0, plan.left, 1, plan.columns.length);
}

function bodyRange(sheet: Excel.Worksheet, plan: RegisterSheet): Excel.Range {
  return sheet.getRangeByIndexes(1, plan.left, plan.body.values.length, plan.columns.length);
}

function bodyColumn(sheet: Excel.Worksheet, plan: RegisterSheet, column: number): Excel.Range {
  return sheet.getRangeByIndexes(1, plan.left + column, plan.body.values.length, 1);
}
