import { batch, codeOf, openExcel, type Opened, reopened, valuesAt } from "./openExcel";

/** Goals with a calculated column, in A1:C4 of Sheet1. */
async function openWithTable(): Promise<Opened> {
  const excel = openExcel();
  await batch(excel, (_context, sheet) => {
    sheet.getRange("A1:C4").values = [
      ["Utfall", "Målvärde", "Uppfyllelse"],
      [5, 10, "=[@Utfall]/[@Målvärde]"],
      [6, 10, "=[@Utfall]/[@Målvärde]"],
      [7, 10, "=[@Utfall]/[@Målvärde]"],
    ];
  });
  return excel;
}

async function openWithCalculatedColumn(): Promise<Opened> {
  const excel = openExcel();
  await batch(excel, (_context, sheet) => {
    sheet.getRange("A1:C3").values = [["Utfall", "Målvärde", "Uppfyllelse"], [5, 10, ""], [6, 10, ""]];
    sheet.tables.add("A1:C3", true).name = "Matt";
    const column = sheet.tables.getItem("Matt").columns.getItem("Uppfyllelse");
    column.getDataBodyRange().formulas = [["=[@Utfall]/[@Målvärde]"], ["=[@Utfall]/[@Målvärde]"]];
    column.getDataBodyRange().numberFormat = [["0%"], ["0%"]];
  });
  return excel;
}

test("a reference to the row's own table is shown short, and stored whole", async () => {
  const excel = await openWithCalculatedColumn();
  await batch(excel, async (context, sheet) => {
    const cell = sheet.getRange("C2").load("formulas,values,text");
    await context.sync();
    expect([cell.formulas, cell.values, cell.text]).toEqual([[["=[@Utfall]/[@Målvärde]"]], [[0.5]], [["50%"]]]);
  });
  expect(excel.host.workbook.sheet("Sheet1")?.cell(1, 2)?.formula).toBe("Matt[[#This Row],[Utfall]]/Matt[[#This Row],[Målvärde]]");
});

test("a formula that names the row without a table round it is refused", async () => {
  await expect(openWithTable()).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("resize gives new rows the formulas and formats of the calculated column, and leaves what stands in them", async () => {
  const excel = await openWithCalculatedColumn();
  await batch(excel, (_context, sheet) => {
    sheet.getRange("A4:B5").values = [[7, 10], [8, 10]];
    sheet.tables.getItem("Matt").resize("A1:C5");
  });
  await batch(excel, async (context, sheet) => {
    const body = sheet.tables.getItem("Matt").getDataBodyRange().load("values,text,address");
    await context.sync();
    expect(body.address).toBe("Sheet1!A2:C5");
    expect(body.values).toEqual([[5, 10, 0.5], [6, 10, 0.6], [7, 10, 0.7], [8, 10, 0.8]]);
    expect(body.text.map((row) => row[2])).toEqual(["50%", "60%", "70%", "80%"]);
  });
});

test("new rows are validated as the row above them", async () => {
  const excel = await openWithCalculatedColumn();
  await batch(excel, async (context, sheet) => {
    sheet.getRange("A2:A3").dataValidation.rule = { decimal: { formula1: 0, formula2: 100, operator: "Between" } };
    const table = sheet.tables.getItem("Matt");
    table.resize("A1:C6");
    const validation = sheet.getRange("A2:A6").dataValidation.load("type,rule");
    const outside = sheet.getRange("A7").dataValidation.load("type");
    await context.sync();
    expect([validation.type, outside.type]).toEqual(["Decimal", "None"]);
    expect(validation.rule).toEqual({ decimal: { formula1: "=0", formula2: "=100", operator: "Between" } });
  });
});

test("a table can shrink: the rows that fall out keep their contents", async () => {
  const excel = await openWithCalculatedColumn();
  await batch(excel, (_context, sheet) => sheet.tables.getItem("Matt").resize("A1:C2"));
  await batch(excel, async (context, sheet) => {
    const table = sheet.tables.getItem("Matt").getRange().load("address");
    await context.sync();
    expect(table.address).toBe("Sheet1!A1:C2");
  });
  expect(await valuesAt(excel, "A3:B3")).toEqual([[6, 10]]);
});

test.each([
  ["another header row", "A2:C4"],
  ["cells apart from it", "E1:F4"],
])("resize to %s is refused", async (_what, address) => {
  const excel = await openWithCalculatedColumn();
  expect(await codeOf(excel, (_context, sheet) => sheet.tables.getItem("Matt").resize(address))).toBe("InvalidArgument");
});

test("rows.add fills the blank row of a new table, and moves what stands below", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    sheet.getRange("A6:D6").values = [["below", "", "", "beside"]];
    const table = sheet.tables.add("A1:C1", true);
    table.getHeaderRowRange().values = [["Datum", "Vem", "Summa"]];
    table.rows.add(undefined, [["2019-01-22", "Ale", 1], ["2019-01-23", "Ale", 2], ["2019-01-24", "Ale", 3]]);
    const range = table.getRange().load("address,values");
    const count = table.rows.getCount();
    await context.sync();
    expect([range.address, count.value]).toEqual(["Sheet1!A1:C4", 3]);
    table.rows.add(0, [["2019-01-21", "Bo", 0]]);
    await context.sync();
  });
  const values = await valuesAt(excel, "A1:D12");
  expect(values.slice(0, 5)).toEqual([
    ["Datum", "Vem", "Summa", ""],
    [43_486, "Bo", 0, ""],
    [43_487, "Ale", 1, ""],
    [43_488, "Ale", 2, ""],
    [43_489, "Ale", 3, ""],
  ]);
  expect(values[5]?.[3]).toBe("beside");
  expect(values.flat()).toContain("below");
});

