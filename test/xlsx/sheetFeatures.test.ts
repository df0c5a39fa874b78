/** Formats, rules, protection, view and print of a sheet. */
import { strFromU8, unzipSync } from "fflate";
import { createXlsx, openXlsx } from "../../src/xlsx/index.js";
import type { DataValidation, Sheet, Workbook } from "../../src/xlsx/index.js";
import { Palette } from "../../src/xlsx/colors.js";
import { XmlElement } from "../../src/xlsx/xml.js";
import { excelDialect } from "./excelDialect.js";
import { area, code, defined, firstSheet, reopened } from "./expecting.js";

const saved = (workbook: Workbook): Sheet => firstSheet(openXlsx(workbook.save()));

describe("formats in the file", () => {
  const sheet = firstSheet(openXlsx(excelDialect()));
  test("colours of the theme are resolved with their tint, and indexed ones too", () => {
    // Accent 1 (4472C4) made a quarter darker; index 13 is yellow.
    expect(sheet.format(0, 0).font.color).toBe("#305496");
    expect(sheet.format(0, 0).fill).toBe("#FFFF00");
    expect(sheet.tabColor).toBe("#8EA9DB");
    expect(sheet.format(3, 0).font.color).toBe("#000000");
  });
  test("tints are those Excel shows in its palette", () => {
    const palette = new Palette(undefined, undefined);
    const shown = (theme: number, tint: number): string | null => palette.resolve(XmlElement.create("color", { theme, tint }));
    // Of the first accent of the 2007 theme (4F81BD), and of white and black.
    expect([0.8, 0.6, 0.4, -0.25, -0.5].map((tint) => shown(4, tint))).toEqual(["#DCE6F1", "#B8CCE4", "#95B3D7", "#366092", "#244062"]);
    expect([-0.05, -0.15, -0.25, -0.35, -0.5].map((tint) => shown(0, tint))).toEqual(["#F2F2F2", "#D9D9D9", "#BFBFBF", "#A6A6A6", "#808080"]);
    expect([0.5, 0.35, 0.25, 0.15, 0.05].map((tint) => shown(1, tint))).toEqual(["#808080", "#595959", "#404040", "#262626", "#0D0D0D"]);
  });
  test("a cell that is not in the file has its row's format, or else its column's", () => {
    expect(sheet.numberFormat(20, 2)).toBe("0.0%");
    expect(sheet.format(8, 20).font.bold).toBe(true);
    expect(sheet.format(8, 3).numberFormat).toBe("General");
    expect(sheet.format(3, 3).locked).toBe(false);
    expect(sheet.numberFormat(3, 3)).toBe("0%");
  });
});

describe("formats", () => {
  test("of whole columns and rows stay cheap and are found again", () => {
    const workbook = createXlsx();
    const sheet = firstSheet(workbook);
    sheet.setCell(5, 1, { value: 1 });
    sheet.applyFormat(area(0, 1, 1_048_576, 2), { numberFormat: "0.0%" });
    sheet.applyFormat(area(5, 0, 1, 16_384), { fill: "#FFFF00" });
    sheet.applyFormat(area(0, 0, 1_048_576, 16_384), { font: { size: 14 } });
    const again = saved(workbook);
    expect(again.numberFormat(900_000, 2)).toBe("0.0%");
    expect([again.format(5, 1).numberFormat, again.format(5, 1).fill]).toEqual(["0.0%", "#FFFF00"]);
    // Where the row meets the column both hold.
    expect([again.format(5, 2).numberFormat, again.format(5, 2).fill]).toEqual(["0.0%", "#FFFF00"]);
    expect([again.format(5, 9).numberFormat, again.format(5, 9).fill, again.format(5, 9).font.size]).toEqual(["General", "#FFFF00", 14]);
    expect(again.format(77, 77).font.size).toBe(14);
    expect(workbook.save().length).toBeLessThan(20_000);
  });

  test("of an area that reaches the last row stay cheap, and spare the cells above", () => {
    const workbook = createXlsx();
    const sheet = firstSheet(workbook);
    sheet.applyFormat(area(0, 0, 1, 2), { fill: "#FFFF00" });
    sheet.applyFormat(area(2, 0, 1_048_574, 2), { numberFormat: "0.0%" });
    const again = firstSheet(reopened(workbook));
    expect([0, 1, 2, 1_048_575].map((row) => [again.numberFormat(row, 1), again.format(row, 1).fill])).toEqual([["General", "#FFFF00"], ["General", null], ["0.0%", null], ["0.0%", null]]);
    expect(again.numberFormat(5, 2)).toBe("General");
    expect(workbook.save().length).toBeLessThan(20_000);
  });

  test("cleared, cells are Normal again", () => {
    const workbook = openXlsx(excelDialect());
    firstSheet(workbook).clearFormat(area(0, 0, 1_048_576, 16_384));
    const again = saved(workbook);
    for (const [row, column] of [[0, 0], [3, 2], [8, 20], [20, 2]] as const) expect(again.format(row, column)).toEqual(again.format(500, 500));
    expect(again.cell(0, 0)).toEqual({ value: "Uppföljning & mål" });
  });

  test("the same change twice adds nothing", () => {
    const workbook = createXlsx();
    const styles = (): string => strFromU8(defined(unzipSync(workbook.save())["xl/styles.xml"]));
    firstSheet(workbook).applyFormat(area(0, 0, 2, 2), { font: { bold: true }, fill: "#FF0000" });
    const once = styles();
    firstSheet(workbook).applyFormat(area(5, 5, 2, 2), { font: { bold: true }, fill: "#FF0000" });
    expect(styles()).toBe(once);
    expect(once).toContain('<cellXfs count="2">');
  });

  test("bad ones are refused", () => {
    const sheet = firstSheet(createXlsx());
    expect(code(() => { sheet.applyFormat(area(0, 0, 1, 1), { fill: "red" }); })).toBe("color");
    expect(code(() => { sheet.applyFormat(area(0, 0, 1, 1), { font: { size: 500 } }); })).toBe("format");
    expect(code(() => { sheet.applyFormat(area(0, 0, 1, 1), { numberFormat: "" }); })).toBe("format");
    expect(code(() => { sheet.applyFormat(area(0, 0, 0, 1), { wrap: true }); })).toBe("outsideSheet");
  });
});

