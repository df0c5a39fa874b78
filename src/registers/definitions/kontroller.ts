import { optional, required } from "../column.js";
import { defineRegister } from "../register.js";

/** Kontroller[Riskvärde]: how likely times how bad; empty until both are given as numbers. */
const riskFormula = '=IF(COUNT([@Sannolikhet],[@Konsekvens])=2,[@Sannolikhet]*[@Konsekvens],"")';

export const kontroller = defineRegister({
  key: "kontroller",
  table: "Kontroller",
  sheet: "Kontroller",
  rowIs: "en risk och kontrollen som möter den",
  uniqueBy: ["id"],
  ownsIds: true,
  columns: {
    id: required("id", "Kontroll-id", { aliases: ["Kontroll id", "Kontrollid", "Id"], help: "Kontrollens id, till exempel KON-1. Ett id används bara en gång i hela arbetsboken." }),
    sort: required("choice", "Sort", { width: 15, values: ["Intern kontroll", "Egenkontroll"] as const, alsoWritten: { Internkontroll: "Intern kontroll", Egenkontroller: "Egenkontroll" }, help: "Intern kontroll följer internkontrollplanen, egenkontroll verksamhetens eget kvalitetsarbete." }),
    omrade: optional("text", "Område", { aliases: ["Process", "Rutin"], width: 24, help: "Området som risken hör till, med nummer om planen har det, till exempel 1.1 Inköp." }),
    risk: required("longText", "Risk", { aliases: ["Risker"], width: 40, help: "Det som kan gå fel." }),
    sannolikhet: optional("integer", "Sannolikhet", { width: 12, help: "Hur troligt det är, från 1 (osannolikt) till 4 (sannolikt)." }),
    konsekvens: optional("integer", "Konsekvens", { aliases: ["Påverkan", "Allvarlighet"], width: 12, help: "Hur allvarligt det blir, från 1 (försumbart) till 4 (allvarligt)." }),
    riskvarde: optional("calculated", "Riskvärde", { formula: riskFormula, width: 11, numberFormat: "0", help: "Sannolikhet gånger konsekvens. Räknas av Excel." }),
    kontrollmoment: optional("longText", "Kontrollmoment", { width: 40, help: "Kontrollen som möter risken." }),
    vad: optional("longText", "Vad kontrolleras", { aliases: ["Vad kontrolleras?", "Vad"], width: 36, help: "Vad som kontrolleras." }),
    hur: optional("longText", "Hur", { aliases: ["Hur sker kontrollen?", "Metod"], width: 36, help: "Hur kontrollen görs, till exempel stickprov." }),
    nar: optional("text", "När", { aliases: ["När utförs kontrollen?", "Frekvens"], width: 30, help: "När kontrollen görs, till exempel minst tre gånger per år." }),
    dokumentation: optional("text", "Dokumentation", { aliases: ["Hur dokumenteras kontrollen?"], width: 30, help: "Hur kontrollen dokumenteras." }),
    ansvarig: optional("text", "Ansvarig", { aliases: ["Kontrollansvarig"], width: 22, help: "Rollen som ansvarar för kontrollen. Skriv inget namn." }),
    minstPerAr: optional("integer", "Minst per år", { width: 12, help: "Hur många gånger kontrollen minst ska göras på ett år." }),
  },
});
