import { givesPercentages, saysBad, saysGood, saysNotMade, saysVaguelyHowMany } from "../../src/rules/comments/controlsInWords.js";
import { contradictedSeries } from "../../src/rules/comments/monthlySeries.js";
import { checkRules } from "../../src/rules/checkRules.js";
import { read, type WrittenRows, type WrittenWorkbook } from "./testWorkbook.js";

const planned = {
  Sort: "Intern kontroll", "Område": "1 Inköp", Risk: "Köp utanför avtal", Sannolikhet: 2, Konsekvens: 3, Kontrollmoment: "Stickprov", "Vad kontrolleras": "Fakturor", Hur: "Urval",
  "När": "Löpande", Dokumentation: "I planen", Ansvarig: "Ekonomichef",
};

/** Two controls as they should be, each followed up for the period. */
const sound: WrittenWorkbook = {
  installningar: [{ Nyckel: "period", "Värde": "T2 2021" }],
  kontroller: [{ "Kontroll-id": "KON-1", ...planned }, { "Kontroll-id": "KON-2", ...planned, Kontrollmoment: "Avstämning" }],
  kontrollresultat: [
    { "Kontroll-id": "KON-1", Period: "T2 2021", Nr: 1, "Bedömning": "Ingen avvikelse", Granskade: 20, Avvikande: 0, Kommentar: "Alla köp följer avtalen." },
    { "Kontroll-id": "KON-2", Period: "T2 2021", Nr: 1, "Bedömning": "Ej genomförd", Kommentar: "Systemet byttes i juni." },
  ],
};

/** Every rule that tells something of the workbook, with the sheet row it stands in. */
function told(rows: WrittenWorkbook, today?: number): string[] {
  const { contents, settings, findings } = read({ ...sound, ...rows });
  expect(findings).toEqual([]);
  return checkRules(contents, settings, today).map(({ ruleId, at }) => `${ruleId} ${at?.row ?? "–"}`);
}

const with1 = (register: "kontroller" | "kontrollresultat", change: WrittenRows[number]): WrittenWorkbook => ({
  [register]: (sound[register] ?? []).map((row, index) => (index === 0 ? { ...row, ...change } : row)),
});
const control = (change: WrittenRows[number]) => with1("kontroller", change);
const result = (change: WrittenRows[number]) => with1("kontrollresultat", change);

test("a sound workbook is told nothing, nor is one without controls", () => {
  expect(told({})).toEqual([]);
  expect(told({ kontroller: [], kontrollresultat: [] })).toEqual([]);
});

test.each<[string, WrittenWorkbook]>([
  ["kontroll.ofullstandig 1", control({ Hur: "" })],
  ["kontroll.ofullstandig 1", control({ "Område": "", Ansvarig: "" })],
  ["kontroll.ofullstandig 1", control({ Sannolikhet: "", Konsekvens: "" })],
  ["kontroll.halv-risk 1", control({ Konsekvens: "" })],
  ["kontroll.risk-utanfor 1", control({ Konsekvens: 5 })],
  ["kontroll.risk-utanfor 1", control({ Sannolikhet: 0 })],
  ["kontroll.minst-per-ar 1", control({ "Minst per år": 0 })],
  ["kontroll.frekvens-avviker 1", control({ "När": "två gånger per år", "Minst per år": 1 })],
  ["kontroll.for-sallan 1", control({ "Minst per år": 12 })],
  ["kontroll.utan-resultat 1", result({ Period: "T1 2021" })],
  ["kontrollresultat.bedomning-saknas 1", result({ "Bedömning": "" })],
  ["kontrollresultat.ej-gjord-utan-bedomning 1", result({ "Bedömning": "", Kommentar: "Ingen kontroll har gjorts." })],
  ["kontrollresultat.ej-genomford-utan-orsak 1", result({ "Bedömning": "Ej genomförd", Kommentar: "" })],
  ["kontrollresultat.bedomd-men-ej-gjord 1", result({ Kommentar: "Kontrollen har inte gjorts." })],
  ["kontrollresultat.bedomning-kommentar 1", result({ Kommentar: "Följsamheten är bristfällig." })],
  ["kontrollresultat.bedomning-kommentar 1", result({ "Bedömning": "Större avvikelse", Kommentar: "Följsamheten bedöms vara mycket god." })],
  ["kontrollresultat.antal-orimligt 1", result({ Avvikande: 21, "Bedömning": "Större avvikelse" })],
  ["kontrollresultat.antal-orimligt 1", result({ Avvikande: -1 })],
  ["kontrollresultat.halv-andel 1", result({ Avvikande: "" })],
  ["kontrollresultat.halv-andel 1", result({ Granskade: "" })],
  ["kontrollresultat.avvikelse-trots-ingen 1", result({ Avvikande: 2 })],
  ["kontrollresultat.procent-utan-underlag 1", result({ Granskade: "", Avvikande: "", Kommentar: "Av köpen var 12 procent fel." })],
  ["kontrollresultat.mangd-i-ord 1", result({ Granskade: "", Avvikande: "", Kommentar: "Ett fåtal köp var fel." })],
  ["kontrollresultat.serie-emot-ord 1", result({ Kommentar: "Felen minskar stadigt. Maj: 3, juni: 2, juli: 4" })],
  ["kontrollresultat.samma-mening 2", { kontrollresultat: (sound.kontrollresultat ?? []).map((row) => ({ ...row, Kommentar: "Urvalet drogs ur alla fakturor från januari till augusti." })) }],
])("%s", (expected, rows) => {
  const found = told(rows);
  // A control promised by number alone is short, and so is one whose only follow-up is no longer of the period.
  expect(found.filter((each) => !each.startsWith("kontroll.for-sallan") || expected.startsWith("kontroll.for-sallan"))).toEqual([expected]);
});

