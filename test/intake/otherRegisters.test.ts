import type { RegisterKey } from "../../src/registers/registers.js";
import { periodLabel } from "../../src/registers/values/period.js";
import type { IntakeOptions } from "../../src/intake/readProposals.js";
import { laidOut, takenIn, unitsAs, type Laid } from "./takenIn.js";

const findUnit = unitsAs([{ kod: "SN", namn: "Socialnämnden" }, { kod: "KS", namn: "Kommunstyrelsen" }]);
const day = (serial: number): Laid => ({ value: serial, format: "yyyy-mm-dd" });

/** The rows of a register that a sheet gives, periods as they are printed. */
function rows(register: RegisterKey, sheet: readonly (readonly Laid[])[], options: Partial<IntakeOptions> = {}) {
  const intake = takenIn(laidOut({ Blad1: sheet }), { findUnit, ...options });
  return intake.rows.filter((row) => row.register === register).map(({ values }) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === "object" && "year" in value ? periodLabel(value) : value])));
}

describe("a sheet of", () => {
  it("units: the committees with their codes", () => {
    expect(rows("enheter", [["Nämnder i kommunen"], [], ["Kod", "Nämnd", "Typ", "Andra namn"], ["BUN", "Barn- och utbildningsnämnden", "Nämnd", "Barn och utbildning; BoU"], ["KF", "Kommunfullmäktige", "Fullmäktige", null]])).toEqual([
      { kod: "BUN", namn: "Barn- och utbildningsnämnden", typ: "Nämnd", alias: ["Barn och utbildning", "BoU"] }, { kod: "KF", namn: "Kommunfullmäktige", typ: "Fullmäktige" },
    ]);
    expect(rows("enheter", [["Förkortning", "Nämndens namn"], ["MN", "Miljönämnden"]])).toEqual([{ kod: "MN", namn: "Miljönämnden" }]);
  });

  it("events in decisions that are not carried out", () => {
    expect(rows("handelser", [["Händelser kvartal 1 2019"], ["Beslutsnummer", "Datum", "Typ av händelse", "Text"], [1302579, day(43_500), "Tackat nej", "Tackade nej till erbjudet boende."], ["1302580", "2019-02-10", null, "Nytt erbjudande i mars."]])).toEqual([
      { beslutsnr: "1302579", datum: 43_500, handelse: "Tackat nej", text: "Tackade nej till erbjudet boende." }, { beslutsnr: "1302580", datum: 43_506, text: "Nytt erbjudande i mars." },
    ]);
  });

  it("criteria in words, under their goal's id", () => {
    expect(rows("kriterier", [["Mål-id", "Nr", "Måluppfyllelse"], ["MÅL-1", 1, "Alla elever når målen."], ["MÅL-1", "1.2", "Färre är frånvarande."]])).toEqual([
      { malId: "MÅL-1", nr: "1", kriterium: "Alla elever når målen." }, { malId: "MÅL-1", nr: "1.2", kriterium: "Färre är frånvarande." },
    ]);
  });

  it("reports that are owed, and when they were marked ready", () => {
    expect(rows("klarmarkering", [["Tidplan uppföljning T1 2019"], [], ["Rapport", "Nämnd", "Sista dag", "Inlämnad"], ["Måluppföljning", "Socialnämnden", day(43_600), day(43_598)], ["Måluppföljning", "KS", "2019-05-15", null]])).toEqual([
      { rapport: "Måluppföljning", enhet: "SN", period: "T1 2019", senast: 43_600, klarmarkerad: 43_598 }, { rapport: "Måluppföljning", enhet: "KS", period: "T1 2019", senast: 43_600 },
    ]);
  });

  it("money and posts", () => {
    expect(rows("resurser", [["Uppdrag-id", "Nämnd", "Typ", "Belopp tkr", "År", "Beskrivning"], ["UPP-1", "SN", "Ramökning", "1 500", 2024, "Fler platser"], [null, "KS", "Investering", "2,5 mnkr", 2024, "Nytt tak"]])).toEqual([
      { avser: "UPP-1", enhet: "SN", typ: "Ramökning", belopp: 1500, ar: 2024, beskrivning: "Fler platser" }, { enhet: "KS", typ: "Investering", belopp: 2500, ar: 2024, beskrivning: "Nytt tak" },
    ]);
  });

  it("outcomes by the measures' ids: a row for each period in the headers, what says no period with the one that is said", () => {
    expect(rows("utfall", [["Mått-id", "Enhet", "Utfall T1 2019", "Utfall T2 2019"], ["MÅTT-1", "SN", "80 %", "82 %"], ["MÅTT-2", "SN", 4, null]]).map(({ mattId, period, enhet, utfall }) => [mattId, period, enhet, typeof utfall === "object" && "value" in utfall ? utfall.value : utfall])).toEqual([
      ["MÅTT-1", "T1 2019", "SN", 0.8], ["MÅTT-1", "T2 2019", "SN", 0.82], ["MÅTT-2", "T1 2019", "SN", 4],
    ]);
    expect(rows("uppfoljning", [["Uppföljning T2 2021"], ["Avser", "Nämnd", "Status", "Kommentar"], ["UPP-1", "SN", "Pågående", "Bra"]])).toEqual([{ avser: "UPP-1", period: "T2 2021", enhet: "SN", status: "Pågående", kommentar: "Bra" }]);
  });

  it("documents and their texts", () => {
    expect(rows("dokument", [["Dokumenttyp", "Nämnd", "Period", "Titel", "Dnr", "Datum"], ["Verksamhetsplan", "SN", "2024", "Verksamhetsplan 2024", "SN.2023.12", "2023-11-20"]])).toEqual([
      { id: "DOK-1", typ: "Verksamhetsplan", enhet: "SN", period: "2024", rubrik: "Verksamhetsplan 2024", diarienummer: "SN.2023.12", datum: 45_250 },
    ]);
    expect(rows("texter", [["Dokument-id", "Avsnitt", "Text"], ["DOK-1", "Sammanfattning", "Året gick bra."], ["DOK-1", "Vision", "Alla ska trivas."]])).toEqual([
      { dokumentId: "DOK-1", avsnitt: "Sammanfattning", text: "Året gick bra." }, { dokumentId: "DOK-1", avsnitt: "Vision", text: "Alla ska trivas." },
    ]);
  });
});
