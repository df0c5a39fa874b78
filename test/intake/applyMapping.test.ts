import { toRemember, withColumn, withTable, withWord } from "../../src/intake/editMapping.js";
import { emptyMapping, type ChosenTarget, type Mapping } from "../../src/intake/mapping.js";
import type { RegisterKey } from "../../src/registers/registers.js";
import { periodLabel } from "../../src/registers/values/period.js";
import { laidOut, takenIn, unitsAs, type Laid } from "./takenIn.js";

const findUnit = unitsAs([{ kod: "SN", namn: "Socialnämnden" }, { kod: "KS", namn: "Kommunstyrelsen" }]);
const status: ChosenTarget = { register: "uppfoljning", key: "status" };

function read(sheets: Readonly<Record<string, readonly (readonly Laid[])[]>>, mapping: Mapping) {
  const intake = takenIn(laidOut(sheets), { findUnit }, mapping);
  const of = (register: RegisterKey, ...keys: readonly string[]) => intake.rows.filter((row) => row.register === register).map(({ values }) => keys.map((key) => {
    const value = values[key];
    if (value === undefined || typeof value !== "object") return value;
    return "year" in value ? periodLabel(value) : "value" in value ? value.value : value;
  }));
  return { ...intake, of, told: intake.findings.map(({ ruleId }) => ruleId) };
}

const followUp = (...more: readonly Laid[][]): Laid[][] => [["Uppdrag", "Prick", "Status T1 2021"], ["Utred lokaler", "Klart", "Pågår"], ["Se över avgifter", "Pågår", "Pågår"], ...more];

