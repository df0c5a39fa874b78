/** Tables: header cells and column names agree, names are unique, and formulas follow. */
import { strFromU8, unzipSync } from "fflate";
import { createXlsx, openXlsx } from "../../src/xlsx/index.js";
import type { Sheet, Table, Workbook } from "../../src/xlsx/index.js";
import { renameColumnInFormula } from "../../src/xlsx/formulaReferences.js";
import { excelDialect } from "./excelDialect.js";
import { area, code, defined, reopened } from "./expecting.js";

const names = (table: Table): string[] => table.columns.map((column) => column.name);
const headers = (table: Table): unknown[] => table.columns.map((_, index) => table.sheet.cell(table.range.row, table.range.column + index)?.value);

/** A sheet with a small table T in A1:B4, "x" and "y" above three rows. */
function smallTable(): { workbook: Workbook; sheet: Sheet; table: Table } {
  const workbook = createXlsx();
  const sheet = defined(workbook.sheets[0]);
  [["x", "y"], [1, 10], [2, 20], [3, 30]].forEach((cells, row) => { cells.forEach((value, column) => { sheet.setCell(row, column, { value }); }); });
  return { workbook, sheet, table: sheet.addTable(area(0, 0, 4, 2), { name: "T", headerRow: true, style: "TableStyleLight1" }) };
}

describe("a table in the file", () => {
  const table = defined(openXlsx(excelDialect()).table("MATT"));
  test("is found by name whatever the case, with its columns, formulas, totals and filter", () => {
    expect(table.range).toEqual(area(2, 0, 5, 4));
    expect([table.id, table.name, table.headerRow, table.totalsRow, table.style, table.showBandedRows, table.showFilterButton]).toEqual([3, "Matt", true, true, "TableStyleMedium2", true, true]);
    expect(table.columns.map((column) => [column.id, column.name, column.calculatedFormula, column.totalsLabel, column.totalsFunction])).toEqual([
      [1, "Kod", undefined, "Summa", undefined],
      [2, "Utfall", undefined, undefined, "sum"],
      [5, "Mål", undefined, undefined, undefined],
      [4, "Måluppfyllelse", "Matt[[#This Row],[Utfall]]/Matt[[#This Row],[Mål]]", undefined, undefined],
    ]);
    expect(table.filterColumns.map((filter) => filter.columnIndex)).toEqual([1]);
    expect(table.filterColumns[0]?.xml).toContain("customFilter");
  });

  test("cleared filters show the rows they hid", () => {
    const workbook = openXlsx(excelDialect());
    const filtered = defined(workbook.table("Matt"));
    expect(filtered.sheet.rowHidden(5)).toBe(true);
    filtered.clearFilters();
    const again = defined(reopened(workbook).table("Matt"));
    expect(again.filterColumns).toEqual([]);
    expect(again.sheet.rowHidden(5)).toBe(false);
    expect(again.showFilterButton).toBe(true);
  });
});

