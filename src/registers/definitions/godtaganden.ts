import { optional, required } from "../column.js";
import { defineRegister } from "../register.js";

export const godtaganden = defineRegister({
  key: "godtaganden",
  table: "Godtaganden",
  sheet: "Godtaganden",
  rowIs: "en anmärkning som är godtagen, med skäl",
  uniqueBy: ["regel", "avser", "varde"],
  columns: {
    regel: required("id", "Regel", { width: 30, help: "Regelns namn, till exempel uppfoljning.status-saknas. Måltavla skriver det när du väljer Godta." }),
    avser: required("text", "Avser", { width: 30, numberFormat: "@", help: "Raden som anmärkningen gäller: dess id, period och enhet. Måltavla skriver det när du väljer Godta." }),
    varde: optional("text", "Värde", { width: 24, numberFormat: "@", help: "Det som stod i cellen. Ändras cellen, visas anmärkningen igen. Tomt betyder vilket värde som helst." }),
    skal: required("longText", "Skäl", { aliases: ["Motivering"], help: "Varför anmärkningen är godtagen." }),
    datum: required("date", "Datum", { help: "Dagen då den godtogs." }),
  },
});
