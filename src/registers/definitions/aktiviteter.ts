import { anyRegister, optional, required } from "../column.js";
import { defineRegister } from "../register.js";

export const aktiviteter = defineRegister({
  key: "aktiviteter",
  table: "Aktiviteter",
  sheet: "Aktiviteter",
  rowIs: "en planerad aktivitet, åtgärd eller del av ett uppdrag",
  uniqueBy: ["id"],
  ownsIds: true,
  columns: {
    id: required("id", "Aktivitet-id", { aliases: ["Aktivitet id", "Aktivitetsid", "Id"], help: "Aktivitetens id, till exempel AKT-1. Ett id används bara en gång i hela arbetsboken." }),
    avser: required("id", "Avser", { aliases: ["Hör till"], refersTo: anyRegister, help: "Id för målet eller uppdraget som aktiviteten hör till." }),
    ansvarig: optional("text", "Ansvarig", { aliases: ["Vem", "Ansvar"], help: "Den grupp, enhet eller roll som ansvarar." }),
    aktivitet: required("longText", "Aktivitet", { aliases: ["Åtgärd", "Planerad aktivitet"], help: "Det som ska göras." }),
    tidsram: optional("text", "Tidsram", { aliases: ["Tidsramar", "När"], width: 18, help: "När, i ord, till exempel fortlöpande eller våren 2018." }),
    slut: optional("date", "Slut", { aliases: ["Slutdatum", "Klart senast"], help: "Dagen som aktiviteten ska vara klar." }),
    resurs: optional("text", "Resurs", { aliases: ["Resurser"], width: 20, help: "Pengar eller tid som är avsatt." }),
    ordning: optional("integer", "Ordning", { help: "Plats i rapporter. Lägst nummer kommer först." }),
  },
});
