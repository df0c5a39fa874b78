/** Inserting and deleting cells: what refers to cells follows them. */
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { createXlsx, openXlsx } from "../../src/xlsx/index.js";
import type { Rect, Sheet } from "../../src/xlsx/index.js";
import { excelDialect, excelDialectParts, zipParts } from "./excelDialect.js";
import { area, code, defined, reopened } from "./expecting.js";

const rowsAt = (row: number, rows: number): Rect => area(row, 0, rows, 16_384);
const columnsAt = (column: number, columns: number): Rect => area(0, column, 1_048_576, columns);
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
    expect(again.dataValidations.map((rule) => rule.ranges)).toEqual([[area(6, 0, 3, 1)], [area(6, 6, 3, 1)]]);
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

  test("a shared formula of another sheet follows, cell by cell", () => {
    const parts = excelDialectParts();
    const rows = '<x:row r="5"><x:c r="E5"><x:f t="shared" ref="E5:E7" si="0">Data!B3</x:f><x:v>0</x:v></x:c></x:row><x:row r="6"><x:c r="E6"><x:f t="shared" si="0"/></x:c></x:row><x:row r="7"><x:c r="E7"><x:f si="0" t="shared"/></x:c></x:row></x:sheetData>';
    const workbook = openXlsx(zipParts({ ...parts, "xl/worksheets/sheet2.xml": String(parts["xl/worksheets/sheet2.xml"]).replace("</x:sheetData>", rows) }));
    defined(workbook.sheet("Data")).insertCells(rowsAt(3, 1), "down");
    const listor = defined(reopened(workbook).sheet("Listor"));
    expect([4, 5, 6].map((row) => formulaAt(listor, row, 4))).toEqual(["Data!B3", "Data!B5", "Data!B6"]);
  });

  test("formulas of another sheet that stand before a shared one move once, and once only", () => {
    const parts = excelDialectParts();
    const rows = '<row r="1"><c r="A1"><f>Data!A5</f><v>0</v></c></row><row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">Data!A5+1</f><v>0</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>0</v></c></row>';
    const workbook = openXlsx(zipParts({ ...parts, "xl/worksheets/sheet2.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>` }));
    defined(workbook.sheet("Data")).insertCells(rowsAt(0, 2), "down");
    const other = defined(reopened(workbook).sheet("Listor"));
    expect([0, 1, 2].map((row) => formulaAt(other, row, 0))).toEqual(["Data!A7", "Data!A7+1", "Data!A8+1"]);
  });

  test("notes, threaded comments, page breaks, ignored errors and pivot sources follow", () => {
    const parts = excelDialectParts();
    const note = (row: number): string => `<v:shape id="n${row}"><x:ClientData ObjectType="Note"><x:Anchor>1, 15, ${row}, 10, 3, 15, ${row + 4}, 4</x:Anchor><x:Row>${row}</x:Row><x:Column>1</x:Column></x:ClientData></v:shape>`;
    const workbook = openXlsx(
      zipParts({
        ...parts,
        "xl/worksheets/sheet1.xml": String(parts["xl/worksheets/sheet1.xml"]).replace("<drawing ", '<rowBreaks count="1" manualBreakCount="1"><brk id="8" max="16383" man="1"/></rowBreaks><ignoredErrors><ignoredError sqref="A4:A6 F9" numberStoredAsText="1"/></ignoredErrors><drawing '),
        "xl/worksheets/_rels/sheet1.xml.rels": String(parts["xl/worksheets/_rels/sheet1.xml.rels"]).replace("</Relationships>", '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>'),
        "xl/comments1.xml": '<comments><authors><author/></authors><commentList><comment ref="B5" authorId="0"><text><t>a</t></text></comment><comment ref="B9" authorId="0"><text><t>b</t></text></comment></commentList></comments>',
        "xl/drawings/vmlDrawing1.vml": `<xml><v:shapetype id="t"><br></v:shapetype>${note(4)}${note(8)}</xml>`,
        "xl/pivotCache/pivotCacheDefinition1.xml": '<pivotCacheDefinition><cacheSource type="worksheet"><worksheetSource ref="A3:D6" sheet="Data"/></cacheSource></pivotCacheDefinition>',
      }),
    );
    const data = defined(workbook.sheet("Data"));
    data.insertCells(rowsAt(1, 2), "down");
    data.deleteCells(rowsAt(10, 1), "up");
    data.name = "Ny data";
    const saved = unzipSync(workbook.save());
    const part = (name: string): string => strFromU8(defined(saved[name]));
    expect(part("xl/comments1.xml")).toContain('<comment ref="B7" authorId="0"><text><t>a</t></text></comment></commentList>');
    expect(part("xl/threadedComments/threadedComment1.xml")).toContain('ref="B7"');
    expect(part("xl/drawings/vmlDrawing1.vml")).toBe('<xml><v:shapetype id="t"><br></v:shapetype><v:shape id="n4"><x:ClientData ObjectType="Note"><x:Anchor>1, 15, 6, 10, 3, 15, 10, 4</x:Anchor><x:Row>6</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>');
    expect(part("xl/worksheets/sheet1.xml")).toContain('<brk id="10"');
    expect(part("xl/worksheets/sheet1.xml")).toContain('<ignoredError sqref="A6:A8"');
    expect(part("xl/pivotCache/pivotCacheDefinition1.xml")).toContain('<worksheetSource ref="A5:D8" sheet="Ny data"/>');
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

  test("a table that loses all its rows keeps one, blank", () => {
    const workbook = createXlsx();
    const sheet = defined(workbook.sheets[0]);
    [["Kod", "Mål"], ["A", 1], ["B", 2], ["C", 3]].forEach((cells, row) => { cells.forEach((value, column) => { sheet.setCell(row, column, { value }); }); });
    sheet.setCell(1, 3, { value: "bredvid" });
    sheet.setCell(5, 0, { value: null, formula: "SUM(Matt[Mål])" });
    sheet.applyFormat(area(1, 1, 3, 1), { numberFormat: "0.0" });
    sheet.addTable(area(0, 0, 4, 2), { name: "Matt", headerRow: true });
    sheet.deleteCells(area(1, 0, 3, 2), "up");
    expect(defined(sheet.tables[0]).range).toEqual(area(0, 0, 2, 2));
    expect([...sheet.cells()].map(({ row, column, content }) => [row, column, content.formula ?? content.value])).toEqual([[0, 0, "Kod"], [0, 1, "Mål"], [1, 3, "bredvid"], [3, 0, "SUM(Matt[Mål])"]]);
    expect(sheet.numberFormat(1, 1)).toBe("0.0");
    sheet.deleteCells(rowsAt(1, 1), "up");
    expect(defined(sheet.tables[0]).range).toEqual(area(0, 0, 2, 2));
    expect(sheet.cell(1, 3)).toBeUndefined();
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
    ["a split merged area", "mergeInTheWay", (sheet) => { sheet.insertCells(area(0, 9, 1, 1), "down"); }],
    ["a split array formula", "arrayInTheWay", (sheet) => { sheet.insertCells(area(4, 9, 1, 1), "down"); }],
    ["cells pushed over the edge", "cellsWouldFallOff", (sheet) => { sheet.setCell(1_048_575, 12, { value: 1 }); sheet.insertCells(area(0, 12, 1, 1), "down"); }],
  ])("%s: %s, and nothing has changed", (_what, expected, change) => {
    const parts = excelDialectParts();
    // The second array formula is of the old kind, which holds on to its cells.
    const workbook = openXlsx(zipParts({ ...parts, "xl/worksheets/sheet1.xml": String(parts["xl/worksheets/sheet1.xml"]).replace("</c></row><row r=\"5\"", '</c><c r="J4"><f t="array" ref="J4:J5">A4:A5</f><v>0</v></c></row><row r="5"') }));
    const data = defined(workbook.sheet("Data"));
    data.merge(area(0, 9, 1, 2));
    expect(code(() => { data.insertCells(area(4, 7, 1, 1), "down"); data.deleteCells(area(4, 7, 1, 1), "up"); })).toBe("nothing thrown");
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
