import { message } from "../../registers/message.js";
import { listed } from "../../registers/messages/wording.js";

/** What is told of goals, and of the units that own them. */
export const goalMessages = {
  "mal.samma-text": message<{ goal: string; other: string; row: number }>("varning", {
    sv: ({ goal, other, row }) => `Målet ${goal} har samma text som ${other} på rad ${row}. Ta bort det ena, eller gör texterna olika.`,
    en: ({ goal, other, row }) => `The goal ${goal} has the same text as ${other} in row ${row}. Delete one of them, or make the texts differ.`,
  }),
  "mal.utan-matt": message<{ goal: string }>("varning", {
    sv: ({ goal }) => `Målet ${goal} har inget mått, så det går inte att bedöma. Lägg till ett mått med målets id.`,
    en: ({ goal }) => `The goal ${goal} has no measure, so it cannot be assessed. Add a measure with the goal's id.`,
  }),
  "mal.cykel": message<{ goal: string }>("fel", {
    sv: ({ goal }) => `Överordnat mål för ${goal} leder tillbaka till målet självt. Ändra Överordnat mål, så att kedjan slutar i ett mål utan överordnat.`,
    en: ({ goal }) => `Överordnat mål of ${goal} leads back to the goal itself. Change Överordnat mål, so that the chain ends in a goal with none above it.`,
  }),
  "mal.utan-agare": message<{ goal: string }>("varning", {
    sv: ({ goal }) => `Målet ${goal} har ingen enhet, och inget mål ovanför har det heller. Fyll i Enhet, så går det att se vem som rapporterar när Enhet är tomt i Utfall.`,
    en: ({ goal }) => `The goal ${goal} has no unit, and neither has any goal above it. Fill in Enhet, to show who reports when Enhet is empty in Utfall.`,
  }),
  "mal.giltighet-omvand": message<{ from: string; to: string }>("fel", {
    sv: ({ from, to }) => `Målet gäller från ${from} men slutar gälla ${to}. Rätta ett av datumen.`,
    en: ({ from, to }) => `The goal is valid from ${from} but only until ${to}. Correct one of the dates.`,
  }),
  "mal.giltighet-slut": message<{ goal: string; until: string; period: string }>("varning", {
    sv: ({ goal, until, period }) => `Målet ${goal} slutade gälla ${until} men har utfall för ${period}. Ändra Giltigt till, eller ta bort utfallen.`,
    en: ({ goal, until, period }) => `The goal ${goal} was valid until ${until} but has outcomes for ${period}. Change Giltigt till, or delete the outcomes.`,
  }),
  "mal.giltighet-start": message<{ goal: string; from: string; period: string }>("varning", {
    sv: ({ goal, from, period }) => `Målet ${goal} börjar gälla ${from} men har utfall för ${period}. Ändra Giltigt från, eller ta bort utfallen.`,
    en: ({ goal, from, period }) => `The goal ${goal} is valid from ${from} but has outcomes for ${period}. Change Giltigt från, or delete the outcomes.`,
  }),
  "mal.agenda-2030": message<{ goal: string; typed: readonly string[] }>("varning", {
    sv: ({ goal, typed }) => `${listed(typed, "och")} är inget nummer på ett globalt mål för ${goal}. Skriv tal från 1 till 17, med semikolon mellan.`,
    en: ({ goal, typed }) => `${goal} has ${listed(typed, "and")} where the number of a global goal belongs. Write numbers from 1 to 17, with semicolons between.`,
  }),
  /** `more` is how many are missing besides those named. */
  "mal.nummer-saknas": message<{ missing: readonly string[]; more: number; before: string }>("varning", {
    sv: ({ missing, more, before }) =>
      `Numreringen hoppar över ${listed(more === 0 ? missing : [...missing, `${more} till`], "och")} före ${before}. Kontrollera om något mål saknas, eller numrera om.`,
    en: ({ missing, more, before }) =>
      `The numbering skips ${listed(more === 0 ? missing : [...missing, `${more} more`], "and")} before ${before}. Check whether a goal is missing, or renumber.`,
  }),
  "enhet.cykel": message<{ unit: string }>("fel", {
    sv: ({ unit }) => `Överordnad för ${unit} leder tillbaka till enheten själv. Ändra Överordnad, så att kedjan slutar i en enhet utan överordnad.`,
    en: ({ unit }) => `Överordnad of ${unit} leads back to the unit itself. Change Överordnad, so that the chain ends in a unit with none above it.`,
  }),
};
