import { batch, codeOf, openExcel, reopened } from "./openExcel";

test("formats are set on every cell, read as one where they are alike, and null where they differ", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    const block = sheet.getRange("A1:C3");
    block.format.font.bold = true;
    block.format.fill.color = "#ddebf7";
    block.format.horizontalAlignment = "Center";
    sheet.getRange("B2").format.font.bold = false;
    sheet.getRange("B2").format.fill.clear();
    block.load("format/fill/color,format/font/bold,format/font/name,format/horizontalAlignment,format/wrapText");
    const corner = sheet.getRange("A1").load("format/fill/color,format/font/bold");
    const cleared = sheet.getRange("B2").load("format/fill/color");
    await context.sync();
    expect([block.format.fill.color, block.format.font.bold, block.format.horizontalAlignment, block.format.wrapText]).toEqual([null, null, "Center", false]);
    expect([corner.format.fill.color, corner.format.font.bold, cleared.format.fill.color]).toEqual(["#DDEBF7", true, "#FFFFFF"]);
  });
});

test("colours are given as #RRGGBB or by name; anything else is refused", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    const cell = sheet.getRange("A1");
    cell.format.font.color = "orange";
    cell.load("format/font/color");
    await context.sync();
    expect(cell.format.font.color).toBe("#FFA500");
  });
  expect(await codeOf(excel, (_context, sheet) => (sheet.getRange("A1").format.fill.color = "blågrön"))).toBe("InvalidArgument");
});

test("borders: edges go round the block, inside lines between its cells, and both survive a save", async () => {
  const excel = openExcel();
  await batch(excel, (_context, sheet) => {
    const { borders } = sheet.getRange("B2:D4").format;
    borders.getItem("EdgeBottom").style = "Continuous";
    borders.getItem("EdgeBottom").weight = "Medium";
    borders.getItem("EdgeBottom").color = "#1F5C99";
    borders.getItem("InsideHorizontal").style = "Dot";
  });
  await batch(reopened(excel), async (context, sheet) => {
    const at = (address: string, side: "EdgeBottom" | "EdgeRight") => sheet.getRange(address).format.borders.getItem(side).load("style,weight,color");
    const bottom = at("C4", "EdgeBottom");
    const middle = at("C3", "EdgeBottom");
    const side = at("D3", "EdgeRight");
    await context.sync();
    expect([bottom.style, bottom.weight, bottom.color]).toEqual(["Continuous", "Medium", "#1F5C99"]);
    expect([middle.style, side.style]).toEqual(["Dot", "None"]);
  });
});

test("a column of 48 points is the standard 64 pixels; widths survive a save", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    sheet.load("standardWidth");
    sheet.getRange("B:C").format.columnWidth = 150;
    sheet.getRange("A1").format.rowHeight = 30;
    await context.sync();
    expect(sheet.standardWidth).toBe(48);
  });
  await batch(reopened(excel), async (context, sheet) => {
    const formats = ["A1", "B1", "C9", "B1:C1", "A1:B1"].map((address) => sheet.getRange(address).load("format/columnWidth,format/rowHeight"));
    await context.sync();
    expect(formats.map(({ format }) => format.columnWidth)).toEqual([48, 150, 150, 150, null]);
    expect([formats[0]?.format.rowHeight, formats[2]?.format.rowHeight]).toEqual([30, 15]);
  });
});

test("autofit widens a column to its longest text", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    sheet.getRange("A1:B1").values = [["Andel arbetslösa och i program i åldern 18–24 år", "kort"]];
    sheet.getRange("A:B").format.autofitColumns();
    const [long, short] = ["A1", "B1"].map((address) => sheet.getRange(address).load("format/columnWidth"));
    await context.sync();
    expect(long?.format.columnWidth).toBeGreaterThan(200);
    expect(short?.format.columnWidth).toBeLessThan(48);
  });
});

