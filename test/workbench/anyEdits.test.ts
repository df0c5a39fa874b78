// Whatever is done to a workbook through the API, the saved file opens again and shows the same.
import fc from "fast-check";
import { batch, codeOf, openExcel, type Opened, reopened } from "./openExcel";

// Each run loads the client twice.
jest.setTimeout(120_000);

interface Edit {
  readonly what: string;
  readonly run: (context: Excel.RequestContext, sheet: Excel.Worksheet) => void;
}

const row = fc.integer({ min: 1, max: 9 });
const amount = fc.integer({ min: -50, max: 50 });

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(row, amount).map(([r, n]) => ({ what: `A${r + 1}=${n}`, run: (_context: Excel.RequestContext, sheet: Excel.Worksheet) => void (sheet.getRange(`A${r + 1}`).values = [[n]]) })),
  row.map((r) => ({ what: `insert above ${r}`, run: (_context: Excel.RequestContext, sheet: Excel.Worksheet) => void sheet.getRange(`${r}:${r}`).insert("Down") })),
  row.map((r) => ({ what: `delete ${r}`, run: (_context: Excel.RequestContext, sheet: Excel.Worksheet) => sheet.getRange(`${r}:${r}`).delete("Up") })),
  fc.tuple(amount, amount).map(([a, b]) => ({ what: `add row ${a} ${b}`, run: (context: Excel.RequestContext) => void context.workbook.tables.getItem("Matt").rows.add(undefined, [[a, b, "=[@A]+[@B]"]]) })),
  row.map((r) => ({ what: `delete table row ${r}`, run: (context: Excel.RequestContext) => context.workbook.tables.getItem("Matt").rows.getItemAt(r % 3).delete() })),
  row.map((r) => ({ what: `column ${r}`, run: (context: Excel.RequestContext) => void context.workbook.tables.getItem("Matt").columns.add(r % 3, undefined, `Ny ${r}`) })),
  fc.tuple(row, row).map(([r, c]) => ({ what: `colour ${r},${c}`, run: (_context: Excel.RequestContext, sheet: Excel.Worksheet) => void (sheet.getCell(r, c).format.fill.color = "yellow") })),
  row.map((r) => ({ what: `insert cells ${r}`, run: (_context: Excel.RequestContext, sheet: Excel.Worksheet) => void sheet.getRange(`E${r}:F${r}`).insert("Right") })),
  amount.map((n) => ({ what: `sheet ${n}`, run: (context: Excel.RequestContext) => void context.workbook.worksheets.add(`Blad ${n}`) })),
);

async function start(): Promise<Opened> {
  const excel = openExcel();
  await batch(excel, (context, sheet) => {
    sheet.getRange("A1:C4").values = [["A", "B", "Summa"], [1, 2, ""], [3, 4, ""], [5, 6, ""]];
    const table = sheet.tables.add("A1:C4", true);
    table.name = "Matt";
    table.columns.getItem("Summa").getDataBodyRange().formulas = [["=[@A]+[@B]"], ["=[@A]+[@B]"], ["=[@A]+[@B]"]];
    sheet.getRange("E1:F2").formulas = [["=SUM(Matt[A])", "=SUM(C2:C4)"], ["=A2", "=$B$3"]];
    context.workbook.names.add("Alla", sheet.getRange("A2:A4"));
  });
  return excel;
}

async function state(excel: Opened): Promise<unknown> {
  let seen: unknown;
  await excel.Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    const used = context.workbook.worksheets.getItem("Sheet1").getUsedRangeOrNullObject(true).load("address,values,formulas,numberFormat");
    const tables = context.workbook.tables.load("items/name,items/columns/items/name");
    const names = context.workbook.names.load("items/name,items/formula");
    await context.sync();
    seen = {
      sheets: sheets.items.map(({ name }) => name),
      used: used.isNullObject ? null : [used.address, used.values, used.formulas, used.numberFormat],
      tables: tables.items.map((table) => [table.name, table.columns.items.map(({ name }) => name)]),
      names: names.items.map(({ name, formula }) => [name, formula]),
    };
  });
  return seen;
}

test("a random string of edits survives a save", async () => {
  const known = ["", "InvalidArgument", "ItemNotFound", "InsertDeleteConflict", "ItemAlreadyExists"];
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
      const excel = await start();
      for (const { run } of edits) {
        expect(known).toContain(await codeOf(excel, run));
      }
      expect(await state(reopened(excel))).toEqual(await state(excel));
    }),
    { numRuns: 25 },
  );
});