test("rows.add that would move part of another table is refused", async () => {
  const excel = await openWithCalculatedColumn();
  await batch(excel, (_context, sheet) => sheet.tables.add("B6:E8", true));
  const code = await codeOf(excel, (_context, sheet) => sheet.tables.getItem("Matt").rows.add(undefined, [[7, 10, ""]]));
  expect(code).toBe("InsertDeleteConflict");
});

test("rows.add of another width is refused", async () => {
  const excel = await openWithCalculatedColumn();
  expect(await codeOf(excel, (_context, sheet) => sheet.tables.getItem("Matt").rows.add(undefined, [[1, 2]]))).toBe("InvalidArgument");
});

test("rows and columns can be deleted, the last column not", async () => {
  const excel = await openWithCalculatedColumn();
  await batch(excel, async (context, sheet) => {
    const table = sheet.tables.getItem("Matt");
    table.rows.getItemAt(0).delete();
    table.columns.getItem("Målvärde").delete();
    const range = table.getRange().load("address,values");
    await context.sync();
    expect(range.address).toBe("Sheet1!A1:B2");
    expect(range.values[0]).toEqual(["Utfall", "Uppfyllelse"]);
    expect(range.values[1]?.[0]).toBe(6);
  });
});

test.each([
  ["an address", "A1"],
  ["an R1C1 address", "R1C1"],
  ["a space", "Mål 1"],
  ["a digit first", "1Mal"],
  ["nothing", ""],
  ["another table's name in other case", "andra"],
  ["a defined name", "Enhetslista"],
])("a table cannot be called %s", async (_what, name) => {
  const excel = await openWithCalculatedColumn();
  await batch(excel, (context, sheet) => {
    sheet.tables.add("F1:F2", true).name = "Andra";
    context.workbook.names.add("Enhetslista", sheet.getRange("H1:H3"));
  });
  expect(await codeOf(excel, (_context, sheet) => (sheet.tables.getItem("Matt").name = name))).toBe("InvalidArgument");
});

test("tables cannot overlap", async () => {
  const excel = await openWithCalculatedColumn();
  expect(await codeOf(excel, (_context, sheet) => sheet.tables.add("C3:D5", true))).toBe("InvalidArgument");
});

test("headers are text, unique and never empty", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    sheet.getRange("A1:D1").values = [["Namn", "namn", "", 2019]];
    const table = sheet.tables.add("A1:D3", true);
    const columns = table.columns.load("items/name");
    await context.sync();
    const names = columns.items.map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4);
    expect(names[0]).toBe("Namn");
    expect(names.every((name) => name !== "")).toBe(true);
    expect(names[3]).toBe("2019");
  });
});

