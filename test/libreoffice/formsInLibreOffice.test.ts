// The line that counts what is left is the same in LibreOffice, in our own calculation and in truth, whatever somebody does to the sheet.
import type { FormSheet } from "../../src/round/formSheet.js";
import { createXlsx, openXlsx, type Scalar, type Sheet, type Workbook } from "../../src/xlsx/index.js";
import { allForms, type LaidForm } from "../round/allForms.js";
import { describeWith } from "../tools.js";
import { inExcel } from "../usecases/inExcel.js";
import { savedByLibreOffice, withoutResults } from "./libreOffice.js";

jest.setTimeout(180_000);

const names = ["Ale, ny OAN", "Ovanåker, pågående SN", "Ale, beslut OAN"];
const forms: readonly LaidForm[] = allForms().filter(({ name }) => names.includes(name));

/** An error is something that stands there too. */
const textOf = (value: Scalar) => (typeof value === "object" ? (value?.error ?? "") : String(value));

/** What stands in the line that counts, and how many rows show that nothing is left of them. */
function counted(workbook: Workbook) {
  return workbook.sheets.map((sheet) => {
    const cells = [...sheet.cells()];
    const line = cells.map(({ content }) => textOf(content.value)).find((text) => /^(?:Kvar att fylla i|Allt är ifyllt|Fyll i det som)/u.test(text));
    return [sheet.name, line, cells.filter(({ content, column }) => column === 1 && content.formula !== undefined && content.value === 0).length];
  });
}

const isOpen = (sheet: Sheet, row: number, column: number) => !sheet.format(row, column).locked;
/** The needed cells of a row are those that its own formula names. */
const needed = (sheet: Sheet, row: number) => [...(sheet.cell(row, 1)?.formula ?? "").matchAll(/TRIM\(([A-Z]+)\d+\)/gu)].map(([, letters = ""]) => letters.charCodeAt(0) - 65);

/** Every third row is answered, every fifth is blanked with spaces, an error stands in one cell, a row is taken away and two are put in. */
function carelesslyFilled(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly left: readonly number[] } {
  const workbook = openXlsx(bytes);
  const left = workbook.sheets.map((sheet) => {
    sheet.unprotect();
    const rows = [...sheet.cells()].filter(({ column, content }) => column === 1 && content.formula !== undefined).map(({ row }) => row);
    for (const [index, row] of rows.entries()) {
      for (const column of needed(sheet, row)) {
        if (!isOpen(sheet, row, column)) throw new Error("a locked cell is to be filled in");
        if (index % 3 === 0) sheet.setCell(row, column, { value: index === 0 ? { error: "#N/A" } : "svar" });
        else if (index % 5 === 0) sheet.setCell(row, column, { value: "  " });
      }
    }
    const gone = rows[1];
    if (gone !== undefined) {
      sheet.deleteCells({ row: gone, column: 0, rows: 1, columns: 16_384 }, "up");
      sheet.insertCells({ row: gone, column: 0, rows: 2, columns: 16_384 }, "down");
    }
    return rows.length < 2 ? -1 : [...sheet.cells()].filter(({ column, content }) => column === 1 && content.formula !== undefined).reduce((sum, { row }) => sum + needed(sheet, row).filter((column) => textOf(sheet.cell(row, column)?.value ?? null).trim() === "").length, 0);
  });
  return { bytes: withoutResults(workbook.save()), left };
}

describeWith("soffice", "units' forms in LibreOffice", (soffice) => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    const made = inExcel(createXlsx());
    await made.port.writeForms(forms.map(({ sheet }, index) => ({ sheetName: `F${index}`, isThere: false, form: sheet })));
    const workbook = openXlsx(made.excel.save());
    workbook.removeSheet(workbook.sheets[0]!);
    bytes = workbook.save();
  });

  test("what is left is what the forms themselves say when they are made, and what is in truth when they come back carelessly filled in", () => {
    const issued = forms.map(({ sheet }) => lineOf(sheet));
    const filled = carelesslyFilled(bytes);
    const expected = filled.left.map((left) => (left === -1 ? "Fyll i det som har ändrats. Välj Ja vid Klarmarkerad när du är klar." : `Kvar att fylla i: ${left} celler`));
    expect(counted(openXlsx(bytes)).map(([, line]) => line)).toEqual(issued);
    const theirs = counted(savedByLibreOffice(soffice, filled.bytes));
    expect(theirs.map(([, line]) => line)).toEqual(expected);
    const excel = inExcel(openXlsx(filled.bytes)).excel;
    excel.workbookChanged();
    expect(counted(openXlsx(excel.save()))).toEqual(theirs);
  });
});

function lineOf({ cells }: FormSheet): string {
  return cells.flat().map(({ value }) => String(value)).find((text) => /^(?:Kvar att fylla i|Allt är ifyllt|Fyll i det som)/u.test(text)) ?? "";
}
