import { openXlsx } from "../../src/xlsx/index.js";
import { aleFirstQuarterRows } from "../fixtures/ale-arenden/aleFirstQuarterRows.js";
import { describeWith } from "../tools.js";
import { built, registersInExcel } from "../usecases/inExcel.js";
import { savedByLibreOffice, valuesOf } from "./libreOffice.js";

jest.setTimeout(180_000);

describeWith("soffice", "Ale's letters in LibreOffice", (soffice) => {
  test("the letter and its registers have every text as it stands", async () => {
    const arenden = await registersInExcel(aleFirstQuarterRows);
    const { written } = await built(arenden.port, { report: "tjansteutlatande" });
    const ours = openXlsx(arenden.excel.save());
    const theirs = savedByLibreOffice(soffice, arenden.excel.save());
    for (const name of ["Dokument", "Texter", written.sheet]) expect(valuesOf(theirs, name)).toEqual(valuesOf(ours, name));
    expect([...valuesOf(theirs, written.sheet).values()]).toContainEqual(expect.stringMatching(/två nya beslut.*fem beslut är fortsatt ej verkställda\.$/u));
  });
});
