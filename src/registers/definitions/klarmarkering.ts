import { optional, required } from "../column.js";
import { defineRegister } from "../register.js";

export const klarmarkering = defineRegister({
  key: "klarmarkering",
  table: "Klarmarkering",
  sheet: "Klarmarkering",
  rowIs: "en rapport som en enhet ska lämna, och när den markerades klar",
  uniqueBy: ["rapport", "enhet", "period"],
  columns: {
    rapport: required("text", "Rapport", { width: 28, help: "Vad som ska lämnas, till exempel Måluppföljning." }),
    enhet: required("unit", "Enhet", { aliases: ["Nämnd"], refersTo: "enheter", help: "Koden för enheten som ska lämna den." }),
    period: required("period", "Period", { help: "Perioden som rapporten gäller, till exempel T1 2019." }),
    senast: required("date", "Senast", { aliases: ["Sista dag", "Klart senast"], help: "Sista dagen att lämna." }),
    klarmarkerad: optional("date", "Klarmarkerad", { aliases: ["Klar", "Inlämnad"], width: 14, help: "Dagen då enheten markerade den klar. Tomt betyder att den inte är klar." }),
  },
});
