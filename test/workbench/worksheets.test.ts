import { batch, codeOf, openExcel, reopened } from "./openExcel";

test.each([
  ["32 characters", "x".repeat(32)],
  ["a slash", "T1/2019"],
  ["a bracket", "[Mål]"],
  ["a question mark", "Klart?"],
  ["an apostrophe at the end", "Mål'"],
  ["nothing", ""],
])("a worksheet cannot have a name with %s", async (_what, name) => {
  expect(await codeOf(openExcel(), (_context, sheet) => (sheet.name = name))).toBe("InvalidArgument");
});

test("two worksheets cannot have the same name, whatever its case", async () => {
  const excel = openExcel();
  expect(await codeOf(excel, (context) => context.workbook.worksheets.add("SHEET1"))).toBe("ItemAlreadyExists");
  expect(await codeOf(excel, (context) => (context.workbook.worksheets.add("Mål").name = "sheet1"))).toBe("ItemAlreadyExists");
});

test("a worksheet may change its own name's case, and formulas follow a new name", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    const other = context.workbook.worksheets.add("Mål 2019");
    other.getRange("A1").values = [[7]];
    sheet.getRange("A1").formulas = [["='Mål 2019'!A1+1"]];
    other.name = "Delår";
    const cell = sheet.getRange("A1").load("formulas,values");
    await context.sync();
    expect([cell.formulas, cell.values]).toEqual([[["=Delår!A1+1"]], [[8]]]);
    sheet.name = "SHEET1";
    await context.sync();
    sheet.name = "Sheet1";
  });
});

test("worksheets have positions, and new ones come last", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    context.workbook.worksheets.add("B");
    const c = context.workbook.worksheets.add("C");
    c.position = 0;
    sheet.load("position");
    const all = context.workbook.worksheets.load("items/name,items/position");
    await context.sync();
    expect(all.items.map(({ name }) => name)).toEqual(["C", "Sheet1", "B"]);
    expect([sheet.position, all.items.map(({ position }) => position)]).toEqual([1, [0, 1, 2]]);
  });
  expect(await codeOf(excel, (_context, sheet) => (sheet.position = 3))).toBe("InvalidArgument");
});

test("the only visible worksheet can neither be hidden nor deleted", async () => {
  const excel = openExcel();
  expect(await codeOf(excel, (_context, sheet) => (sheet.visibility = "Hidden"))).toBe("InvalidOperation");
  expect(await codeOf(excel, (_context, sheet) => sheet.delete())).toBe("InvalidOperation");
  await batch(excel, async (context) => {
    const hidden = context.workbook.worksheets.add("Minne");
    hidden.visibility = "VeryHidden";
    hidden.load("visibility");
    const visible = context.workbook.worksheets.getCount(true);
    const last = context.workbook.worksheets.getLast(true).load("name");
    await context.sync();
    expect([hidden.visibility, visible.value, last.name]).toEqual(["VeryHidden", 1, "Sheet1"]);
  });
  expect(await codeOf(excel, (context) => context.workbook.worksheets.getItem("Minne").activate())).toBe("InvalidOperation");
});

test("when the active worksheet is hidden or deleted, another visible one becomes active", async () => {
  const excel = openExcel();
  await batch(excel, async (context) => {
    const { worksheets } = context.workbook;
    const [second, third] = [worksheets.add("Andra"), worksheets.add("Tredje")];
    second.activate();
    second.visibility = "Hidden";
    const afterHiding = worksheets.getActiveWorksheet().load("name");
    await context.sync();
    third.delete();
    const afterDeleting = worksheets.getActiveWorksheet().load("name");
    await context.sync();
    expect([afterHiding.name, afterDeleting.name]).toEqual(["Tredje", "Sheet1"]);
  });
});

