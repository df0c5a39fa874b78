import type { Severity } from "../../registers/finding.js";
import { message } from "../../registers/message.js";
import { quoted } from "../../registers/messages/wording.js";

const severityInEnglish: Readonly<Record<Severity, string>> = { fel: "an error", varning: "a warning", upplysning: "a note" };
const severityInSwedish: Readonly<Record<Severity, string>> = { fel: "ett fel", varning: "en varning", upplysning: "en upplysning" };

/** What is told of the rules that a workbook has switched off. */
export const ruleChoiceMessages = {
  "installning.okand-regel": message<{ typed: string; near: string | null }>("varning", {
    sv: ({ typed, near }) => `${quoted(typed)} är ingen regel, så inget stängs av. ${near === null ? "Reglernas namn står i docs/rules.md." : `Menar du ${near}?`}`,
    en: ({ typed, near }) => `${quoted(typed)} is not a rule, so nothing is switched off. ${near === null ? "The names of the rules are in docs/rules.md." : `Do you mean ${near}?`}`,
  }),
  "installning.regel-maste-vara-pa": message<{ typed: string; severity: Severity }>("varning", {
    sv: ({ typed, severity }) =>
      `Regeln ${quoted(typed)} ger ${severityInSwedish[severity]} och kan inte stängas av. Ta bort den ur listan, och godta i stället anmärkningarna en och en, med skäl.`,
    en: ({ typed, severity }) =>
      `The rule ${quoted(typed)} gives ${severityInEnglish[severity]} and cannot be switched off. Remove it from the list, and accept its findings one by one instead, with a reason.`,
  }),
};
