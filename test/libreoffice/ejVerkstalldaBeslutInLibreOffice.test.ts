import { openXlsx } from "../../src/xlsx/index.js";
import { aleBeslutRows } from "../fixtures/ale-beslut/aleBeslutRows.js";
import { describeWith } from "../tools.js";
import { built, registersInExcel } from "../usecases/inExcel.js";
import { savedByLibreOffice, valuesOf } from "./libreOffice.js";

jest.setTimeout(180_000);

describeWith("soffice", "Ale's decisions in LibreOffice", (soffice) => {
  test("open with every text, day and count as it stands", async () => {
    const ale = await registersInExcel(aleBeslutRows);
    const sheets: string[] = [];
    for (const report of ["ej-verkstallda-beslut", "ej-verkstallda-beslut-publik", "ej-verkstallda-beslut-ivo"]) sheets.push((await built(ale.port, { report })).written.sheet);
    const ours = openXlsx(ale.excel.save());
    const theirs = savedByLibreOffice(soffice, ale.excel.save());
    for (const name of ["Beslut", "Händelser", "Klarmarkering", ...sheets]) expect(valuesOf(theirs, name)).toEqual(valuesOf(ours, name));
    expect([...valuesOf(theirs, sheets[0] ?? "").values()]).toEqual(expect.arrayContaining(["Beslut nr.", "1302579", 442]));
  });
});
