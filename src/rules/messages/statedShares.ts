import { message } from "../../registers/message.js";
import { listed } from "../../registers/messages/wording.js";

/** What is told of percentages in the comments on controls. */
export const statedShareMessages = {
  "kontrollresultat.andel-avviker": message<{ stated: string; granskade: number; avvikande: number; share: string }>("varning", {
    sv: ({ stated, granskade, avvikande, share }) =>
      `I kommentaren står ${stated}, men ${avvikande} avvikande av ${granskade} granskade är ${share}. Rätta kommentaren eller antalen.`,
    en: ({ stated, granskade, avvikande, share }) =>
      `The comment says ${stated}, but ${avvikande} deviating of ${granskade} reviewed is ${share}. Correct the comment or the numbers.`,
  }),
  "kontrollresultat.andel-omojlig": message<{ stated: readonly string[]; granskade: number }>("upplysning", {
    sv: ({ stated, granskade }) =>
      `I kommentaren står ${listed(stated, "och")}, men inget helt antal av ${granskade} granskade ger det. Skriv i kommentaren hur många som andelen räknas på.`,
    en: ({ stated, granskade }) =>
      `The comment says ${listed(stated, "and")}, but no whole number of ${granskade} reviewed gives that. Write in the comment how many the share is counted on.`,
  }),
};
