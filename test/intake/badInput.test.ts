import { periodLabel } from "../../src/registers/values/period.js";
import type { Period } from "../../src/registers/values/period.js";
import { laidOut, takenIn, unitsAs, type Laid } from "./takenIn.js";

const findUnit = unitsAs([{ kod: "SN", namn: "Socialnämnden" }, { kod: "KS", namn: "Kommunstyrelsen" }]);
const told = (intake: ReturnType<typeof takenIn>) => intake.findings.map(({ ruleId }) => ruleId);

describe("whatever stands in a sheet", () => {
  it("is taken in or told of: texts of every kind, errors, and cells as long as Excel has", () => {
    const texts: Laid[] = ["x".repeat(32_767), "\u202Eabc\u0000".replace("\u0000", ""), "🏳️‍🌈 flagga", "=SUMMA(A1)", "'citat", "a\r\nb", { value: { error: "#N/A" } }, true, 0, -1e308];
    const intake = takenIn(laidOut({ Blad1: [["Uppdrag", "Nämnd", "Status", "Kommentar"], ...texts.map((text, index): Laid[] => [`Uppdrag ${index}`, text, text, text])] }), { findUnit });
    expect(intake.rows.filter(({ register }) => register === "uppdrag")).toHaveLength(texts.length);
    expect(intake.rows.every(({ values }) => values["huvudansvarig"] === undefined && values["status"] === undefined)).toBe(true);
  });

  it("gives nothing and no fault where there is no table: one cell, one row, nothing, everything merged, 500 columns", () => {
    const nothing = [laidOut({ Blad1: [] }), laidOut({ Blad1: [["Mått"]] }), laidOut({ Blad1: [Array.from({ length: 500 }, (_, index): Laid => `Kolumn ${index}`)] })];
    const merged = laidOut({ Blad1: [["Mått", "Utfall"], ["Ett", 1]] }, (workbook) => workbook.activeSheet.merge({ row: 0, column: 0, rows: 2, columns: 2 }));
    for (const workbook of [...nothing, merged]) expect(takenIn(workbook).rows).toEqual([]);
  });

  it("finds the table among 500 columns, and reads two columns of one name as one with a word about the other", () => {
    const wide = laidOut({ Blad1: [["Mått", "Utfall 2019", "Utfall 2019", ...Array.from({ length: 497 }, (_, index): Laid => (index < 1 ? "Kolumn" : null))], ["Andel nöjda", "80 %", "70 %"]] });
    const intake = takenIn(wide);
    expect(intake.rows.find(({ register }) => register === "utfall")?.values["utfall"]).toMatchObject({ value: 0.8 });
    expect(told(intake)).toContain("inlasning.kolumn-okand");
  });

  it("reads hidden sheets, and says so", () => {
    const workbook = laidOut({ Blad1: [["Text"]], Gömt: [["Uppdrag 2021", "Nämnd"], ["Utred lokaler", "SN"]] }, ({ sheets }) => {
      const sheet = sheets.find(({ name }) => name === "Gömt");
      if (sheet !== undefined) sheet.visibility = "veryHidden";
    });
    const intake = takenIn(workbook, { findUnit });
    expect(intake.rows[0]?.values).toMatchObject({ uppdrag: "Utred lokaler", huvudansvarig: "SN", ar: 2021 });
    expect(told(intake)).toContain("inlasning.dolda");
  });

  it("leaves the file as it was", () => {
    const workbook = laidOut({ Blad1: [["Mått", "Utfall T1 2019"], ["Andel nöjda", { value: 0.5, formula: "1/2", format: "0%" }]] });
    const before = workbook.save();
    takenIn(workbook);
    expect(Buffer.from(workbook.save()).equals(Buffer.from(before))).toBe(true);
  });
});

