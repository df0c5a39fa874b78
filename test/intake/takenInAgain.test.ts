import type { IntakeRow } from "../../src/intake/readProposals.js";
import { isOneWordMisspelt } from "../../src/intake/misspelt.js";
import { periodLabel } from "../../src/registers/values/period.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { asContents } from "./asContents.js";
import { kindsOfWorkbook, messyUnits, messyWorkbook } from "./messyWorkbooks.js";
import { laidOut, takenIn, unitsAs, type Laid } from "./takenIn.js";

const findMessyUnit = unitsAs(messyUnits);
const findUnit = unitsAs([{ kod: "SN", namn: "Socialnämnden" }, { kod: "KS", namn: "Kommunstyrelsen" }]);
const keyOf = ({ register, values }: IntakeRow) => `${register} ${["id", "mattId", "avser", "kontrollId", "period", "enhet", "nr"].map((key) => {
  const value = values[key];
  return typeof value === "object" && "year" in value ? periodLabel(value) : JSON.stringify(value ?? null);
}).join(" ")}`;
const read = (sheet: readonly (readonly Laid[])[], before: readonly IntakeRow[] = []) => takenIn(laidOut({ Blad1: sheet }), { findUnit, contents: asContents(before) });
/** The rows that a sheet brings which the registers of the first lack. */
const newRows = (first: readonly IntakeRow[], second: readonly IntakeRow[]) => {
  const there = new Set(first.map(keyOf));
  return second.filter((row) => !there.has(keyOf(row)));
};
const told = ({ findings }: { readonly findings: readonly { readonly ruleId: string }[] }) => findings.map(({ ruleId }) => ruleId);

describe("a sheet without ids, taken in again", () => {
  it("is the rows that it was, whatever sheet it is", () => {
    for (let seed = 100; seed < 100 + kindsOfWorkbook; seed++) {
      const { name, workbook } = messyWorkbook(seed);
      const bytes = workbook.save();
      const first = takenIn(openXlsx(bytes), { findUnit: findMessyUnit });
      const again = takenIn(openXlsx(bytes), { findUnit: findMessyUnit, contents: asContents(first.rows) });
      expect([name, newRows(first.rows, again.rows)]).toEqual([name, []]);
    }
  });

  it("brings new outcomes only, when it has got the next period's column and its rows stand in another order", () => {
    const first = read([["Mål", "Mått", "Utfall T1 2021"], ["Trygghet", "Andel nöjda", "80 %"], ["Trygghet", "Andel trygga", "70 %"], ["Miljö", "Andel nöjda", "60 %"]]);
    const next = read([
      ["Mål", "Mått", "Utfall T1 2021", "Utfall T2 2021"], ["Miljö", "Andel nöjda", "60 %", "61 %"], ["Trygghet", "ANDEL  TRYGGA", "70 %", "71 %"], ["Trygghet", "Andel nöjda", "80 %", "81 %"],
    ], first.rows);
    expect(newRows(first.rows, next.rows).map(({ register, values }) => [register, values["mattId"], values["utfall"]])).toMatchObject([["utfall", "MÅTT-3", { value: 0.61 }], ["utfall", "MÅTT-2", { value: 0.71 }], ["utfall", "MÅTT-1", { value: 0.81 }]]);
  });

  it("finds the assignment by its words within its committee, also when the sheet no longer says which, or the year has turned", () => {
    const first = read([["Uppföljning T2 2021"], [], ["Nämnd", "Uppdrag", "Status"], ["SN", "Utred lokaler", "Pågår"], ["KS", "Utred lokaler", "Klart"], ["SN", "Se över avgifter", "Pågår"]]);
    expect(first.rows.filter(({ register }) => register === "uppdrag").map(({ values }) => values["id"])).toEqual(["UPP-1", "UPP-2", "UPP-3"]);
    const later = read([["Uppföljning T1 2022"], [], ["Nämnd", "Uppdrag", "Status"], ["KS", "Utred lokaler", "Klart"], ["SN", "Utred lokaler", "Klart"]], first.rows);
    expect(later.rows.filter(({ register }) => register === "uppdrag").map(({ values }) => [values["id"], values["ar"]])).toEqual([["UPP-2", undefined], ["UPP-1", undefined]]);
    expect(told(later)).toContain("inlasning.annat-ar");
    const without = read([["Uppföljning T2 2021"], [], ["Uppdrag", "Status"], ["Se över avgifter", "Klart"], ["Utred lokaler", "Klart"]], first.rows);
    expect(without.rows.filter(({ register }) => register === "uppdrag").map(({ values }) => values["id"])).toEqual(["UPP-3", "UPP-1"]);
    expect(told(without)).toContain("inlasning.en-av-flera");
    const own = read([["Nämnd", "Uppdrag", "År", "Status T1 2022"], ["SN", "Se över avgifter", 2022, "Pågår"]], first.rows);
    expect(own.rows.find(({ register }) => register === "uppdrag")?.values["id"]).toBe("UPP-4");
  });

  it("takes a misspelt word for the row it is nearly, and says so, but not what is another thing in as few letters", () => {
    const first = read([["Mått", "Utfall T1 2021"], ["Andel behöriga lärare", "80 %"], ["Resultat i årskurs 6", "70 %"]]);
    const again = read([["Mått", "Utfall T2 2021"], ["Andel behörga lärare", "81 %"], ["Andel obehöriga lärare", "19 %"], ["Resultat i årskurs 9", "71 %"]], first.rows);
    expect(again.rows.filter(({ register }) => register === "matt").map(({ values }) => [values["id"], values["matt"]])).toEqual([["MÅTT-1", undefined], ["MÅTT-3", "Andel obehöriga lärare"], ["MÅTT-4", "Resultat i årskurs 9"]]);
    expect(again.findings.find(({ ruleId }) => ruleId === "inlasning.liknar")?.at).toEqual({ sheet: "Blad1", row: 1, column: 0 });
    const both = read([["Mått", "Utfall T2 2021"], ["Andel behörga lärare", "81 %"], ["Andel behöriga lärare", "82 %"]], first.rows);
    expect(both.rows.filter(({ register }) => register === "matt").map(({ values }) => values["id"])).toEqual(["MÅTT-3", "MÅTT-1"]);
    expect(isOneWordMisspelt("intern kontroll", "extern kontroll")).toBe(false);
  });

  it("never gives an id that a row has had, or that something still points at; ids of the sheet's own are kept", () => {
    const there = [{ register: "matt", values: { id: "MÅTT-7", matt: "Något annat" } }, { register: "utfall", values: { mattId: "MÅTT-12", period: { kind: "tertial", year: 2021, number: 1 } } }] as const;
    const intake = takenIn(laidOut({ Blad1: [["Mått-id", "Mått", "Utfall T1 2021"], [null, "Andel nöjda", "80 %"], ["MÅTT-13", "Andel trygga", "70 %"], ["K7", "Andel friska", "70 %"], [null, "Andel glada", "60 %"]] }), { contents: asContents(there) });
    expect(intake.rows.filter(({ register }) => register === "matt").map(({ values }) => values["id"])).toEqual(["MÅTT-14", "MÅTT-13", "K7", "MÅTT-15"]);
  });
});
