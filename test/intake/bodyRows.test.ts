import { laidOut, takenIn, unitsAs, type Laid } from "./takenIn.js";

const findUnit = unitsAs([{ kod: "SN", namn: "Socialnämnden" }]);

describe("rows of data", () => {
  it("are not taken for headers, though they begin like them or hold words that are names of columns", () => {
    const lines = Array.from({ length: 60 }, (_, index): Laid[] => ["SN", `Uppdrag nummer ${index}`, index % 2 === 0 ? "Genomfört" : "Klar", `Kommentar nr ${index} om hur det går`]);
    const intake = takenIn(laidOut({ Blad1: [["Uppföljning T2 2021"], [], ["Nämnd", "Uppdrag", "Status", "Kommentar"], ...lines] }), { findUnit });
    expect(intake.proposals).toHaveLength(1);
    expect(intake.rows.filter(({ register }) => register === "uppdrag")).toHaveLength(60);
    expect(intake.rows.filter(({ register }) => register === "uppfoljning").map(({ values }) => values["status"])).toEqual(lines.map(() => "Genomfört"));
  });

  it("of money by area are not taken for outcomes of measures", () => {
    const intake = takenIn(laidOut({ Ekonomi: [["Ekonomisk uppföljning T2 2021"], ["Verksamhet", "Budget 2021", "Utfall 2021", "Avvikelse"], ["Äldreomsorg", 1200, 1250, -50], ["Hemtjänst", 800, 790, 10], ["Summa", 2000, 2040, -40]] }), { findUnit });
    expect(intake.rows).toEqual([]);
  });

  it("come in without totals, notes, page headers and what stands in the margin", () => {
    const header: Laid[] = ["Mått", "Utfall 2019", "Målvärde", null, "Anteckning"];
    const intake = takenIn(laidOut({
      Blad1: [["Nyckeltal"], [], header, ["Andel nöjda", "80 %", "Minst 75 %", null, "dubbelkolla"], ["Sjukfrånvaro", "5,5 %", "Högst 6 %"], header, ["Andel trygga", "61 %", "70 %"], ["Genomsnitt", "48,8 %"], [], ["Källa: Kolada"], [], ["Diagram nedan visar utvecklingen"]],
    }), { findUnit });
    expect(intake.rows.filter(({ register }) => register === "matt").map(({ values }) => [values["matt"], values["riktning"] ?? null])).toEqual([["Andel nöjda", "Öka"], ["Sjukfrånvaro", "Minska"], ["Andel trygga", null]]);
    expect(intake.rows.filter(({ register }) => register === "utfall")).toHaveLength(3);
  });

  it("under a heading that is a committee have it as theirs, and under another text its goal", () => {
    const intake = takenIn(laidOut({
      Blad1: [["Uppdrag 2021", "Status T2 2021"], ["Socialnämnden"], ["Utred lokaler", "Pågår"], [], ["Målområde 1: Trygghet"], ["Stärk stödet", "Klart"]],
    }, (workbook) => workbook.activeSheet.merge({ row: 4, column: 0, rows: 1, columns: 2 })), { findUnit });
    const [first, second] = intake.rows.filter(({ register }) => register === "uppdrag");
    expect(first?.values).toMatchObject({ uppdrag: "Utred lokaler", huvudansvarig: "SN", ar: 2021 });
    const goal = intake.rows.find(({ register }) => register === "mal");
    expect(goal?.values).toMatchObject({ mal: "Trygghet", niva: "Målområde" });
    expect(second?.values["malId"]).toBe(goal?.values["id"]);
  });
});
