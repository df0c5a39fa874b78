import { optional, required } from "../column.js";
import { defineRegister } from "../register.js";

export const texter = defineRegister({
  key: "texter",
  table: "Texter",
  sheet: "Texter",
  rowIs: "ett avsnitt i ett dokument",
  uniqueBy: ["dokumentId", "avsnitt", "ordning"],
  columns: {
    dokumentId: required("id", "Dokument-id", { aliases: ["Dokument id", "Dokumentid"], refersTo: "dokument", help: "Id för dokumentet som texten hör till." }),
    avsnitt: required("text", "Avsnitt", {
      width: 20,
      values: ["Sammanfattning", "Inledning", "Beslutsförslag", "Bakgrund", "Bedömning", "Ekonomisk bedömning", "Underskrifter", "Beslutsunderlag", "Expedieras till", "Vision", "Ansvarsområde", "Ekonomi", "Målbeskrivning", "Internkontroll", "Fotnot"],
      help: "Vilket avsnitt texten hör till, till exempel Sammanfattning.",
    }),
    ordning: optional("integer", "Ordning", { help: "Plats inom avsnittet. Lägst nummer kommer först." }),
    text: required("longText", "Text", { help: "Avsnittets text. Listor skrivs med en rad per sak. I ett tjänsteutlåtande fylls till exempel {nya beslut} och {kvartal} i när det byggs." }),
  },
});
