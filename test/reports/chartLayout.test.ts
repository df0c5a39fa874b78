import fc from "fast-check";
import { chartColor, chartColors, contrast, labelColorOn, luminance } from "../../src/reports/layout/chartColors.js";
import { UnknownChartSourceError } from "../../src/reports/layout/chartLayout.js";
import type { ReportCell } from "../../src/reports/document.js";
import { layoutReport } from "../../src/reports/layout/layout.js";
import { publicDocument } from "../../src/reports/privacy/publicDocument.js";
import type { Area, CellLook, LaidChart } from "../../src/reports/layout/sheetLayout.js";
import { sheetColor } from "../../src/reports/layout/sheetStyles.js";
import { printDocument, documentToJson } from "../../src/reports/text.js";
import { committees, count, documentWithCharts, statusChart, text } from "./charts.js";
import { documentOf, tableOf } from "./documents.js";

type Values = ReturnType<typeof layoutReport>["values"];

function valuesIn(values: Values, { row, column, rows, columns }: Area): unknown[] {
  return values.slice(row, row + rows).flatMap((cells) => cells.slice(column, column + columns));
}

function only({ charts }: { readonly charts: readonly LaidChart[] }): LaidChart {
  const [chart] = charts;
  if (chart === undefined) throw new Error("no chart");
  return chart;
}

test("a chart draws the cells where its table's rows landed, and not the sums below them", () => {
  const layout = layoutReport(documentWithCharts());
  const { categories, series } = only(layout);
  expect(valuesIn(layout.values, categories)).toEqual(["KS", "Samhällsbyggnadsnämnden", "OAN"]);
  expect(series.map(({ name, header, values }) => [name, valuesIn(layout.values, header), valuesIn(layout.values, values)])).toEqual([
    ["Genomfört", ["Genomfört"], [5, 3, 2]],
    ["Försenat", ["Försenat"], [1, 0, 4]],
  ]);
});

test("it lies over rows that hold nothing, and what it shows is said in words below a free row", () => {
  const layout = layoutReport(documentWithCharts());
  const { area } = only(layout);
  expect(area.rows).toBeGreaterThan(5);
  expect(new Set(valuesIn(layout.values, area))).toEqual(new Set([""]));
  expect(layout.values[area.row + area.rows + 1]?.[0]).toBe("Av 15 uppdrag är 10 genomförda.");
});

test("a table may stand after the chart that draws it", () => {
  const { blocks } = documentWithCharts();
  const layout = layoutReport(documentOf([...blocks].reverse()));
  expect(valuesIn(layout.values, only(layout).categories)).toEqual(["KS", "Samhällsbyggnadsnämnden", "OAN"]);
});

test("a document without charts has none on its sheet", () => {
  expect(layoutReport(documentWithCharts([])).charts).toEqual([]);
});

test("where a figure is held back, or nothing is a figure, there is no chart; the words stand all the same", () => {
  const heldBack: ReportCell = { kind: "text", text: "färre än 5", isHeldBack: true };
  const empty: ReportCell = { kind: "empty" };
  for (const rows of [[[text("KS"), heldBack, count(1)], ...committees.slice(1)], committees.map(([name = text("")]) => [name, empty, empty])]) {
    const layout = layoutReport(documentWithCharts([statusChart()], rows));
    expect(layout.charts).toEqual([]);
    expect(layout.values.flat()).toContain("Av 15 uppdrag är 10 genomförda.");
  }
});

test("an empty figure among others is left empty", () => {
  const layout = layoutReport(documentWithCharts([statusChart()], [[text("KS"), { kind: "empty" }, count(1)], ...committees.slice(1)]));
  expect(layout.charts).toHaveLength(1);
});

test.each([{ table: "annan" }, { categories: "Annan" }, { series: [{ column: "Annan" }] }])("a chart of what the report does not have is a fault of the report: %p", (values) => {
  expect(() => layoutReport(documentWithCharts([statusChart(values)]))).toThrow(UnknownChartSourceError);
});

