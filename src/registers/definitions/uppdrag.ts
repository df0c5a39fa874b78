import { optional, required } from "../column.js";
import { defineRegister } from "../register.js";

export const uppdrag = defineRegister({
  key: "uppdrag",
  table: "Uppdrag",
  sheet: "Uppdrag",
  rowIs: "ett uppdrag",
  uniqueBy: ["id"],
  ownsIds: true,
  columns: {
    id: required("id", "Uppdrag-id", { aliases: ["Uppdrag id", "Uppdragsid", "Id"], help: "Uppdragets id, till exempel UPP-1. Ett id används bara en gång i hela arbetsboken." }),
    malId: optional("id", "Mål-id", { aliases: ["Mål id", "Målid", "Hör till mål"], refersTo: "mal", help: "Id för målet som uppdraget hör till." }),
    givare: optional("text", "Givare", {
      aliases: ["Uppdragsgivare", "Från"], width: 16,
      values: ["Fullmäktige", "Styrelse", "Nämnd", "Utskott"],
      help: "Vem som har gett uppdraget, till exempel Fullmäktige eller Nämnd.",
    }),
    ar: required("integer", "År", { help: "Året som uppdraget gavs för, till exempel 2021." }),
    uppdrag: required("longText", "Uppdrag", { aliases: ["Uppdragstext"], help: "Uppdraget i ord, som det ska stå i rapporter." }),
    fortydligande: optional("longText", "Förtydligande", { aliases: ["Förtydligande av uppdrag"], help: "Vad uppdraget innebär." }),
    huvudansvarig: optional("unit", "Huvudansvarig", {
      aliases: ["Nämnd", "Ansvarig", "Ansvarig nämnd"], width: 15, refersTo: "enheter",
      help: "Koden för den nämnd eller enhet som leder uppdraget. Bara en: de andra står i Medansvariga.",
    }),
    medansvariga: optional("list", "Medansvariga", {
      aliases: ["Medansvarig"], refersTo: "enheter", help: "Koder för fler nämnder eller enheter som deltar, med semikolon mellan, till exempel TN; VON.",
    }),
    start: optional("date", "Start", { aliases: ["Startdatum"], help: "Första dagen." }),
    slut: optional("date", "Slut", { aliases: ["Slutdatum", "Klart senast"], help: "Dagen som uppdraget ska vara klart." }),
    foregaende: optional("id", "Föregående uppdrag", { width: 20, refersTo: "uppdrag", help: "Id för uppdraget som det här fortsätter." }),
    ordning: optional("integer", "Ordning", { help: "Plats i rapporter. Lägst nummer kommer först." }),
  },
});
