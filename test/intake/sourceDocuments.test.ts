import type { RegisterKey } from "../../src/registers/registers.js";
import type { Intake } from "../../src/intake/readProposals.js";
import { aleEnheter, aleMal, aleMatt, aleUppdrag, aleUppfoljning, aleUtfall } from "../fixtures/ale/ale.js";
import { aleBeslut, aleBeslutEnheter } from "../fixtures/ale-beslut/aleBeslut.js";
import { aleInternkontrollEnheter, aleKontroller, aleKontrollresultat } from "../fixtures/ale-internkontroll/aleInternkontroll.js";
import { norrkopingEnheter, norrkopingMatt } from "../fixtures/norrkoping/norrkoping.js";
import { ostersundEnheter, ostersundUppdrag, ostersundUppfoljning } from "../fixtures/ostersund/ostersund.js";
import { ostersundMalEnheter, ostersundMalUppdrag } from "../fixtures/ostersund-mal/ostersundMal.js";
import { ovanakerAktiviteter, ovanakerMal, ovanakerUppfoljning } from "../fixtures/ovanaker/kvalitetsinsatser.js";
import { ovanakerEnheter } from "../fixtures/ovanaker/ovanaker.js";
import {
  aleWorkbook, beslutWorkbook, idText, internkontrollWorkbook, norrkopingWorkbook, ostersundMalWorkbook, ostersundWorkbook, ovanakerWorkbook,
} from "./sourceWorkbooks.js";
import { takenIn, unitsAs } from "./takenIn.js";

function rowsOf(intake: Intake, register: RegisterKey) {
  return intake.rows.filter((row) => row.register === register).map(({ values }) => values);
}

/** The columns of a row that a sheet shows, without those that are empty. */
function only(row: object, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([key, value]) => keys.includes(key) && value !== null));
}

describe("the source documents, laid out as somebody would in Excel", () => {
  it("Ale, uppföljning april 2019: measures with two years across, assignments under their goals", () => {
    const intake = takenIn(aleWorkbook(), { findUnit: unitsAs(aleEnheter), defaults: { "matt.riktning": "Minska" } });
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
    const intake = takenIn(ostersundWorkbook(), {
      findUnit: unitsAs(ostersundEnheter), period: { kind: "tertial", year: 2021, number: 2 },
    });
    const keys = ["id", "ar", "uppdrag", "huvudansvarig"];
    expect(rowsOf(intake, "uppdrag").map((row) => only(row, keys))).toEqual(ostersundUppdrag.map((row) => only(row, keys)));
    const reported = ["avser", "period", "status", "kommentar"];
    expect(rowsOf(intake, "uppfoljning").map((row) => only(row, reported))).toEqual(ostersundUppfoljning.map((row) => only(row, reported)));
  });

  it("Östersund 2024: assignments with their clarification, and who leads and takes part in one cell", () => {
    const intake = takenIn(ostersundMalWorkbook(), { findUnit: unitsAs(ostersundMalEnheter) });
    const keys = ["id", "ar", "uppdrag", "fortydligande", "huvudansvarig", "medansvariga"];
    expect(rowsOf(intake, "uppdrag").map((row) => only(row, keys))).toEqual(ostersundMalUppdrag.map((row) => only(row, keys)));
  });

  it("Ovanåker 2017: the actions of every quality initiative, with the document's symbols", () => {
    const intake = takenIn(ovanakerWorkbook(), { findUnit: unitsAs(ovanakerEnheter), periods: { rapportering: "år", delarTill: "augusti" } });
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
    const intake = takenIn(internkontrollWorkbook(), { findUnit: unitsAs(aleInternkontrollEnheter), defaults: { "kontroller.sort": "Intern kontroll" } });
    const keys = ["id", "sort", "omrade", "risk", "kontrollmoment", "vad", "hur", "nar", "dokumentation"];
    expect(rowsOf(intake, "kontroller").map((row) => only(row, keys))).toEqual(aleKontroller.map((row) => only(row, keys)));
    const firsts = aleKontroller.flatMap(({ id }) => aleKontrollresultat.find((row) => row.kontrollId === id) ?? []);
    const reported = ["kontrollId", "period", "nr", "uppfoljande", "bedomning", "metod", "kommentar"];
    expect(rowsOf(intake, "kontrollresultat").map((row) => only(row, reported))).toEqual(firsts.map((row) => only(row, reported)));
  });

  it("Ale, ej verkställda beslut kvartal 1 2019: every decision with its dates", () => {
    const intake = takenIn(beslutWorkbook(), { findUnit: unitsAs(aleBeslutEnheter) });
    const keys = ["id", "lag", "kon", "beslutsdatum", "avbrottsdatum", "insats", "verksamhet", "planerad", "verkstallt", "avslutat", "avslutsorsak", "tillfalligLosning"];
    expect(rowsOf(intake, "beslut").map((row) => only(row, keys))).toEqual(aleBeslut.map((row) => only(row, keys)));
  });

  it("Norrköping 2016: indicators under their sub-goals, targets in words", () => {
    const intake = takenIn(norrkopingWorkbook(), { findUnit: unitsAs(norrkopingEnheter) });
    const keys = ["id", "matt", "mattenhet", "riktning", "malvarde"];
    expect(rowsOf(intake, "matt").map((row) => only(row, keys))).toEqual(norrkopingMatt.map((row) => only(row, keys)));
    expect(rowsOf(intake, "mal").every(({ niva }) => niva === "Delmål")).toBe(true);
  });
});
