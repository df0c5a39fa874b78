import type { Sheet } from "../../../src/xlsx/model.js";
import { fill, said, SHEET, userAt } from "./userAt.js";

const NUMBERS: Parameters<Sheet["setDataValidation"]>[1] = {
  type: "decimal", operator: "greaterThanOrEqual", formula1: "0", formula2: undefined, allowBlank: true, inCellDropDown: true, showErrorAlert: true, errorStyle: "stop",
  errorTitle: undefined, errorMessage: undefined, showInputPrompt: false, promptTitle: undefined, promptMessage: undefined,
};

/** Mått, Utfall (percent, not negative) and Dubbelt (computed), with three rows. */
function measures(sheet: Sheet): void {
  fill(sheet, [["Mått", "Utfall", "Dubbelt"], ["Älvhem", 0.5], ["Alby", 0.25], ["Åby", 0.75]]);
  const table = sheet.addTable({ row: 0, column: 0, rows: 4, columns: 3 }, { name: "Matt", headerRow: true, style: "TableStyleMedium2" });
  sheet.applyFormat({ row: 1, column: 1, rows: 3, columns: 1 }, { numberFormat: "0%" });
  sheet.setDataValidation({ row: 1, column: 1, rows: 3, columns: 1 }, NUMBERS);
  const formula = "Matt[[#This Row],[Utfall]]*2";
  for (const column of table.columns.slice(2)) {
    column.calculatedFormula = formula;
  }
  for (const row of [1, 2, 3]) {
    sheet.setCell(row, 2, { value: null, formula });
  }
}

const names = (sheet: Sheet) => [1, 2, 3].map((row) => sheet.cell(row, 0)?.value);

describe("A table at the keyboard", () => {
  test("takes in what is typed right below it, with formats, formulas and validation of the row above", () => {
    const { session, type } = userAt(measures);
    type(4, 1, "40");
    expect(session.activeSheet.tables[0]?.range.rows).toBe(5);
    expect(session.view(SHEET, 4, 1).text).toBe("40%");
    expect(session.view(SHEET, 4, 2).text).toBe("0,8");
    expect(session.type(SHEET, 4, 1, "-1").kind).toBe("refused");
    session.undo();
    expect(session.activeSheet.tables[0]?.range.rows).toBe(4);
    expect(session.view(SHEET, 4, 2).kind).toBe("empty");
  });

  test("stays as it is when something else stands below, or an empty text is typed there", () => {
    const { session, type } = userAt((sheet) => {
      measures(sheet);
      sheet.setCell(4, 2, { value: "Källa" });
    });
    type(4, 0, "Ny");
    type(5, 0, "");
    expect(session.activeSheet.tables[0]?.range.rows).toBe(4);
  });

  test("takes in what is typed right beside it as a column, named by its header or by itself", () => {
    const { session, type } = userAt(measures);
    type(0, 3, "Källa");
    type(2, 4, "5");
    expect(session.activeSheet.tables[0]?.columns.map(({ name }) => name)).toEqual(["Mått", "Utfall", "Dubbelt", "Källa", "Kolumn1"]);
    expect(session.view(SHEET, 2, 4)).toMatchObject({ text: "5", table: { part: "body", columnIndex: 4 } });
    session.undo();
    session.undo();
    expect(session.activeSheet.tables[0]?.range.columns).toBe(3);
    expect(session.view(SHEET, 0, 3).kind).toBe("empty");
  });

  test("renames its column when its header is typed, and formulas follow", () => {
    const { session, type } = userAt(measures);
    type(0, 1, "2019");
    expect(session.activeSheet.tables[0]?.columns.map(({ name }) => name)).toEqual(["Mått", "2019", "Dubbelt"]);
    expect(session.view(SHEET, 0, 1)).toMatchObject({ text: "2019", kind: "text" });
    expect(session.view(SHEET, 1, 2).text).toBe("1");
  });

  test("gets and loses rows by its menu", () => {
    const { session } = userAt(measures);
    expect(said(session.insertTableRow("Matt", 1))).toBe("done");
    expect(session.view(SHEET, 2, 0).kind).toBe("empty");
    expect(session.view(SHEET, 3, 0).text).toBe("Alby");
    expect(said(session.deleteTableRow("Matt", 0))).toBe("done");
    expect(session.view(SHEET, 2, 0).text).toBe("Alby");
    session.undo();
    session.undo();
    expect(names(session.excel.workbook.activeSheet)).toEqual(["Älvhem", "Alby", "Åby"]);
    expect(session.insertTableRow("Saknas", 0).kind).toBe("refused");
  });

  test("is sorted as Swedish has it, and tells by what", () => {
    const { session, sheet } = userAt(measures);
    session.sort("Matt", 0, "ascending");
    expect(names(sheet())).toEqual(["Alby", "Åby", "Älvhem"]);
    expect(session.activeSheet.tables[0]?.columns[0]?.sorted).toBe("ascending");
    session.sort("Matt", 1, "descending");
    expect(names(sheet())).toEqual(["Åby", "Älvhem", "Alby"]);
    expect(session.view(SHEET, 1, 2).text).toBe("1,5");
  });

  test("is filtered by the texts that are left ticked", () => {
    const { session } = userAt(measures);
    expect(session.filterChoices("Matt", 1)).toEqual([{ text: "25%", isShown: true }, { text: "50%", isShown: true }, { text: "75%", isShown: true }]);
    session.filter("Matt", 1, ["25%", "75%"]);
    expect([1, 2, 3].map((row) => session.rowHeightPx(SHEET, row) > 0)).toEqual([false, true, true]);
    expect(session.filterChoices("Matt", 1).map(({ isShown }) => isShown)).toEqual([true, false, true]);
    expect(session.filterChoices("Matt", 0).map(({ text }) => text)).toEqual(["Alby", "Åby"]);
    session.filter("Matt", 0, ["Alby"]);
    expect(session.activeSheet.tables[0]?.columns.map(({ isFiltered }) => isFiltered)).toEqual([true, true, false]);
    session.filter("Matt", 1, undefined);
    expect(session.rowHeightPx(SHEET, 3)).toBe(0);
    session.filter("Matt", 0, undefined);
    expect([1, 2, 3].every((row) => session.rowHeightPx(SHEET, row) > 0)).toBe(true);
    session.undo();
    expect(session.rowHeightPx(SHEET, 3)).toBe(0);
  });

  test("has its style beneath the cell's own", () => {
    const { session } = userAt((sheet) => {
      measures(sheet);
      sheet.applyFormat({ row: 1, column: 0, rows: 1, columns: 1 }, { fill: "#FF0000" });
    });
    expect(session.view(SHEET, 0, 0)).toMatchObject({ table: { name: "Matt", part: "header" }, format: { fill: "#4472C4", font: { bold: true, color: "#FFFFFF" } } });
    expect(session.view(SHEET, 1, 0).format.fill).toBe("#FF0000");
    expect(session.view(SHEET, 1, 1).format.fill).toBe("#D9E1F2");
    expect(session.view(SHEET, 2, 1).format.fill).toBeNull();
  });
});
