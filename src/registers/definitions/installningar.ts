import { optional, required } from "../column.js";
import { defineRegister } from "../register.js";

export const installningar = defineRegister({
  key: "installningar",
  table: "Installningar",
  sheet: "Inställningar",
  rowIs: "en inställning",
  uniqueBy: ["nyckel"],
  columns: {
    nyckel: required("id", "Nyckel", { width: 22, help: "Inställningens namn. Ändra det inte." }),
    varde: optional("text", "Värde", { width: 32, help: "Ditt val. Tomt betyder att standardvärdet gäller." }),
    forklaring: optional("longText", "Förklaring", { help: "Vad inställningen betyder." }),
  },
});