describe("a new table", () => {
  test("is in a part of its own, related, typed and with a free id", () => {
    const workbook = openXlsx(excelDialect());
    const sheet = defined(workbook.sheet("Listor"));
    sheet.addTable(area(10, 0, 3, 2), { name: "Ny", headerRow: true, style: "TableStyleLight9" });
    const parts = unzipSync(workbook.save());
    expect(strFromU8(defined(parts["xl/tables/table2.xml"]))).toContain('id="4" name="Ny" displayName="Ny" ref="A11:B13"');
    expect(strFromU8(defined(parts["[Content_Types].xml"]))).toContain('<Override PartName="/xl/tables/table2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/>');
    expect(strFromU8(defined(parts["xl/worksheets/_rels/sheet2.xml.rels"]))).toContain('Target="../tables/table2.xml"');
    // The sheet's elements have a prefix; so must the new ones, and the relationships namespace must be declared.
    expect(strFromU8(defined(parts["xl/worksheets/sheet2.xml"]))).toMatch(/xmlns:r="http:\/\/schemas.openxmlformats.org\/officeDocument\/2006\/relationships".*<x:tableParts count="1"><x:tablePart r:id="rId1"\/><\/x:tableParts>/s);
    expect(names(defined(openXlsx(workbook.save()).table("ny")))).toEqual(["Kolumn1", "Kolumn2"]);
  });

  test("gets headers that are texts, not empty and not twice", () => {
    const workbook = createXlsx();
    const sheet = defined(workbook.sheets[0]);
    ["a", null, "A", 2024, true].forEach((value, column) => { sheet.setCell(0, column, { value }); });
    const table = sheet.addTable(area(0, 0, 2, 5), { name: "T", headerRow: true });
    expect(names(table)).toEqual(["a", "Kolumn1", "A2", "2024", "TRUE"]);
    expect(headers(table)).toEqual(names(table));
    expect(headers(defined(reopened(workbook).table("T")))).toEqual(names(table));
  });

  test.each([["1T", "tableName"], ["A1", "tableName"], ["XFD1048576", "tableName"], ["R1C1", "tableName"], ["r", "tableName"], ["två ord", "tableName"], ["", "tableName"], ["XFE1", "nothing thrown"], ["Mått_1.2", "nothing thrown"], ["matt", "tableExists"], ["koder", "tableExists"]])("called %p: %s", (name, expected) => {
    const sheet = defined(openXlsx(excelDialect()).sheet("Listor"));
    expect(code(() => sheet.addTable(area(10, 0, 2, 1), { name, headerRow: true }))).toBe(expected);
  });

  test("never lies over another, over merged cells or outside the sheet", () => {
    const sheet = defined(openXlsx(excelDialect()).sheet("Data"));
    const add = (range: ReturnType<typeof area>) => code(() => sheet.addTable(range, { name: "Ny", headerRow: true }));
    expect(add(area(6, 3, 3, 2))).toBe("tableOverlap");
    expect(add(area(0, 0, 2, 1))).toBe("mergeOverlap");
    expect(add(area(20, 0, 1, 1))).toBe("tableRange");
    expect(add(area(1_048_575, 0, 2, 1))).toBe("outsideSheet");
    expect(add(area(7, 0, 2, 4))).toBe("nothing thrown");
  });
});

describe("names", () => {
  test("a new text in a header cell renames the column, in formulas and calculated columns too", () => {
    const { workbook, sheet, table } = smallTable();
    table.insertColumns(2, ["z"]);
    defined(table.columns[2]).calculatedFormula = "T[[#This Row],[x]]+SUM([y])";
    sheet.setCell(1, 2, { value: 61, formula: "T[[#This Row],[x]]+SUM([y])" });
    sheet.setCell(9, 0, { value: 60, formula: 'SUM(T[[x]:[y]])&"T[x]"&SUM(T[x],X[x])' });
    sheet.setCell(0, 0, { value: "år [2024]" });
    const again = defined(reopened(workbook).table("T"));
    expect(names(again)).toEqual(["år [2024]", "y", "z"]);
    expect(headers(again)).toEqual(names(again));
    expect(again.columns[2]?.calculatedFormula).toBe("T[[#This Row],[år '[2024']]]+SUM([y])");
    expect(again.sheet.cell(1, 2)?.formula).toBe("T[[#This Row],[år '[2024']]]+SUM([y])");
    expect(again.sheet.cell(9, 0)?.formula).toBe(`SUM(T[[år '[2024']]:[y]])&"T[x]"&SUM(T[år '[2024']],X[x])`);
  });

  test("this row's column gets brackets of its own when its new name needs them", () => {
    expect(renameColumnInFormula("Matt[@Kod]+[@Kod]+Matt[@[Kod]:[Namn]]", "Matt", "Kod", "Mått kod", true)).toBe("Matt[@[Mått kod]]+[@[Mått kod]]+Matt[@[Mått kod]:[Namn]]");
    expect(renameColumnInFormula("Matt[@Kod]", "Matt", "Kod", "Mått", false)).toBe("Matt[@Mått]");
  });

  test("a header cell is never left empty or equal to another", () => {
    const { sheet, table } = smallTable();
    sheet.setCell(0, 0, { value: null });
    sheet.setCell(0, 1, { value: "kolumn1" });
    expect(names(table)).toEqual(["Kolumn1", "kolumn12"]);
    expect(headers(table)).toEqual(names(table));
    expect(code(() => { defined(table.columns[0]).name = "KOLUMN12"; })).toBe("tableColumn");
    expect(code(() => { defined(table.columns[0]).name = ""; })).toBe("tableColumn");
  });

  test("a header with a line break is written as Excel does and read back", () => {
    const { workbook, sheet } = smallTable();
    sheet.setCell(0, 0, { value: "två\nrader" });
    expect(strFromU8(defined(unzipSync(workbook.save())["xl/tables/table1.xml"]))).toContain('name="två_x000a_rader"');
    expect(names(defined(reopened(workbook).table("T")))).toEqual(["två\nrader", "y"]);
  });

  test("a renamed table takes its formulas along", () => {
    const { workbook, sheet, table } = smallTable();
    sheet.setCell(9, 0, { value: 6, formula: 'SUM(T[x])+ROWS(T)+LEN("T")+TT[x]' });
    table.name = "Ny";
    const again = reopened(workbook);
    expect(again.table("T")).toBeUndefined();
    expect(defined(again.table("Ny")).sheet.cell(9, 0)?.formula).toBe('SUM(Ny[x])+ROWS(Ny)+LEN("T")+TT[x]');
  });
});

