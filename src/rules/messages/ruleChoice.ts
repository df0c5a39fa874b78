import type { LocalText } from "../../registers/language.js";
import { message } from "../../registers/message.js";
import { quoted } from "../../registers/messages/wording.js";

/** What is told of the rules that a workbook has switched off. */
export const ruleChoiceMessages = {
  "installning.okand-regel": message<{ typed: string; near: string | null }>("varning", {
    sv: ({ typed, near }) => `${quoted(typed)} är ingen regel, så inget stängs av. ${near === null ? "Reglernas namn står i docs/rules.md." : `Den närmaste regeln heter ${near}.`}`,
    en: ({ typed, near }) => `${quoted(typed)} is not a rule, so nothing is switched off. ${near === null ? "The names of the rules are in docs/rules.md." : `The nearest rule is ${near}.`}`,
  }),
  "installning.regel-maste-vara-pa": message<{ typed: string; gives: LocalText }>("varning", {
    sv: ({ typed, gives }) =>
      `Regeln ${quoted(typed)} ger ${gives.sv} och kan inte stängas av. Ta bort den ur listan, och godta i stället anmärkningarna en och en, med skäl.`,
    en: ({ typed, gives }) =>
      `The rule ${quoted(typed)} gives ${gives.en} and cannot be switched off. Remove it from the list, and accept its findings one by one instead, with a reason.`,
  }),
};