describe("rows and columns", () => {
  test("widths, heights and hiding split the spans they change", () => {
    const workbook = openXlsx(excelDialect());
    const sheet = firstSheet(workbook);
    expect([0, 1, 2, 4, 5].map((column) => sheet.columnWidth(column))).toEqual([12.7109375, undefined, 15, 15, undefined]);
    sheet.setColumnWidth(3, 1, 30);
    sheet.setColumnHidden(4, 3, true);
    sheet.setRowHeight(20, 2, 40);
    sheet.setRowHidden(30, 1, true);
    const again = saved(workbook);
    expect([0, 1, 2, 3, 4, 5].map((column) => again.columnWidth(column)?.toFixed(1))).toEqual(["12.7", undefined, "15.0", "30.0", "15.0", undefined]);
    expect([3, 4, 5, 6, 7].map((column) => again.columnHidden(column))).toEqual([false, true, true, true, false]);
    // The style of the columns stays.
    expect([2, 3, 4].map((column) => again.numberFormat(50, column))).toEqual(["0.0%", "0.0%", "0.0%"]);
    expect([19, 20, 21, 22].map((row) => again.rowHeight(row))).toEqual([undefined, 40, 40, undefined]);
    expect([29, 30, 31].map((row) => again.rowHidden(row))).toEqual([false, true, false]);
    again.setRowHidden(30, 1, false);
    expect(again.rowHidden(30)).toBe(false);
  });
});

const list: Omit<DataValidation, "ranges"> = {
  type: "list", operator: "between", formula1: '"Ja,Nej"', formula2: undefined, allowBlank: true, inCellDropDown: true, showErrorAlert: true, errorStyle: "stop", errorTitle: "Fel", errorMessage: "Välj Ja\neller Nej", showInputPrompt: true, promptTitle: undefined, promptMessage: "Ja & nej",
};

