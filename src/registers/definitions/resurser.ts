import { anyRegister, optional, required } from "../column.js";
import { defineRegister } from "../register.js";

export const resurser = defineRegister({
  key: "resurser",
  table: "Resurser",
  sheet: "Resurser",
  rowIs: "pengar eller tjänster för ett mål, ett uppdrag eller en enhet",
  // One assignment may get the same amount twice.
  uniqueBy: [],
  columns: {
    avser: optional("id", "Avser", { aliases: ["Uppdrag-id", "Mål-id"], refersTo: anyRegister, help: "Id för målet eller uppdraget som resursen gäller." }),
    enhet: optional("unit", "Enhet", { aliases: ["Nämnd"], refersTo: "enheter", help: "Koden för nämnden eller enheten som får resursen." }),
    typ: required("choice", "Typ", {
      width: 24, values: ["Varaktig ramjustering", "Ramökning", "Investering", "Årsarbetare", "Ny tjänst", "Vakant tjänst"] as const, help: "Vad för slags resurs det är.",
    }),
    belopp: optional("number", "Belopp tkr", {
      aliases: ["Belopp", "Tkr"], numberFormat: "#,##0", width: 12, countedIn: { kr: 0.001, tkr: 1, mnkr: 1000, mdkr: 1_000_000 }, help: "Beloppet i tusental kronor.",
    }),
    arsarbetare: optional("number", "Årsarbetare", { aliases: ["Antal tjänster"], width: 12, countedIn: { "årsarbetare": 1 }, help: "Antal årsarbetare." }),
    ar: optional("integer", "År", { help: "Året som resursen gäller från." }),
    beskrivning: optional("longText", "Beskrivning", { help: "Vad resursen är till för." }),
  },
});
