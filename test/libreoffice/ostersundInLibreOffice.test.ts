import { openXlsx } from "../../src/xlsx/index.js";
import { ostersundRows } from "../fixtures/ostersund/ostersundRows.js";
import { describeWith } from "../tools.js";
import { built, registersInExcel } from "../usecases/inExcel.js";
import { savedByLibreOffice, valuesOf } from "./libreOffice.js";

jest.setTimeout(180_000);

describeWith("soffice", "the Östersund workbook in LibreOffice", (soffice) => {
  test("opens with every sheet, and every text as it stands", async () => {
    const ostersund = await registersInExcel(ostersundRows);
    const { written } = await built(ostersund.port, { report: "uppdragsuppfoljning" });
    const ours = openXlsx(ostersund.excel.save());
    const theirs = savedByLibreOffice(soffice, ostersund.excel.save());
    expect(theirs.sheets.map(({ name }) => name)).toEqual(ours.sheets.map(({ name }) => name));
    // Registers without rows hold one empty row of formulas, which the rules' own tests compare.
    for (const name of ["Inställningar", "Enheter", "Uppdrag", "Uppföljning", written.sheet]) expect(valuesOf(theirs, name)).toEqual(valuesOf(ours, name));
    expect([...valuesOf(theirs, written.sheet).values()]).toEqual(expect.arrayContaining(["T2 2021 Uppdrag", "Kommentar T2 2021", "▲ Försenat", 18]));
  });
});
