import type { RegisterRows } from "../../src/registers/template.js";
import type { Period } from "../../src/registers/values/period.js";
import { ostersundRows } from "../fixtures/ostersund/ostersundRows.js";

const T3: Period = { kind: "tertial", year: 2021, number: 3 };

/** 2022-01-20, the last day of all six, and a day before it. */
export const DEADLINE = 44_581;
export const IN_TIME = 44_578;

const others = [["KS", "Kommunstyrelsen"], ["BUN", "Barn- och utbildningsnämnden"], ["KFN", "Kultur- och fritidsnämnden"]] as const;

const measures = [
  { id: "MÅTT-1", malId: "MÅL-1", matt: "Elever behöriga till gymnasiet", mattenhet: "%", malvarde: { kind: "number", value: 0.9, percent: "format", bound: null, unit: null, fromText: false } },
  { id: "MÅTT-2", malId: "MÅL-1", matt: "Skolor med elevråd", mattenhet: "antal", malvarde: { kind: "number", value: 12, percent: "none", bound: null, unit: null, fromText: false } },
  { id: "MÅTT-3", malId: "MÅL-2", matt: "Öppna timmar på biblioteken", mattenhet: "antal", malvarde: { kind: "number", value: 400, percent: "none", bound: null, unit: null, fromText: false } },
] as const;

const goal = (id: string, mal: string, enhet: string) =>
  ({ id, niva: "Nämndmål", nr: null, mal, beskrivning: null, overordnat: null, enhet, agenda2030: null, giltigtFran: null, giltigtTill: null, ordning: null }) as const;

const assignment = (id: string, uppdrag: string, huvudansvarig: string) =>
  ({ id, malId: null, givare: null, ar: 2021, uppdrag, fortydligande: null, huvudansvarig, medansvariga: null, start: null, slut: null, foregaende: null, ordning: null });

/** Östersund's three committees as published, and three more with assignments and measures of their own: the last tertial of the year is about to be asked for. */
export const roundRows: RegisterRows = {
  ...ostersundRows,
  installningar: [["kommun", "Östersunds kommun"], ["period", "T3 2021"], ["rapportering", "tertial"]].map(([nyckel = "", varde = ""]) => ({ nyckel, varde, forklaring: null })),
  enheter: [...(ostersundRows.enheter ?? []), ...others.map(([kod, namn], index) => ({ kod, namn, typ: "Nämnd", overordnad: null, alias: null, ordning: index + 4 }) as const)],
  uppdrag: [
    ...(ostersundRows.uppdrag ?? []),
    assignment("UPP-101", "Se över kommunens lokaler", "KS"),
    assignment("UPP-102", "Ta fram en plan för krisberedskap", "KS"),
    assignment("UPP-103", "Starta elevråd på varje skola", "BUN"),
    assignment("UPP-104", "Öppna biblioteken även på söndagar", "KFN"),
  ],
  mal: [goal("MÅL-1", "Fler elever når målen i skolan", "BUN"), goal("MÅL-2", "Fler läser", "KFN")],
  matt: measures.map((measure) => ({
    ...measure, riktning: "Öka", malvardeTill: null, startvarde: null, gransDelvis: null, vikt: null, sammanvagning: null, konsuppdelat: null, kalla: null, kallansId: null, ordning: null,
  })),
  klarmarkering: [...(ostersundRows.enheter ?? []).map(({ kod }) => kod), ...others.map(([kod]) => kod)].map((enhet) => ({ rapport: "Uppföljning", enhet, period: T3, senast: DEADLINE, klarmarkerad: null })),
};