test("nothing is controlled in a period to come", () => {
  expect(told({}, 44_300)).toEqual(["kontrollresultat.framtida-period 1", "kontrollresultat.framtida-period 2"]);
});

test("without a period, follow-ups of all are looked at, and nothing is missing", () => {
  expect(told({ installningar: [], ...result({ Period: "T1 2019", "Bedömning": "" }) })).toEqual(["kontrollresultat.bedomning-saknas 1"]);
});

test("a unit's own checks need no plan, and are asked for only where somebody follows them up", () => {
  const own = { "Kontroll-id": "KON-3", Sort: "Egenkontroll", Risk: "Fel i journalen" };
  expect(told({ kontroller: [...(sound.kontroller ?? []), own] })).toEqual([]);
  const before = { "Kontroll-id": "KON-3", Period: "T1 2021", Nr: 1, "Bedömning": "Ingen avvikelse" };
  expect(told({ kontroller: [...(sound.kontroller ?? []), own], kontrollresultat: [...(sound.kontrollresultat ?? []), before] })).toEqual(["kontroll.utan-resultat 3"]);
});

test("a control is known to be made at certain times by a number alone", () => {
  expect(told(control({ "När": "", "Minst per år": 1 }))).toEqual([]);
});

describe("what comments say", () => {
  test.each([
    ["För perioden har det inte gjorts någon kontroll.", "inte gjorts någon kontroll"],
    ["Ingen riktad kontroll gjord för T1.", "Ingen riktad kontroll gjord"],
    ["Ingen riktad kontroll har genomförts under 2019.", "Ingen riktad kontroll har genomförts"],
    ["Inga kontroller är utförda.", "Inga kontroller är utförda"],
    ["Kontrollerna har inte genomförts.", "Kontrollerna har inte genomförts"],
    ["Antal utförda kontroller i systemet är 0.", "Antal utförda kontroller i systemet är 0"],
  ])("%s: no control was made", (comment, phrase) => {
    expect(saysNotMade(comment)).toBe(phrase);
  });

  test.each(["Kontrollen är gjord.", "Inga avvikelser hittades i kontrollerna.", "Kontrollen visade att rutinen inte följs.", "Antal utförda kontroller är 10.", "Inga kontroller har visat brister."])("%s: nothing of the kind", (comment) => {
    expect(saysNotMade(comment)).toBeUndefined();
  });

  test("good and bad are told only where they are said plainly", () => {
    expect(saysGood("Kännedomen bedöms vara god.")).toBe("bedöms vara god");
    expect(saysGood("Kännedomen bedöms inte vara god.")).toBeUndefined();
    expect(saysBad("Rutinen är bristfällig.")).toBe("bristfällig");
    expect(saysBad("Inget är bristfälligt.")).toBeUndefined();
  });

  test("how many is vague only without a figure in the sentence", () => {
    expect(saysVaguelyHowMany("Av besluten gäller majoriteten kontaktperson.")).toBe("majoriteten");
    expect(saysVaguelyHowMany("De flesta, 12 av 15, är verkställda.")).toBeUndefined();
  });

  test("percentages are known with and without a space", () => {
    expect(["19,4% av enheterna", "16,7 % i mars", "ungefär 11 procent"].map(givesPercentages)).toEqual([true, true, true]);
    expect(["2 procentenheter", "Några procent"].map(givesPercentages)).toEqual([false, false]);
  });

  test("a series is read by its months, and compared with the words that say which way it always goes", () => {
    expect(contradictedSeries("Följsamheten ökar per månad. Jan: 14 Feb: 39 Mar: 37 Apr: 45")).toEqual({ phrase: "ökar per månad", from: "Feb 39", to: "Mar 37" });
    expect(contradictedSeries("Felen minskar varje månad: januari 5,5, februari 4, mars 4,2.")).toEqual({ phrase: "minskar varje månad", from: "februari 4", to: "mars 4,2" });
    expect(contradictedSeries("Följsamheten ökar per månad. Jan: 14 Feb: 37 Mar: 39 Apr: 45")).toBeUndefined();
    // Fewer figures are no series, a rise as a whole is none all the time, and years are no figures.
    expect(contradictedSeries("Följsamheten ökar per månad. Feb: 39 Mar: 37")).toBeUndefined();
    expect(contradictedSeries("Följsamheten har ökat. Jan: 14 Feb: 39 Mar: 37 Apr: 45")).toBeUndefined();
    expect(contradictedSeries("Felen minskar per månad från januari 2017, februari 2018 till mars 2019.")).toBeUndefined();
  });
});
