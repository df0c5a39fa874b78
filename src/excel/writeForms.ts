// Requires ExcelApi 1.9 (getRanges, pageLayout); dataValidation 1.8, freezePanes 1.7, protection 1.2.
import { TEXT_FORMAT } from "../registers/writing/cellFormats.js";
import { asTextValue } from "../reports/layout/sheetText.js";
import { formStyles, type FormStyle } from "../round/formStyles.js";
import type { FormArea, FormCell, FormInput, FormSheet } from "../round/formSheet.js";
import type { NewForm } from "../usecases/port.js";
import { addressLists } from "./addressLists.js";
import { goOnWriting } from "./beforeWriting.js";
import { columnWidthInPoints } from "./columnWidth.js";
import { setUpPage } from "./pageSetup.js";
import { inRequests } from "./requestParts.js";

/** What Excel on the web takes at once is 5 MB: well below it, since what a form takes is only reckoned. */
const BYTES_A_REQUEST = 3_000_000;
/** Of a form without a row, its formats and rules. */
const BYTES_A_FORM = 30_000;

/**
 * Puts units' forms on sheets of their own, last in the workbook, each locked but for the cells to fill in: as many as fit in a request. What says which unit a sheet is
 * for comes after its formats and rules, so that one that was left half-made is known as nobody's, and taken again. No undo group: Excel takes no protection back.
 */
export async function writeForms(context: Excel.RequestContext, forms: readonly NewForm[]): Promise<void> {
  for (const [index, some] of requestsOf(forms).entries()) {
    context.application.suspendScreenUpdatingUntilNextSync();
    for (const { form } of some) addForm(context, form);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a request has a size, and there may be hundreds of forms
    await (index === 0 ? context.sync() : goOnWriting(context, "forms"));
  }
}

function requestsOf(forms: readonly NewForm[]): readonly (readonly { readonly form: NewForm }[])[] {
  const utf8 = new TextEncoder();
  return inRequests(forms.map((form) => ({ form, bytes: BYTES_A_FORM + utf8.encode(JSON.stringify(form.form)).length })), BYTES_A_REQUEST);
}

function addForm(context: Excel.RequestContext, { sheetName, isThere, form }: NewForm): void {
  const { worksheets } = context.workbook;
  const sheet = isThere ? worksheets.getItem(sheetName) : worksheets.add(sheetName);
  const whole = sheet.getRangeByIndexes(0, 0, form.cells.length, form.columnWidths.length);
  // The format first: a text cell must be text before "1-2" is put in it.
  whole.numberFormat = form.cells.map((row) => row.map(({ numberFormat }) => numberFormat));
  applyLooks(sheet, form.looks);
  for (const addresses of addressLists(form.open)) sheet.getRanges(addresses).format.protection.locked = false;
  addInputs(sheet, form.inputs);
  form.columnWidths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = columnWidthInPoints(width);
  });
  setUpPage(sheet, { orientation: "landscape", footer: form.footer });
  sheet.showGridlines = false;
  sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, form.frozen.rows, form.frozen.columns));
  for (const column of form.hiddenColumns) sheet.getRangeByIndexes(0, column, 1, 1).columnHidden = true;
  // What the sheet says comes in one call, once all else is done: one that says whose it is is whole but for its heights and its lock.
  whole.formulas = form.cells.map((row) => row.map(asTaken));
  whole.format.autofitRows();
  for (const row of form.hiddenRows) sheet.getRangeByIndexes(row, 0, 1, 1).rowHidden = true;
  sheet.protection.protect({ allowFormatColumns: true, allowFormatRows: true });
}

/** In a text cell everything stays text, and a mark would be seen. */
function asTaken({ value, numberFormat, formula }: FormCell): FormCell["value"] {
  if (formula !== undefined) return formula;
  return typeof value === "string" && value !== "" && numberFormat !== TEXT_FORMAT ? asTextValue(value) : value;
}

/** Cells that offer the same are given it together. */
function addInputs(sheet: Excel.Worksheet, inputs: readonly FormInput[]): void {
  const alike = new Map<string, { readonly input: FormInput; readonly areas: FormArea[] }>();
  for (const input of inputs) {
    const key = JSON.stringify([input.prompt, input.dropDown]);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { input, areas: [input.area] });
    else known.areas.push(input.area);
  }
  for (const { input, areas } of alike.values()) for (const addresses of addressLists(areas)) offer(sheet.getRanges(addresses).dataValidation, input);
}

function offer(validation: Excel.DataValidation, { dropDown, prompt }: FormInput): void {
  if (dropDown !== undefined) {
    validation.rule = { list: { inCellDropDown: true, source: dropDown.words.join(",") } };
    validation.ignoreBlanks = true;
    validation.errorAlert = dropDown.strict ? { showAlert: true, style: "Stop", title: "Måltavla", message: "Välj ett av orden i listan." } : { showAlert: false, style: "Information", title: "", message: "" };
  }
  validation.prompt = { showPrompt: true, title: prompt.title, message: prompt.message };
}

/** Cells that have a colour or the like in common are given it together, whatever their looks: what is set is most of what a form takes. */
function applyLooks(sheet: Excel.Worksheet, looks: FormSheet["looks"]): void {
  const give = <Value>(part: (style: FormStyle) => Value, plain: NoInfer<Value> | undefined, set: (format: Excel.RangeFormat, value: Value) => void) => {
    const areasOf = new Map<Value, FormArea[]>();
    for (const { look, areas } of looks) areasOf.set(part(formStyles[look]), [...(areasOf.get(part(formStyles[look])) ?? []), ...areas]);
    if (plain !== undefined) areasOf.delete(plain);
    for (const [value, areas] of areasOf) for (const addresses of addressLists(areas)) set(sheet.getRanges(addresses).format, value);
  };
  give(({ color }) => color, undefined, (format, color) => { format.font.color = color; });
  give(({ size }) => size, NORMAL_SIZE, (format, size) => { format.font.size = size; });
  give(({ bold }) => bold, false, (format, bold) => { format.font.bold = bold; });
  give(({ fill }) => fill ?? "", "", (format, fill) => { format.fill.color = fill; });
  give(({ wrap }) => wrap, false, (format, wrap) => { format.wrapText = wrap; });
  give(({ vertical }) => vertical, undefined, (format, vertical) => { format.verticalAlignment = vertical === "center" ? "Center" : "Top"; });
  give(({ horizontal }) => horizontal, "general", (format) => { format.horizontalAlignment = "Center"; });
  give(({ border }) => border ?? "", "", addBorders);
}

/** Excel's own, of the workbooks that forms are made in. */
const NORMAL_SIZE = 11;
const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;

function addBorders(format: Excel.RangeFormat, color: string): void {
  for (const edge of EDGES) {
    const border = format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = color;
  }
}
