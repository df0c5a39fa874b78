import { required } from "../column.js";
import { defineRegister } from "../register.js";

export const synpunkter = defineRegister({
  key: "synpunkter",
  table: "Synpunkter",
  sheet: "Synpunkter",
  rowIs: "en synpunkt eller ett klagomål som har kommit in",
  // Two complaints of one day to one unit are two: no columns tell them apart.
  uniqueBy: [],
  columns: {
    datum: required("date", "Datum", { aliases: ["Inkom", "Inkommen"], help: "Dagen då synpunkten kom in." }),
    enhet: required("unit", "Enhet", { aliases: ["Verksamhet"], refersTo: "enheter", help: "Koden för enheten som synpunkten gäller." }),
    typ: required("choice", "Typ", {
      aliases: ["Typ av synpunkt"], values: ["Beröm", "Klagomål", "Förslag", "Fråga", "Annan", "Ej angiven"] as const,
      alsoWritten: { Annat: "Annan", "Ej angivet": "Ej angiven", "Ej angivit": "Ej angiven" }, help: "Vad för slags synpunkt det är.",
    }),
    lamnadAv: required("choice", "Lämnad av", {
      aliases: ["Synpunktslämnare", "Inlämnad av"], width: 18, values: ["Brukare/klient", "Anhörig", "Personal", "Annan", "Ej angiven"] as const,
      alsoWritten: { Brukare: "Brukare/klient", Klient: "Brukare/klient", "Ej angivet": "Ej angiven", "Ej angivit": "Ej angiven" },
      help: "Vem som har lämnat synpunkten. Skriv inget namn.",
    }),
  },
});
