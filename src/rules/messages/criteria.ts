import { message } from "../../registers/message.js";
import { listed } from "../../registers/messages/wording.js";

/** What is told of criteria in words. */
export const criterionMessages = {
  "kriterier.nummer-saknas": message<{ goal: string; missing: readonly string[]; before: string }>("varning", {
    sv: ({ goal, missing, before }) => `Kriterierna för ${goal} hoppar över ${listed(missing, "och")} före ${before}. Kontrollera om något kriterium saknas, eller numrera om.`,
    en: ({ goal, missing, before }) => `The criteria of ${goal} skip ${listed(missing, "and")} before ${before}. See whether a criterion is missing, or renumber them.`,
  }),
  "kriterier.overordnat-saknas": message<{ goal: string; number: string; above: string }>("fel", {
    sv: ({ goal, number, above }) => `Kriterium ${number} för ${goal} har Överordnat nr ${above}, men målet har inget kriterium med det numret. Rätta Överordnat nr, eller lämna cellen tom.`,
    en: ({ goal, number, above }) => `Criterion ${number} of ${goal} has Överordnat nr ${above}, but the goal has no criterion with that number. Correct Överordnat nr, or leave the cell empty.`,
  }),
  "kriterier.cykel": message<{ goal: string; number: string }>("fel", {
    sv: ({ goal, number }) => `Överordnat nr för kriterium ${number} för ${goal} leder tillbaka till kriteriet självt. Ändra Överordnat nr, så att kedjan slutar.`,
    en: ({ goal, number }) => `Överordnat nr of criterion ${number} of ${goal} leads back to the criterion itself. Change Överordnat nr so that the chain ends.`,
  }),
};
