import { optional, required } from "../column.js";
import { defineRegister } from "../register.js";
import { attainmentFormula, periodKeyFormula, statusFormula, trendFormula } from "./utfallFormulas.js";

export const utfall = defineRegister({
  key: "utfall",
  table: "Utfall",
  sheet: "Utfall",
  rowIs: "ett utfall för ett mått, en enhet och en period",
  uniqueBy: ["mattId", "period", "enhet"],
  columns: {
    mattId: required("id", "Mått-id", { aliases: ["Mått id", "Måttid"], refersTo: "matt", help: "Id för måttet som utfallet gäller." }),
    period: required("period", "Period", { aliases: ["Mätperiod"], help: "Perioden, till exempel T1 2019, April 2019 eller 2019." }),
    enhet: optional("unit", "Enhet", { aliases: ["Nämnd"], refersTo: "enheter", help: "Koden för enheten. Tomt betyder den som äger målet." }),
    utfall: optional("quantity", "Utfall", { aliases: ["Resultat", "Värde"], help: "Utfallet, till exempel 5,5 % eller 1 250. Lämna tomt om det inte är mätt." }),
    kvinnor: optional("quantity", "Kvinnor", { help: "Utfallet för kvinnor." }),
    man: optional("quantity", "Män", { help: "Utfallet för män." }),
    kommentar: optional("longText", "Kommentar", { help: "Kommentar till utfallet." }),
    malvarde: optional("quantity", "Målvärde", { aliases: ["Mål", "Måltal"], help: "Periodens målvärde. Tomt betyder måttets målvärde." }),
    maluppfyllelse: optional("calculated", "Måluppfyllelse", { numberFormat: "0.0%", width: 15, formula: attainmentFormula, help: "Räknas ut. Skriv inget här." }),
    status: optional("calculated", "Status", { width: 16, formula: statusFormula, help: "Räknas ut genom att jämföra utfall och målvärde. Skriv inget här." }),
    trend: optional("calculated", "Trend", { width: 14, formula: trendFormula, help: "Räknas ut mot samma period förra året. Skriv inget här." }),
    periodnyckel: optional("calculated", "Periodnyckel", { width: 22, formula: periodKeyFormula, help: "Räknas ut och används för att sortera och jämföra perioder. Skriv inget här." }),
  },
});
