import { message } from "../../registers/message.js";

/** What is told of the findings that somebody has accepted. */
export const acceptanceMessages = {
  "godtagande.okand-regel": message<{ typed: string }>("varning", {
    sv: ({ typed }) => `Det finns ingen regel som heter ${typed}, så raden godtar inget. Rätta namnet, eller ta bort raden.`,
    en: ({ typed }) => `There is no rule called ${typed}, so the row accepts nothing. Correct the name, or delete the row.`,
  }),
  "godtagande.utan-anmarkning": message<{ rule: string; subject: string }>("upplysning", {
    sv: ({ rule, subject }) => `Anmärkningen ${rule} för ${subject} finns inte längre. Ta bort raden om den inte behövs.`,
    en: ({ rule, subject }) => `The finding ${rule} for ${subject} is no longer there. Delete the row if it is not needed.`,
  }),
  "godtagande.andrat-varde": message<{ rule: string; subject: string }>("upplysning", {
    sv: ({ rule, subject }) =>
      `Anmärkningen ${rule} för ${subject} visas igen, eftersom cellen har ändrats sedan den godtogs. Åtgärda den, eller godta den på nytt och ta bort den här raden.`,
    en: ({ rule, subject }) =>
      `The finding ${rule} for ${subject} is shown again, because the cell has changed since it was accepted. Resolve it, or accept it again and delete this row.`,
  }),
};
