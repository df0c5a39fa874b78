// The source documents' tables, laid out as somebody would in Excel.
import type { Workbook } from "../../src/xlsx/index.js";
import { aleMal, aleMatt, aleUppdrag, aleUppfoljning, aleUtfall } from "../fixtures/ale/ale.js";
import { aleBeslut } from "../fixtures/ale-beslut/aleBeslut.js";
import { aleKontroller, aleKontrollresultat } from "../fixtures/ale-internkontroll/aleInternkontroll.js";
import { norrkopingMal, norrkopingMatt } from "../fixtures/norrkoping/norrkoping.js";
import { ostersundEnheter, ostersundUppdrag, ostersundUppfoljning } from "../fixtures/ostersund/ostersund.js";
import { printedAssignments } from "../fixtures/ostersund-mal/ostersundMal.js";
import { ovanakerAktiviteter, ovanakerMal, ovanakerUppfoljning } from "../fixtures/ovanaker/kvalitetsinsatser.js";
import { laidOut, type Laid } from "./takenIn.js";

export function idText<T extends { readonly id: string }>(rows: readonly T[], id: string | null, text: (row: T) => string): string | null {
  const found = rows.find((row) => row.id === id);
  return found === undefined ? null : text(found);
}

const percent = (fraction: number | undefined): Laid => (fraction === undefined ? null : { value: fraction, format: "0.0%" });
const amount = (quantity: { readonly kind: string } | null | undefined) => (quantity?.kind === "number" && "value" in quantity && typeof quantity.value === "number" ? quantity.value : undefined);

export function aleWorkbook(): Workbook {
  const measures = aleMatt.map(({ id, malId, matt, malvarde }): Laid[] => {
    const outcome = (year: number) => aleUtfall.find((row) => row.mattId === id && row.period.year === year);
    return [idText(aleMal, malId, ({ mal }) => mal), matt, percent(amount(outcome(2018)?.utfall)), percent(amount(outcome(2019)?.utfall)), percent(amount(malvarde)), outcome(2019)?.kommentar ?? null];
  });
  const assignments = aleUppdrag.map(({ id, malId, uppdrag }): Laid[] => {
    const report = aleUppfoljning.find(({ avser }) => avser === id);
    return [idText(aleMal, malId, ({ mal }) => mal), uppdrag, report?.status ?? null, report?.kommentar ?? null];
  });
  return laidOut({
    Mått: [["Uppföljning april 2019"], ["Omsorgs- och arbetsmarknadsnämnden"], [], ["Mål nivå 1", "Mått", "Utfall april 2018", "Utfall april 2019", "Målvärde", "Kommentar"], ...measures],
    Uppdrag: [["Uppföljning april 2019, Omsorgs- och arbetsmarknadsnämnden"], [], ["Mål", "Uppdrag", "Status", "Kommentar"], ...assignments],
  });
}

export function ostersundWorkbook(): Workbook {
  const lines = ostersundUppdrag.map(({ id, uppdrag, huvudansvarig }): Laid[] => {
    const report = ostersundUppfoljning.find(({ avser }) => avser === id);
    return [idName(huvudansvarig), uppdrag, report?.kommentar ?? null, report?.status ?? null];
  });
  function idName(code: string | null) {
    return ostersundEnheter.find(({ kod }) => kod === code)?.namn ?? null;
  }
  return laidOut({ Blad1: [["Uppföljning av uppdrag, Östersunds kommun"], [], ["Nämnd", "Uppdrag 2021", "Kommentar T2 2021", "Status"], ...lines] });
}

export function ostersundMalWorkbook(): Workbook {
  const lines = printedAssignments.map(({ uppdrag, fortydligande, ansvariga }): Laid[] => [uppdrag, fortydligande.join("\n"), ansvariga]);
  return laidOut({ "Trygghet och stöd": [["Trygghet och stöd 2024"], [], ["Uppdrag", "Förtydligande", "Ansvarig nämnd"], ...lines] });
}

export function ovanakerWorkbook(): Workbook {
  const symbols: Readonly<Record<string, string>> = { "Genomfört": "●", "Delvis genomfört": "◆", "Ej genomfört": "■", "Ej aktuellt": "–" };
  const lines = ovanakerAktiviteter.map(({ id, avser, ansvarig, aktivitet, tidsram }): Laid[] => {
    const status = ovanakerUppfoljning.find((row) => row.avser === id)?.status;
    return [idText(ovanakerMal, avser, ({ mal }) => mal), ansvarig, aktivitet, tidsram, symbols[status ?? ""] ?? null, ovanakerUppfoljning.find((row) => row.avser === id)?.kommentar ?? null];
  });
  return laidOut({
    Kvalitetsinsatser: [["Kvalitetsbokslut 2017"], ["● = Genomfört, ◆ = Delvis genomfört, ■ = Ej genomfört"], [], ["Kvalitetsinsats", "Ansvarig", "Aktivitet", "Tidsramar", "Genomfört", "Kommentar"], ...lines],
  });
}

export function internkontrollWorkbook(): Workbook {
  const lines = aleKontroller.map(({ id, omrade, risk, kontrollmoment, vad, hur, nar, dokumentation }): Laid[] => {
    const result = aleKontrollresultat.find((row) => row.kontrollId === id);
    return [omrade, risk, kontrollmoment, vad, hur, nar, dokumentation, result?.uppfoljande ?? null, result?.bedomning ?? null, result?.metod ?? null, result?.kommentar ?? null];
  });
  const headers = ["Område", "Risk", "Kontrollmoment", "Vad kontrolleras?", "Hur sker kontrollen?", "När utförs kontrollen?", "Hur dokumenteras kontrollen?", "Uppföljande kontroll", "Bedömning", "Metod", "Kommentar"];
  return laidOut({ Internkontroll: [["Uppföljning av intern kontroll T1 2019"], headers, ...lines] });
}

export function beslutWorkbook(): Workbook {
  const day = (serial: number | null): Laid => (serial === null ? null : { value: serial, format: "yyyy-mm-dd" });
  const lines = aleBeslut.map((row): Laid[] => [Number(row.id), row.lag, row.kon, day(row.beslutsdatum), day(row.avbrottsdatum), row.insats, row.verksamhet, day(row.planerad), day(row.verkstallt), day(row.avslutat), row.avslutsorsak, row.tillfalligLosning]);
  const headers = ["Beslut nr.", "Lag", "Kön", "Beslutsdatum", "Avbrott i verkställigheten", "Typ av bistånd", "Verksamhet", "Planerad verkställighet", "Verkställt", "Avslutat", "Orsak till avslut", "Tillfällig lösning"];
  return laidOut({ "Kvartal 1": [["Ej verkställda beslut kvartal 1 2019"], [], headers, ...lines] });
}

export function norrkopingWorkbook(): Workbook {
  const typed = (quantity: (typeof norrkopingMatt)[number]["malvarde"], unit: string | null) => (amount(quantity) === undefined ? null : unit === "%" ? `Minst ${(amount(quantity) ?? 0) * 100} %` : `Minst ${amount(quantity) ?? 0}`);
  const lines = norrkopingMatt.map(({ malId, matt, mattenhet, malvarde }): Laid[] => [idText(norrkopingMal, malId, ({ mal }) => mal), matt, mattenhet, typed(malvarde, mattenhet)]);
  return laidOut({ Plan: [["Verksamhetsplan 2016"], [], ["Delmål", "Indikator", "Måttenhet", "Målvärde 2016".slice(0, 8)], ...lines] });
}
