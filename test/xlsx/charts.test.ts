/** Charts: what is set is there after a save, the user's own stay as they were, and other programs read both. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { createXlsx, openXlsx } from "../../src/xlsx/index.js";
import type { Chart, ChartKind, Sheet, Workbook } from "../../src/xlsx/index.js";
import { savedByLibreOffice } from "../libreoffice/libreOffice.js";
import { describeWith } from "../tools.js";
import { chart as foreignChart, excelDialectParts, zipParts } from "./excelDialect.js";
import { area, code, defined, firstSheet, reopened } from "./expecting.js";

const KINDS: readonly ChartKind[] = ["columnClustered", "columnStacked", "columnStacked100", "barClustered", "barStacked", "barStacked100", "line", "lineMarkers"];
const FIGURES = [["Nämnd & <utskott>", "Uppnått", "Ej uppnått"], ["KS", 5, 1], ["SBN", 2.5, null], ["OAN", 0, 4]];

function withFigures(): Workbook {
  const workbook = createXlsx();
  FIGURES.forEach((cells, row) => { cells.forEach((value, column) => { firstSheet(workbook).setCell(row, column, { value }); }); });
  return workbook;
}

/** With two series, everything that can be set set. */
function addFullChart(sheet: Sheet, kind: ChartKind): Chart {
  const chart = sheet.addChart(kind);
  chart.name = `Läget ${kind}`;
  chart.altText = "Vad som syns & <varför>";
  chart.title = "Läget";
  chart.setTitleFont({ size: 12, bold: true, color: "#1F3864" });
  chart.setFont({ size: 10, color: "#1F1F1F" });
  chart.legend = "bottom";
  chart.gapWidth = 60;
  for (const column of [1, 2]) {
    const series = chart.addSeries();
    series.setNameFrom({ sheet, rect: area(0, column, 1, 1) });
    series.setCategories({ sheet, rect: area(1, 0, 3, 1) });
    series.setValues({ sheet, rect: area(1, column, 3, 1) });
    series.color = column === 1 ? "#0A4A24" : "#8C1D18";
    series.outline = "#FFFFFF";
    if (kind === "lineMarkers") series.marker = "diamond";
    series.showsLabels = true;
    series.labelFormat = "0;-0;;";
    series.labelColor = "#FFFFFF";
  }
  const { categoryAxis, valueAxis } = chart;
  if (categoryAxis !== undefined) categoryAxis.reversed = true;
  if (valueAxis !== undefined) Object.assign(valueAxis, { title: "Antal", majorGridlines: false, tickLabels: "none" });
  chart.setPlace({ row: 5, column: 0, rowOffset: 0, columnOffset: 0 }, { row: 20, column: 6, rowOffset: 12_700, columnOffset: 25_400 });
  return chart;
}

function seen(chart: Chart): unknown {
  const { name, altText, kind, title, legend, gapWidth, place, series, categoryAxis, valueAxis } = chart;
  return {
    name, altText, kind, title, legend, gapWidth, place, axes: [categoryAxis?.reversed, valueAxis?.title, valueAxis?.majorGridlines, valueAxis?.tickLabels],
    series: series.map((one) => [one.name, one.categories, one.values, one.valuesFrom, one.color, one.outline, one.marker, one.showsLabels, one.labelFormat, one.labelColor]),
  };
}

test.each(KINDS)("a chart of kind %s is after a save what it was made", (kind) => {
  const workbook = withFigures();
  const made = addFullChart(firstSheet(workbook), kind);
  const [read, ...others] = firstSheet(reopened(workbook)).charts;
  expect(others).toEqual([]);
  expect(seen(defined(read))).toEqual(seen(made));
  const [first, second] = made.series;
  expect([first?.values, second?.values, first?.categories]).toEqual([[5, 2.5, 0], [1, null, 4], ["KS", "SBN", "OAN"]]);
});

