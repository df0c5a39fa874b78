// Cells given other values: exactly those, exactly so, in one request.
import * as fc from "fast-check";
import { officeWorkbook } from "../../src/excel/officeWorkbook.js";
import type { CellChange } from "../../src/usecases/port.js";
import { openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { createXlsx, type Workbook } from "../../src/xlsx/index.js";

jest.setTimeout(60_000);

function opened(change: (workbook: Workbook) => void = () => undefined) {
  const workbook = createXlsx({ sheetName: "Ett" });
  workbook.addSheet("Två");
  change(workbook);
  const excel = new EmbeddedExcel(workbook);
  return { workbook, excel, port: officeWorkbook(openClient(excel).Excel) };
}

const at = (row: number, column: number, sheet = "Ett") => ({ sheet, row, column });
const valueAt = (workbook: Workbook, { sheet, row, column }: CellChange["at"]) => workbook.sheet(sheet)?.cell(row, column)?.value ?? "";

const TEXTS = ["2.1", "1-2", "3/4", "=1+1", "+46", "-", "@home", "'citat'", "#N/A", "TRUE", "maj 2019", "00123", "a\nb", "5,5 %", "2019-01-22", "12:30"];
const change = fc.record({
  at: fc.record({ sheet: fc.constantFrom("Ett", "Två"), row: fc.integer({ min: 0, max: 5 }), column: fc.integer({ min: 0, max: 2 }) }),
  value: fc.oneof(fc.constantFrom(...TEXTS), fc.string({ maxLength: 8 }), fc.integer({ min: -999, max: 999 }), fc.boolean(), fc.constant("")),
  numberFormat: fc.constantFrom("@", "0.0%", "General", undefined),
});

test("every cell holds what it was given, text as text, and no other cell changes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(change, { selector: (each) => JSON.stringify(each.at), maxLength: 12 }), fc.constantFrom("General", "@"), async (changes, standing) => {
      const { workbook, port, excel } = opened((made) => made.sheet("Ett")?.applyFormat({ row: 0, column: 0, rows: 6, columns: 3 }, { numberFormat: standing }));
      await port.writeCells(changes.map(({ numberFormat, ...rest }) => (numberFormat === undefined ? rest : { ...rest, numberFormat })));
      for (const { at: place, value } of changes) {
        expect(valueAt(workbook, place)).toBe(typeof value === "string" ? value.replace(/\r\n?/g, "\n") : value);
      }
      const given = new Set(changes.filter(({ value }) => value !== "").map(({ at: place }) => JSON.stringify(place)));
      const filled = workbook.sheets.flatMap((sheet) => [...sheet.cells()].filter(({ content }) => content.value !== null).map(({ row, column }) => JSON.stringify({ sheet: sheet.name, row, column })));
      expect(filled.filter((cell) => !given.has(cell))).toEqual([]);
      expect(excel.traffic.requests).toBeLessThanOrEqual(2);
    }),
    { numRuns: 60, seed: 1 },
  );
});

test("cells one below the other that get the same are written together: the request does not grow with them", async () => {
  const { port, excel, workbook } = opened();
  await port.writeCells(Array.from({ length: 500 }, (_, row) => ({ at: at(row, 1), value: "=ROW()", isFormula: true })));
  expect(excel.traffic.requests).toBe(1);
  expect(excel.traffic.actions).toBeLessThan(30);
  expect(workbook.sheet("Ett")?.cell(499, 1)?.formula).toBe("ROW()");
});

test("only what stands in one column of one sheet, row by row, is written together", async () => {
  const { port, workbook } = opened();
  const places = [at(0, 0), at(6, 1), at(2, 0), at(3, 0), at(4, 0, "Två"), at(5, 0)];
  await port.writeCells(places.map((place) => ({ at: place, value: "a" })));
  const filled = workbook.sheets.flatMap((sheet) => [...sheet.cells()].map(({ row, column }) => at(row, column, sheet.name)));
  expect(filled).toHaveLength(places.length);
  expect(filled).toEqual(expect.arrayContaining(places));
});

test("a formula is a formula also in a cell that was made text", async () => {
  const { port, workbook } = opened((made) => made.sheet("Ett")?.applyFormat({ row: 0, column: 0, rows: 1, columns: 1 }, { numberFormat: "@" }));
  await port.writeCells([{ at: at(0, 0), value: "=1+1", isFormula: true }]);
  expect(workbook.sheet("Ett")?.cell(0, 0)?.formula).toBe("1+1");
});

test("a sheet that is gone stops all of it before the first change", async () => {
  const { port, workbook } = opened();
  await expect(port.writeCells([{ at: at(0, 0), value: 1 }, { at: at(0, 0, "Tre"), value: 2 }])).rejects.toMatchObject({ code: "workbook-changed" });
  expect(valueAt(workbook, at(0, 0))).toBe("");
});

test("more cells than one request takes are written in several", async () => {
  const { port, excel, workbook } = opened();
  const changes = Array.from({ length: 6500 }, (_, row) => ({ at: at(row, 0), value: row + 0.5, numberFormat: "0.0" }));
  await port.writeCells(changes);
  expect(excel.traffic.requests).toBe(2);
  expect(changes.filter(({ at: place, value }) => valueAt(workbook, place) !== value)).toEqual([]);
});

describe("cells one below the other that get different values", () => {
  const CHANGES = Array.from({ length: 200 }, (_, row): CellChange => ({ at: at(row + 1, 1), value: row % 3 === 0 ? `- rad ${row}` : row + 0.5, numberFormat: row % 3 === 0 ? "@" : "0.0" }));
  const EXPECTED = [{ at: at(1, 0), value: "a" }];

  /** A table in the first three columns, with a row that a filter hides, or none. */
  function withTable(isFiltered: boolean) {
    return opened((made) => {
      const sheet = made.sheet("Ett");
      for (let row = 0; row <= 200; row += 1) sheet?.setCell(row, 0, { value: row === 0 ? "Namn" : row === 7 ? "b" : "a" });
      for (const [column, name] of ["Värde", "Mer"].entries()) sheet?.setCell(0, column + 1, { value: name });
      const table = sheet?.addTable({ row: 0, column: 0, rows: 201, columns: 3 }, { name: "Tabell", headerRow: true });
      if (isFiltered) table?.setFilter(0, { kind: "values", values: ["a"], blanks: false });
    });
  }

  test("are written together where nothing is filtered", async () => {
    const { port, excel, workbook } = withTable(false);
    await port.writeCells(CHANGES, EXPECTED);
    expect(CHANGES.filter(({ at: place, value }) => valueAt(workbook, place) !== value)).toEqual([]);
    expect(excel.traffic.actions).toBeLessThan(40);
    expect(excel.traffic.requests).toBeLessThanOrEqual(3);
  });

  test("one by one where rows are hidden by a filter, since a block would put them in other cells", async () => {
    const { port, excel, workbook } = withTable(true);
    await port.writeCells(CHANGES, EXPECTED);
    expect(CHANGES.filter(({ at: place, value }) => valueAt(workbook, place) !== value)).toEqual([]);
    expect(excel.traffic.actions).toBeGreaterThan(CHANGES.length * 2);
  });
});
