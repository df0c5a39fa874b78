import type { Chart } from "../../src/xlsx/index.js";
import { batch, codeOf, openExcel, type Opened, reopened } from "./openExcel.js";

/* Charts as Excel has them, through Microsoft's own client. */

const FIGURES = [["Nämnd", "Uppnått", "Ej uppnått"], ["KS", 5, 1], ["SBN", 3, 0], ["OAN", 2, 4]];

async function withFigures(): Promise<Opened> {
  const excel = openExcel();
  await batch(excel, (_context, sheet) => {
    sheet.getRange("A1:C4").values = FIGURES;
  });
  return excel;
}

function chartsOf({ host }: Opened): readonly Chart[] {
  return host.workbook.sheet("Sheet1")?.charts ?? [];
}

function only(excel: Opened): Chart {
  const [chart] = chartsOf(excel);
  if (chart === undefined) throw new Error("no chart");
  return chart;
}

test("a chart of a block of cells has a series for each column of figures, named by its header, and the first column's texts as categories", async () => {
  const excel = await withFigures();
  await batch(excel, (_context, sheet) => {
    sheet.charts.add("ColumnStacked", sheet.getRange("A1:C4"), "Columns").name = "Läget";
  });
  const { name, kind, series } = only(reopened(excel));
  expect([name, kind]).toEqual(["Läget", "columnStacked"]);
  expect(series.map((one) => [one.name, one.values, one.categories, one.valuesFrom])).toEqual([
    ["Uppnått", [5, 3, 2], ["KS", "SBN", "OAN"], "Sheet1!$B$2:$B$4"],
    ["Ej uppnått", [1, 0, 4], ["KS", "SBN", "OAN"], "Sheet1!$C$2:$C$4"],
  ]);
});

test("series by rows, and guessed after the block's longer side", async () => {
  const excel = await withFigures();
  await batch(excel, (_context, sheet) => {
    sheet.charts.add("Line", sheet.getRange("A1:C4"), "Rows");
    sheet.charts.add("Line", sheet.getRange("A1:C4"));
  });
  const [byRows, guessed] = chartsOf(excel);
  expect(byRows?.series.map(({ name, values }) => [name, values])).toEqual([["KS", [5, 1]], ["SBN", [3, 0]], ["OAN", [2, 4]]]);
  expect(guessed?.series.map(({ name }) => name)).toEqual(["Uppnått", "Ej uppnått"]);
});

test("a chart is found by its name, whatever its case; one that is not there is a null object, or an error", async () => {
  const excel = await withFigures();
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.charts.add("BarClustered", sheet.getRange("A1:B4")).name = "Läget";
    const found = sheet.charts.getItemOrNullObject("LÄGET").load("name,chartType");
    const missing = sheet.charts.getItemOrNullObject("Annat").load("name");
    const all = sheet.charts.load("items/name,count");
    await context.sync();
    expect([found.isNullObject, found.name, found.chartType]).toEqual([false, "Läget", "BarClustered"]);
    expect(missing.isNullObject).toBe(true);
    expect([all.count, all.items.map(({ name }) => name)]).toEqual([1, ["Läget"]]);
  });
  expect(await codeOf(excel, (_context, sheet) => sheet.charts.getItem("Annat").delete())).toBe("ItemNotFound");
});

test("a chart that was reached in one request is the same in the next, also when it has got another name", async () => {
  const excel = await withFigures();
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const chart = sheet.charts.add("Line", sheet.getRange("A1:B4"));
    chart.load("name");
    await context.sync();
    expect(chart.name).toBe("Diagram 1");
    chart.name = "Ett annat namn";
    await context.sync();
    chart.title.text = "Rubrik";
    await context.sync();
  });
  expect([only(excel).name, only(excel).title]).toEqual(["Ett annat namn", "Rubrik"]);
});

test("it covers the cells that it is put over, and its size and place are in points", async () => {
  const excel = await withFigures();
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A:A").format.columnWidth = 90;
    const chart = sheet.charts.add("Line", sheet.getRange("A1:B4"));
    chart.setPosition("B7", "D16");
    chart.load("left,top,width,height");
    await context.sync();
    expect([chart.left, chart.top, chart.height]).toEqual([90, 90, 150]);
    chart.setPosition("A1");
    chart.left = 12;
    chart.height = 40;
    chart.load("left,top,width,height");
    const width = chart.width;
    await context.sync();
    expect([chart.left, chart.top, chart.width, chart.height]).toEqual([12, 0, width, 40]);
  });
  expect(only(excel).place?.to).toMatchObject({ row: 2, rowOffset: 10 * 12_700 });
});

