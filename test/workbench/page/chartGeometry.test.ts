import * as fc from "fast-check";
import { barsOf, chartInWords, linesOf } from "../../../src/workbench/page/sheet/chartGeometry.js";
import { chartView } from "../../../src/workbench/user/chartView.js";
import type { ChartView } from "../../../src/workbench/user/session.js";
import { createXlsx } from "../../../src/xlsx/index.js";

const CORNER = { row: 0, column: 0, down: 0, right: 0 };

function chartOf(series: readonly (readonly (number | null)[])[], values: Partial<ChartView> = {}): ChartView {
  const categories = (series[0] ?? []).map((_, index) => `K${index}`);
  return {
    id: 2, name: "Läget", said: undefined, shape: "columns", isStacked: false, isReversed: false, from: CORNER, to: CORNER, categories,
    series: series.map((figures, index) => ({ name: `S${index}`, color: "#1F3864", values: figures })), ...values,
  };
}

const anyFigures = fc.integer({ min: 1, max: 6 }).chain((categories) =>
  fc.array(fc.array(fc.option(fc.nat(1000)), { minLength: categories, maxLength: categories }), { minLength: 1, maxLength: 5 }),
);

test("bars stay in the plot, as long as their figures, and stacked ones do not lie on each other", () => {
  fc.assert(
    fc.property(anyFigures, fc.constantFrom("columns" as const, "bars" as const), fc.boolean(), fc.boolean(), (figures, shape, isStacked, isReversed) => {
      const bars = barsOf(chartOf(figures, { shape, isStacked, isReversed }), 300, 200);
      expect(bars.every(({ x, y, width, height }) => x >= -0.001 && y >= -0.001 && x + width <= 300.001 && y + height <= 200.001)).toBe(true);
      expect(bars).toHaveLength(figures.flat().filter((figure) => (figure ?? 0) > 0).length);
      const most = Math.max(0, ...(isStacked ? (figures[0] ?? []).map((_, at) => figures.reduce((sum, values) => sum + (values[at] ?? 0), 0)) : figures.flat().map((figure) => figure ?? 0)));
      for (const bar of bars) {
        const [long, full] = shape === "bars" ? [bar.width, 300] : [bar.height, 200];
        expect(long).toBeCloseTo((Number(bar.text) / most) * full, 6);
      }
      bars.forEach((one, index) => {
        const overlaps = bars.slice(index + 1).some((other) => one.x + 0.001 < other.x + other.width && other.x + 0.001 < one.x + one.width && one.y + 0.001 < other.y + other.height && other.y + 0.001 < one.y + one.height);
        expect(overlaps).toBe(false);
      });
    }),
  );
});

test("a line is broken where nothing was measured", () => {
  const [line] = linesOf(chartOf([[0, 10, null, 5]], { shape: "lines" }), 400, 100);
  expect(line?.points).toEqual([[{ x: 50, y: 100 }, { x: 150, y: 0 }], [{ x: 350, y: 50 }]]);
});

test("a chart is told with all its figures, and with what somebody has said of it", () => {
  expect(chartInWords(chartOf([[1, null], [2, 3]], { said: "Bra." }))).toBe("Läget. Bra. K0: S0 1, S1 2. K1: S0 –, S1 3");
});

test("a chart of a kind that cannot be drawn is left out", () => {
  const { activeSheet } = createXlsx();
  expect(chartView(activeSheet.addChart("line"))).toBeUndefined();
});
