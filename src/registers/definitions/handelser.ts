import { optional, required } from "../column.js";
import { defineRegister } from "../register.js";

export const handelser = defineRegister({
  key: "handelser",
  table: "Handelser",
  sheet: "Händelser",
  rowIs: "en daterad händelse i ett beslut som inte är verkställt",
  uniqueBy: ["beslutsnr", "datum", "text"],
  columns: {
    beslutsnr: required("id", "Beslutsnr", { aliases: ["Beslut nr.", "Beslutsnummer", "Beslut nr"], refersTo: "beslut", help: "Numret på beslutet som händelsen hör till." }),
    datum: required("date", "Datum", { help: "Dagen då det hände, eller då det är planerat." }),
    handelse: optional("choice", "Händelse", {
      aliases: ["Typ av händelse"], width: 24,
      values: [
        "Erbjudande", "Tackat ja", "Tackat nej", "Inväntar svar", "Söker uppdragstagare", "Saknar uppdragstagare", "Särskilt önskemål", "Ingen kontakt", "Avbrott",
        "Planerad verkställighet", "Åtgärd",
      ] as const,
      help: "Vilket slags händelse det är.",
    }),
    text: required("longText", "Text", { aliases: ["Kommentar"], help: "Vad som hände, i ord. Skriv inget namn och inget personnummer." }),
  },
});
