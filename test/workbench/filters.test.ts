import * as fc from "fast-check";
import { batch, codeOf, openExcel, type Opened, reopened } from "./openExcel";

/** Outcomes in A1:C6 of Sheet1: three units, one of them left out once. */
async function openWithOutcomes(): Promise<Opened> {
  const excel = openExcel();
  await batch(excel, (_context, sheet) => {
    sheet.getRange("A1:C6").values = [["Enhet", "Utfall", "Status"], ["Nord", 0.5, "Uppnått"], ["Syd", 0.25, "Ej uppnått"], ["Väst", 1, "Uppnått"], ["", 0.75, "Delvis"], ["Nord", 0, "Ej uppnått"]];
    sheet.getRange("B2:B6").numberFormat = [["0%"], ["0%"], ["0%"], ["0%"], ["0%"]];
    sheet.tables.add("A1:C6", true).name = "Utfall";
  });
  return excel;
}

/** Indexes in the body of the rows that are shown. */
async function shownRows(excel: Opened): Promise<unknown[]> {
  let shown: unknown[] = [];
  await batch(excel, async (context, sheet) => {
    const rows = Array.from({ length: 5 }, (_row, index) => sheet.getRange(`A${index + 2}`).load("rowHidden"));
    await context.sync();
    shown = rows.flatMap(({ rowHidden }, index) => (rowHidden ? [] : [index]));
  });
  return shown;
}

test("a filter by values shows the rows whose cells show one of them, and empty ones by an empty text", async () => {
  const excel = await openWithOutcomes();
  const filterBy = (column: string, values: string[]) =>
    batch(excel, (_context, sheet) => sheet.tables.getItem("Utfall").columns.getItem(column).filter.applyValuesFilter(values));
  await filterBy("Enhet", ["nord", ""]);
  expect(await shownRows(excel)).toEqual([0, 3, 4]);
  await filterBy("Utfall", ["50%", "75%"]);
  expect(await shownRows(excel)).toEqual([0, 3]);
});

test("a filter by conditions compares as the signs say, with wildcards in text", async () => {
  const cases: [string, string, string | undefined, "And" | "Or" | undefined, number[]][] = [
    ["Utfall", ">=0.5", undefined, undefined, [0, 2, 3]],
    ["Utfall", ">0.2", "<0.6", "And", [0, 1]],
    ["Utfall", "=0", "=1", "Or", [2, 4]],
    ["Status", "=*uppnått", undefined, undefined, [0, 1, 2, 4]],
    ["Status", "<>Uppnått", undefined, undefined, [1, 3, 4]],
  ];
  for (const [column, first, second, operator, shown] of cases) {
    const excel = await openWithOutcomes();
    await batch(excel, (_context, sheet) => sheet.tables.getItem("Utfall").columns.getItem(column).filter.applyCustomFilter(first, second, operator));
    expect(await shownRows(excel)).toEqual(shown);
  }
});

test("criteria read back as they were given, also after a save, and are gone when cleared", async () => {
  const excel = await openWithOutcomes();
  await batch(excel, (_context, sheet) => {
    const { columns } = sheet.tables.getItem("Utfall");
    columns.getItem("Status").filter.apply({ filterOn: "Values", values: ["Uppnått", "A & B"] });
    columns.getItem("Utfall").filter.apply({ filterOn: "Custom", criterion1: ">0", criterion2: "<=1", operator: "And" });
  });
  for (const opened of [excel, reopened(excel)]) {
    await batch(opened, async (context, sheet) => {
      const { autoFilter } = sheet.tables.getItem("Utfall");
      autoFilter.load("criteria,isDataFiltered");
      await context.sync();
      expect(autoFilter.isDataFiltered).toBe(true);
      expect(autoFilter.criteria).toEqual([
        null, { filterOn: "Custom", criterion1: ">0", criterion2: "<=1", operator: "And" }, { filterOn: "Values", values: ["Uppnått", "A & B"] },
      ]);
    });
  }
  await batch(excel, (_context, sheet) => sheet.tables.getItem("Utfall").columns.getItem("Status").filter.clear());
  expect(await shownRows(excel)).toEqual([0, 1, 2, 3]);
  await batch(excel, (_context, sheet) => sheet.tables.getItem("Utfall").clearFilters());
  expect(await shownRows(excel)).toEqual([0, 1, 2, 3, 4]);
});

