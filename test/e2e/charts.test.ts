// A report's charts as the workbench shows them.
import { officeWorkbook } from "../../src/excel/officeWorkbook.js";
import { layoutReport } from "../../src/reports/layout/layout.js";
import { openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { createXlsx } from "../../src/xlsx/index.js";
import { documentWithCharts, statusChart } from "../reports/charts.js";
import { axeFindings } from "./axeInBrowser.js";
import { describeInChromium } from "./inChromium.js";

async function fileWithCharts(): Promise<Uint8Array> {
  const excel = new EmbeddedExcel(createXlsx());
  const document = documentWithCharts([statusChart(), statusChart({ id: "stående", type: "column", title: "Stående" }), statusChart({ id: "linje", type: "line", title: "Linjer" })]);
  await officeWorkbook(openClient(excel).Excel).writeReport({
    report: "prov", layout: layoutReport(document), covered: { rows: 0, columns: 0 }, standingCharts: [], sheetExists: false, sheetIsHidden: false, reliesOn: [],
    memory: { sheetName: "Minne", sheetExists: false, isVeryHidden: false, cells: [["m"]] },
  });
  return excel.save();
}

describeInChromium("charts in the workbench", (open) => {
  test("they lie over the sheet, are told with their figures, and the cells beneath can be selected", async () => {
    const bench = await open();
    await bench.openFile("prov.xlsx", await fileWithCharts());
    const chart = bench.page.getByRole("img", { name: /^Uppdrag per nämnd\. KS: Genomfört 5, Försenat 1\./u });
    await chart.waitFor();
    const box = await chart.boundingBox();
    expect(box?.width).toBeGreaterThan(300);
    expect(box?.height).toBeGreaterThan(120);
    expect(await axeFindings(bench.page)).toEqual([]);
    if (box !== null) await bench.page.mouse.click(box.x + 60, box.y + 60);
    expect(await bench.page.locator('[role="gridcell"][aria-selected="true"]').first().getAttribute("data-address")).toMatch(/^A\d+$/u);
  });
});