test("a deleted worksheet is gone, also for those that hold on to it", async () => {
  const excel = openExcel();
  await expect(
    excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Borta");
      const range = sheet.getRange("A1");
      await context.sync();
      sheet.delete();
      await context.sync();
      range.load("values");
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: expect.stringMatching(/^(ItemNotFound|InvalidReference)$/) });
});

test("formulas see the sheet that has a name now, not the one that had it", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    context.workbook.worksheets.add("Delår").getRange("A1").values = [[1]];
    sheet.getRange("A1").formulas = [["=SUM(Delår!A1:A2)"]];
    const first = sheet.getRange("A1").load("values");
    await context.sync();
    context.workbook.worksheets.getItem("Delår").delete();
    context.workbook.worksheets.add("Delår").getRange("A1").values = [[5]];
    sheet.getRange("A2").formulas = [["=SUM(Delår!A1:A2)"]];
    const both = sheet.getRange("A1:A2").load("values");
    await context.sync();
    expect([first.values, both.values]).toEqual([[[1]], [["#REF!"], [5]]]);
  });
});

test("addresses: by A1, by index, whole rows and columns, with quotes where the name needs them", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    const odd = context.workbook.worksheets.add("Mål & mått");
    const ranges = [
      sheet.getRange("b2:A1"),
      sheet.getCell(2, 3),
      sheet.getRangeByIndexes(1, 1, 2, 3),
      sheet.getRange("2:3"),
      odd.getRange("A1"),
      sheet.getRange("B2").getResizedRange(1, 1).getOffsetRange(1, 0),
      sheet.getRange("B2").getBoundingRect("D1"),
      sheet.getRange("B2:C3").getLastCell(),
      sheet.getRange("B2:C3").getEntireColumn(),
      sheet.getRange("B2:C3").getRowsBelow(2),
      sheet.getRange("A1:C3").getIntersectionOrNullObject("B2:Z9"),
    ].map((range) => range.load("address,cellCount"));
    const apart = sheet.getRange("A1").getIntersectionOrNullObject("B2").load("address");
    await context.sync();
    expect(ranges.map(({ address }) => address)).toEqual([
      "Sheet1!A1:B2", "Sheet1!D3", "Sheet1!B2:D3", "Sheet1!2:3", "'Mål & mått'!A1", "Sheet1!B3:C4", "Sheet1!B1:D2", "Sheet1!C3", "Sheet1!B:C", "Sheet1!B4:C5", "Sheet1!B2:C3",
    ]);
    expect([ranges[0]?.cellCount, apart.isNullObject]).toEqual([4, true]);
  });
});

test.each(["A0", "XFE1", "A1048577", "Nope", "A1:", "Sheet2!A1", ""])("%p is no address of the sheet", async (address) => {
  expect(await codeOf(openExcel(), (_context, sheet) => sheet.getRange(address === "" ? "," : address).load("address"))).toMatch(/^(InvalidArgument|ItemNotFound)$/);
});

test("outside the sheet there are no ranges", async () => {
  expect(await codeOf(openExcel(), (_context, sheet) => sheet.getCell(1_048_576, 0).load("address"))).toBe("InvalidArgument");
  expect(await codeOf(openExcel(), (_context, sheet) => sheet.getRange("A1").getOffsetRange(-1, 0).load("address"))).toBe("InvalidArgument");
});

test("the used range is the smallest block with content, and with formats unless only values count", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    const empty = sheet.getUsedRangeOrNullObject(true).load("address");
    const first = sheet.getUsedRange().load("address");
    await context.sync();
    expect([empty.isNullObject, first.address]).toEqual([true, "Sheet1!A1"]);
    sheet.getRange("B2").values = [[1]];
    sheet.getRange("C5").values = [[1]];
    sheet.getRange("E9").format.fill.color = "yellow";
    const values = sheet.getUsedRange(true).load("address");
    const all = sheet.getUsedRange().load("address");
    await context.sync();
    expect([values.address, all.address]).toEqual(["Sheet1!B2:C5", "Sheet1!B2:E9"]);
  });
});