test("rows and columns can be hidden, and areas formatted together", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    sheet.getRange("2:3").rowHidden = true;
    sheet.getRange("C:C").columnHidden = true;
    const areas = sheet.getRanges("A1:B1,D4:E5");
    areas.format.fill.color = "yellow";
    areas.load("address,areaCount,cellCount,areas/items/address");
    const rows = ["A2:A3", "A1:A2", "A1"].map((address) => sheet.getRange(address).load("rowHidden"));
    const column = sheet.getRange("C1").load("columnHidden");
    const filled = sheet.getRange("E5").load("format/fill/color");
    await context.sync();
    expect([areas.address, areas.areaCount, areas.cellCount]).toEqual(["Sheet1!A1:B1,Sheet1!D4:E5", 2, 6]);
    expect(areas.areas.items.map(({ address }) => address)).toEqual(["Sheet1!A1:B1", "Sheet1!D4:E5"]);
    expect([rows.map(({ rowHidden }) => rowHidden), column.columnHidden, filled.format.fill.color]).toEqual([[true, null, false], true, "#FFFF00"]);
  });
});

test("clear takes contents, formats or both", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    for (const address of ["A1", "A2", "A3"]) {
      sheet.getRange(address).values = [["x"]];
      sheet.getRange(address).format.fill.color = "red";
    }
    sheet.getRange("A1").clear("Contents");
    sheet.getRange("A2").clear("Formats");
    sheet.getRange("A3").clear();
    const cells = ["A1", "A2", "A3"].map((address) => sheet.getRange(address).load("values,format/fill/color"));
    await context.sync();
    expect(cells.map((cell) => [cell.values[0]?.[0], cell.format.fill.color])).toEqual([["", "#FF0000"], ["x", "#FFFFFF"], ["", "#FFFFFF"]]);
  });
});

test("properties of many cells are set in one call", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    sheet.getRange("A1:B1").setCellProperties([[{ format: { fill: { color: "#FF0000" }, font: { bold: true } } }, { format: { borders: { bottom: { style: "Continuous" } } } }]]);
    sheet.getRange("A2:A3").setRowProperties([{ rowHidden: true }, { format: { rowHeight: 40 } }]);
    sheet.getRange("C1:D1").setColumnProperties([{ format: { columnWidth: 96 } }, { columnHidden: true }]);
    const properties = sheet.getRange("A1:B1").getCellProperties({ address: true, format: { fill: { color: true }, font: { bold: true } } });
    const third = sheet.getRange("C3").load("rowHidden,format/rowHeight,format/columnWidth");
    const border = sheet.getRange("B1").format.borders.getItem("EdgeBottom").load("style");
    await context.sync();
    expect(properties.value).toEqual([
      [
        { address: "Sheet1!A1", format: { fill: { color: "#FF0000" }, font: { bold: true } } },
        { address: "Sheet1!B1", format: { fill: { color: "#FFFFFF" }, font: { bold: false } } },
      ],
    ]);
    expect([third.rowHidden, third.format.rowHeight, third.format.columnWidth, border.style]).toEqual([false, 40, 96, "Continuous"]);
  });
});

test("a validation list is a range on another sheet, or words with commas", async () => {
  const excel = openExcel();
  await batch(excel, (context, sheet) => {
    const lists = context.workbook.worksheets.add("Listor");
    lists.getRange("A1:A3").values = [["Öka"], ["Minska"], ["Följs"]];
    sheet.getRange("A1:A5").dataValidation.rule = { list: { inCellDropDown: true, source: lists.getRange("A1:A3") } };
    sheet.getRange("B1:B5").dataValidation.rule = { list: { inCellDropDown: true, source: "Ja,Nej" } };
    sheet.getRange("B1:B5").dataValidation.errorAlert = { title: "Fel", message: "Välj Ja eller Nej.", showAlert: true, style: "Warning" };
    sheet.getRange("C1").dataValidation.rule = { custom: { formula: "=LEN(C1)<10" } };
    sheet.getRange("D1").dataValidation.rule = { date: { formula1: "2019-01-01", operator: "GreaterThan" } };
  });
  await batch(reopened(excel), async (context, sheet) => {
    const rules = ["A2", "B2", "C1", "D1", "E1", "A1:B1"].map((address) => sheet.getRange(address).dataValidation.load("type,rule,errorAlert,ignoreBlanks"));
    await context.sync();
    expect(rules.map(({ type }) => type)).toEqual(["List", "List", "Custom", "Date", "None", "Inconsistent"]);
    expect(rules[0]?.rule).toEqual({ list: { inCellDropDown: true, source: "=Listor!$A$1:$A$3" } });
    expect(rules[1]?.rule).toEqual({ list: { inCellDropDown: true, source: "Ja,Nej" } });
    expect(rules[1]?.errorAlert).toEqual({ title: "Fel", message: "Välj Ja eller Nej.", showAlert: true, style: "Warning" });
    expect(rules[2]?.rule).toEqual({ custom: { formula: "=LEN(C1)<10" } });
    expect(rules[3]?.rule).toEqual({ date: { formula1: "=43466", operator: "GreaterThan" } });
  });
  expect(await codeOf(excel, (_context, sheet) => (sheet.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: "x".repeat(256) } }))).toBe("InvalidArgument");
});

