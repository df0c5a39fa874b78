import { formStyles, type FormStyle } from "../round/formStyles.js";
import type { FormSheet } from "../round/formSheet.js";
import { createXlsx, type CellFormatPatch, type DataValidation, type Sheet } from "../xlsx/index.js";

const A4 = 9;
/** A file counts a column with its padding, five pixels to the seven of a character (columnWidth.ts). */
const PADDING = 5 / 7;

/**
 * A form as an .xlsx file of its own: the sheet that src/excel/writeForms.ts writes, and nothing else. The same form gives the same bytes.
 * @param sheetName as Excel allows it
 */
export function formFile(form: FormSheet, sheetName: string): Uint8Array {
  const workbook = createXlsx({ sheetName });
  workbook.properties.title = form.title;
  const sheet = workbook.activeSheet;
  form.cells.forEach((cells, row) => {
    cells.forEach(({ value, formula }, column) => {
      if (formula !== undefined) sheet.setCell(row, column, { value, formula: formula.slice(1) });
      else if (value !== "") sheet.setCell(row, column, { value });
    });
  });
  setNumberFormats(sheet, form);
  for (const { look, areas } of form.looks) for (const area of areas) sheet.applyFormat(area, patchOf(formStyles[look]));
  for (const area of form.open) sheet.applyFormat(area, { locked: false });
  for (const { area, dropDown, prompt } of form.inputs) sheet.setDataValidation(area, validation(prompt, dropDown));
  form.columnWidths.forEach((width, column) => {
    sheet.setColumnWidth(column, 1, width + PADDING);
  });
  form.rowHeights.forEach((points, row) => {
    sheet.setRowHeight(row, 1, points, true);
  });
  for (const column of form.hiddenColumns) sheet.setColumnHidden(column, 1, true);
  for (const row of form.hiddenRows) sheet.setRowHidden(row, 1, true);
  setUp(sheet, form);
  return workbook.save();
}

/** Cells below each other that have the same format are given it together. */
function setNumberFormats(sheet: Sheet, { cells, columnWidths }: FormSheet): void {
  for (const column of columnWidths.keys()) {
    let from = 0;
    for (let row = 1; row <= cells.length; row++) {
      const numberFormat = cells[from]?.[column]?.numberFormat ?? "General";
      if (cells[row]?.[column]?.numberFormat === numberFormat) continue;
      if (numberFormat !== "General") sheet.applyFormat({ row: from, column, rows: row - from, columns: 1 }, { numberFormat });
      from = row;
    }
  }
}

function setUp(sheet: Sheet, form: FormSheet): void {
  sheet.showGridlines = false;
  sheet.freezePanes = form.frozen;
  sheet.pageLayout = { ...sheet.pageLayout, orientation: "landscape", paperSize: A4, fitToWidth: 1, fitToHeight: 0, footer: `&C${form.footer}` };
  // Without a password: it keeps fingers off what is told, and anybody may take it away. Widths and heights are the reader's own.
  sheet.protect({ allowFormatColumns: true, allowFormatRows: true });
}

function patchOf(style: FormStyle): CellFormatPatch {
  const { size, bold, color, fill, wrap, vertical, horizontal, border } = style;
  const line = { style: "thin", color: border } as const;
  return {
    font: { size, bold, color }, fill, wrap, vertical, horizontal,
    ...(border === null ? {} : { borders: { left: line, right: line, top: line, bottom: line } }),
  };
}

function validation(prompt: FormSheet["inputs"][number]["prompt"], dropDown: FormSheet["inputs"][number]["dropDown"]): Omit<DataValidation, "ranges"> {
  return {
    type: dropDown === undefined ? "none" : "list",
    operator: "between",
    formula1: dropDown === undefined ? undefined : `"${dropDown.words.join(",")}"`,
    formula2: undefined,
    allowBlank: true,
    inCellDropDown: true,
    showErrorAlert: dropDown === undefined || dropDown.strict,
    errorStyle: dropDown?.strict === false ? "information" : "stop",
    errorTitle: dropDown?.strict === true ? "Måltavla" : undefined,
    errorMessage: dropDown?.strict === true ? "Välj ett av orden i listan." : undefined,
    showInputPrompt: true,
    promptTitle: prompt.title,
    promptMessage: prompt.message,
  };
}
