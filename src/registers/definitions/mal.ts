import { optional, partOfFormulas, required } from "../column.js";
import { defineRegister } from "../register.js";
import { goalOwnerFormula, rowAboveFormula } from "./malFormulas.js";

export const mal = defineRegister({
  key: "mal",
  table: "Mal",
  sheet: "Mål",
  rowIs: "ett mål, målområde eller en inriktning",
  uniqueBy: ["id"],
  ownsIds: true,
  columns: {
    id: required("id", "Mål-id", { aliases: ["Mål id", "Målid", "Id"], help: "Målets id, till exempel MÅL-1. Ett id används bara en gång i hela arbetsboken." }),
    niva: required("choice", "Nivå", {
      aliases: ["Målnivå"],
      values: ["Målområde", "Prioriterat mål", "Fullmäktiges mål", "Nämndmål", "Mål nivå 1", "Inriktning", "Delmål", "Kvalitetsinsats"] as const,
      help: "Vilken nivå i målträdet raden hör till.",
    }),
    nr: optional("text", "Nr", { aliases: ["Nummer"], width: 9, numberFormat: "@", help: "Nummer som det trycks i dokumentet, till exempel 2.1.2." }),
    mal: required("longText", "Mål", { aliases: ["Måltext", "Namn"], help: "Målet i ord." }),
    beskrivning: optional("longText", "Beskrivning", { aliases: ["Målbeskrivning"], help: "Förklaring till målet." }),
    overordnat: optional("id", "Överordnat mål", { aliases: ["Hör till mål"], width: 14, refersTo: "mal", help: "Id för målet ovanför i målträdet." }),
    enhet: optional("unit", "Enhet", { aliases: ["Nämnd", "Ansvarig nämnd"], refersTo: "enheter", help: "Koden för den nämnd eller enhet som äger målet." }),
    agenda2030: optional("list", "Agenda 2030", { aliases: ["Agenda 2030-mål", "Globala mål"], width: 14, help: "Nummer på de globala målen, med semikolon mellan, till exempel 4; 10." }),
    giltigtFran: optional("date", "Giltigt från", { help: "Första dagen som målet gäller." }),
    giltigtTill: optional("date", "Giltigt till", { help: "Sista dagen som målet gäller." }),
    ordning: optional("integer", "Ordning", { help: "Plats i rapporter. Lägst nummer kommer först." }),
    overordnadRad: partOfFormulas("Rad för överordnat", rowAboveFormula, "raden för målet ovanför"),
    agare: partOfFormulas("Ägare", goalOwnerFormula, "enheten som äger målet, egen eller ärvd"),
  },
});
