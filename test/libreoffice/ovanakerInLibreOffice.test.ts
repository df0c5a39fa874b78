import { openXlsx } from "../../src/xlsx/index.js";
import { ovanakerRows } from "../fixtures/ovanaker/ovanakerRows.js";
import { describeWith } from "../tools.js";
import { built, registersInExcel } from "../usecases/inExcel.js";
import { savedByLibreOffice, valuesOf } from "./libreOffice.js";

jest.setTimeout(180_000);

describeWith("soffice", "the Ovanåker workbook in LibreOffice", (soffice) => {
  test("opens with every sheet, every text and count as it stands, and the live shares computed", async () => {
    const ovanaker = await registersInExcel(ovanakerRows);
    const { written } = await built(ovanaker.port, { report: "kvalitetsbokslut" });
    const ours = openXlsx(ovanaker.excel.save());
    const theirs = savedByLibreOffice(soffice, ovanaker.excel.save());
    expect(theirs.sheets.map(({ name }) => name)).toEqual(ours.sheets.map(({ name }) => name));
    for (const name of ["Inställningar", "Enheter", "Aktiviteter", "Uppföljning", "Synpunkter", written.sheet]) expect(valuesOf(theirs, name)).toEqual(valuesOf(ours, name));
    for (const share of [27 / 37, 9 / 76, 3 / 24]) expect([...valuesOf(theirs, "Kontrollresultat").values()]).toContainEqual(expect.closeTo(share, 10));
  });
});
