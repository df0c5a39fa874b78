import { optional, required } from "../column.js";
import { defineRegister } from "../register.js";

export const beslut = defineRegister({
  key: "beslut",
  table: "Beslut",
  sheet: "Beslut",
  rowIs: "ett gynnande beslut om en insats som inte är verkställt, eller som har varit det",
  uniqueBy: ["id"],
  ownsIds: true,
  columns: {
    id: required("id", "Beslutsnr", { aliases: ["Beslut nr.", "Beslutsnummer", "Beslut nr"], width: 12, help: "Beslutets nummer i verksamhetssystemet. Skriv inget namn och inget personnummer." }),
    lag: required("choice", "Lag", { aliases: ["Lagrum"], width: 8, values: ["LSS", "SoL"] as const, alsoWritten: { Socialtjänstlagen: "SoL" }, help: "Lagen som beslutet är fattat enligt: LSS eller SoL." }),
    kon: optional("choice", "Kön", { width: 10, values: ["Kvinna", "Man"] as const, alsoWritten: { K: "Kvinna", M: "Man" }, help: "Juridiskt kön, för den könsuppdelade statistiken." }),
    beslutsdatum: required("date", "Beslutsdatum", { aliases: ["Beslutdatum"], width: 14, help: "Dagen då beslutet fattades." }),
    avbrottsdatum: optional("date", "Avbrottsdatum", { aliases: ["Avbrott i verkställigheten"], width: 14, help: "Dagen då en insats som hade börjat avbröts. Väntan räknas då från den dagen." }),
    insats: required("text", "Insats", { aliases: ["Typ av bistånd"], width: 40, help: "Vilken insats beslutet gäller, till exempel Bostad med särskild service för vuxna." }),
    verksamhet: required("text", "Verksamhet", { width: 20, help: "Verksamheten som ska verkställa, till exempel Funktionshinder." }),
    planerad: optional("date", "Planerad verkställighet", { aliases: ["Planerat"], width: 24, help: "Dagen då insatsen väntas börja." }),
    verkstallt: optional("date", "Verkställt", { aliases: ["Verkställighet", "Verkställighetsdatum"], width: 12, help: "Dagen då insatsen började." }),
    avslutat: optional("date", "Avslutat", { aliases: ["Avslutsdatum"], width: 12, help: "Dagen då beslutet avslutades utan att verkställas." }),
    avslutsorsak: optional("text", "Avslutsorsak", { aliases: ["Orsak till avslut"], width: 30, help: "Varför beslutet avslutades utan att verkställas." }),
    nyttBeslut: optional("id", "Nytt beslut", { width: 12, help: "Numret på beslutet som ersätter det här." }),
    tillfalligLosning: optional("text", "Tillfällig lösning", { width: 30, help: "Det som ges i väntan på insatsen, till exempel Korttidsboende, SoL." }),
    tillsynsarende: optional("text", "Tillsynsärende", { aliases: ["IVO-ärende"], width: 22, help: "Tillsynsmyndighet och diarienummer, om beslutet är föremål för tillsyn." }),
    forstRapporterad: optional("period", "Först rapporterad", { width: 18, help: "Kvartalet då beslutet först rapporterades, när det är ett annat än det som datumen ger." }),
    slutredovisad: optional("period", "Slutredovisad", { width: 16, help: "Kvartalet då beslutet redovisades som verkställt eller avslutat, när det är ett annat än det som datumen ger." }),
    ordning: optional("integer", "Ordning", { help: "Plats i rapporter. Lägst nummer kommer först. Tomt betyder att den som har väntat längst kommer först." }),
  },
});
