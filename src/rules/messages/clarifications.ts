import { message } from "../../registers/message.js";
import { listed } from "../../registers/messages/wording.js";

/** What is told of an assignment's text and clarification. */
export const clarificationMessages = {
  /** `known`: Resurser has the same line. */
  "uppdrag.budgetrad-i-texten": message<{ assignment: string; line: string; known: boolean }>("varning", {
    sv: ({ assignment, line, known }) =>
      `Förtydligandet av uppdraget ${assignment} har en budgetrad, ${line}. ` +
      (known ? "Den finns också i Resurser, så den skulle stå två gånger i rapporten. Ta bort den ur texten." : "Ingen summa räknar med den där. Skriv den som en rad i Resurser, och ta bort den ur texten."),
    en: ({ assignment, line, known }) =>
      `The clarification of the assignment ${assignment} has a budget line, ${line}. ` +
      (known ? "Resurser has it too, so the report would show it twice. Remove it from the text." : "No sum counts it there. Write it as a row in Resurser, and remove it from the text."),
  }),
  "uppdrag.pengar-utan-resurs": message<{ assignment: string; word: string }>("upplysning", {
    sv: ({ assignment, word }) => `Förtydligandet av uppdraget ${assignment} talar om pengar (”${word}”), men uppdraget har ingen rad i Resurser. Lägg till den när beloppet är känt.`,
    en: ({ assignment, word }) => `The clarification of the assignment ${assignment} speaks of money (”${word}”), but the assignment has no row in Resurser. Add it when the amount is known.`,
  }),
  "uppdrag.nyckeltal-saknas": message<{ assignment: string; word: string }>("upplysning", {
    sv: ({ assignment, word }) => `Uppdraget ${assignment} talar om ${word}, men dess mål har inga mått. Lägg till dem i Mått när de är bestämda.`,
    en: ({ assignment, word }) => `The assignment ${assignment} speaks of ”${word}”, but its goal has no measures. Add them in Mått when they are decided.`,
  }),
  "uppdrag.enhet-i-texten": message<{ assignment: string; units: readonly string[] }>("upplysning", {
    sv: ({ assignment, units }) => `Uppdraget ${assignment} nämner ${listed(units, "och")}, som varken leder det eller deltar i det. Skriv ${units.length === 1 ? "enheten" : "dem"} i Medansvariga om de ska delta.`,
    en: ({ assignment, units }) => `The assignment ${assignment} names ${listed(units, "and")}, which ${units.length === 1 ? "neither leads it nor takes part in it" : "neither lead it nor take part in it"}. Write ${units.length === 1 ? "it" : "them"} in Medansvariga if meant to take part.`,
  }),
  "uppdrag.utan-givare": message<{ assignment: string }>("upplysning", {
    sv: ({ assignment }) => `Uppdraget ${assignment} har ingen givare, men andra uppdrag har det. Välj i Givare om det kommer från fullmäktige eller från nämnden.`,
    en: ({ assignment }) => `The assignment ${assignment} has nobody who gave it, but others have. Choose in Givare whether it comes from the municipal council or from the committee.`,
  }),
};
