import type { RegisterKey } from "../../src/registers/registers.js";
import type { Intake } from "../../src/intake/readProposals.js";
import { aleEnheter, aleMal, aleMatt, aleUppdrag, aleUppfoljning, aleUtfall } from "../fixtures/ale/ale.js";
import { aleBeslut, aleBeslutEnheter } from "../fixtures/ale-beslut/aleBeslut.js";
import { aleInternkontrollEnheter, aleKontroller, aleKontrollresultat } from "../fixtures/ale-internkontroll/aleInternkontroll.js";
import { norrkopingEnheter, norrkopingMal, norrkopingMatt } from "../fixtures/norrkoping/norrkoping.js";
import { ostersundEnheter, ostersundUppdrag, ostersundUppfoljning } from "../fixtures/ostersund/ostersund.js";
import { ostersundMalEnheter, ostersundMalUppdrag, printedAssignments } from "../fixtures/ostersund-mal/ostersundMal.js";
import { ovanakerAktiviteter, ovanakerMal, ovanakerUppfoljning } from "../fixtures/ovanaker/kvalitetsinsatser.js";
import { ovanakerEnheter } from "../fixtures/ovanaker/ovanaker.js";
import { laidOut, takenIn, unitsAs, type Laid } from "./takenIn.js";

function rowsOf(intake: Intake, register: RegisterKey) {
  return intake.rows.filter((row) => row.register === register).map(({ values }) => values);
}

/** The columns of a row that a sheet shows, without those that are empty. */
function only(row: object, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([key, value]) => keys.includes(key) && value !== null));
}

function idText<T extends { readonly id: string }>(rows: readonly T[], id: string | null, text: (row: T) => string): string | null {
  const found = rows.find((row) => row.id === id);
  return found === undefined ? null : text(found);
}

const percent = (fraction: number | undefined): Laid => (fraction === undefined ? null : { value: fraction, format: "0.0%" });
const amount = (quantity: { readonly kind: string } | null | undefined) => (quantity?.kind === "number" && "value" in quantity && typeof quantity.value === "number" ? quantity.value : undefined);