describe("what somebody has said of a sheet", () => {
  it("sends a column where it is said to, out, or back where it is recognised", () => {
    const [table] = read({ Blad1: followUp() }, emptyMapping).proposals;
    expect(table).toBeDefined();
    if (table === undefined) return;
    const chosen = withColumn(emptyMapping, table, 1, { ...status, period: "T2 2021" });
    expect(read({ Blad1: followUp() }, chosen).of("uppfoljning", "period", "status").sort()).toEqual([["T1 2021", "Pågående"], ["T1 2021", "Pågående"], ["T2 2021", "Genomfört"], ["T2 2021", "Pågående"]]);
    const without = withColumn(chosen, table, 2, null);
    const left = read({ Blad1: followUp() }, without);
    expect(left.of("uppfoljning", "period")).toEqual([["T2 2021"], ["T2 2021"]]);
    expect(left.told).not.toContain("inlasning.kolumn-okand");
    expect(left.proposals[0]?.columns.map(({ isChosen, confidence }) => [isChosen, confidence])).toEqual([[false, 1], [true, 1], [true, 1]]);
    const back = withColumn(withColumn(without, table, 2, undefined), table, 1, undefined);
    expect(read({ Blad1: followUp() }, back).proposals[0]?.columns.map(({ target }) => target?.key)).toEqual(["uppdrag", undefined, "status"]);
  });

  it("frees the place that another column had, and tells of a column that cannot have its place", () => {
    const [table] = read({ Blad1: [["Mått", "Utfall 2019", "Utfall 2019"], ["Andel nöjda", "80 %", "70 %"]] }, emptyMapping).proposals;
    expect(table?.columns.map(({ name }) => name)).toEqual(["Mått", "Utfall 2019", "Utfall 2019 (2)"]);
    if (table === undefined) return;
    const sheets = { Blad1: [["Mått", "Utfall 2019", "Utfall 2019"], ["Andel nöjda", "80 %", "70 %"]] };
    const outcome: ChosenTarget = { register: "utfall", key: "utfall", period: "2019" };
    const second = withColumn(emptyMapping, table, 2, outcome);
    expect(read(sheets, second).of("utfall", "utfall")).toEqual([[0.7]]);
    expect(read(sheets, second).told).toContain("inlasning.kolumn-okand");
    expect(Object.keys(withColumn(second, table, 1, outcome).tables[0]?.columns ?? {})).toEqual(["Utfall 2019"]);
    const elsewhere = read(sheets, withColumn(second, table, 1, { register: "beslut", key: "insats" }));
    expect(elsewhere.proposals[0]?.columns[1]?.reason.sv).toContain("Insats");
    expect(elsewhere.told).toContain("inlasning.kolumn-okand");
  });

  it("holds the next time: on another sheet, in another order, with the next period in the headers; what is new goes where it is recognised", () => {
    const table = { sheet: "Blad1", columns: [{ header: "Måttnamnet" }, { header: "Prick T1 2021" }, { header: "Svar från enheten" }] };
    const chosen = withColumn(withColumn(withWord(emptyMapping, "Måttnamnet", "matt.matt"), table, 1, { register: "utfall", key: "utfall", period: "T1 2021" }), table, 2, { register: "utfall", key: "kommentar" });
    const said = toRemember(chosen);
    const next: Laid[][] = [["Svar från enheten", "Måttnamnet", "Prick T2 2021"], ["Bättre", "Andel nöjda", "85 %"]];
    expect(read({ Tertial2: next }, said).of("utfall", "period", "utfall", "kommentar")).toEqual([["T2 2021", 0.85, "Bättre"]]);
    const wider: Laid[][] = [["Måttnamnet", "Prick T2 2021", "Svar från enheten", "Målvärde"], ["Andel nöjda", "85 %", "Bättre", "Minst 90 %"]];
    expect(read({ Blad1: wider }, said).of("utfall", "kommentar")).toEqual([["Bättre"]]);
    expect(read({ Blad1: wider }, said).of("matt", "riktning", "malvarde")).toEqual([["Öka", 0.9]]);
  });

  it("is a word for every table", () => {
    const mapping = withWord(emptyMapping, "Prick", "uppfoljning.status");
    const sheet: Laid[][] = [["Uppdrag 2021", "PRICK:"], ["Utred lokaler", "Klart"]];
    expect(read({ SN: sheet, KS: sheet }, mapping).of("uppfoljning", "status")).toEqual([["Genomfört"], ["Genomfört"]]);
    expect(withWord(mapping, "prick ", undefined).words).toEqual({});
    expect(withWord(mapping, "__proto__", "matt.matt").words).toEqual(mapping.words);
  });

  it("is the register, when two could be, and what the sheet itself does not say", () => {
    const sheet: Laid[][] = [["Åtgärd", "Status", "Kommentar"], ["Utbilda ombud", "Klart", "I maj"]];
    const [table] = read({ Blad1: sheet }, emptyMapping).proposals;
    expect(table?.family.primary).toBe("aktiviteter");
    if (table === undefined) return;
    const as = withTable(emptyMapping, table, { register: "uppdrag", period: "T2 2021", unit: "Socialnämnden", defaults: { "uppdrag.givare": "Nämnd" } });
    const forced = read({ Blad1: sheet }, withColumn(as, table, 0, { register: "uppdrag", key: "uppdrag" }));
    expect(forced.of("uppdrag", "uppdrag", "ar", "givare", "huvudansvarig")).toEqual([["Utbilda ombud", 2021, "Nämnd", "SN"]]);
    expect(forced.of("uppfoljning", "period", "status")).toEqual([["T2 2021", "Genomfört"]]);
    expect(forced.told.filter((rule) => rule === "inlasning.valt").length).toBeGreaterThan(0);
    const wrong = read({ Blad1: sheet }, withTable(emptyMapping, table, { unit: "Okända nämnden", defaults: { "aktiviteter.slut": "snart" } }));
    expect(wrong.told).toEqual(expect.arrayContaining(["inlasning.enhet-okand", "inlasning.val-olasligt"]));
  });

  it("is what goals lack that come along with their measures", () => {
    const sheet: Laid[][] = [["Mål", "Mått", "Utfall T1 2021"], ["Trygghet", "Andel nöjda", "80 %"]];
    const [table] = read({ Blad1: sheet }, emptyMapping).proposals;
    if (table === undefined) throw new RangeError("no table");
    expect(read({ Blad1: sheet }, withTable(emptyMapping, table, { defaults: { "mal.niva": "Nämndmål" } })).of("mal", "mal", "niva")).toEqual([["Trygghet", "Nämndmål"]]);
  });

  it("leaves out the one table it was said of, and not those that look like it; units stay with their sheets", () => {
    const sheet = (text: string): Laid[][] => [["Mått", "Utfall T1 2021"], [text, "80 %"]];
    const sheets = { Mall: sheet("Exempel"), Norr: sheet("Andel nöjda"), Söder: sheet("Andel nöjda") };
    const [template, north] = read(sheets, emptyMapping).proposals;
    if (template === undefined || north === undefined) throw new RangeError("no tables");
    const mapping = withTable(withTable(emptyMapping, template, { isLeftOut: true }), north, { unit: "SN" });
    const intake = read(sheets, mapping);
    expect(intake.proposals.map(({ isLeftOut }) => isLeftOut)).toEqual([true, false, false]);
    expect(intake.of("utfall", "enhet")).toEqual([["SN"], [undefined]]);
    expect(read(sheets, withTable(mapping, template, { isLeftOut: false })).of("matt", "matt")).toEqual([["Exempel"], ["Andel nöjda"]]);
    const general = withTable(emptyMapping, { sheet: "Blad1", columns: north.columns }, { unit: "SN", period: "T1 2021" });
    expect(toRemember(general).tables[0]).not.toHaveProperty("unit");
    expect(toRemember(mapping).tables.find(({ sheet: name }) => name === "Norr")?.unit).toBe("SN");
  });
});
