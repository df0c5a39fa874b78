import { describeCharts } from "../../src/cli/chartDescriptions.js";
import { createXlsx } from "../../src/xlsx/index.js";

test("our charts get an alternative text in a file; one that somebody has written, and the user's own charts, are left", () => {
  const workbook = createXlsx();
  const charts = ["Måltavla läge", "Måltavla skrivet", "Diagram 1"].map((name) => {
    const chart = workbook.activeSheet.addChart("line");
    chart.name = name;
    return chart;
  });
  const [, written] = charts;
  if (written !== undefined) written.altText = "Nämndens egen text";
  describeCharts(workbook);
  expect(charts.map(({ altText }) => altText)).toEqual([expect.stringContaining("Siffrorna står i en tabell"), "Nämndens egen text", undefined]);
});
