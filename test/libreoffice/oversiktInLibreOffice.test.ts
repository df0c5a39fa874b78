import { openXlsx } from "../../src/xlsx/index.js";
import { aleKlarmarkeringRows } from "../fixtures/ale-klarmarkering/aleKlarmarkering.js";
import { ostersundRows } from "../fixtures/ostersund/ostersundRows.js";
import { describeWith } from "../tools.js";
import { built, registersInExcel } from "../usecases/inExcel.js";
import { savedByLibreOffice, valuesOf } from "./libreOffice.js";

jest.setTimeout(180_000);

describeWith("soffice", "the overview in LibreOffice", (soffice) => {
  test.each([
    ["Östersund", ostersundRows, "Status för uppdrag per nämnd", 6],
    ["Ale's sign-offs", aleKlarmarkeringRows, "Andel klarmarkerat i tid", 1],
  ])("%s: every cell as it stands, and the chart with its title and series", async (_, rows, title, series) => {
    const workbook = await registersInExcel(rows);
    const { written } = await built(workbook.port, { report: "oversikt" });
    const ours = openXlsx(workbook.excel.save());
    const theirs = savedByLibreOffice(soffice, workbook.excel.save());
    expect(valuesOf(theirs, written.sheet)).toEqual(valuesOf(ours, written.sheet));
    const charts = theirs.sheet(written.sheet)?.charts ?? [];
    expect(charts.map((chart) => [chart.title, chart.series.length])).toEqual([[title, series]]);
  });
});