test("a filter looks again at what has been changed when it is reapplied, not before", async () => {
  const excel = await openWithOutcomes();
  await batch(excel, (_context, sheet) => {
    sheet.tables.getItem("Utfall").columns.getItem("Enhet").filter.applyValuesFilter(["Syd"]);
    sheet.getRange("A2").values = [["Syd"]];
  });
  expect(await shownRows(excel)).toEqual([1]);
  await batch(excel, (_context, sheet) => sheet.tables.getItem("Utfall").reapplyFilters());
  expect(await shownRows(excel)).toEqual([0, 1]);
});

test("on a protected sheet a filter is for those who may use it", async () => {
  const filter = (_context: Excel.RequestContext, sheet: Excel.Worksheet) => sheet.tables.getItem("Utfall").columns.getItem("Enhet").filter.applyValuesFilter(["Syd"]);
  const [closed, open] = [await openWithOutcomes(), await openWithOutcomes()];
  await batch(closed, (_context, sheet) => sheet.protection.protect());
  await batch(open, (_context, sheet) => sheet.protection.protect({ allowAutoFilter: true }));
  expect([await codeOf(closed, filter), await codeOf(open, filter)]).toEqual(["AccessDenied", ""]);
});

test("ways to filter that are not there say so, and change nothing", async () => {
  const excel = await openWithOutcomes();
  const filter = (criteria: Excel.FilterCriteria) => (_context: Excel.RequestContext, sheet: Excel.Worksheet) =>
    sheet.tables.getItem("Utfall").columns.getItem("Utfall").filter.apply(criteria);
  expect(await codeOf(excel, filter({ filterOn: "TopItems", criterion1: "2" }))).toBe("ApiNotFound");
  expect(await codeOf(excel, filter({ filterOn: "Custom" }))).toBe("InvalidArgument");
  expect(await shownRows(excel)).toEqual([0, 1, 2, 3, 4]);
});

test("the visible view is the range without its hidden rows and columns", async () => {
  const rows = fc.uniqueArray(fc.integer({ min: 0, max: 4 }));
  const columns = fc.uniqueArray(fc.integer({ min: 0, max: 2 }));
  await fc.assert(
    fc.asyncProperty(rows, columns, async (hiddenRows, hiddenColumns) => {
      const excel = openExcel();
      await batch(excel, async (context, sheet) => {
        const grid = Array.from({ length: 5 }, (_row, row) => Array.from({ length: 3 }, (_column, column) => 10 * row + column));
        const range = sheet.getRange("B2:D6");
        range.values = grid;
        hiddenRows.forEach((row) => { range.getRow(row).rowHidden = true; });
        hiddenColumns.forEach((column) => { range.getColumn(column).columnHidden = true; });
        const view = range.getVisibleView().load("values,rowCount,columnCount,cellAddresses");
        view.rows.load("items/index");
        await context.sync();
        const expected = grid.filter((_row, row) => !hiddenRows.includes(row)).map((row) => row.filter((_value, column) => !hiddenColumns.includes(column)));
        expect(view.values).toEqual(expected);
        expect([view.rowCount, view.columnCount]).toEqual([5 - hiddenRows.length, 3 - hiddenColumns.length]);
        expect(view.rows.items.map(({ index }) => index)).toEqual(expected.map((_row, index) => index));
        expect(view.cellAddresses.map((row: unknown[]) => row.length)).toEqual(expected.map((row) => row.length));
      });
    }),
    { numRuns: 12 },
  );
});
