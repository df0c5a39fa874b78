// How a batch runs: load and sync, errors, null objects. The client is Microsoft's own, so what is proved here is that the host answers it as Excel does.
import { batch, codeOf, openExcel, valuesAt } from "./openExcel";

test("a property read before it is loaded and synced throws PropertyNotLoaded", async () => {
  const excel = openExcel();
  expect(await codeOf(excel, (_context, sheet) => sheet.getRange("A1").values)).toBe("PropertyNotLoaded");
  expect(
    await codeOf(excel, async (context, sheet) => {
      const range = sheet.getRange("A1").load("values");
      await context.sync();
      return range.address;
    }),
  ).toBe("PropertyNotLoaded");
});

test("an error stops the batch, and what came before it stays done", async () => {
  const excel = openExcel();
  const code = await codeOf(excel, (context, sheet) => {
    sheet.getRange("A1").values = [["before"]];
    context.workbook.worksheets.getItem("Missing").activate();
    sheet.getRange("A2").values = [["after"]];
  });
  expect(code).toBe("ItemNotFound");
  expect(await valuesAt(excel, "A1:A2")).toEqual([["before"], [""]]);
});

test("an error says which statement it was", async () => {
  const excel = openExcel();
  const failing = batch(excel, (context) => context.workbook.worksheets.getItem("Missing").getRange("A1").load("values"));
  await expect(failing).rejects.toMatchObject({
    code: "ItemNotFound",
    debugInfo: { errorLocation: "WorksheetCollection.getItem", statement: expect.stringContaining("getItem") },
  });
});

test("getItemOrNullObject of what is missing gives a null object, and so does all that is reached through it", async () => {
  const excel = openExcel();
  await batch(excel, async (context) => {
    const table = context.workbook.tables.getItemOrNullObject("Missing").load("name");
    const range = table.getRange().load("values");
    const sheet = table.worksheet.load("name");
    const cell = range.getCell(0, 0).getResizedRange(2, 2).load("address");
    await context.sync();
    expect([table.isNullObject, range.isNullObject, sheet.isNullObject, cell.isNullObject]).toEqual([true, true, true, true]);
  });
});

test("telling a null object something does nothing", async () => {
  const excel = openExcel();
  expect(
    await codeOf(excel, (context, sheet) => {
      const missing = context.workbook.worksheets.getItemOrNullObject("Missing");
      missing.getRange("A1").values = [[1]];
      missing.delete();
      sheet.getRange("A1").values = [[2]];
    }),
  ).toBe("");
  expect(await valuesAt(excel, "A1")).toEqual([[2]]);
});

test("what is not implemented says so by name", async () => {
  const excel = openExcel();
  const slicers = batch(excel, (_context, sheet) => sheet.slicers.load("count"));
  await expect(slicers).rejects.toMatchObject({ code: "ApiNotFound", message: expect.stringContaining("Worksheet.slicers") });
});

test("an API newer than the requirement sets of the host is refused by the client", async () => {
  const old = openExcel({ requirementSets: { ExcelApi: "1.12" } });
  const resize = (_context: Excel.RequestContext, sheet: Excel.Worksheet) => {
    sheet.tables.add("A1:B2", true).resize("A1:B4");
  };
  expect(await codeOf(old, resize)).toBe("ApiNotFound");
  expect(await codeOf(openExcel(), resize)).toBe("");
  expect(old.Office.context.requirements.isSetSupported("ExcelApi", "1.9")).toBe(true);
  expect(old.Office.context.requirements.isSetSupported("ExcelApi", "1.13")).toBe(false);
  expect(old.Office.context.requirements.isSetSupported("ExcelApiOnline", "1.1")).toBe(false);
});

test("an object of one batch is an object of the next", async () => {
  const excel = openExcel();
  await excel.Excel.run(async (context) => {
    const added = context.workbook.worksheets.add("Added");
    const range = added.getRange("B2:C3");
    await context.sync();
    added.name = "Renamed";
    range.values = [
      [1, 2],
      [3, 4],
    ];
    await context.sync();
    range.load("values,address");
    await context.sync();
    expect(range.address).toBe("Renamed!B2:C3");
    expect(range.values).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});

test("a tracked range follows its cells when rows are inserted above it", async () => {
  const excel = openExcel();
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const range = sheet.getRange("B5");
    range.values = [["here"]];
    await context.sync();
    sheet.getRange("2:3").insert("Down");
    range.load("address,values");
    await context.sync();
    expect([range.address, range.values]).toEqual(["Sheet1!B7", [["here"]]]);
  });
});

test("collections load what is named of each member, and of what each member holds", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    sheet.tables.add("A1:B3", true).name = "First";
    sheet.tables.add("D1:D3", true).name = "Second";
    const tables = context.workbook.tables.load("items/name,items/worksheet/name,items/columns/items/name,items/columns/count");
    await context.sync();
    expect(tables.items.map((table) => [table.name, table.worksheet.name, table.columns.items.length, table.columns.count])).toEqual([
      ["First", "Sheet1", 2, 2],
      ["Second", "Sheet1", 1, 1],
    ]);
    const some = context.workbook.tables.load({ select: "name", top: 1, skip: 1 });
    await context.sync();
    expect(some.items.map(({ name }) => name)).toEqual(["Second"]);
  });
});

test("merging a batch into one undo step is for hosts that have ExcelApi 1.20", async () => {
  const run = (version: string) => openExcel({ requirementSets: { ExcelApi: version } }).Excel.run({ mergeUndoGroup: true }, (context) => context.sync());
  await expect(run("1.19")).rejects.toMatchObject({ code: "ApiNotFound" });
  await expect(run("1.20")).resolves.toBeUndefined();
});
