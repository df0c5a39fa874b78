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
});
