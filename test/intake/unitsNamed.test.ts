import { sheetGrids } from "../../src/files/sheetGrids.js";
import { rowsOfUnits, unitsNamed } from "../../src/intake/unitsNamed.js";
import { laidOut, unitsAs } from "./takenIn.js";

const findUnit = unitsAs([{ kod: "SAN", namn: "Socialnämnden" }, { kod: "VON", namn: "Vattenombudet" }]);

describe("the committees that sheets name", () => {
  it("are those with a whole name that Enheter lacks, with codes of their own and where they first stand", () => {
    const sheets = sheetGrids(laidOut({
      Mått: [["Uppföljning"], ["Vård- och omsorgsnämnden, T1 2026"], ["Ansvarig nämnd", "Mått"], ["Kommunstyrelsen", "Andel nöjda"], ["Socialnämnden", "Beslut i kommunstyrelsen"], ["kommunstyrelsen", "Nämnd"]],
      Uppdrag: [["Kultur- och fritidsnämnden (KFN)", "Tas upp av Tekniska nämnden i maj"], ["Kommunfullmäktige"], ["Klimat- och framtidsförvaltningen"]],
    }));
    expect(unitsNamed(sheets, findUnit).map(({ kod, namn, typ, at }) => [kod, namn, typ, `${at.sheet}!${at.row},${at.column}`])).toEqual([
      ["VON2", "Vård- och omsorgsnämnden", "Nämnd", "Mått!1,0"],
      ["KS", "Kommunstyrelsen", "Styrelse", "Mått!3,0"],
      ["KFN", "Kultur- och fritidsnämnden", "Nämnd", "Uppdrag!0,0"],
      ["KF", "Kommunfullmäktige", "Fullmäktige", "Uppdrag!1,0"],
      ["KFF", "Klimat- och framtidsförvaltningen", "Förvaltning", "Uppdrag!2,0"],
    ]);
    expect(rowsOfUnits(unitsNamed(sheets, findUnit)).every(({ register, values }) => register === "enheter" && values["kod"] !== undefined)).toBe(true);
    expect(unitsNamed(sheets, () => "KS")).toEqual([]);
  });
});