describe("data validation", () => {
  test("in the file is read, where Excel keeps rules that refer to other sheets too", () => {
    const sheet = firstSheet(openXlsx(excelDialect()));
    expect(sheet.dataValidations).toMatchObject([
      { ranges: [area(3, 0, 3, 1)], type: "list", formula1: "Listor!$A$1:$A$3", errorMessage: "Välj i listan", inCellDropDown: true, allowBlank: true },
      { ranges: [area(3, 6, 3, 1)], type: "list", formula1: "Listor!$A$1:$A$3", allowBlank: true },
    ]);
  });

  test("a rule in the extension list follows its cells, gives way to a new rule, and leaves nothing behind when it goes", () => {
    const workbook = openXlsx(excelDialect());
    const sheet = firstSheet(workbook);
    const listed = (): (readonly [string, string | undefined])[] => firstSheet(openXlsx(workbook.save())).dataValidations.filter((rule) => rule.ranges.some((range) => range.column === 6)).map((rule) => [rule.ranges.map((range) => `${range.row}+${range.rows}`).join(" "), rule.formula1]);
    sheet.insertCells(area(0, 0, 1, 16_384), "down");
    sheet.deleteCells(area(0, 0, 1, 16_384), "up");
    expect(listed()).toEqual([["3+3", "Listor!$A$1:$A$3"]]);
    sheet.setDataValidation(area(4, 6, 1, 1), list);
    expect(listed()).toEqual([["4+1", '"Ja,Nej"'], ["3+1 5+1", "Listor!$A$1:$A$3"]]);
    sheet.setDataValidation(area(3, 6, 3, 1), undefined);
    expect(listed()).toEqual([]);
    expect(strFromU8(defined(unzipSync(workbook.save())["xl/worksheets/sheet1.xml"]))).not.toContain("extLst");
  });

  test("a rule takes its area from the rules that covered it", () => {
    const workbook = createXlsx();
    const sheet = firstSheet(workbook);
    sheet.setDataValidation(area(0, 0, 10, 4), list);
    sheet.setDataValidation(area(3, 1, 2, 2), { ...list, type: "decimal", operator: "greaterThan", formula1: "0", inCellDropDown: false });
    const rules = saved(workbook).dataValidations;
    const at = (row: number, column: number): string[] => rules.filter((rule) => rule.ranges.some((range) => row >= range.row && row < range.row + range.rows && column >= range.column && column < range.column + range.columns)).map((rule) => rule.type);
    for (let row = 0; row < 11; row++) for (let column = 0; column < 5; column++) expect(at(row, column)).toEqual(row > 9 || column > 3 ? [] : row >= 3 && row < 5 && column >= 1 && column < 3 ? ["decimal"] : ["list"]);
    expect(rules[0]).toMatchObject({ errorMessage: "Välj Ja\neller Nej", promptMessage: "Ja & nej", formula1: '"Ja,Nej"', inCellDropDown: true });
    expect(rules[1]).toMatchObject({ type: "decimal", operator: "greaterThan", formula1: "0", inCellDropDown: false });
  });

  test("what Excel would call damage is refused, and the old rule stays", () => {
    const sheet = firstSheet(createXlsx());
    sheet.setDataValidation(area(0, 0, 1, 1), list);
    for (const wrong of [{ formula1: `"${"x,".repeat(128)}y"` }, { formula1: undefined }, { errorTitle: "x".repeat(33) }, { promptMessage: "x".repeat(256) }]) expect(code(() => { sheet.setDataValidation(area(0, 0, 1, 1), { ...list, ...wrong }); })).toBe("validation");
    expect(sheet.dataValidations).toHaveLength(1);
  });

  test("the same rule beside itself is one rule; cleared everywhere, the list is gone", () => {
    const workbook = createXlsx();
    const sheet = firstSheet(workbook);
    for (let row = 0; row < 50; row++) sheet.setDataValidation(area(row, 0, 1, 1), list);
    expect(sheet.dataValidations.map((rule) => rule.ranges)).toEqual([[area(0, 0, 50, 1)]]);
    sheet.setDataValidation(area(0, 0, 1_048_576, 16_384), undefined);
    expect(strFromU8(defined(unzipSync(workbook.save())["xl/worksheets/sheet1.xml"]))).not.toContain("dataValidation");
  });
});

describe("conditional formats", () => {
  test("are added first, read back and removed; others keep their kind and order", () => {
    const workbook = openXlsx(excelDialect());
    const sheet = firstSheet(workbook);
    expect(sheet.conditionalFormats.map((format) => [format.type, format.priority])).toEqual([["other", 1], ["cellIs", 2]]);
    sheet.addConditionalFormat({ ranges: [area(3, 1, 3, 1), area(3, 3, 3, 1)], type: "expression", operator: undefined, formulas: ["$B4<1"], text: undefined, stopIfTrue: true, format: { fill: "#FFEB9C", bold: true } });
    sheet.addConditionalFormat({ ranges: [area(3, 0, 3, 1)], type: "containsText", operator: undefined, formulas: [], text: 'M"1', stopIfTrue: false, format: { fontColor: "#9C0006" } });
    const again = saved(workbook);
    expect(again.conditionalFormats.map((format) => [format.type, format.priority, format.formulas])).toEqual([["containsText", 1, ['NOT(ISERROR(SEARCH("M""1",A4)))']], ["expression", 2, ["$B4<1"]], ["other", 3, []], ["cellIs", 4, ["0.9"]]]);
    expect(again.conditionalFormats[1]).toMatchObject({ stopIfTrue: true, format: { fill: "#FFEB9C", bold: true }, ranges: [area(3, 1, 3, 1), area(3, 3, 3, 1)] });
    expect(again.conditionalFormats[3]?.format).toEqual({ fontColor: "#9C0006", fill: "#FFC7CE" });
    again.removeConditionalFormat(defined(again.conditionalFormats[1]));
    expect(again.conditionalFormats.map((format) => format.type)).toEqual(["containsText", "other", "cellIs"]);
    again.clearConditionalFormats(area(0, 0, 5, 16_384));
    expect(again.conditionalFormats.map((format) => format.ranges)).toEqual([[area(5, 0, 1, 1)], [area(5, 1, 1, 1)], [area(5, 3, 1, 1)]]);
  });
});