test("whatever texts are set are read back, and what XML cannot hold is refused and changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), fc.string({ unit: "grapheme", maxLength: 40 }), (any, text) => {
      const workbook = withFigures();
      const chart = addFullChart(firstSheet(workbook), "barStacked");
      const before = seen(chart);
      const setAll = (value: string) => {
        chart.name = value;
        chart.altText = value;
        chart.title = value;
        defined(chart.series[0]).name = value;
      };
      const answer = code(() => { setAll(any); });
      if (answer !== "nothing thrown") expect([answer, seen(chart)]).toEqual(["chart", before]);
      setAll(text.replace(/\p{Cc}/gu, " "));
      expect(seen(defined(firstSheet(reopened(workbook)).charts[0]))).toEqual(seen(chart));
    }),
    { numRuns: 60 },
  );
});

test("the same chart made twice gives the same file, and made over anew in place too", () => {
  const make = () => {
    const workbook = withFigures();
    addFullChart(firstSheet(workbook), "columnStacked");
    return workbook;
  };
  const first = make().save();
  expect(Buffer.from(make().save()).equals(Buffer.from(first))).toBe(true);
  const again = openXlsx(first);
  const chart = defined(firstSheet(again).charts[0]);
  for (const series of chart.series) chart.removeSeries(series);
  firstSheet(again).removeChart(addFullChart(firstSheet(again), "line"));
  expect(firstSheet(again).charts.map(({ name }) => name)).toEqual(["Läget columnStacked"]);
});

const partsOf = (file: Uint8Array) => new Map(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, Buffer.from(bytes).toString("utf8")]));

/** As Excel frames a chart. */
const FRAME =
  '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Diagram 1" descr="Mitt diagram"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
  '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>' +
  "</a:graphicData></a:graphic></xdr:graphicFrame>";

test("a chart beside one of the user's own leaves that one as it was to the letter, and gone again leaves no trace in the drawing", () => {
  const parts = excelDialectParts();
  const drawing = String(parts["xl/drawings/drawing1.xml"]).replace("<xdr:clientData/>", `${FRAME}<xdr:clientData/>`);
  const file = zipParts({ ...parts, "xl/drawings/drawing1.xml": drawing });
  const before = partsOf(file);
  const workbook = openXlsx(file);
  const sheet = firstSheet(workbook);
  const [own] = sheet.charts;
  expect([own?.name, own?.altText, own?.kind, own?.series.map(({ valuesFrom }) => valuesFrom)]).toEqual(["Diagram 1", "Mitt diagram", "other", ["Data!$B$4:$B$6"]]);
  const made = addFullChart(sheet, "barClustered");
  const beside = partsOf(workbook.save());
  expect(beside.get("xl/charts/chart1.xml")).toBe(foreignChart);
  const anchor = /<xdr:twoCellAnchor>.*?<\/xdr:twoCellAnchor>/su.exec(before.get("xl/drawings/drawing1.xml") ?? "")?.[0];
  expect(beside.get("xl/drawings/drawing1.xml")).toContain(anchor);
  sheet.removeChart(made);
  const after = partsOf(workbook.save());
  expect(after.get("xl/drawings/drawing1.xml")).toBe(before.get("xl/drawings/drawing1.xml"));
  expect(after.has("xl/charts/chart2.xml")).toBe(false);
  expect(after.get("[Content_Types].xml")).toBe(before.get("[Content_Types].xml"));
});

test("charts go with their sheet", () => {
  const workbook = withFigures();
  addFullChart(firstSheet(workbook), "line");
  workbook.addSheet("Kvar");
  workbook.removeSheet(firstSheet(workbook));
  expect([...partsOf(workbook.save()).keys()].filter((name) => /charts|drawings/u.test(name))).toEqual([]);
});

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "charts-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withEveryKind(): Uint8Array {
  const workbook = withFigures();
  for (const kind of KINDS) addFullChart(firstSheet(workbook), kind);
  return workbook.save();
}

