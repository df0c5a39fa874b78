import { optional, required } from "../column.js";
import { defineRegister } from "../register.js";

export const kriterier = defineRegister({
  key: "kriterier",
  table: "Kriterier",
  sheet: "Kriterier",
  rowIs: "ett kriterium i ord för när ett mål är uppnått",
  uniqueBy: ["malId", "nr"],
  columns: {
    malId: required("id", "Mål-id", { aliases: ["Mål id", "Målid"], refersTo: "mal", help: "Id för målet som kriteriet hör till." }),
    nr: required("id", "Nr", { aliases: ["Nummer"], width: 9, help: "Kriteriets nummer inom målet, till exempel 1 eller 1.2." }),
    overordnat: optional("id", "Överordnat nr", { width: 13, help: "Numret på kriteriet ovanför inom samma mål, när det är en underpunkt." }),
    kriterium: required("longText", "Kriterium", { aliases: ["Måluppfyllelse"], help: "När målet är uppnått, i ord." }),
  },
});