test("conditional formats by formula, by value and by text are kept through a save", async () => {
  const excel = openExcel();
  await batch(excel, (_context, sheet) => {
    const range = sheet.getRange("A1:A9");
    const custom = range.conditionalFormats.add("Custom");
    custom.custom.format.fill.color = "#F8CBAD";
    custom.custom.rule.formula = "=$B1=\"Fel\"";
    custom.custom.format.font.color = "#9C0006";
    const value = range.conditionalFormats.add("CellValue");
    value.cellValue.rule = { operator: "LessThan", formula1: "0.9" };
    value.cellValue.format.font.bold = true;
    const text = range.conditionalFormats.add("ContainsText");
    text.textComparison.rule = { operator: "Contains", text: "Ej" };
    text.textComparison.format.font.color = "red";
    sheet.getRange("C1").conditionalFormats.add("Custom").custom.rule.formula = "=TRUE";
  });
  await batch(reopened(excel), async (context, sheet) => {
    const count = sheet.getRange("A1").conditionalFormats.getCount();
    const all = sheet.getRange("A1:A9").conditionalFormats.load("items/type");
    await context.sync();
    expect([count.value, [...all.items].map(({ type }) => type).sort()]).toEqual([3, ["CellValue", "ContainsText", "Custom"]]);
    const custom = all.items.find(({ type }) => type === "Custom");
    custom?.load("custom/rule/formula,custom/format/fill/color,custom/format/font/color");
    await context.sync();
    expect([custom?.custom.rule.formula, custom?.custom.format.fill.color, custom?.custom.format.font.color]).toEqual(["=$B1=\"Fel\"", "#F8CBAD", "#9C0006"]);
    sheet.getRange("A1:A9").conditionalFormats.clearAll();
    const left = sheet.getRange("A1:C9").conditionalFormats.getCount();
    await context.sync();
    expect(left.value).toBe(1);
  });
});

test("merging keeps the first cell's content, and is refused in a table", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    sheet.getRange("A1:B1").values = [["kept", "lost"]];
    sheet.getRange("A1:B1").merge();
    sheet.tables.add("D1:E3", true);
    const range = sheet.getRange("A1:B1").load("values");
    await context.sync();
    expect(range.values).toEqual([["kept", ""]]);
  });
  expect(await codeOf(excel, (_context, sheet) => sheet.getRange("D1:E1").merge())).toBe("InvalidArgument");
});

test("rows are sorted by the values of a column, empty ones last", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    const range = sheet.getRange("A1:B5");
    range.values = [["Namn", "Tal"], ["b", 2], ["c", ""], ["a", 10], ["å", 1]];
    range.sort.apply([{ key: 1, ascending: false }], false, true);
    range.load("values");
    await context.sync();
    expect(range.values.map((row: unknown[]) => row[0])).toEqual(["Namn", "a", "b", "å", "c"]);
  });
});

test("a number format that Excel cannot read is refused", async () => {
  const excel = openExcel();
  for (const format of ["0;0;0;0;0", "Standard"]) {
    expect(await codeOf(excel, (_context, sheet) => (sheet.getRange("A1").numberFormat = [[format]]))).toBe("InvalidArgument");
  }
});

test("one number format, in an array of its own, goes for every cell, also of whole columns", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    sheet.getRange("A1:B2").numberFormat = [["0.0%"]];
    sheet.getRange("D:D").numberFormat = [["yyyy-mm-dd"]];
    sheet.getRange("D5").values = [["2019-01-22"]];
    const [block, date] = ["A1:B2", "D5"].map((address) => sheet.getRange(address).load("numberFormat,text"));
    await context.sync();
    expect([block?.numberFormat, date?.text]).toEqual([[["0.0%", "0.0%"], ["0.0%", "0.0%"]], [["2019-01-22"]]]);
  });
});