/** openpyxl knows the schema's order of every element's children: compared with the order they stand in here. */
const ORDER = `
import json, sys, zipfile, openpyxl
from xml.etree import ElementTree
from openpyxl.chart.chartspace import ChartSpace
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
faults = []
local = lambda e: e.tag.split("}")[1]
def check(written, read, path):
    ours, theirs = [local(e) for e in written], [local(e) for e in read]
    both = [n for n in dict.fromkeys(ours) if n in theirs]
    if both != [n for n in dict.fromkeys(theirs) if n in ours]: faults.append([path, ours, theirs])
    for name in both:
        for a, b in zip([e for e in written if local(e) == name], [e for e in read if local(e) == name]): check(a, b, path + "/" + name)
with zipfile.ZipFile(sys.argv[1]) as z:
    for n in z.namelist():
        kind = ChartSpace if n.startswith("xl/charts/chart") else SpreadsheetDrawing if n.startswith("xl/drawings/drawing") else None
        if kind is None: continue
        root = ElementTree.fromstring(z.read(n))
        if kind is ChartSpace: check(root, ElementTree.fromstring(openpyxl.xml.functions.tostring(kind.from_tree(root).to_tree())), n)
w = openpyxl.load_workbook(sys.argv[1])
charts = [[type(c).__name__, c.grouping, [[x.val.numRef.f, [p.v for p in x.val.numRef.numCache.pt], x.cat.strRef.f] for x in c.series]] for c in w.worksheets[0]._charts]
print(json.dumps([faults, charts]))
`;

describeWith("python3-openpyxl", "openpyxl", (python) => {
  test("reads every kind, each element in the place that the schema gives it", () => {
    inFolder((folder) => {
      const path = join(folder, "prov.xlsx");
      writeFileSync(path, withEveryKind());
      const answer: unknown = JSON.parse(execFileSync(python, ["-W", "ignore", "-c", ORDER, path], { encoding: "utf8" }));
      const sheet = "Blad1";
      const series = [[`${sheet}!$B$2:$B$4`, [5, 2.5, 0], `${sheet}!$A$2:$A$4`], [`${sheet}!$C$2:$C$4`, [1, 4], `${sheet}!$A$2:$A$4`]];
      const [faults, charts] = Array.isArray(answer) ? answer : [];
      expect(faults).toEqual([]);
      expect(charts).toEqual([
        ...["clustered", "stacked", "percentStacked", "clustered", "stacked", "percentStacked"].map((grouping) => ["BarChart", grouping, series]),
        ["LineChart", "standard", series], ["LineChart", "standard", series],
      ]);
    });
  });
});

describeWith("soffice", "LibreOffice", (soffice) => {
  test("shows every kind: what it saves has the same charts, in a markup of its own", () => {
    const saved = savedByLibreOffice(soffice, withEveryKind());
    const charts = firstSheet(saved).charts;
    expect(charts.map(({ name, kind, title }) => [name, kind, title])).toEqual(KINDS.map((kind) => [`Läget ${kind}`, kind, "Läget"]));
    for (const chart of charts) {
      expect(chart.series.map(({ name, values, color, showsLabels }) => [name, values, color, showsLabels])).toEqual([["Uppnått", [5, 2.5, 0], "#0A4A24", true], ["Ej uppnått", [1, null, 4], "#8C1D18", true]]);
      expect(chart.place?.from).toMatchObject({ row: 5, column: 0 });
    }
    // And it can be given other figures here.
    const [first] = charts;
    const sheet = firstSheet(saved);
    sheet.setCell(1, 1, { value: 7 });
    defined(first?.series[0]).setValues({ sheet, rect: area(1, 1, 3, 1) });
    expect(firstSheet(reopened(saved)).charts[0]?.series[0]?.values).toEqual([7, 2.5, 0]);
  });
});
