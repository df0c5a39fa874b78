import type { RegisterRows } from "../../src/registers/template.js";
import type { Period } from "../../src/registers/values/period.js";
import type { Quantity } from "../../src/registers/values/quantity.js";

export const T1: Period = { kind: "tertial", year: 2026, number: 1 };
export const T2: Period = { kind: "tertial", year: 2026, number: 2 };
/** 2026-09-15, and the last day of the first eight months' reports. */
export const TODAY = 46_280;
export const DEADLINE = 46_275;

const unitCode = (index: number) => `E${String(index + 1).padStart(2, "0")}`;

const percent = (value: number): Quantity => ({ kind: "number", value, percent: "format", bound: null, unit: null, fromText: false });
const plain = (value: number): Quantity => ({ kind: "number", value, percent: "none", bound: null, unit: null, fromText: false });

const measures = [
  { id: "MÅTT-1", matt: "Andel nöjda brukare", mattenhet: "%", riktning: "Öka", malvarde: percent(0.8), konsuppdelat: "Ja" },
  { id: "MÅTT-2", matt: "Antal besök", mattenhet: "antal", riktning: "Öka", malvarde: plain(100), konsuppdelat: null },
  { id: "MÅTT-3", matt: "Kostnad för lokaler", mattenhet: "tkr", riktning: "Minska", malvarde: plain(500), konsuppdelat: null },
  { id: "MÅTT-4", matt: "Har enheten en aktuell plan", mattenhet: "Ja/Nej", riktning: "Ja/Nej", malvarde: { kind: "yesNo", value: true }, konsuppdelat: null },
  { id: "MÅTT-5", matt: "Omdöme i ord", mattenhet: "text", riktning: "Följs", malvarde: null, konsuppdelat: null },
] as const;

/** A municipality of units that all answer for the same measures, and each for two assignments and a control of its own; T1 is answered, T2 is asked. */
export function municipality(units: number): RegisterRows {
  const codes = Array.from({ length: units }, (_, index) => unitCode(index));
  const outcome = (mattId: string, period: Period, enhet: string, utfall: Quantity | null) => ({ mattId, period, enhet, utfall, kvinnor: null, man: null, kommentar: null, malvarde: null });
  return {
    installningar: [
      { nyckel: "kommun", varde: "Provkommun", forklaring: null },
      { nyckel: "period", varde: "T2 2026", forklaring: null },
      { nyckel: "enhet", varde: "KS", forklaring: null },
    ],
    enheter: [
      { kod: "KS", namn: "Kommunstyrelsen", typ: "Styrelse", overordnad: null, alias: null, ordning: 1 },
      ...codes.map((kod, index) => ({ kod, namn: `Enheten ${index + 1}`, typ: "Enhet" as const, overordnad: "KS", alias: null, ordning: index + 2 })),
    ],
    mal: [{ id: "MÅL-1", niva: "Nämndmål", nr: null, mal: "Nöjda invånare", beskrivning: null, overordnat: null, enhet: "KS", agenda2030: null, giltigtFran: null, giltigtTill: null, ordning: 1 }],
    matt: measures.map((measure, index) => ({ ...measure, malId: "MÅL-1", malvardeTill: null, startvarde: null, gransDelvis: null, vikt: null, sammanvagning: null, kalla: null, kallansId: null, ordning: index + 1 })),
    utfall: codes.flatMap((enhet, unit) => [
      ...measures.map(({ id }, index) => outcome(id, T1, enhet, index === 0 ? percent(0.7) : index === 1 ? plain(80 + unit) : null)),
      // What somebody has entered in the register before the sheets go out.
      ...measures.map(({ id }, index) => outcome(id, T2, enhet, index === 1 && unit % 5 === 0 ? plain(90 + unit) : null)),
    ]),
    uppdrag: codes.flatMap((kod, unit) => [1, 2].map((nr) => ({
      id: `UPP-${unit * 2 + nr}`, malId: null, givare: null, ar: 2026, uppdrag: nr === 1 ? `Se över lokalerna på enheten ${unit + 1}` : `Korta köerna till enheten ${unit + 1}`, fortydligande: null, huvudansvarig: kod,
      medansvariga: null, start: null, slut: null, foregaende: null, ordning: unit * 2 + nr,
    }))),
    uppfoljning: codes.flatMap((_, unit) => [1, 2].map((nr) => ({ avser: `UPP-${unit * 2 + nr}`, period: T2, enhet: null, status: null, kommentar: null, forra: null, orsak: null, klartSenast: null }))),
    kontroller: codes.map((kod, unit) => ({
      id: `KON-${unit + 1}`, sort: "Intern kontroll" as const, omrade: null, risk: `Fel betalas ut på enheten ${unit + 1}`, sannolikhet: null, konsekvens: null, kontrollmoment: `Stickprov av utbetalningar, enheten ${unit + 1}`, vad: null, hur: null,
      nar: null, dokumentation: null, ansvarig: kod, minstPerAr: null,
    })),
    kontrollresultat: codes.map((_, unit) => ({ kontrollId: `KON-${unit + 1}`, period: T2, nr: 1, uppfoljande: null, bedomning: null, beskrivning: null, granskade: null, avvikande: null, metod: null, kommentar: null })),
    klarmarkering: codes.flatMap((enhet) => [T1, T2].map((period) => ({ rapport: "Uppföljning", enhet, period, senast: period === T1 ? DEADLINE - 123 : DEADLINE, klarmarkerad: period === T1 ? DEADLINE - 124 : null }))),
  };
}
