import { CHART_PREFIX } from "../../src/excel/writeCharts.js";
import { officeWorkbook } from "../../src/excel/officeWorkbook.js";
import type { ReportDocument } from "../../src/reports/document.js";
import { layoutReport } from "../../src/reports/layout/layout.js";
import type { ReportWritten, WorkbookPort } from "../../src/usecases/port.js";
import { openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { createXlsx, openXlsx, type Chart, type Workbook } from "../../src/xlsx/index.js";
import { committees, count, documentWithCharts, statusChart, text } from "../reports/charts.js";

/* A report's charts in Excel, through the genuine client: made, found again, and never mixed up with the user's own. */

const SHEET = "Prov T1 2019";

interface Opened {
  readonly excel: EmbeddedExcel;
  readonly port: WorkbookPort;
  readonly workbook: Workbook;
}

function opened(workbook: Workbook = createXlsx()): Opened {
  const excel = new EmbeddedExcel(workbook, { requirementSets: { ExcelApi: "1.13" } });
  return { excel, workbook, port: officeWorkbook(openClient(excel).Excel) };
}

/** Reads and writes as a build does: what stands on the sheet decides what is updated in place. */
async function write({ port }: Opened, document: ReportDocument): Promise<ReportWritten> {
  const layout = layoutReport(document);
  const { contents, sheets } = await port.read({ tables: [], sheets: [layout.sheetName, "Minne"] });
  const standing = contents.get(layout.sheetName);
  return port.writeReport({
    report: "prov", layout, covered: { rows: standing?.values.length ?? 0, columns: standing?.values[0]?.length ?? 0 }, standingCharts: standing?.charts ?? [],
    sheetExists: standing !== undefined, sheetIsHidden: false, reliesOn: [],
    memory: { sheetName: "Minne", sheetExists: contents.has("Minne"), isVeryHidden: sheets.some(({ name, visibility }) => name === "Minne" && visibility === "veryHidden"), cells: [["m"]] },
  });
}

function chartsOf({ excel }: Opened): readonly Chart[] {
  return excel.workbook.sheet(SHEET)?.charts ?? [];
}

function only(report: Opened): Chart {
  const [chart, ...others] = chartsOf(report);
  if (chart === undefined || others.length > 0) throw new Error(`${others.length + 1} charts`);
  return chart;
}

const figures = ({ series }: Chart) => series.map(({ name, categories, values }) => [name, categories, values]);

test("a chart has the report's figures and names, in the request that writes the report", async () => {
  const report = opened();
  await write(report, documentWithCharts());
  expect(report.excel.traffic.requests).toBe(2);
  const chart = only(report);
  const names = ["KS", "Samhällsbyggnadsnämnden", "OAN"];
  expect([chart.name, chart.kind, chart.title, chart.legend]).toEqual([`${CHART_PREFIX}läge`, "barStacked", "Uppdrag per nämnd", "bottom"]);
  expect(figures(chart)).toEqual([["Genomfört", names, [5, 3, 2]], ["Försenat", names, [1, 0, 4]]]);
  expect(chart.series.every(({ showsLabels }) => showsLabels)).toBe(true);
  expect(chart.categoryAxis?.reversed).toBe(true);
});

test("it lies over the rows that are kept free for it", async () => {
  const report = opened();
  const document = documentWithCharts();
  await write(report, document);
  const area = layoutReport(document).charts[0]?.area;
  expect(only(report).place).toEqual({
    from: { row: area?.row, column: 0, rowOffset: 0, columnOffset: 0 },
    to: { row: (area?.row ?? 0) + (area?.rows ?? 0), column: area?.columns, rowOffset: 0, columnOffset: 0 },
  });
});

test.each(["column", "stackedColumn", "bar", "stackedBar", "line"] as const)("building again changes no byte: %s", async (type) => {
  const report = opened();
  const document = documentWithCharts([statusChart({ type, valueTitle: "Antal" }), statusChart({ id: "en", type, series: [{ column: "Försenat" }] })]);
  await write(report, document);
  const first = report.excel.save();
  const again = opened(openXlsx(first));
  await write(again, document);
  expect(Buffer.from(again.excel.save()).equals(Buffer.from(first))).toBe(true);
});

test("a status that changes is drawn in the same chart, with what the user gave it", async () => {
  const report = opened();
  await write(report, documentWithCharts());
  const before = only(report);
  before.altText = "Nämndens egen text";
  await write(report, documentWithCharts([statusChart()], [[text("KS"), count(6), count(0)], ...committees.slice(1)]));
  expect(only(report)).toBe(before);
  expect(before.series.map(({ values }) => values)).toEqual([[6, 3, 2], [0, 0, 4]]);
  expect(before.altText).toBe("Nämndens egen text");
});

test("it follows when rows come to and go from its table, and when it is to be of another type", async () => {
  const report = opened();
  await write(report, documentWithCharts());
  await write(report, documentWithCharts([statusChart({ type: "column", series: [{ column: "Försenat" }], rows: { first: 0, count: 4 } })], [...committees, [text("UBN"), count(1), count(7)]]));
  const chart = only(report);
  expect([chart.kind, chart.legend]).toEqual(["columnClustered", "none"]);
  expect(figures(chart)).toEqual([["Försenat", ["KS", "Samhällsbyggnadsnämnden", "OAN", "UBN"], [1, 0, 4, 7]]]);
});

test("one that the report no longer has is taken away, and the others stay", async () => {
  const report = opened();
  await write(report, documentWithCharts([statusChart(), statusChart({ id: "annat" })]));
  await write(report, documentWithCharts([statusChart({ id: "annat" })]));
  expect(chartsOf(report).map(({ name }) => name)).toEqual([`${CHART_PREFIX}annat`]);
  await write(report, documentWithCharts([]));
  expect(chartsOf(report)).toEqual([]);
});

test("charts of the user's own are never touched, and one of ours with another name has become the user's", async () => {
  const report = opened();
  await write(report, documentWithCharts());
  only(report).name = "Till ledningen";
  const own = report.workbook.sheet(SHEET)?.addChart("line");
  if (own === undefined) throw new Error("no sheet");
  own.title = "Mitt";
  const place = own.place;
  await write(report, documentWithCharts());
  await write(report, documentWithCharts([]));
  expect(chartsOf(report).map(({ name, title }) => [name, title])).toEqual([["Till ledningen", "Uppdrag per nämnd"], [own.name, "Mitt"]]);
  expect(own.place).toEqual(place);
});

test("a write that fails at whatever call is healed by the next: every chart of the report, once, as it would have been", async () => {
  const whole = opened();
  const document = documentWithCharts([statusChart(), statusChart({ id: "annat", type: "line" })]);
  await write(whole, document);
  const wanted = chartsOf(whole).map((chart) => [chart.name, chart.title, figures(chart), chart.place]);
  const actions = whole.excel.traffic.actions;
  const sample = Array.from({ length: 24 }, (_, index) => Math.ceil(((index + 1) * actions) / 24));
  for (const failing of sample) {
    const report = opened();
    report.excel.faults.failAt(failing);
    await write(report, document).catch(() => undefined);
    report.excel.faults.clear();
    await write(report, document);
    const found = chartsOf(report).filter(({ name }) => name.startsWith(CHART_PREFIX));
    expect(found.map((chart) => [chart.name, chart.title, figures(chart), chart.place])).toEqual(wanted);
  }
});

test("a chart that somebody deletes while the report is being built is made anew the next time", async () => {
  const report = opened();
  await write(report, documentWithCharts());
  const sheet = report.workbook.sheet(SHEET);
  const document = documentWithCharts();
  const layout = layoutReport(document);
  sheet?.removeChart(only(report));
  const stale = { report: "prov", layout, covered: { rows: 40, columns: 4 }, standingCharts: [`${CHART_PREFIX}läge`], sheetExists: true, sheetIsHidden: false, reliesOn: [], memory: { sheetName: "Minne", sheetExists: true, isVeryHidden: true, cells: [["m"]] } };
  await expect(report.port.writeReport(stale)).rejects.toMatchObject({ name: "WorkbookError" });
  await write(report, document);
  expect(only(report).title).toBe("Uppdrag per nämnd");
});