test("inserting and deleting cells moves what stands there, with the formulas that refer to it", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    sheet.getRange("A1:B3").values = [[1, 10], [2, 20], [3, 30]];
    sheet.getRange("D1").formulas = [["=SUM(A1:A3)"]];
    sheet.getRange("A2").insert("Down");
    sheet.getRange("B1").delete("Up");
    const range = sheet.getRange("A1:D4").load("values,formulas");
    await context.sync();
    expect(range.values.map((row: unknown[]) => row.slice(0, 2))).toEqual([[1, 20], ["", 30], [2, ""], [3, ""]]);
    expect([range.values[0]?.[3], range.formulas[0]?.[3]]).toEqual([6, "=SUM(A1:A4)"]);
  });
});

test("settings of the sheet are kept through a save: panes, print set-up, colour, gridlines", async () => {
  const excel = openExcel();
  await batch(excel, (_context, sheet) => {
    sheet.getRange("A1:F40").values = Array.from({ length: 40 }, (_row, r) => Array.from({ length: 6 }, (_cell, c) => r + c));
    sheet.tabColor = "#1F5C99";
    sheet.showGridlines = false;
    sheet.freezePanes.freezeAt("A1:B3");
    const page = sheet.pageLayout;
    page.orientation = "Landscape";
    page.paperSize = "A4";
    page.zoom = { horizontalFitToPages: 1 };
    page.leftMargin = 36;
    page.setPrintArea("A1:F40");
    page.setPrintTitleRows("$1:$3");
    page.headersFooters.defaultForAllPages.leftFooter = "Ale kommun";
    page.headersFooters.defaultForAllPages.centerFooter = "Sida &P av &N";
    page.centerHorizontally = true;
  });
  await batch(reopened(excel), async (context, sheet) => {
    sheet.load("tabColor,showGridlines,pageLayout/orientation,pageLayout/paperSize,pageLayout/zoom,pageLayout/leftMargin,pageLayout/centerHorizontally");
    const footers = sheet.pageLayout.headersFooters.defaultForAllPages.load("leftFooter,centerFooter,rightFooter");
    const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
    const area = sheet.pageLayout.getPrintAreaOrNullObject().load("address");
    const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject().load("address");
    await context.sync();
    expect([sheet.tabColor, sheet.showGridlines, frozen.address, area.address, titles.address]).toEqual(["#1F5C99", false, "Sheet1!A1:B3", "Sheet1!A1:F40", "Sheet1!1:3"]);
    const { orientation, paperSize, zoom, leftMargin, centerHorizontally } = sheet.pageLayout;
    expect([orientation, paperSize, zoom, leftMargin, centerHorizontally]).toEqual(["Landscape", "A4", { horizontalFitToPages: 1 }, 36, true]);
    expect([footers.leftFooter, footers.centerFooter, footers.rightFooter]).toEqual(["Ale kommun", "Sida &P av &N", ""]);
  });
});

test("names stand for cells and constants, and are unique whatever their case", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    sheet.getRange("A1:A3").values = [[1], [2], [3]];
    context.workbook.names.add("Tal", sheet.getRange("A1:A3"));
    context.workbook.names.add("Gräns", "=0.9");
    sheet.getRange("B1").formulas = [["=SUM(Tal)*Gräns"]];
    const cell = sheet.getRange("B1").load("values");
    const name = context.workbook.names.getItem("TAL").load("formula,type,visible");
    const range = sheet.getRange("tal").load("address");
    await context.sync();
    expect([name.formula, name.type, range.address]).toEqual(["=Sheet1!$A$1:$A$3", "Range", "Sheet1!A1:A3"]);
    expect(cell.values[0]?.[0]).toBeCloseTo(5.4);
  });
  expect(await codeOf(excel, (context, sheet) => context.workbook.names.add("tal", sheet.getRange("A1")))).toBe("InvalidArgument");
  expect(await codeOf(excel, (context) => context.workbook.names.getItem("Missing").load("formula"))).toBe("ItemNotFound");
});

