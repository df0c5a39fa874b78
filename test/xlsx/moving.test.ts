/** Inserting and deleting cells: what refers to cells follows them. */
import fc from "fast-check";
import { createXlsx, openXlsx, XlsxError } from "../../src/xlsx/index.js";
import type { Rect, Sheet, Workbook } from "../../src/xlsx/index.js";
import { excelDialect } from "./excelDialect.js";
import { strFromU8, unzipSync } from "fflate";

function defined<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("missing");
  return value;
}
function code(change: () => unknown): string {
  try {
    change();
  } catch (error: unknown) {
    if (error instanceof XlsxError) return error.code;
    throw error;
  }
  return "nothing thrown";
}
const area = (row: number, column: number, rows: number, columns: number): Rect => ({ row, column, rows, columns });
const rowsAt = (row: number, rows: number): Rect => area(row, 0, rows, 16_384);
const columnsAt = (column: number, columns: number): Rect => area(0, column, 1_048_576, columns);
const reopened = (workbook: Workbook): Workbook => openXlsx(workbook.save());
const formulaAt = (sheet: Sheet, row: number, column: number): string | undefined => sheet.cell(row, column)?.formula;

/** Formula in A20 of a sheet after a change; A20 itself is out of the way of the changes made. */
function formulaAfter(formula: string, change: (sheet: Sheet) => void): string | undefined {
  const workbook = createXlsx();
  const sheet = defined(workbook.sheets[0]);
  const other = workbook.addSheet("Annat");
  other.setCell(0, 0, { value: null, formula });
  sheet.setCell(0, 0, { value: 1 });
  change(sheet);
  return formulaAt(defined(reopened(workbook).sheet("Annat")), 0, 0);
}

describe("references after rows are inserted above row 3 (two of them)", () => {
  test.each([
    ["Blad1!A1", "Blad1!A1"],
    ["Blad1!A3", "Blad1!A5"],
    ["Blad1!$A$3", "Blad1!$A$5"],
    ["SUM(Blad1!A1:A2)", "SUM(Blad1!A1:A2)"],
    ["SUM(Blad1!A1:A3)", "SUM(Blad1!A1:A5)"],
    ["SUM(Blad1!A3:B4)", "SUM(Blad1!A5:B6)"],
    ["SUM(Blad1!A:A)", "SUM(Blad1!A:A)"],
    ["SUM(Blad1!2:4)", "SUM(Blad1!2:6)"],
    ["'Blad1'!A3", "'Blad1'!A5"],
    ["A3+Annat!A3", "A3+Annat!A3"],
    ['"Blad1!A3"&Blad1!A3', '"Blad1!A3"&Blad1!A5'],
    ["Blad1:Annat!A3", "Blad1:Annat!A3"],
    ["[1]Blad1!A3", "[1]Blad1!A3"],
    ["Blad1!A1048575", "Blad1!#REF!"],
  ])("%s → %s", (before, after) => {
    expect(formulaAfter(before, (sheet) => { sheet.insertCells(rowsAt(2, 2), "down"); })).toBe(after);
  });
});

describe("references after rows 3 and 4 are deleted", () => {
  test.each([
    ["Blad1!A3", "Blad1!#REF!"],
    ["Blad1!A5", "Blad1!A3"],
    ["SUM(Blad1!A1:A9)", "SUM(Blad1!A1:A7)"],
    ["SUM(Blad1!A3:A4)", "SUM(Blad1!#REF!)"],
    ["SUM(Blad1!A4:A6)", "SUM(Blad1!A3:A4)"],
    ["SUM(Blad1!A2:A3)", "SUM(Blad1!A2:A2)"],
  ])("%s → %s", (before, after) => {
    expect(formulaAfter(before, (sheet) => { sheet.deleteCells(rowsAt(2, 2), "up"); })).toBe(after);
  });
});

