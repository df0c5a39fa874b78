import { optional, partOfFormulas, required } from "../column.js";
import { defineRegister } from "../register.js";
import { limitFormula, measureOwnerFormula, measureReadingsFormula, readsAsFormula, waysFormula } from "./mattFormulas.js";

export const matt = defineRegister({
  key: "matt",
  table: "Matt",
  sheet: "Mått",
  rowIs: "ett mått",
  uniqueBy: ["id"],
  ownsIds: true,
  columns: {
    id: required("id", "Mått-id", { aliases: ["Mått id", "Måttid", "Id"], help: "Måttets id, till exempel MÅTT-1. Ett id används bara en gång i hela arbetsboken." }),
    malId: optional("id", "Mål-id", { aliases: ["Mål id", "Målid", "Hör till mål"], refersTo: "mal", help: "Id för målet som måttet hör till." }),
    matt: required("longText", "Mått", { aliases: ["Indikator", "Nyckeltal", "Måttnamn"], width: 50, help: "Måttets namn, som det ska stå i rapporter." }),
    mattenhet: optional("choice", "Måttenhet", {
      aliases: ["Sort"],
      values: ["%", "procentenheter", "antal", "index", "tkr", "mnkr", "dagar", "Ja/Nej", "text"] as const,
      help: "Vad utfallet räknas i.",
    }),
    riktning: required("choice", "Riktning", {
      aliases: ["Önskad riktning"],
      values: ["Öka", "Minska", "Inom intervall", "Ja/Nej", "Följs"] as const,
      help: "Åt vilket håll utfallet ska gå. Följs betyder att måttet saknar mål och bara följs.",
    }),
    malvarde: optional("quantity", "Målvärde", { aliases: ["Mål", "Måltal"], help: "Värdet som ska nås, till exempel 75 % eller 12,5." }),
    malvardeTill: optional("quantity", "Målvärde till", { aliases: ["Övre målvärde"], width: 14, help: "Övre gränsen när riktningen är Inom intervall." }),
    startvarde: optional("quantity", "Startvärde", { aliases: ["Utgångsvärde", "Basvärde"], help: "Värdet när målet sattes." }),
    gransDelvis: optional("number", "Gräns delvis", { numberFormat: "0%", width: 13, help: "Lägsta måluppfyllelse för Delvis uppnått. Tomt betyder arbetsbokens inställning." }),
    vikt: optional("number", "Vikt", { width: 8, help: "Måttets vikt när målets medelvärde räknas. Tomt betyder 1." }),
    sammanvagning: optional("choice", "Sammanvägning", {
      aliases: ["Sammanräkning"],
      values: ["Summa", "Medel", "Största", "Minsta", "Redovisas inte"] as const,
      width: 15,
      help: "Hur rapporter räknar ett samlat utfall av enheternas. Medel väger alla enheter lika. Formlerna i Utfall räknar inte samman. Tomt eller Redovisas inte: bara enheternas egna utfall.",
    }),
    konsuppdelat: optional("choice", "Könsuppdelat", { values: ["Ja", "Nej"] as const, width: 13, help: "Ja när utfallet ska redovisas för kvinnor och män." }),
    kalla: optional("text", "Källa", { width: 20, help: "Varifrån utfallet hämtas, till exempel Kolada." }),
    kallansId: optional("id", "Källans id", { help: "Måttets id i källan, till exempel U31402." }),
    ordning: optional("integer", "Ordning", { help: "Plats i rapporter. Lägst nummer kommer först." }),
    agare: partOfFormulas("Ägare", measureOwnerFormula, "enheten som äger måttet"),
    lasart: partOfFormulas("Läsart", measureReadingsFormula, "hur målvärde, övre gräns och startvärde kan läsas"),
    lasesSom: partOfFormulas("Läses som", readsAsFormula, "vilka läsarter som måttet kan använda"),
    raknesatt: partOfFormulas("Räknesätt", waysFormula, "arbetsbokens inställningar för hur måtten räknas"),
    grans: partOfFormulas("Gräns", limitFormula, "gränsen för Delvis uppnått som gäller för måttet"),
  },
});