test("in a terminal a chart is its title and what it shows; --json has the figures in the table", () => {
  const document = documentWithCharts();
  expect(printDocument(document)).toContain("Diagram: Uppdrag per nämnd. Av 15 uppdrag är 10 genomförda.");
  expect(documentToJson(document).map(({ rows }) => rows.length)).toEqual([committees.length + 1]);
});

test("nothing of an individual goes out with a public report's chart", () => {
  const tells = (value: string) => (value.includes("19121212-1212") ? "personnummer" : null);
  const chart = statusChart({ title: "För 19121212-1212", altText: "Det gäller 19121212-1212.", valueTitle: "19121212-1212" });
  const { document, withheld } = publicDocument({ ...documentWithCharts([chart]), audience: "publik" }, tells);
  expect(JSON.stringify(document)).not.toContain("19121212");
  expect(withheld).toHaveLength(3);
  expect(layoutReport(document).charts).toHaveLength(1);
});

test("whatever stands in the report, charts draw figures of the rows that they say, beside the names of those rows", () => {
  const anyRows = fc.array(fc.tuple(fc.string({ unit: "grapheme", minLength: 1, maxLength: 400 }), fc.nat(1000)), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(anyRows, fc.nat(5), fc.nat(12), fc.constantFrom("bar" as const, "line" as const, "column" as const), (rows, first, many, type) => {
      const table = tableOf("t", rows.map(([name, value]) => [text(name), count(value)]), 2);
      const drawn = rows.slice(first, first + many);
      const layout = layoutReport(documentOf([table, statusChart({ table: "t", categories: "k0", series: [{ column: "k1" }], rows: { first, count: many }, type })]));
      expect(layout.charts).toHaveLength(drawn.length === 0 ? 0 : 1);
      for (const { categories, series, area } of layout.charts) {
        expect(series.map(({ values }) => valuesIn(layout.values, values).filter((value) => value !== ""))).toEqual([drawn.map(([, value]) => value)]);
        expect(valuesIn(layout.values, categories)).toHaveLength(series[0]?.values.rows ?? 0);
        expect(valuesIn(layout.values, area).every((value) => value === "")).toBe(true);
      }
    }),
  );
});

const STATUS_LOOKS: readonly CellLook[] = ["statusMet", "statusOngoing", "statusPartly", "statusMissed", "statusUnknown"];

describe("the colours of charts", () => {
  const statuses = STATUS_LOOKS.map((look) => chartColor(0, look));
  /** Statuses of one look have shades of its colour. */
  const shades = STATUS_LOOKS.map((look) => [...new Set([0, 1, 2, 3].map((before) => chartColor(0, look, before)))]);
  const lightnessOf = (color: string) => 116 * Math.cbrt(luminance(color)) - 16;
  const all = [...chartColors, ...shades.flat()];

  test("are seen against the sheet, and figures are read on them (WCAG 2.2, 1.4.11 and 1.4.3)", () => {
    expect(all.filter((color) => contrast(color, sheetColor) < 3)).toEqual([]);
    expect(all.filter((color) => contrast(color, labelColorOn(color)) < 4.5)).toEqual([]);
  });

  test("each status has its own, and no two are of the same lightness", () => {
    const lightness = statuses.map(lightnessOf).sort((a, b) => a - b);
    const steps = lightness.slice(1).map((light, index) => light - (lightness[index] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(3);
  });

  test("shades of one status differ in lightness", () => {
    const steps = shades.flatMap((colors) => colors.flatMap((one, index) => colors.slice(index + 1).map((other) => Math.abs(lightnessOf(one) - lightnessOf(other)))));
    expect(steps.length).toBeGreaterThan(2);
    expect(Math.min(...steps)).toBeGreaterThan(8);
  });

  test("neighbours differ in lightness", () => {
    const steps = chartColors.slice(1).map((color, index) => Math.abs(lightnessOf(color) - lightnessOf(chartColors[index] ?? "#000000")));
    expect(Math.min(...steps)).toBeGreaterThan(10);
  });
});
