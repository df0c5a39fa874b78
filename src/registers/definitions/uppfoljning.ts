import { anyRegister, optional, required } from "../column.js";
import { defineRegister } from "../register.js";
import { followUpStatuses } from "./statusWords.js";

export const uppfoljning = defineRegister({
  key: "uppfoljning",
  table: "Uppfoljning",
  sheet: "Uppföljning",
  rowIs: "det som en enhet rapporterar om ett mål, ett uppdrag eller en aktivitet för en period",
  uniqueBy: ["avser", "period", "enhet"],
  columns: {
    avser: required("id", "Avser", { aliases: ["Uppdrag-id", "Mål-id", "Aktivitet-id"], refersTo: anyRegister, help: "Id för målet, uppdraget eller aktiviteten." }),
    period: required("period", "Period", { help: "Perioden, till exempel T2 2021." }),
    enhet: optional("unit", "Enhet", { aliases: ["Nämnd"], refersTo: "enheter", help: "Koden för enheten som rapporterar. Tomt betyder den som äger målet eller leder uppdraget." }),
    status: optional("choice", "Status", {
      width: 18, values: followUpStatuses,
      help: "Läget. Uppdrag: Ej påbörjat till Avbrutet. Aktiviteter och kvalitetsinsatser: Genomfört till Ej aktuellt. Mål: Uppnått till Ej bedömt.",
    }),
    kommentar: optional("longText", "Kommentar", { aliases: ["Analys"], help: "Vad som har gjorts och hur det går, i ord." }),
    forra: optional("longText", "Förra perioden", { help: "Det som skrevs perioden innan, att jämföra med. Ny period skriver det hit: rapporter tar inte med det." }),
    orsak: optional("longText", "Orsak", { width: 40, help: "Varför det är försenat, avbrutet eller inte når målet." }),
    klartSenast: optional("date", "Klart senast", { aliases: ["Nytt slutdatum"], width: 13, help: "Ny dag då det ska vara klart, när det är försenat." }),
  },
});
