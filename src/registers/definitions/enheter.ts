import { optional, required } from "../column.js";
import { defineRegister } from "../register.js";

export const enheter = defineRegister({
  key: "enheter",
  table: "Enheter",
  sheet: "Enheter",
  rowIs: "en nämnd eller enhet",
  uniqueBy: ["kod"],
  columns: {
    kod: required("id", "Kod", { aliases: ["Enhetskod", "Förkortning"], help: "Kort kod som används i de andra registren, till exempel OAN." }),
    namn: required("text", "Namn", { aliases: ["Nämnd", "Enhetsnamn"], help: "Hela namnet, som det ska stå i rapporter." }),
    typ: required("choice", "Typ", {
      aliases: ["Enhetstyp"],
      values: ["Fullmäktige", "Styrelse", "Nämnd", "Utskott", "Verksamhetsråd", "Förvaltning", "Område", "Enhet", "Bolag", "Jämförelse"] as const,
      help: "Vad för slags enhet det är. Jämförelse är någon annan att jämföra med, till exempel riket: den svarar inte för något och räknas inte med.",
    }),
    overordnad: optional("unit", "Överordnad", { aliases: ["Överordnad enhet"], refersTo: "enheter", help: "Koden för enheten ovanför, om det finns en." }),
    alias: optional("list", "Alias", { aliases: ["Andra namn"], width: 24, help: "Andra sätt att skriva namnet, med semikolon mellan." }),
    ordning: optional("integer", "Ordning", { help: "Plats i rapporter. Lägst nummer kommer först." }),
  },
});
