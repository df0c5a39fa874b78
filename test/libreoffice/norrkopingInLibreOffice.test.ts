import { openXlsx } from "../../src/xlsx/index.js";
import { norrkopingRows } from "../fixtures/norrkoping/norrkopingRows.js";
import { describeWith } from "../tools.js";
import { built, registersInExcel } from "../usecases/inExcel.js";
import { savedByLibreOffice, valuesOf } from "./libreOffice.js";

jest.setTimeout(180_000);

describeWith("soffice", "Norrköping's plan in LibreOffice", (soffice) => {
  test("opens with every sheet, and every text as it stands", async () => {
    const norrkoping = await registersInExcel(norrkopingRows);
    const { written } = await built(norrkoping.port, { report: "verksamhetsplan" });
    const ours = openXlsx(norrkoping.excel.save());
    const theirs = savedByLibreOffice(soffice, norrkoping.excel.save());
    expect(theirs.sheets.map(({ name }) => name)).toEqual(ours.sheets.map(({ name }) => name));
    for (const name of ["Enheter", "Dokument", "Texter", "Mål", "Kriterier", "Aktiviteter", "Resurser", written.sheet]) expect(valuesOf(theirs, name)).toEqual(valuesOf(ours, name));
    expect([...valuesOf(theirs, written.sheet).values()]).toEqual(expect.arrayContaining(["Verksamhetsplan 2016", "Måluppfyllelse", "5.4 ICF när vi kommit så långt att vi har det infört.", 0.4]));
  });
});