describe("protection", () => {
  test("is read, changed with the password's hash kept, and taken off", () => {
    const workbook = openXlsx(excelDialect());
    const sheet = firstSheet(workbook);
    expect(sheet.protection).toMatchObject({ hasPassword: true, options: { allowSort: true, allowFormatCells: false, selectLockedCells: true, allowEditObjects: false } });
    sheet.protect({ allowAutoFilter: true, selectLockedCells: false });
    const again = saved(workbook);
    expect(again.protection).toMatchObject({ hasPassword: true, options: { allowSort: false, allowAutoFilter: true, selectLockedCells: false, selectUnlockedCells: true } });
    again.unprotect();
    expect(again.protection).toBeUndefined();
  });
});

describe("view and print", () => {
  test("frozen panes, gridlines and tab colour", () => {
    const workbook = openXlsx(excelDialect());
    const sheet = firstSheet(workbook);
    expect(sheet.freezePanes).toEqual({ rows: 3, columns: 1 });
    sheet.freezePanes = { rows: 5, columns: 0 };
    sheet.showGridlines = false;
    sheet.tabColor = "#00b050";
    const again = saved(workbook);
    expect([again.freezePanes, again.showGridlines, again.tabColor]).toEqual([{ rows: 5, columns: 0 }, false, "#00B050"]);
    again.freezePanes = undefined;
    again.tabColor = null;
    expect([again.freezePanes, again.tabColor]).toEqual([undefined, null]);
  });

  test("page set-up", () => {
    const workbook = openXlsx(excelDialect());
    const sheet = firstSheet(workbook);
    expect(sheet.pageLayout).toMatchObject({ orientation: "landscape", paperSize: 9, fitToWidth: 1, fitToHeight: 0, footer: "&CSida &P av &N", header: "" });
    const layout = { ...sheet.pageLayout, orientation: "portrait" as const, fitToWidth: undefined, fitToHeight: undefined, scale: 80, header: '&L&"Calibri,Bold"Mål & mått', centerHorizontally: true, printGridlines: true, margins: { left: 0.5, right: 0.5, top: 1, bottom: 1, header: 0.2, footer: 0.2 } };
    sheet.pageLayout = layout;
    expect(saved(workbook).pageLayout).toEqual(layout);
    // The printer's own settings stay attached.
    expect(strFromU8(defined(unzipSync(workbook.save())["xl/worksheets/sheet1.xml"]))).toMatch(/<pageSetup [^>]*r:id="rId1"/);
  });

  test("page set-up that Excel would call damage is refused", () => {
    const sheet = firstSheet(createXlsx());
    const layout = sheet.pageLayout;
    for (const wrong of [{ footer: "x".repeat(256) }, { header: `&L${"å".repeat(254)}` }, { scale: 5 }, { scale: 401 }, { fitToWidth: -1 }, { margins: { ...layout.margins, left: Number.NaN } }]) expect(code(() => { sheet.pageLayout = { ...layout, ...wrong }; })).toBe("format");
    expect(sheet.pageLayout).toEqual(layout);
    sheet.pageLayout = { ...layout, footer: "x".repeat(255), scale: 400 };
  });

  test("merged cells", () => {
    const workbook = openXlsx(excelDialect());
    const sheet = firstSheet(workbook);
    sheet.merge(area(10, 0, 2, 2));
    expect(code(() => { sheet.merge(area(11, 1, 2, 2)); })).toBe("mergeOverlap");
    expect(code(() => { sheet.merge(area(3, 0, 1, 2)); })).toBe("tableInTheWay");
    sheet.unmerge(area(0, 0, 1, 1));
    expect(saved(workbook).merges).toEqual([area(10, 0, 2, 2)]);
  });
});