test("writing a header cell renames its column, and formulas follow", async () => {
  const excel = await openWithCalculatedColumn();
  await batch(excel, (_context, sheet) => (sheet.getRange("A1").values = [["Resultat"]]));
  await batch(excel, async (context, sheet) => {
    const cell = sheet.getRange("C2").load("formulas,values");
    await context.sync();
    expect([cell.formulas, cell.values]).toEqual([[["=[@Resultat]/[@Målvärde]"]], [[0.5]]]);
  });
});

test("a table is found by name in any case, and by its id", async () => {
  const excel = await openWithCalculatedColumn();
  await batch(excel, async (context) => {
    const table = context.workbook.tables.getItem("MATT").load("id,name,showHeaders,showTotals,style");
    await context.sync();
    const byId = context.workbook.tables.getItem(table.id).load("name");
    await context.sync();
    expect([byId.name, table.showHeaders, table.showTotals, table.style]).toEqual(["Matt", true, false, "TableStyleMedium2"]);
  });
});

test("convertToRange takes the table away and leaves the cells", async () => {
  const excel = await openWithCalculatedColumn();
  await batch(excel, async (context, sheet) => {
    const range = sheet.tables.getItem("Matt").convertToRange().load("address");
    const count = context.workbook.tables.getCount();
    await context.sync();
    expect([range.address, count.value]).toEqual(["Sheet1!A1:C3", 0]);
  });
  expect(await valuesAt(excel, "A1:A3")).toEqual([["Utfall"], [5], [6]]);
});

test("range.getTables tells which tables a block touches", async () => {
  const excel = await openWithCalculatedColumn();
  await batch(excel, async (context, sheet) => {
    const touched = sheet.getRange("C3:F9").getTables().load("items/name");
    const whole = sheet.getRange("C3:F9").getTables(true).getCount();
    const none = sheet.getRange("E1:F9").getTables().getCount();
    await context.sync();
    expect([touched.items.map(({ name }) => name), whole.value, none.value]).toEqual([["Matt"], 0, 0]);
  });
});

test("a structured reference is an address of its cells", async () => {
  const excel = await openWithCalculatedColumn();
  await batch(excel, async (context, sheet) => {
    const addresses = ["Matt", "Matt[#All]", "Matt[#Headers]", "Matt[Utfall]", "Matt[[#All],[Utfall]]"].map((address) => sheet.getRange(address).load("address"));
    await context.sync();
    expect(addresses.map(({ address }) => address)).toEqual(["Sheet1!A2:C3", "Sheet1!A1:C3", "Sheet1!A1:C1", "Sheet1!A2:A3", "Sheet1!A1:A3"]);
  });
});

test("tables, styles and calculated columns are there when the file is opened again", async () => {
  const excel = await openWithCalculatedColumn();
  await batch(excel, (_context, sheet) => {
    const table = sheet.tables.getItem("Matt");
    table.style = "TableStyleLight9";
    table.showBandedRows = false;
  });
  const again = reopened(excel);
  await batch(again, async (context, sheet) => {
    const table = context.workbook.tables.getItem("Matt").load("style,showBandedRows");
    table.resize("A1:C4");
    sheet.getRange("A4:B4").values = [[9, 10]];
    const cell = sheet.getRange("C4").load("values");
    await context.sync();
    expect([table.style, table.showBandedRows, cell.values]).toEqual(["TableStyleLight9", false, [[0.9]]]);
  });
});

test("a column of formulas that read alike from row to row is a calculated column, and grows as one", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    sheet.getRange("A1:C3").values = [["A", "B", "Summa"], [1, 2, "=A2+B2"], [3, 4, "=A3+B3"]];
    const table = sheet.tables.add("A1:C3", true);
    table.columns.getItem("Summa").getDataBodyRange().formulas = [["=A2+B2"], ["=A3+B3"]];
    table.rows.add();
    sheet.getRange("A4:B4").values = [[5, 6]];
    const range = table.getDataBodyRange().load("values,formulas");
    await context.sync();
    expect(range.values[2]).toEqual([5, 6, 11]);
    expect(range.formulas[2]?.[2]).toBe("=A4+B4");
  });
});

