// The source documents' workbooks, what a municipality says of them, and what its registers must then hold.
import type { Mapping } from "../../src/intake/mapping.js";
import type { RegisterContents, RegisterKey } from "../../src/registers/registers.js";
import type { RegisterRows } from "../../src/registers/template.js";
import type { Workbook } from "../../src/xlsx/index.js";
import { aleEnheter, aleMatt, aleUppdrag, aleUppfoljning, aleUtfall } from "../fixtures/ale/ale.js";
import { aleBeslut, aleBeslutEnheter } from "../fixtures/ale-beslut/aleBeslut.js";
import { aleInternkontrollEnheter, aleKontroller, aleKontrollresultat } from "../fixtures/ale-internkontroll/aleInternkontroll.js";
import { norrkopingEnheter, norrkopingMatt } from "../fixtures/norrkoping/norrkoping.js";
import { ostersundEnheter, ostersundUppdrag, ostersundUppfoljning } from "../fixtures/ostersund/ostersund.js";
import { ostersundMalEnheter, ostersundMalUppdrag } from "../fixtures/ostersund-mal/ostersundMal.js";
import { ovanakerAktiviteter, ovanakerUppfoljning } from "../fixtures/ovanaker/kvalitetsinsatser.js";
import { ovanakerEnheter } from "../fixtures/ovanaker/ovanaker.js";
import {
  aleWorkbook, beslutWorkbook, internkontrollWorkbook, norrkopingWorkbook, ostersundMalWorkbook, ostersundWorkbook, ovanakerWorkbook,
} from "../intake/sourceWorkbooks.js";

type Expected = Readonly<Partial<Record<RegisterKey, { readonly keys: readonly string[]; readonly rows: readonly object[] }>>>;

export interface TakenInDocument {
  readonly workbook: () => Workbook;
  /** What the registers hold before. */
  readonly registers: RegisterRows;
  /** Said for the table on a sheet. */
  readonly said?: { readonly headers: readonly string[]; readonly sheet: string; readonly defaults: Readonly<Record<string, string>> };
  readonly period?: string;
  readonly expected: Expected;
}

const setting = (nyckel: string, varde: string) => ({ nyckel, varde, forklaring: null });
const firstResults = aleKontroller.flatMap(({ id }) => aleKontrollresultat.find((row) => row.kontrollId === id) ?? []);

export const documents: Readonly<Record<string, TakenInDocument>> = {
  "Ale, uppföljning april 2019": {
    workbook: aleWorkbook,
    registers: { enheter: aleEnheter, installningar: [setting("rapportering", "tertial")] },
    said: { sheet: "Mått", headers: ["Mål nivå 1", "Mått", "Utfall april 2018", "Utfall april 2019", "Målvärde", "Kommentar"], defaults: { "matt.riktning": "Minska" } },
    expected: {
      matt: { keys: ["id", "matt", "mattenhet", "riktning", "malvarde"], rows: aleMatt },
      utfall: { keys: ["mattId", "period", "enhet", "utfall", "kommentar"], rows: aleUtfall },
      uppdrag: { keys: ["uppdrag", "ar", "huvudansvarig"], rows: aleUppdrag },
      uppfoljning: { keys: ["avser", "period", "status", "kommentar"], rows: aleUppfoljning.filter(({ avser }) => avser.startsWith("UPP")) },
    },
  },
  "Östersund T2 2021": {
    workbook: ostersundWorkbook,
    registers: { enheter: ostersundEnheter, installningar: [setting("rapportering", "tertial")] },
    period: "T2 2021",
    expected: {
      uppdrag: { keys: ["id", "ar", "uppdrag", "huvudansvarig"], rows: ostersundUppdrag },
      uppfoljning: { keys: ["avser", "period", "status", "kommentar"], rows: ostersundUppfoljning },
    },
  },
  "Östersund 2024": {
    workbook: ostersundMalWorkbook,
    registers: { enheter: ostersundMalEnheter },
    expected: { uppdrag: { keys: ["id", "ar", "uppdrag", "fortydligande", "huvudansvarig", "medansvariga"], rows: ostersundMalUppdrag } },
  },
  "Ovanåker 2017": {
    workbook: ovanakerWorkbook,
    registers: { enheter: ovanakerEnheter, installningar: [setting("rapportering", "år")] },
    expected: {
      aktiviteter: { keys: ["id", "ansvarig", "aktivitet", "tidsram"], rows: ovanakerAktiviteter },
      uppfoljning: { keys: ["avser", "period", "status", "kommentar"], rows: ovanakerUppfoljning.filter(({ avser }) => avser.startsWith("AKT")) },
    },
  },
  "Ale, intern kontroll 2019": {
    workbook: internkontrollWorkbook,
    registers: { enheter: aleInternkontrollEnheter, installningar: [setting("rapportering", "tertial")] },
    said: {
      sheet: "Internkontroll", defaults: { "kontroller.sort": "Intern kontroll" },
      headers: ["Område", "Risk", "Kontrollmoment", "Vad kontrolleras?", "Hur sker kontrollen?", "När utförs kontrollen?", "Hur dokumenteras kontrollen?", "Uppföljande kontroll", "Bedömning", "Metod", "Kommentar"],
    },
    expected: {
      kontroller: { keys: ["id", "sort", "omrade", "risk", "kontrollmoment", "vad", "hur", "nar", "dokumentation"], rows: aleKontroller },
      kontrollresultat: { keys: ["kontrollId", "period", "nr", "uppfoljande", "bedomning", "metod", "kommentar"], rows: firstResults },
    },
  },
  "Ale, ej verkställda beslut kvartal 1 2019": {
    workbook: beslutWorkbook,
    registers: { enheter: aleBeslutEnheter },
    expected: {
      beslut: {
        keys: ["id", "lag", "kon", "beslutsdatum", "avbrottsdatum", "insats", "verksamhet", "planerad", "verkstallt", "avslutat", "avslutsorsak", "tillfalligLosning"],
        rows: aleBeslut,
      },
    },
  },
  "Norrköping 2016": {
    workbook: norrkopingWorkbook,
    registers: { enheter: norrkopingEnheter },
    expected: { matt: { keys: ["id", "matt", "mattenhet", "riktning", "malvarde"], rows: norrkopingMatt } },
  },
};

/** What is said of a document's tables, as a mapping. */
export function mappingOf({ said }: TakenInDocument): Mapping {
  return { version: 1, words: {}, tables: said === undefined ? [] : [{ ...said, columns: {} }] };
}

/** The rows that a register must hold and those that it holds, each with the columns that are compared, in one order. */
export function comparable(contents: RegisterContents, { expected }: TakenInDocument) {
  const entries = Object.entries(expected).map(([name, { keys, rows }]) => {
    const found = Object.entries(contents).find(([key]) => key === name)?.[1].rows.map(({ values }) => values) ?? [];
    return { register: name, expected: inOrder(rows, keys), found: inOrder(found, keys) };
  });
  return { expected: entries.map(({ register, expected: rows }) => [register, rows]), found: entries.map(({ register, found: rows }) => [register, rows]) };
}

function inOrder(rows: readonly object[], keys: readonly string[]): readonly string[] {
  return rows.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).filter(([key, value]) => keys.includes(key) && value !== null).sort(([a], [b]) => a.localeCompare(b))), plain)).sort();
}

/** The parts of a typed value in one order. */
function plain(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)));
}