describe("the source documents, laid out as somebody would in Excel", () => {
  it("Ale, uppföljning april 2019: measures with two years across, assignments under their goals", () => {
    const measures = aleMatt.map(({ id, malId, matt, malvarde }): Laid[] => {
      const outcome = (year: number) => aleUtfall.find((row) => row.mattId === id && row.period.year === year);
      return [idText(aleMal, malId, ({ mal }) => mal), matt, percent(amount(outcome(2018)?.utfall)), percent(amount(outcome(2019)?.utfall)), percent(amount(malvarde)), outcome(2019)?.kommentar ?? null];
    });
    const assignments = aleUppdrag.map(({ id, malId, uppdrag }): Laid[] => {
      const report = aleUppfoljning.find(({ avser }) => avser === id);
      return [idText(aleMal, malId, ({ mal }) => mal), uppdrag, report?.status ?? null, report?.kommentar ?? null];
    });
    const intake = takenIn(laidOut({
      Mått: [["Uppföljning april 2019"], ["Omsorgs- och arbetsmarknadsnämnden"], [], ["Mål nivå 1", "Mått", "Utfall april 2018", "Utfall april 2019", "Målvärde", "Kommentar"], ...measures],
      Uppdrag: [["Uppföljning april 2019, Omsorgs- och arbetsmarknadsnämnden"], [], ["Mål", "Uppdrag", "Status", "Kommentar"], ...assignments],
    }), { findUnit: unitsAs(aleEnheter), defaults: { "matt.riktning": "Minska" } });
    expect(rowsOf(intake, "matt").map((row) => only(row, ["id", "matt", "mattenhet", "riktning", "malvarde"]))).toEqual(aleMatt.map((row) => only(row, ["id", "matt", "mattenhet", "riktning", "malvarde"])));
    const keys = ["mattId", "period", "enhet", "utfall", "kommentar"];
    const inOrder = (rows: readonly Record<string, unknown>[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => a.localeCompare(b)))).sort();
    const expected = aleUtfall.map((row) => only({ ...row, period: { kind: row.period.kind, year: row.period.year, number: row.period.number } }, keys));
    expect(rowsOf(intake, "utfall").map((row) => only(row, keys))).toEqual(expect.arrayContaining(expected));
    expect(inOrder(rowsOf(intake, "utfall"))).toHaveLength(aleUtfall.length);
    expect(rowsOf(intake, "uppdrag").map((row) => only(row, ["uppdrag", "ar", "huvudansvarig"]))).toEqual(aleUppdrag.map((row) => only(row, ["uppdrag", "ar", "huvudansvarig"])));
    const reports = aleUppfoljning.filter(({ avser }) => avser.startsWith("UPP"));
    expect(rowsOf(intake, "uppfoljning").map((row) => only(row, ["avser", "period", "status", "kommentar"]))).toEqual(reports.map((row) => only(row, ["avser", "period", "status", "kommentar"])));
    const goals = new Set(rowsOf(intake, "mal").map(({ mal }) => mal));
    expect([...goals]).toEqual([...new Set([...aleMatt, ...aleUppdrag].map(({ malId }) => idText(aleMal, malId, ({ mal }) => mal)))]);
  });

  it("Östersund T2 2021: every assignment with its committee, comment and status", () => {
    const lines = ostersundUppdrag.map(({ id, uppdrag, huvudansvarig }): Laid[] => {
      const report = ostersundUppfoljning.find(({ avser }) => avser === id);
      return [idName(huvudansvarig), uppdrag, report?.kommentar ?? null, report?.status ?? null];
    });
    function idName(code: string | null) {
      return ostersundEnheter.find(({ kod }) => kod === code)?.namn ?? null;
    }
    const intake = takenIn(laidOut({ Blad1: [["Uppföljning av uppdrag, Östersunds kommun"], [], ["Nämnd", "Uppdrag 2021", "Kommentar T2 2021", "Status"], ...lines] }), {
      findUnit: unitsAs(ostersundEnheter), period: { kind: "tertial", year: 2021, number: 2 },
    });
    const keys = ["id", "ar", "uppdrag", "huvudansvarig"];
    expect(rowsOf(intake, "uppdrag").map((row) => only(row, keys))).toEqual(ostersundUppdrag.map((row) => only(row, keys)));
    const reported = ["avser", "period", "status", "kommentar"];
    expect(rowsOf(intake, "uppfoljning").map((row) => only(row, reported))).toEqual(ostersundUppfoljning.map((row) => only(row, reported)));
  });

  it("Östersund 2024: assignments with their clarification, and who leads and takes part in one cell", () => {
    const lines = printedAssignments.map(({ uppdrag, fortydligande, ansvariga }): Laid[] => [uppdrag, fortydligande.join("\n"), ansvariga]);
    const intake = takenIn(laidOut({ "Trygghet och stöd": [["Trygghet och stöd 2024"], [], ["Uppdrag", "Förtydligande", "Ansvarig nämnd"], ...lines] }), { findUnit: unitsAs(ostersundMalEnheter) });
    const keys = ["id", "ar", "uppdrag", "fortydligande", "huvudansvarig", "medansvariga"];
    expect(rowsOf(intake, "uppdrag").map((row) => only(row, keys))).toEqual(ostersundMalUppdrag.map((row) => only(row, keys)));
  });

  it("Ovanåker 2017: the actions of every quality initiative, with the document's symbols", () => {
    const symbols: Readonly<Record<string, string>> = { "Genomfört": "●", "Delvis genomfört": "◆", "Ej genomfört": "■", "Ej aktuellt": "–" };
    const lines = ovanakerAktiviteter.map(({ id, avser, ansvarig, aktivitet, tidsram }): Laid[] => {
      const status = ovanakerUppfoljning.find((row) => row.avser === id)?.status;
      return [idText(ovanakerMal, avser, ({ mal }) => mal), ansvarig, aktivitet, tidsram, symbols[status ?? ""] ?? null, ovanakerUppfoljning.find((row) => row.avser === id)?.kommentar ?? null];
    });
    const intake = takenIn(laidOut({
      Kvalitetsinsatser: [["Kvalitetsbokslut 2017"], ["● = Genomfört, ◆ = Delvis genomfört, ■ = Ej genomfört"], [], ["Kvalitetsinsats", "Ansvarig", "Aktivitet", "Tidsramar", "Genomfört", "Kommentar"], ...lines],
    }), { findUnit: unitsAs(ovanakerEnheter), periods: { rapportering: "år", delarTill: "augusti" } });
    const keys = ["id", "ansvarig", "aktivitet", "tidsram"];
    expect(rowsOf(intake, "aktiviteter").map((row) => only(row, keys))).toEqual(ovanakerAktiviteter.map((row) => only(row, keys)));
    const reports = ovanakerUppfoljning.filter(({ avser }) => avser.startsWith("AKT"));
    const reported = ["avser", "period", "status", "kommentar"];
    expect(rowsOf(intake, "uppfoljning").map((row) => only(row, reported))).toEqual(reports.map((row) => only(row, reported)));
    const goals = rowsOf(intake, "mal");
    expect(goals.map((row) => only(row, ["mal", "niva"]))).toEqual(ovanakerMal.filter(({ id }) => ovanakerAktiviteter.some(({ avser }) => avser === id)).map((row) => only(row, ["mal", "niva"])));
    const goalOf = new Map(goals.map(({ id, mal }) => [id, mal]));
    expect(rowsOf(intake, "aktiviteter").map(({ avser }) => goalOf.get(avser ?? ""))).toEqual(ovanakerAktiviteter.map(({ avser }) => idText(ovanakerMal, avser, ({ mal }) => mal)));
  });

  it("Ale, intern kontroll 2019: the plan by area, and one result of each control beside it", () => {
    const lines = aleKontroller.map(({ id, omrade, risk, kontrollmoment, vad, hur, nar, dokumentation }): Laid[] => {
      const result = aleKontrollresultat.find((row) => row.kontrollId === id);
      return [omrade, risk, kontrollmoment, vad, hur, nar, dokumentation, result?.uppfoljande ?? null, result?.bedomning ?? null, result?.metod ?? null, result?.kommentar ?? null];
    });
    const headers = ["Område", "Risk", "Kontrollmoment", "Vad kontrolleras?", "Hur sker kontrollen?", "När utförs kontrollen?", "Hur dokumenteras kontrollen?", "Uppföljande kontroll", "Bedömning", "Metod", "Kommentar"];
    const intake = takenIn(laidOut({ Internkontroll: [["Uppföljning av intern kontroll T1 2019"], headers, ...lines] }), { findUnit: unitsAs(aleInternkontrollEnheter), defaults: { "kontroller.sort": "Intern kontroll" } });
    const keys = ["id", "sort", "omrade", "risk", "kontrollmoment", "vad", "hur", "nar", "dokumentation"];
    expect(rowsOf(intake, "kontroller").map((row) => only(row, keys))).toEqual(aleKontroller.map((row) => only(row, keys)));
    const firsts = aleKontroller.flatMap(({ id }) => aleKontrollresultat.find((row) => row.kontrollId === id) ?? []);
    const reported = ["kontrollId", "period", "nr", "uppfoljande", "bedomning", "metod", "kommentar"];
    expect(rowsOf(intake, "kontrollresultat").map((row) => only(row, reported))).toEqual(firsts.map((row) => only(row, reported)));
  });

  it("Ale, ej verkställda beslut kvartal 1 2019: every decision with its dates", () => {
    const day = (serial: number | null): Laid => (serial === null ? null : { value: serial, format: "yyyy-mm-dd" });
    const lines = aleBeslut.map((row): Laid[] => [Number(row.id), row.lag, row.kon, day(row.beslutsdatum), day(row.avbrottsdatum), row.insats, row.verksamhet, day(row.planerad), day(row.verkstallt), day(row.avslutat), row.avslutsorsak, row.tillfalligLosning]);
    const headers = ["Beslut nr.", "Lag", "Kön", "Beslutsdatum", "Avbrott i verkställigheten", "Typ av bistånd", "Verksamhet", "Planerad verkställighet", "Verkställt", "Avslutat", "Orsak till avslut", "Tillfällig lösning"];
    const intake = takenIn(laidOut({ "Kvartal 1": [["Ej verkställda beslut kvartal 1 2019"], [], headers, ...lines] }), { findUnit: unitsAs(aleBeslutEnheter) });
    const keys = ["id", "lag", "kon", "beslutsdatum", "avbrottsdatum", "insats", "verksamhet", "planerad", "verkstallt", "avslutat", "avslutsorsak", "tillfalligLosning"];
    expect(rowsOf(intake, "beslut").map((row) => only(row, keys))).toEqual(aleBeslut.map((row) => only(row, keys)));
  });

  it("Norrköping 2016: indicators under their sub-goals, targets in words", () => {
    const typed = (quantity: (typeof norrkopingMatt)[number]["malvarde"], unit: string | null) => (amount(quantity) === undefined ? null : unit === "%" ? `Minst ${(amount(quantity) ?? 0) * 100} %` : `Minst ${amount(quantity) ?? 0}`);
    const lines = norrkopingMatt.map(({ malId, matt, mattenhet, malvarde }): Laid[] => [idText(norrkopingMal, malId, ({ mal }) => mal), matt, mattenhet, typed(malvarde, mattenhet)]);
    const intake = takenIn(laidOut({ Plan: [["Verksamhetsplan 2016"], [], ["Delmål", "Indikator", "Måttenhet", "Målvärde 2016".slice(0, 8)], ...lines] }), { findUnit: unitsAs(norrkopingEnheter) });
    const keys = ["id", "matt", "mattenhet", "riktning", "malvarde"];
    expect(rowsOf(intake, "matt").map((row) => only(row, keys))).toEqual(norrkopingMatt.map((row) => only(row, keys)));
    expect(rowsOf(intake, "mal").every(({ niva }) => niva === "Delmål")).toBe(true);
  });
});