describe("size", () => {
  test("resized, it takes in new columns with headers and lets go of others", () => {
    const { workbook, table, sheet } = smallTable();
    sheet.setCell(0, 2, { value: "från cell" });
    table.resize(area(0, 0, 6, 4));
    expect(names(table)).toEqual(["x", "y", "från cell", "Kolumn1"]);
    expect(headers(table)).toEqual(names(table));
    table.resize(area(0, 1, 3, 2));
    const again = defined(reopened(workbook).table("T"));
    expect(names(again)).toEqual(["y", "från cell"]);
    expect(again.range).toEqual(area(0, 1, 3, 2));
  });

  test("the header row stays, one row of data stays, and other tables are left alone", () => {
    const { table, sheet } = smallTable();
    sheet.addTable(area(10, 0, 2, 2), { name: "Under", headerRow: true });
    expect(code(() => { table.resize(area(1, 0, 4, 2)); })).toBe("tableRange");
    expect(code(() => { table.resize(area(0, 0, 1, 2)); })).toBe("tableRange");
    expect(code(() => { table.resize(area(0, 4, 4, 2)); })).toBe("tableRange");
    expect(code(() => { table.resize(area(0, 0, 11, 2)); })).toBe("tableOverlap");
  });

  test("inserted columns push what stands beside the table, within its rows", () => {
    const { workbook, table, sheet } = smallTable();
    sheet.setCell(1, 2, { value: "bredvid" });
    sheet.setCell(4, 2, { value: "under" });
    sheet.setCell(5, 5, { value: null, formula: "C2&C5&SUM(A2:B4)" });
    table.insertColumns(1, ["m", "n"]);
    const again = defined(reopened(workbook).table("T"));
    expect(names(again)).toEqual(["x", "m", "n", "y"]);
    expect(headers(again)).toEqual(names(again));
    expect(again.range).toEqual(area(0, 0, 4, 4));
    expect(again.sheet.cell(1, 4)).toEqual({ value: "bredvid" });
    expect(again.sheet.cell(4, 2)).toEqual({ value: "under" });
    expect(again.sheet.cell(5, 5)?.formula).toBe("E2&C5&SUM(A2:D4)");
    expect(code(() => { again.insertColumns(0, ["X"]); })).toBe("tableColumn");
  });

  test("a deleted column is gone from formulas", () => {
    const { workbook, table, sheet } = smallTable();
    sheet.setCell(9, 0, { value: null, formula: "SUM(T[x])+SUM(T[y])" });
    table.deleteColumn(0);
    const again = defined(reopened(workbook).table("T"));
    expect(names(again)).toEqual(["y"]);
    expect(again.sheet.cell(1, 0)).toEqual({ value: 10 });
    expect(again.sheet.cell(9, 0)?.formula).toBe("SUM(#REF!)+SUM(T[y])");
    expect(code(() => { again.deleteColumn(0); })).toBe("tableRange");
  });

  test("turned into a range, its cells stay and its part goes", () => {
    const { workbook, table, sheet } = smallTable();
    sheet.setCell(9, 0, { value: 6, formula: "SUM(T[x])" });
    sheet.setCell(1, 4, { value: 11, formula: "T[[#This Row],[x]]+T[[#This Row],[y]]" });
    sheet.removeTable(table);
    const saved = workbook.save();
    expect(Object.keys(unzipSync(saved))).not.toContain("xl/tables/table1.xml");
    expect(strFromU8(defined(unzipSync(saved)["[Content_Types].xml"]))).not.toContain("table1");
    const again = defined(openXlsx(saved).sheets[0]);
    expect(again.tables).toEqual([]);
    expect(again.cell(0, 0)).toEqual({ value: "x" });
    expect(again.cell(9, 0)?.formula).toBe("SUM(Blad1!$A$2:$A$4)");
    expect(again.cell(1, 4)?.formula).toBe("Blad1!$A2+Blad1!$B2");
  });
});