test("series are added, given cells and colours, and taken away", async () => {
  const excel = await withFigures();
  await batch(excel, (_context, sheet) => {
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("C1:C4"), "Columns");
    chart.series.getItemAt(0).setXAxisValues(sheet.getRange("A2:A4"));
    const second = chart.series.add("Egen");
    second.setValues(sheet.getRange("B2:B4"));
    second.format.fill.setSolidColor("#0A4A24");
    second.hasDataLabels = true;
    second.dataLabels.numberFormat = "0;-0;;";
    second.dataLabels.format.font.color = "white";
    chart.series.getItemAt(0).delete();
  });
  const { series } = only(reopened(excel));
  expect(series.map(({ name, values, color, showsLabels, labelFormat, labelColor }) => [name, values, color, showsLabels, labelFormat, labelColor])).toEqual([["Egen", [5, 3, 2], "#0A4A24", true, "0;-0;;", "#FFFFFF"]]);
});

test("a line with markers keeps them when its colour is set after them", async () => {
  const excel = await withFigures();
  await batch(excel, (_context, sheet) => {
    const chart = sheet.charts.add("LineMarkers", sheet.getRange("B1:B4"), "Columns");
    const line = chart.series.getItemAt(0);
    line.markerStyle = "Diamond";
    line.format.line.color = "#1F3864";
  });
  const { kind, series: [line] } = only(reopened(excel));
  expect([kind, line?.marker, line?.color]).toEqual(["lineMarkers", "diamond", "#1F3864"]);
});

test("another type keeps names and cells", async () => {
  const excel = await withFigures();
  await batch(excel, (_context, sheet) => {
    sheet.charts.add("Line", sheet.getRange("A1:C4"), "Columns").chartType = "BarStacked";
  });
  const { kind, series } = only(reopened(excel));
  expect([kind, ...series.map(({ name, values }) => [name, values])]).toEqual(["barStacked", ["Uppnått", [5, 3, 2]], ["Ej uppnått", [1, 0, 4]]]);
});

test("title, legend and axes", async () => {
  const excel = await withFigures();
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const chart = sheet.charts.add("BarStacked", sheet.getRange("A1:C4"), "Columns");
    chart.title.text = "Måluppfyllelse & läge";
    chart.legend.visible = false;
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.axes.valueAxis.visible = false;
    chart.axes.valueAxis.majorGridlines.visible = false;
    chart.axes.categoryAxis.title.text = "Nämnd";
    chart.load("title/text,title/visible,legend/visible,axes/categoryAxis/reversePlotOrder,axes/valueAxis/visible,axes/categoryAxis/title/text");
    await context.sync();
    expect([chart.title.text, chart.title.visible, chart.legend.visible, chart.axes.categoryAxis.reversePlotOrder, chart.axes.valueAxis.visible, chart.axes.categoryAxis.title.text])
      .toEqual(["Måluppfyllelse & läge", true, false, true, false, "Nämnd"]);
  });
});

test("references follow rows that are inserted above, and a sheet that is renamed", async () => {
  const excel = await withFigures();
  await batch(excel, (_context, sheet) => {
    sheet.charts.add("Line", sheet.getRange("B1:B4"), "Columns");
    sheet.getRange("1:2").insert("Down");
    sheet.name = "Årets läge";
  });
  expect(excel.host.workbook.sheet("Årets läge")?.charts[0]?.series[0]?.valuesFrom).toBe("'Årets läge'!$B$4:$B$6");
});

test("on a protected sheet charts are not touched, and a type that is not known here is refused by its name", async () => {
  const excel = await withFigures();
  expect(await codeOf(excel, (_context, sheet) => sheet.charts.add("Treemap", sheet.getRange("A1:B4")))).toBe("ApiNotFound");
  await batch(excel, (_context, sheet) => {
    sheet.charts.add("Line", sheet.getRange("A1:B4")).name = "Läget";
    sheet.protection.protect();
  });
  expect(await codeOf(excel, (_context, sheet) => sheet.charts.getItem("Läget").delete())).toBe("AccessDenied");
  expect(chartsOf(excel)).toHaveLength(1);
});

test("the last chart takes its drawing with it", async () => {
  const excel = await withFigures();
  await batch(excel, (_context, sheet) => {
    const chart = sheet.charts.add("Line", sheet.getRange("A1:B4"));
    chart.title.text = "Bort";
    chart.delete();
  });
  const file = Buffer.from(excel.host.save());
  expect(["xl/charts/", "xl/drawings/"].map((folder) => file.includes(folder))).toEqual([false, false]);
  expect(chartsOf(reopened(excel))).toEqual([]);
});
