import { sheetGrids } from "../../src/files/sheetGrids.js";
import { periodLabel } from "../../src/registers/values/period.js";
import type { RegisterKey } from "../../src/registers/registers.js";
import { openXlsx, type Workbook } from "../../src/xlsx/index.js";
import { lostCells } from "./nothingLost.js";
import { laidOut, takenIn, unitsAs, type Laid } from "./takenIn.js";

const findUnit = unitsAs([{ kod: "SN", namn: "Socialnämnden" }, { kod: "KS", namn: "Kommunstyrelsen" }, { kod: "BUN", namn: "Barn- och utbildningsnämnden" }]);

/** What a workbook gives, in short: the values of some columns, periods as printed, quantities as numbers; nothing of it may be lost. */
function read(sheets: Readonly<Record<string, readonly (readonly Laid[])[]>>, also?: (workbook: Workbook) => void) {
  const workbook = laidOut(sheets, also);
  const intake = takenIn(workbook, { findUnit });
  expect(lostCells(sheetGrids(openXlsx(workbook.save())), intake.proposals, intake, findUnit)).toEqual([]);
  const of = (register: RegisterKey, ...keys: readonly string[]) => intake.rows.filter((row) => row.register === register).map(({ values }) => keys.map((key) => {
    const value = values[key];
    if (value === undefined || typeof value !== "object") return value ?? null;
    return "year" in value ? periodLabel(value) : "value" in value ? value.value : value;
  }));
  return { of, told: intake.findings.map(({ ruleId }) => ruleId), proposals: intake.proposals };
}

