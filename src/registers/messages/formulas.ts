import { message } from "../message.js";

/** What is told of calculated columns that no longer hold their formula. */
export const formulaMessages = {
  "formel.overskriven": message<{ header: string }>("varning", {
    sv: ({ header }) => `Formeln i ${header} är överskriven. Inget annat har ändrats. Lägg tillbaka formeln, så räknas värdet igen.`,
    en: ({ header }) => `The formula in ${header} has been overwritten. Nothing else has changed. Put the formula back, and the value is calculated again.`,
  }),
  "formel.annan-i-kolumnen": message<{ header: string }>("varning", {
    sv: ({ header }) => `Hela kolumnen ${header} har en annan formel än Måltavlas. Lägg tillbaka formeln, så stämmer värdena med rapporterna.`,
    en: ({ header }) => `The whole column ${header} has a different formula from Måltavla's. Put the formula back, and the values will agree with the reports.`,
  }),
};