test("whether cells satisfy their validation rule", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    sheet.getRange("A1:D2").values = [["Ja", 5, "abc", 3], ["Nej", 50, "for long", 4]];
    sheet.getRange("A1:A3").dataValidation.rule = { list: { inCellDropDown: true, source: "Ja,Nej" } };
    sheet.getRange("B1:B2").dataValidation.rule = { wholeNumber: { formula1: 0, formula2: 10, operator: "Between" } };
    sheet.getRange("C1:C2").dataValidation.rule = { textLength: { formula1: 5, operator: "GreaterThan" } };
    sheet.getRange("D1:D2").dataValidation.rule = { custom: { formula: "=D1<B1" } };
    const checks = ["A1:A3", "B1", "B1:B2", "B2", "C1", "D1:D2"].map((address) => sheet.getRange(address).dataValidation.load("valid"));
    await context.sync();
    expect(checks.map(({ valid }) => valid)).toEqual([true, true, null, false, false, true]);
  });
});

/** One after the other, each with a rule of its own to know it by. */
function threeFormats(range: Excel.Range): Excel.ConditionalFormat[] {
  return ["=A1>1", "=A1>2", "=A1>3"].map((formula) => {
    const format = range.conditionalFormats.add("Custom");
    format.custom.rule.formula = formula;
    return format;
  });
}

test("a conditional format stays the same one when others come before it or are changed", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    const range = sheet.getRange("A1:A3");
    const formats = threeFormats(range);
    await context.sync();
    const [first] = formats;
    if (first === undefined) {
      throw new Error("no format");
    }
    first.stopIfTrue = true;
    first.custom.format.font.bold = true;
    const all = range.conditionalFormats.load("items/id,items/priority,items/stopIfTrue,items/custom/rule/formula");
    formats.forEach((format) => format.load("id"));
    await context.sync();
    // The last one added is applied first.
    expect(all.items.map((item) => [item.id, item.priority, item.custom.rule.formula, item.stopIfTrue])).toEqual([
      [formats[2]?.id, 0, "=A1>3", false], [formats[1]?.id, 1, "=A1>2", false], [first.id, 2, "=A1>1", true],
    ]);
  });
});

test("a conditional format given another priority changes places with the others", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    const range = sheet.getRange("A1:A3");
    const formats = threeFormats(range);
    await context.sync();
    const order = async () => {
      const all = range.conditionalFormats.load("items/priority,items/custom/rule/formula");
      await context.sync();
      expect(all.items.map(({ priority }) => priority)).toEqual([0, 1, 2]);
      return all.items.map((item) => item.custom.rule.formula);
    };
    Object.assign(formats[0] ?? {}, { priority: 0 });
    expect(await order()).toEqual(["=A1>1", "=A1>3", "=A1>2"]);
    Object.assign(formats[0] ?? {}, { priority: 2 });
    expect(await order()).toEqual(["=A1>3", "=A1>2", "=A1>1"]);
  });
});

test("cells that break their validation rule are told by address, and none is a null object", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    sheet.getRange("A1:A3").values = [[5], [50], [7]];
    sheet.getRange("A1:A3").dataValidation.rule = { wholeNumber: { formula1: 0, formula2: 10, operator: "Between" } };
    const invalid = sheet.getRange("A1:A3").dataValidation.getInvalidCellsOrNullObject().load("address");
    const none = sheet.getRange("A1").dataValidation.getInvalidCellsOrNullObject();
    await context.sync();
    expect([invalid.address, none.isNullObject]).toEqual(["Sheet1!A2", true]);
  });
});

test("properties of rows, columns and cells are told with their addresses, the sheet's name in quotes where it needs them", async () => {
  const excel = openExcel();
  await batch(excel, async (context) => {
    const sheet = context.workbook.worksheets.add("Mål 2024");
    sheet.getRange("A1").format.rowHeight = 40;
    sheet.getRange("2:2").rowHidden = true;
    const rows = sheet.getRange("1:2").getRowProperties({ address: true, rowHidden: true, format: { rowHeight: true } });
    const cells = sheet.getRange("B1").getCellProperties({ address: true });
    await context.sync();
    expect(rows.value).toEqual([
      { address: "'Mål 2024'!1:1", rowHidden: false, format: { rowHeight: 40 } }, { address: "'Mål 2024'!2:2", rowHidden: true, format: { rowHeight: 15 } },
    ]);
    expect(cells.value).toEqual([[{ address: "'Mål 2024'!B1" }]]);
  });
});