describe("references after cells B2:B3 are moved", () => {
  test.each([
    ["Blad1!B2", "Blad1!B4"],
    ["Blad1!C2", "Blad1!C2"],
    ["SUM(Blad1!B1:B5)", "SUM(Blad1!B1:B7)"],
    // Broader than the cells that move: stands.
    ["SUM(Blad1!B1:C5)", "SUM(Blad1!B1:C5)"],
  ])("down: %s → %s", (before, after) => {
    expect(formulaAfter(before, (sheet) => { sheet.insertCells(area(1, 1, 2, 1), "down"); })).toBe(after);
  });
  test.each([
    ["Blad1!B2", "Blad1!C2"],
    ["Blad1!B4", "Blad1!B4"],
    ["SUM(Blad1!A2:D2)", "SUM(Blad1!A2:E2)"],
    ["SUM(Blad1!A2:D4)", "SUM(Blad1!A2:D4)"],
  ])("right: %s → %s", (before, after) => {
    expect(formulaAfter(before, (sheet) => { sheet.insertCells(area(1, 1, 2, 1), "right"); })).toBe(after);
  });
});

describe("a sheet with everything on it", () => {
  test("rows inserted above push it all", () => {
    const workbook = openXlsx(excelDialect());
    const data = defined(workbook.sheet("Data"));
    data.insertCells(rowsAt(1, 3), "down");
    const saved = workbook.save();
    const again = defined(openXlsx(saved).sheet("Data"));
    const table = defined(again.tables[0]);
    expect(table.range).toEqual(area(5, 0, 5, 4));
    expect(again.merges).toEqual([area(0, 0, 1, 2)]);
    expect(again.conditionalFormats.map((format) => format.ranges)).toEqual([[area(6, 1, 3, 1)], [area(6, 3, 3, 1)]]);
    expect(again.dataValidations.map((rule) => rule.ranges)).toEqual([[area(6, 0, 3, 1)]]);
    expect(formulaAt(again, 6, 5)).toBe("B7*2");
    expect(formulaAt(again, 8, 5)).toBe("B9*2");
    expect(formulaAt(again, 6, 7)).toBe("_xlfn.UNIQUE(Matt[Kod])");
    expect(again.rowHidden(8)).toBe(true);
    expect(again.rowHidden(5)).toBe(false);
    expect(openXlsx(saved).names.map((name) => name.formula)).toEqual(["Data!$6:$6", "Listor!$A$1:$A$3"]);
    expect(formulaAt(defined(openXlsx(saved).sheet("Listor")), 2, 1)).toBe("SUM(Data!B7:B9)");
    const parts = unzipSync(saved);
    const xml = strFromU8(defined(parts["xl/worksheets/sheet1.xml"]));
    expect(xml).toContain('<f t="array" ref="H7:H8">');
    expect(xml).toContain('<c r="H7" cm="1">');
    expect(xml).toContain('<hyperlink ref="A12"');
    expect(xml).toContain("<xm:sqref>G7:G9</xm:sqref>");
    expect(strFromU8(defined(parts["xl/charts/chart1.xml"]))).toContain("<c:f>Data!$B$7:$B$9</c:f>");
    expect(strFromU8(defined(parts["xl/drawings/drawing1.xml"]))).toContain("<xdr:row>12</xdr:row>");
    expect(strFromU8(defined(parts["xl/tables/table1.xml"]))).toContain('<autoFilter ref="A6:D9"');
  });

  test("rows inserted in the table make it grow; deleted ones make it shrink", () => {
    const workbook = openXlsx(excelDialect());
    const data = defined(workbook.sheet("Data"));
    data.insertCells(area(3, 0, 2, 4), "down");
    expect(defined(data.tables[0]).range).toEqual(area(2, 0, 7, 4));
    // The first row of data looks like the next, not like the header.
    expect(data.numberFormat(3, 2)).toBe("0.0%");
    // What stands beside the table stays.
    expect(formulaAt(data, 3, 5)).toBe("B6*2");
    data.deleteCells(area(3, 0, 2, 4), "up");
    expect(defined(data.tables[0]).range).toEqual(area(2, 0, 5, 4));
    expect(data.cell(3, 0)).toEqual({ value: "M-1" });
  });

  test("columns inserted in the table get names", () => {
    const workbook = openXlsx(excelDialect());
    const data = defined(workbook.sheet("Data"));
    data.insertCells(columnsAt(1, 1), "right");
    const table = defined(defined(reopened(workbook).sheet("Data")).tables[0]);
    expect(table.columns.map((column) => column.name)).toEqual(["Kod", "Kolumn1", "Utfall", "Mål", "Måluppfyllelse"]);
    expect(table.sheet.cell(2, 1)).toEqual({ value: "Kolumn1" });
    expect(table.filterColumns.map((filter) => filter.columnIndex)).toEqual([2]);
    expect(table.sheet.columnWidth(4)).toBe(15);
    expect(table.sheet.columnWidth(6)).toBeUndefined();
  });

  test("columns deleted across the table's edge take its columns along", () => {
    const workbook = openXlsx(excelDialect());
    const data = defined(workbook.sheet("Data"));
    data.unmerge(area(0, 0, 1, 2));
    data.insertCells(columnsAt(0, 1), "right");
    data.deleteCells(columnsAt(0, 2), "left");
    const table = defined(data.tables[0]);
    expect(table.range).toEqual(area(2, 0, 5, 3));
    expect(table.columns.map((column) => column.name)).toEqual(["Utfall", "Mål", "Måluppfyllelse"]);
  });

  test.each<[string, string, (sheet: Sheet) => void]>([
    ["cells pushed down through part of a table", "tableInTheWay", (sheet) => { sheet.insertCells(area(1, 1, 1, 1), "down"); }],
    ["cells pushed right through part of a table", "tableInTheWay", (sheet) => { sheet.insertCells(area(3, 0, 1, 1), "right"); }],
    ["a deleted header row", "tableInTheWay", (sheet) => { sheet.deleteCells(rowsAt(2, 1), "up"); }],
    ["a deleted totals row", "tableInTheWay", (sheet) => { sheet.deleteCells(rowsAt(6, 1), "up"); }],
    ["all rows of data deleted", "tableRange", (sheet) => { sheet.deleteCells(rowsAt(3, 3), "up"); }],
    ["a split merged area", "mergeInTheWay", (sheet) => { sheet.insertCells(area(0, 9, 1, 1), "down"); }],
    ["a split array formula", "arrayInTheWay", (sheet) => { sheet.insertCells(area(4, 7, 1, 1), "down"); }],
    ["cells pushed over the edge", "cellsWouldFallOff", (sheet) => { sheet.setCell(1_048_575, 12, { value: 1 }); sheet.insertCells(area(0, 12, 1, 1), "down"); }],
  ])("%s: %s, and nothing has changed", (_what, expected, change) => {
    const workbook = openXlsx(excelDialect());
    const data = defined(workbook.sheet("Data"));
    data.merge(area(0, 9, 1, 2));
    const before = [...data.cells()].length;
    expect(code(() => { change(data); })).toBe(expected);
    expect([...data.cells()].length - before).toBe(expected === "cellsWouldFallOff" ? 1 : 0);
    expect(defined(data.tables[0]).range).toEqual(area(2, 0, 5, 4));
  });
});

test("rows inserted and deleted again leave values, formulas and names as they were", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 4 }), fc.constantFrom("rows" as const, "columns" as const), (at, count, direction) => {
      const workbook = openXlsx(excelDialect());
      const data = defined(workbook.sheet("Data"));
      data.unmerge(area(0, 0, 1, 2));
      const image = (): unknown => [...workbook.sheets.flatMap((sheet) => [...sheet.cells()]), ...workbook.names.map((name) => name.formula), ...data.tables.map((table) => [table.range, table.columns.map((column) => column.name)])];
      const before = image();
      // Inside an array formula nothing can be inserted.
      if ((direction === "rows" && at === 4) || (direction === "columns" && at > 9)) return;
      if (direction === "rows") {
        data.insertCells(rowsAt(at, count), "down");
        data.deleteCells(rowsAt(at, count), "up");
      } else {
        data.insertCells(columnsAt(at, count), "right");
        data.deleteCells(columnsAt(at, count), "left");
      }
      expect(image()).toEqual(before);
    }),
    { numRuns: 60 },
  );
});
