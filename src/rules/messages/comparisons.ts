import { message } from "../../registers/message.js";

/** What is told of those that measures are only compared with. */
export const comparisonMessages = {
  "enhet.jamforelse-svarar": message<{ unit: string; header: string }>("varning", {
    sv: ({ unit, header }) => `${unit} har typen Jämförelse i Enheter och kan inte stå i ${header}. Välj den nämnd eller enhet som det gäller, eller ändra Typ i Enheter.`,
    en: ({ unit, header }) => `${unit} has the type Jämförelse in Enheter and cannot stand in ${header}. Choose the committee or unit concerned, or change Typ in Enheter.`,
  }),
  "matt.jamforelse-utan-kalla": message<{ measure: string; unit: string }>("upplysning", {
    sv: ({ measure, unit }) => `${measure} jämförs med ${unit}, men Källa är tom, så rapporten kan inte säga varifrån jämförelsen kommer. Fyll i Källa, till exempel Kolada.`,
    en: ({ measure, unit }) => `${measure} is compared with ${unit}, but Källa is empty, so the report cannot say where the comparison comes from. Fill in Källa, for example Kolada.`,
  }),
};
