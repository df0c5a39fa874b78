import { message } from "../../registers/message.js";

/** What is told of footnotes. */
export const footnoteMessages = {
  "fotnot.samma-text": message<{ note: string; other: string; text: string }>("upplysning", {
    sv: ({ note, other, text }) => `Fotnot ${note} säger samma sak som fotnot ${other}: ${text}. Ta bort den ena, och låt texterna visa till den andra.`,
    en: ({ note, other, text }) => `Footnote ${note} says the same as footnote ${other}: ${text}. Delete one of them, and let the texts refer to the other.`,
  }),
  "fotnot.saknas": message<{ mark: number; header: string }>("varning", {
    sv: ({ mark, header }) => `${header} hänvisar till fotnot ${mark}, som inte finns. Lägg till den i Texter under avsnittet Fotnot med Ordning ${mark}, eller ta bort siffran.`,
    en: ({ mark, header }) => `${header} refers to footnote ${mark}, which is not there. Add it in Texter under the section Fotnot with Ordning ${mark}, or delete the figure.`,
  }),
};