describe("sheets laid out by other hands", () => {
  it("one sheet for each unit, the unit in a cell beside its label", () => {
    const sheet = (unit: string, value: number): Laid[][] => [["Enhet:", unit], ["Period:", "Tertial 2 2023"], [], ["Nyckeltal", "Målvärde 2023", "Utfall"], ["Sjukfrånvaro, %", { value: 0.05, format: "0.0%" }, { value: value / 100, format: "0.0%" }]];
    expect(read({ Soc: sheet("Socialnämnden", 6), Skola: sheet("Barn- och utbildningsnämnden", 4) }).of("utfall", "enhet", "period", "utfall").sort()).toEqual(expect.arrayContaining([["BUN", "T2 2023", 0.04], ["SN", "T2 2023", 0.06]]));
  });

  it("quarters across, the year above them", () => {
    const quarters: Laid[][] = [["Indikator", "2023", null, null, null], [null, "Kv 1", "Kv 2", "Kv 3", "Kv 4"], ["Antal besök på biblioteket", 1200, 1350, 900, null]];
    expect(read({ Blad1: quarters }, (workbook) => { workbook.activeSheet.merge({ row: 0, column: 1, rows: 1, columns: 4 }); workbook.activeSheet.merge({ row: 0, column: 0, rows: 2, columns: 1 }); }).of("utfall", "period", "utfall"))
      .toEqual([["Kvartal 1 2023", 1200], ["Kvartal 2 2023", 1350], ["Kvartal 3 2023", 900]]);
  });

  it("targets and outcomes by turns, year by year", () => {
    expect(read({ Mål: [["Mått", "Mål 2019", "Utfall 2019", "Mål 2020", "Utfall 2020"], ["Andel nöjda föräldrar", "85 %", "82 %", "86 %", "87 %"]] }).of("utfall", "period", "malvarde", "utfall")).toEqual([["2019", 0.85, 0.82], ["2020", 0.86, 0.87]]);
  });

  it("totals and sub-totals among the rows, and measures whose names begin like totals", () => {
    const { of, told } = read({ Blad1: [["Mått", "Utfall 2022"], ["Antal platser förskola", 120], ["Antal platser fritids", 80], ["Delsumma", 200], ["Totalt antal besök per invånare", 7], ["Summa", 407]] });
    expect(of("matt", "matt").flat()).toEqual(["Antal platser förskola", "Antal platser fritids", "Totalt antal besök per invånare"]);
    expect(told.filter((rule) => rule === "inlasning.rad-utelamnad")).toHaveLength(2);
  });

  it("the header once more after a page break, with the sheet's title above it", () => {
    const header: Laid[] = ["Nämnd", "Uppdrag", "Status", "Kommentar"];
    const { of } = read({ Blad1: [["Uppdrag T1 2022"], header, ["SN", "Utred hemgång", "Pågår", null], ["SN", "Ny rutin för avvikelser", "Klart", "Se bilaga 2"], ["Uppdrag T1 2022"], header, ["KS", "Ny webbplats", "Ej påbörjat", null]] });
    expect(of("uppdrag", "uppdrag", "huvudansvarig")).toEqual([["Utred hemgång", "SN"], ["Ny rutin för avvikelser", "SN"], ["Ny webbplats", "KS"]]);
    expect(of("uppfoljning", "period", "status", "kommentar")).toEqual([["T1 2022", "Pågående", null], ["T1 2022", "Genomfört", "Se bilaga 2"], ["T1 2022", "Ej påbörjat", null]]);
  });

  it("footnotes under the table and their signs in the cells", () => {
    const { of, told } = read({ Blad1: [["Mått", "Utfall 2021"], ["Andel nöjda brukare¹", "88 %"], ["Väntetid, dagar", "45*"], [], ["¹ Enkäten gjordes i mars."], ["* Preliminärt värde"]] });
    expect(of("matt", "matt")).toHaveLength(2);
    expect(of("utfall", "utfall")).toEqual([[0.88]]);
    expect(told.some((rule) => rule.startsWith("cell.") || rule.startsWith("tal.") || rule.startsWith("utfall."))).toBe(true);
  });

  it("measures across and periods down", () => {
    const { of, told } = read({ Blad1: [["Period", "Antal besök", "Andel nöjda"], ["T1 2022", 120, "80 %"], ["T2 2022", 130, "82 %"]] });
    expect(of("utfall", "period", "utfall")).toEqual([]);
    expect(told).toEqual(["inlasning.liggande-tabell"]);
    expect(read({ Blad1: [["Mått", "Antal besök", "Andel nöjda"], ["Utfall", 120, "80 %"], ["Målvärde", 130, "82 %"]] }).told).toEqual(["inlasning.liggande-tabell"]);
  });

  it("money by account is not taken for measures", () => {
    const { of, told } = read({ Budget: [["Ekonomi per nämnd, tkr"], ["Nämnd", "Budget 2022", "Utfall 2022", "Prognos", "Avvikelse"], ["Socialnämnden", 410_000, 405_000, 408_000, 2_000], ["Kommunstyrelsen", 90_000, 91_000, 92_000, -2_000], ["Summa", 500_000, 496_000, 500_000, 0]] });
    expect(of("utfall", "utfall")).toEqual([]);
    expect(of("matt", "matt")).toEqual([]);
    expect(told).toEqual(["inlasning.ingen-tabell"]);
  });

  it("a matrix of committees and assignments is not misread", () => {
    const { of, told } = read({ Ansvar: [["Uppdrag", "KS", "SN", "BUN"], ["Utred hemgång", null, "x", null], ["Ny webbplats", "x", null, "x"]] });
    expect(of("uppdrag", "uppdrag", "huvudansvarig").every(([, lead]) => lead === null)).toBe(true);
    expect(told).not.toEqual([]);
  });

  it("goal, sub-goal and measure once for each group, and a comment that goes on below its row", () => {
    const { of, told } = read({ Blad1: [["Uppföljning helår 2022"], [], ["Mål", "Mått", "Utfall", "Kommentar"], ["En trygg kommun", "Andel trygga", "71 %", "Mätningen"], [null, null, null, "gjordes i oktober."], [null, "Antal anmälda brott", 812, null], ["En hållbar kommun", "Andel ekologiska livsmedel", "44 %", null]] });
    expect(of("utfall", "period", "utfall", "kommentar")).toEqual([["2022", 0.71, "Mätningen"], ["2022", 812, null], ["2022", 0.44, null]]);
    expect(told).toContain("inlasning.rad-utelamnad");
    expect(of("mal", "mal").flat()).toEqual(["En trygg kommun", "En hållbar kommun"]);
  });

  it("a comment beside the outcome of a part of the year that the title names is on that part", () => {
    const { of } = read({ KS: [["Målstyrning 2024 – Kommunstyrelsen"], [], ["Nämndmål", "Indikator", "Målvärde 2024", "Utfall 2023", "Utfall T1", "Kommentar"], ["Friska medarbetare", "Sjukfrånvaro (%)", "max 6,5", "7,2", "6,9", "På väg"], ["Ekonomi i balans", "Avvikelse mot budget, tkr", "0", "-1 200", null, "Mäts i juni"]] });
    expect(of("utfall", "enhet", "period", "malvarde", "utfall", "kommentar")).toEqual([
      ["KS", "2024", 0.065, null, null], ["KS", "2023", null, 0.072, null], ["KS", "T1 2024", null, 0.069, "På väg"],
      ["KS", "2024", 0, null, null], ["KS", "2023", null, -1200, null], ["KS", "T1 2024", null, null, "Mäts i juni"],
    ]);
    expect(of("matt", "mattenhet", "riktning")).toEqual([["%", "Minska"], ["tkr", null]]);
  });

  it("a target's upper limit is the measure's; a target that only says which way is its direction", () => {
    const { of, told } = read({ Blad1: [["Nyckeltal", "Enhet", "Kv 1 2024", "Mål 2024", "Mål 2025"], ["Beläggning", "%", "96 %", "95-98 %", "95-99 %"], ["Andel timavlönade", "%", "14 %", "Sjunkande", null], ["Antal besök", "antal", 1200, "ska öka", null]] });
    expect(of("matt", "riktning", "malvardeTill")).toEqual([["Inom intervall", 0.98], ["Minska", null], ["Öka", null]]);
    expect(of("utfall", "period", "malvarde").filter(([, target]) => target !== null)).toEqual([["2024", 0.95], ["2025", 0.95]]);
    expect(told.filter((rule) => rule === "inlasning.ovre-grans")).toHaveLength(1);
  });

  it("a matrix of risks below a plan of controls is none of its rows", () => {
    const { of, told } = read({ "IK-plan 2024": [
      ["Process", "Risk", "S", "K", "Kontrollmoment", "Resultat T1 2024"], ["Ekonomi", "Felaktiga utbetalningar", 3, 4, "Kontroll av attest", "Ingen avvikelse"], ["HR", "Obehöriga i system", 4, 4, "Behörighetskontroll", "Mindre avvikelse"], [],
      ["Riskmatris"], ["Sannolikhet \\ Konsekvens", 1, 2, 3, 4], [4, 4, 8, 12, 16], [3, 3, 6, 9, 12], [2, 2, 4, 6, 8],
    ] });
    expect(of("kontroller", "omrade", "risk", "sannolikhet")).toEqual([["Ekonomi", "Felaktiga utbetalningar", 3], ["HR", "Obehöriga i system", 4]]);
    expect(told).toContain("inlasning.rader-utanfor");
  });

  it("any symbol that the sheet itself explains, and a unit in the middle of a title", () => {
    const { of } = read({ Blad1: [["Uppdrag T1 2024 Barn- och utbildningsnämnden"], [], ["Uppdrag", "Status"], ["Digitala lås", "✔"], ["Familjecentral", "✖"], ["Ny rutin", "→"], [], ["✔ = genomfört, → = pågående, ✖ = ej påbörjat"]] });
    expect(of("uppdrag", "huvudansvarig").flat()).toEqual(["BUN", "BUN", "BUN"]);
    expect(of("uppfoljning", "status").flat()).toEqual(["Genomfört", "Ej påbörjat", "Pågående"]);
  });

  it("a committee merged over several assignments is told of once where nobody knows it", () => {
    const { told } = read({ Uppdrag: [["Ansvarig nämnd", "Uppdrag 2024"], ["Tekniska nämnden", "Byt belysning"], [null, "Laga broar"], [null, "Bygg simhall"]] }, (workbook) => workbook.activeSheet.merge({ row: 1, column: 0, rows: 3, columns: 1 }));
    expect(told.filter((rule) => rule === "inlasning.enhet-okand")).toHaveLength(1);
  });

  it("colours for words: what only a colour says is not read as anything", () => {
    const { of } = read({ Blad1: [["Aktivitet", "Ansvarig", "Status 2022"], ["Utbilda ombud", "Enhetschef", " "], ["Byt belysning", "Fastighet", "grön"]] });
    expect(of("uppfoljning", "status").flat()).toEqual([]);
  });

  it("a system's list: dates as text, codes with zeroes first, an empty column between", () => {
    const { of } = read({ Export: [["Beslutsnummer", null, "Lagrum", "Beslutsdatum", "Insats", "Verksamhet", "Verkställt"], ["0012", null, "SoL", "20220115", "Kontaktperson", "ÄO", ""], ["0013", null, "LSS", "2022-02-01", "Bostad", "LSS", "2022-05-01"]] });
    expect(of("beslut", "id", "lag", "beslutsdatum")).toEqual([["0012", "SoL", expect.anything()], ["0013", "LSS", 44_593]]);
  });

  it("internal control with risk points, and the result in words beside the plan", () => {
    const { of } = read({ IK: [["Internkontrollplan 2022"], ["Process", "Risk", "Sannolikhet", "Konsekvens", "Riskvärde", "Kontrollåtgärd", "Frekvens", "Resultat", "Analys"], ["Ekonomi", "Fel moms", 2, 3, 6, "Stickprov av 20 fakturor", "1 ggr/år", "Ingen avvikelse", null], [null, "Sena betalningar", 3, 3, 9, "Rapport ur systemet", "2 ggr/år", "Mindre avvikelse", "Två fakturor"]] });
    expect(of("kontroller", "omrade", "risk", "sannolikhet")).toEqual([["Ekonomi", "Fel moms", 2], ["Ekonomi", "Sena betalningar", 3]]);
    expect(of("kontrollresultat", "period", "bedomning")).toEqual([["2022", "Ingen avvikelse"], ["2022", "Mindre avvikelse"]]);
  });
});
