import { optional, required } from "../column.js";
import { defineRegister } from "../register.js";

export const dokument = defineRegister({
  key: "dokument",
  table: "Dokument",
  sheet: "Dokument",
  rowIs: "en plan, en rapport eller ett ärende",
  uniqueBy: ["id"],
  ownsIds: true,
  columns: {
    id: required("id", "Dokument-id", { aliases: ["Dokument id", "Dokumentid", "Id"], help: "Dokumentets id, till exempel DOK-1. Ett id används bara en gång i hela arbetsboken." }),
    typ: required("text", "Typ", {
      aliases: ["Dokumenttyp"], width: 22,
      values: ["Verksamhetsplan", "Uppföljningsrapport", "Uppdragsuppföljning", "Målsida", "Internkontrollplan", "Kvalitetsbokslut", "Ej verkställda beslut", "Tjänsteutlåtande"],
      help: "Vad för slags dokument det är, till exempel Verksamhetsplan.",
    }),
    enhet: required("unit", "Enhet", { aliases: ["Nämnd"], refersTo: "enheter", help: "Koden för nämnden eller enheten som dokumentet gäller." }),
    period: optional("period", "Period", { help: "Perioden som dokumentet gäller, till exempel T2 2021." }),
    rubrik: optional("text", "Rubrik", { aliases: ["Titel"], width: 40, help: "Dokumentets rubrik. Tomt betyder rapportens egen." }),
    diarienummer: optional("id", "Diarienummer", { aliases: ["Dnr"], width: 16, help: "Diarienumret, till exempel OAN.2019.17." }),
    datum: optional("date", "Datum", { help: "Dokumentets datum." }),
    beslutadAv: optional("text", "Beslutad av", { width: 24, help: "Rollen eller nämnden som har beslutat." }),
    ansvarigRoll: optional("text", "Ansvarig roll", { width: 24, help: "Rollen som ansvarar, till exempel verksamhetscontroller. Skriv inget namn." }),
  },
});