describe("what is not sure", () => {
  const utfallOf = (typed: Laid, header = "Utfall T1 2019 (%)") => takenIn(laidOut({ Blad1: [["Mått", header], ["Andel nöjda", typed], ["Andel trygga", 55]] }));

  it("is not read: a number that may be a fraction or per cent", () => {
    const intake = utfallOf(0.8);
    expect(intake.rows.filter(({ register }) => register === "utfall")).toHaveLength(1);
    expect(intake.findings.find(({ ruleId }) => ruleId === "inlasning.procent-tvetydig")?.at).toEqual({ sheet: "Blad1", row: 1, column: 1 });
  });

  it("is not read: a bound where an outcome belongs, another unit, a part of a year without its year", () => {
    expect(told(utfallOf("> 80 %"))).toContain("inlasning.grans-i-utfall");
    expect(told(utfallOf("80 tkr"))).toContain("inlasning.annan-sort");
    const noYear = takenIn(laidOut({ Blad1: [["Mått", "Utfall T1"], ["Andel nöjda", "80 %"]] }));
    expect(noYear.rows.some(({ register }) => register === "utfall")).toBe(false);
    expect(told(noYear)).toContain("inlasning.ar-saknas");
  });

  it("is not read: a target that says the opposite of its direction", () => {
    const intake = takenIn(laidOut({ Blad1: [["Mått", "Riktning", "Målvärde"], ["Sjukfrånvaro", "Öka", "Högst 5 %"]] }));
    expect(intake.rows[0]?.values["malvarde"]).toBeUndefined();
    expect(told(intake)).toContain("inlasning.riktning-emot");
  });

  it("takes nothing from a title that says two things", () => {
    const intake = takenIn(laidOut({ Blad1: [["Jämförelse T1 2019 och T2 2019"], ["Mått", "Utfall"], ["Andel nöjda", "80 %"]] }));
    expect(intake.rows.find(({ register }) => register === "utfall")?.values["period"]).toBeUndefined();
    expect(told(intake)).toContain("inlasning.saknas");
  });

  it("keeps the first of two values for the same outcome on two sheets, and tells of the other", () => {
    const sheet = (value: string): Laid[][] => [["Mått", "Utfall T1 2019"], ["Andel nöjda", value]];
    const intake = takenIn(laidOut({ Blad1: sheet("80 %"), Blad2: sheet("70 %") }));
    expect(intake.rows.filter(({ register }) => register === "utfall").map(({ values }) => values["utfall"])).toMatchObject([{ value: 0.8 }]);
    expect(told(intake)).toContain("inlasning.olika");
  });
});

describe("one sheet for each unit", () => {
  it("feeds one register: a measure is one, its outcomes one for each unit", () => {
    const sheet = (value: string): Laid[][] => [["Mått", "Utfall T1 2019"], ["Andel nöjda", value]];
    const intake = takenIn(laidOut({ Socialnämnden: sheet("80 %"), KS: sheet("70 %") }), { findUnit });
    expect(intake.rows.filter(({ register }) => register === "matt")).toHaveLength(1);
    expect(intake.rows.filter(({ register }) => register === "utfall").map(({ values }) => [values["mattId"], values["enhet"]])).toEqual([["MÅTT-1", "SN"], ["MÅTT-1", "KS"]]);
  });

  it("reads two tables side by side and two below each other, each with its own period", () => {
    const beside = takenIn(laidOut({ Blad1: [["Mått", "Utfall T1 2019", null, "Uppdrag 2019", "Nämnd"], ["Andel nöjda", "80 %", null, "Utred lokaler", "SN"]] }), { findUnit });
    expect(beside.proposals.map(({ family }) => family.primary).sort()).toEqual(["matt", "uppdrag"]);
    const below = takenIn(laidOut({ Blad1: [["Uppföljning 2019"], ["Mått", "Utfall T1"], ["Andel nöjda", "80 %"], [], ["Mått", "Utfall T2"], ["Andel nöjda", "85 %"]] }));
    const periods = below.rows.flatMap(({ register, values }) => (register === "utfall" ? [values["period"] as Period] : []));
    expect(periods.map(periodLabel)).toEqual(["T1 2019", "T2 2019"]);
  });
});