test("settings are kept with the workbook", async () => {
  const excel = openExcel();
  await batch(excel, (context) => {
    context.workbook.settings.add("enhet", "KS");
    context.workbook.settings.add("val", { period: "T1 2019", publik: true });
  });
  await batch(reopened(excel), async (context) => {
    const unit = context.workbook.settings.getItem("enhet").load("value");
    const choice = context.workbook.settings.getItem("val").load("value");
    const missing = context.workbook.settings.getItemOrNullObject("saknas").load("value");
    await context.sync();
    expect([unit.value, choice.value, missing.isNullObject]).toEqual(["KS", { period: "T1 2019", publik: true }, true]);
  });
});

test("the application tells the user's culture", async () => {
  const tell = async (culture: "sv-SE" | "en-US") => {
    const excel = openExcel({ culture });
    let told: unknown[] = [];
    await batch(excel, async (context) => {
      const app = context.workbook.application.load("decimalSeparator,thousandsSeparator,cultureInfo/name,cultureInfo/datetimeFormat/shortDatePattern");
      await context.sync();
      told = [app.cultureInfo.name, app.decimalSeparator, app.thousandsSeparator, app.cultureInfo.datetimeFormat.shortDatePattern];
    });
    return told;
  };
  expect(await tell("sv-SE")).toEqual(["sv-SE", ",", "\u00a0", "yyyy-MM-dd"]);
  expect(await tell("en-US")).toEqual(["en-US", ".", ",", "M/d/yyyy"]);
});

test("a name tells the value and the type that its formula comes to", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    sheet.getRange("A1:A2").values = [[1], [2]];
    const { names } = context.workbook;
    names.add("Rutor", sheet.getRange("A1:A2"));
    names.addFormulaLocal("Summa", "=SUM(Rutor)+1");
    names.add("Fel", "=1/0");
    names.add("Ord", '="a"&"b"');
    names.load("items/name,items/type,items/value");
    await context.sync();
    expect(names.items.map(({ name, type, value }): unknown[] => [name, type, value])).toEqual([
      ["Rutor", "Range", "=Sheet1!$A$1:$A$2"], ["Summa", "Double", 4], ["Fel", "Error", "#DIV/0!"], ["Ord", "String", "ab"],
    ]);
  });
});

test("several blocks: what they share with a range, and where they lie when moved", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    const areas = sheet.getRanges("A1:A3,C1:C3");
    const [common, moved, none] = [areas.getIntersection("A2:E2"), areas.getOffsetRangeAreas(1, 1), areas.getIntersectionOrNullObject("B1:B9")];
    common.load("address");
    moved.load("address");
    await context.sync();
    expect([common.address, moved.address, none.isNullObject]).toEqual(["Sheet1!A2,Sheet1!C2", "Sheet1!B2:B4,Sheet1!D2:D4", true]);
  });
});

test("a print area and titles are given, absent ones are ItemNotFound or null", async () => {
  const excel = openExcel();
  expect(await codeOf(excel, (_context, sheet) => sheet.pageLayout.getPrintArea().load("address"))).toBe("ItemNotFound");
  await batch(excel, async (context, sheet) => {
    sheet.pageLayout.setPrintArea("A1:D9");
    sheet.pageLayout.setPrintTitleRows("$1:$2");
    const [area, rows, columns] = [sheet.pageLayout.getPrintArea(), sheet.pageLayout.getPrintTitleRows(), sheet.pageLayout.getPrintTitleColumnsOrNullObject()];
    area.load("address");
    rows.load("address");
    await context.sync();
    expect([area.address, rows.address, columns.isNullObject]).toEqual(["Sheet1!A1:D9", "Sheet1!1:2", true]);
  });
});
