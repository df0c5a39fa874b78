import { optional, required } from "../column.js";
import { defineRegister } from "../register.js";
import { controlAssessments, type ControlAssessment } from "./statusWords.js";

/** Kontrollresultat[Andel]: the share of what was looked at that deviated; empty until both are counted. */
const shareFormula = '=IF(COUNT([@Granskade],[@Avvikande])=2,IF([@Granskade]>0,[@Avvikande]/[@Granskade],""),"")';

/** As the assessments stand in printed reports: Ale's in the plural, Ovanåker's "Stor avvikelse" and symbols, whose dash is a control that was not made. */
const assessmentsAlsoWritten: Readonly<Record<string, ControlAssessment>> = {
  "Inga avvikelser": "Ingen avvikelse", "Utan avvikelse": "Ingen avvikelse", "●": "Ingen avvikelse",
  "Mindre avvikelser": "Mindre avvikelse", "◆": "Mindre avvikelse",
  "Större avvikelser": "Större avvikelse", "Stor avvikelse": "Större avvikelse", "Stora avvikelser": "Större avvikelse", "■": "Större avvikelse",
  "Ej genomfört": "Ej genomförd", "Inte genomförd": "Ej genomförd", "Ej utförd": "Ej genomförd", "Inte utförd": "Ej genomförd", "Ej gjord": "Ej genomförd", "Inte gjord": "Ej genomförd", "—": "Ej genomförd",
};

export const kontrollresultat = defineRegister({
  key: "kontrollresultat",
  table: "Kontrollresultat",
  sheet: "Kontrollresultat",
  rowIs: "en uppföljning av en kontroll",
  uniqueBy: ["kontrollId", "period", "nr"],
  columns: {
    kontrollId: required("id", "Kontroll-id", { aliases: ["Kontroll id", "Kontrollid"], refersTo: "kontroller", help: "Id för kontrollen som följs upp." }),
    period: required("period", "Period", { help: "Perioden, till exempel T1 2019." }),
    nr: required("integer", "Nr", { aliases: ["Nummer"], width: 6, help: "Ordningsnummer när en kontroll följs upp på flera sätt under perioden. Den första är 1." }),
    uppfoljande: optional("text", "Uppföljande kontroll", { aliases: ["Kontroll"], width: 36, help: "Vad uppföljningen gäller, i några ord." }),
    bedomning: optional("choice", "Bedömning", {
      aliases: ["Resultat"], width: 20, values: controlAssessments, alsoWritten: assessmentsAlsoWritten,
      help: "Resultatet av kontrollen. Ej genomförd när den inte har gjorts: skriv då varför i Kommentar.",
    }),
    beskrivning: optional("longText", "Beskrivning", { width: 40, help: "Vad som har gjorts." }),
    granskade: optional("integer", "Granskade", { aliases: ["Antal granskade"], width: 11, help: "Hur många som har granskats." }),
    avvikande: optional("integer", "Avvikande", { aliases: ["Antal avvikande"], width: 11, help: "Hur många av de granskade som avvek." }),
    andel: optional("calculated", "Andel", { formula: shareFormula, width: 9, numberFormat: "0.0%", help: "Avvikande delat med granskade. Räknas av Excel." }),
    metod: optional("text", "Metod", { width: 30, help: "Hur kontrollen gjordes, till exempel stickprov eller totalkontroll." }),
    kommentar: optional("longText", "Kommentar", { aliases: ["Analys"], help: "Vad kontrollen visade och vad som görs åt det." }),
  },
});
