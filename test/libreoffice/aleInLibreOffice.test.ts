import { openXlsx } from "../../src/xlsx/index.js";
import { describeWith } from "../tools.js";
import { aleInExcel, built } from "../usecases/inExcel.js";
import { savedByLibreOffice, valuesOf, withoutResults } from "./libreOffice.js";

jest.setTimeout(180_000);

describeWith("soffice", "the Ale workbook in LibreOffice", (soffice) => {
  test("opens with every sheet and recalculates to the same figures", async () => {
    const ale = await aleInExcel();
    await built(ale.port);
    const ours = openXlsx(ale.excel.save());
    const theirs = savedByLibreOffice(soffice, withoutResults(ale.excel.save()));
    expect(theirs.sheets.map(({ name }) => name)).toEqual(ours.sheets.map(({ name }) => name));
    for (const { name } of ours.sheets) {
      expect(valuesOf(theirs, name)).toEqual(valuesOf(ours, name));
    }
    const utfall = ours.table("Utfall");
    const results = [...valuesOf(ours, "Utfall")].filter(([place]) => [8, 9, 10, 11].includes(Number(place.split(":")[1])));
    expect(utfall?.columns.slice(8, 12).map(({ name }) => name)).toEqual(["Måluppfyllelse", "Status", "Trend", "Periodnyckel"]);
    expect(results.map(([, value]) => value)).toEqual(expect.arrayContaining([1, "Uppnått", "Mål saknas", "Sämre", "Ej jämförbart"]));
  });
});
