import { openXlsx } from "../../src/xlsx/index.js";
import { pageUpdated } from "../fixtures/ostersund-mal/ostersundMal.js";
import { ostersundMalRows } from "../fixtures/ostersund-mal/ostersundMalRows.js";
import { describeWith } from "../tools.js";
import { built, registersInExcel } from "../usecases/inExcel.js";
import { savedByLibreOffice, valuesOf } from "./libreOffice.js";

jest.setTimeout(180_000);

describeWith("soffice", "Östersund's goal page in LibreOffice", (soffice) => {
  test("opens with every sheet, and every text and sum as it stands", async () => {
    const ostersund = await registersInExcel(ostersundMalRows);
    const { written } = await built(ostersund.port, { report: "malsida", today: pageUpdated });
    const ours = openXlsx(ostersund.excel.save());
    const theirs = savedByLibreOffice(soffice, ostersund.excel.save());
    expect(theirs.sheets.map(({ name }) => name)).toEqual(ours.sheets.map(({ name }) => name));
    for (const name of ["Enheter", "Uppdrag", "Resurser", written.sheet]) expect(valuesOf(theirs, name)).toEqual(valuesOf(ours, name));
    expect([...valuesOf(theirs, written.sheet).values()]).toEqual(expect.arrayContaining(["SAN (TN, VON, KS, MSN)", "● A", 2750]));
  });
});
