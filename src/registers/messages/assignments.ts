import { message } from "../message.js";
import { listed, quoted } from "./wording.js";

/** What is told of an assignment whose committees are written where they do not belong. */
export const assignmentMessages = {
  "enhet.flera": message<{ typed: string; header: string; others: string }>("fel", {
    sv: ({ typed, header, others }) =>
      `${quoted(typed)} är flera enheter, så det går inte att veta vem som leder uppdraget. Skriv en av dem i ${header} och de andra i ${others}.`,
    en: ({ typed, header, others }) =>
      `${quoted(typed)} is several units, so there is no telling who leads the assignment. Write one of them in ${header} and the others in ${others}.`,
  }),
  /** `differs`: what stands in Medansvariga is something else. */
  "uppdrag.ansvariga-i-en-cell": message<{ typed: string; lead: string; others: readonly string[]; differs: boolean }>("upplysning", {
    sv: ({ typed, lead, others, differs }) =>
      `${quoted(typed)} läses som att ${lead} leder uppdraget och att ${listed(others, "och")} deltar. Skriv ${lead} i Huvudansvarig och de andra i Medansvariga.` +
      (differs ? " I Medansvariga står redan något annat, och det räknas också. Se efter vilka som ska stå där." : ""),
    en: ({ typed, lead, others, differs }) =>
      `${quoted(typed)} is read as ${lead} leading the assignment and ${listed(others, "and")} taking part. Write ${lead} in Huvudansvarig and the others in Medansvariga.` +
      (differs ? " Medansvariga already says something else, and that counts too. See which ones should be there." : ""),
  }),
  /** `lead`: what Huvudansvarig says, when that is something else. */
  "uppdrag.ansvarig-i-texten": message<{ typed: string; code: string; lead: string | undefined }>("upplysning", {
    sv: ({ typed, code, lead }) =>
      lead === undefined
        ? `${quoted(typed)} i texten läses som att ${code} leder uppdraget. Skriv ${code} i Huvudansvarig, och bara uppdraget i texten.`
        : `${quoted(typed)} i texten ser ut att säga vem som leder uppdraget, men i Huvudansvarig står ${quoted(lead)}. Se efter vilket som gäller, och skriv bara uppdraget i texten.`,
    en: ({ typed, code, lead }) =>
      lead === undefined
        ? `${quoted(typed)} in the text is read as ${code} leading the assignment. Write ${code} in Huvudansvarig, and only the assignment in the text.`
        : `${quoted(typed)} in the text seems to say who leads the assignment, but Huvudansvarig says ${quoted(lead)}. See which one is right, and write only the assignment in the text.`,
  }),
};