test("a formula in one cell of an otherwise empty column fills the column", async () => {
  const excel = openExcel();
  await batch(excel, (_context, sheet) => {
    sheet.getRange("A1:B4").values = [["Utfall", "Dubbelt"], [1, ""], [2, ""], [3, ""]];
    sheet.tables.add("A1:B4", true).name = "Matt";
    sheet.getRange("B3").formulas = [["=[@Utfall]*2"]];
  });
  expect(await valuesAt(excel, "B2:B4")).toEqual([[2], [4], [6]]);
  await batch(excel, (_context, sheet) => {
    sheet.tables.getItem("Matt").resize("A1:B5");
    sheet.getRange("A5").values = [[4]];
  });
  expect(await valuesAt(excel, "B5")).toEqual([[8]]);
});

test("a formula beside other contents of its column fills nothing", async () => {
  const excel = openExcel();
  await batch(excel, (_context, sheet) => {
    sheet.getRange("A1:B4").values = [["Utfall", "Dubbelt"], [1, ""], [2, ""], [3, "okänt"]];
    sheet.tables.add("A1:B4", true).name = "Matt";
    sheet.getRange("B2").formulas = [["=[@Utfall]*2"]];
  });
  expect(await valuesAt(excel, "B2:B4")).toEqual([[2], [""], ["okänt"]]);
});

test("a totals row sums the last column where it is numbers, counts it where it is not, and makes room for itself", async () => {
  const excel = openExcel();
  await batch(excel, (_context, sheet) => {
    sheet.getRange("A1:D4").values = [["Mål", "Utfall [tkr]", "", "Mål 2"], ["A", 5, "", "x"], ["B", 7, "", "y"], ["Under", "kvar", "", ""]];
    sheet.tables.add("A1:B3", true).name = "Matt";
    sheet.tables.add("D1:D3", true).name = "Ord";
    sheet.tables.getItem("Matt").showTotals = true;
    sheet.tables.getItem("Ord").showTotals = true;
  });
  await batch(excel, async (context, sheet) => {
    const [totals, words, table] = [sheet.tables.getItem("Matt").getTotalRowRange(), sheet.tables.getItem("Ord").getTotalRowRange(), sheet.tables.getItem("Matt").getRange()];
    totals.load("values,formulas");
    words.load("values");
    table.load("address");
    await context.sync();
    expect(totals.values).toEqual([["Summa", 12]]);
    expect(totals.formulas[0]?.[1]).toBe("=SUBTOTAL(109,[Utfall '[tkr']])");
    expect(words.values).toEqual([[2]]);
    expect(table.address).toBe("Sheet1!A1:B4");
  });
  expect(await valuesAt(excel, "A5:B5")).toEqual([["Under", "kvar"]]);
});

test("a totals row that is hidden leaves no cells behind, is shown again as it was, and is kept through a save", async () => {
  const excel = await openWithCalculatedColumn();
  await batch(excel, (_context, sheet) => {
    const table = sheet.tables.getItem("Matt");
    table.showTotals = true;
    table.showTotals = false;
  });
  expect(await valuesAt(excel, "A4:C4")).toEqual([["", "", ""]]);
  await batch(excel, (_context, sheet) => { sheet.tables.getItem("Matt").showTotals = true; });
  await batch(reopened(excel), async (context, sheet) => {
    const table = sheet.tables.getItem("Matt").load("showTotals");
    const totals = table.getTotalRowRange().load("values,text");
    await context.sync();
    expect([table.showTotals, totals.values[0]?.[0], totals.text[0]?.[2]]).toEqual([true, "Summa", "110%"]);
  });
});

test("a column whose values do not fit the table is refused, and no column is added", async () => {
  const excel = await openWithCalculatedColumn();
  expect(await codeOf(excel, (_context, sheet) => sheet.tables.getItem("Matt").columns.add(undefined, [["Ny"], [1]]))).toBe("InvalidArgument");
  await batch(excel, async (context, sheet) => {
    const columns = sheet.tables.getItem("Matt").columns.load("count");
    await context.sync();
    expect(columns.count).toBe(3);
  });
});
