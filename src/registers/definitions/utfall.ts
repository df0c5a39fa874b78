import { optional, partOfFormulas, required } from "../column.js";
import { defineRegister } from "../register.js";
import { periodCodeFormula, periodNumberFormula, periodPartFormula, periodTextFormula, rhythmFormula } from "./periodFormulas.js";
import {
  attainmentFormula, boundFormula, changeFormula, directionFormula, earlierNumberFormula, earlierReadingFormula, earlierRowFormula, gapFormula, measureRowFormula,
  outcomeNumberFormula, overwrittenFormula, periodKeyFormula, readingsFormula, rowReadsAsFormula, shareFormula, statusFormula, targetNumberFormula, trendFormula,
  upperBoundFormula,
} from "./utfallFormulas.js";

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
    skrivetForHand: partOfFormulas(
      "Skrivet för hand",
      overwrittenFormula(["Måluppfyllelse", "Status", "Trend", "Periodnyckel"]),
      "de uträknade kolumner där formeln är överskriven",
    ),
    mattrad: partOfFormulas("Måttrad", measureRowFormula, "måttets rad i Mått"),
    riktning: partOfFormulas("Riktning", directionFormula, "måttets riktning"),
    lasart: partOfFormulas("Läsart", readingsFormula, "hur utfall, målvärde, övre gräns och startvärde kan läsas"),
    lasesSom: partOfFormulas("Läses som", rowReadsAsFormula, "vilka läsarter som måttet kan använda"),
    utfallstal: partOfFormulas("Utfallstal", outcomeNumberFormula, "utfallet som tal, 5,5 för 5,5 %"),
    malvardestal: partOfFormulas("Målvärdestal", targetNumberFormula, "periodens eller måttets målvärde som tal"),
    ovreGrans: partOfFormulas("Övre gräns", upperBoundFormula, "intervallets övre gräns som tal"),
    malgrans: partOfFormulas("Målgräns", boundFormula, "gränsen som utfallet jämförs med"),
    avvikelse: partOfFormulas("Avvikelse", gapFormula, "hur långt utfallet är från gränsen, minus åt fel håll"),
    andel: partOfFormulas("Andel", shareFormula, "måluppfyllelsen som status bygger på"),
    periodtext: partOfFormulas("Periodtext", periodTextFormula, "perioden med små bokstäver"),
    perioddel: partOfFormulas("Perioddel", periodPartFormula, "året följt av delen av året"),
    periodkod: partOfFormulas("Periodkod", periodCodeFormula, "delen av året som tal"),
    periodtakt: partOfFormulas("Periodtakt", rhythmFormula, "hur ofta arbetsboken rapporterar"),
    periodtal: partOfFormulas("Periodtal", periodNumberFormula, "perioden som tal"),
    jamforelserad: partOfFormulas("Jämförelserad", earlierRowFormula, "raden som trenden jämförs med, 0 för startvärdet"),
    jamforsSom: partOfFormulas("Jämförs som", earlierReadingFormula, "hur jämförelsevärdet kan läsas"),
    jamforelsetal: partOfFormulas("Jämförelsetal", earlierNumberFormula, "värdet som trenden jämförs med"),
    forandring: partOfFormulas("Förändring", changeFormula, "hur mycket bättre utfallet är än jämförelsetalet"),
  },
});
